"""The process: `winddown` and `python -m winddown` begin here."""

import signal
import sys


def main() -> int:
    """Be ready for signals and crashes before anything else is loaded, and run the command line."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Python's own way shows where it was, which is of no use to whoever pressed ctrl+c.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from winddown.guard import stand_by

    # Whoever asks for a private evening may shorten the word.
    is_private = any(len(word) > 2 and "--private".startswith(word) for word in sys.argv[1:])
    stand_by(write=not is_private)
    from winddown.cli import main

    return main()


if __name__ == "__main__":
    sys.exit(main())
