"""The process: `winddown` and `python -m winddown` begin here."""

import gc
import os
import signal
import sys

LEAVES_NOTHING = ("--private", "--demo")
"""After these, not even the details of a crash are written."""


def main() -> int:
    """Be ready for signals and crashes before anything else is loaded, and run the command line."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Python's own way shows where it was, which is of no use to whoever pressed ctrl+c.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    _open_what_is_closed()
    # What is loaded stays: to look through it again and again for what could go takes longer
    # than any command that needs that.
    gc.set_threshold(50_000)
    from winddown.guard import stand_by

    # Whoever asks for a private evening, or for a demo, may shorten the word.
    long_words = [word for word in sys.argv[1:] if len(word) > 2]
    leaves_nothing = any(each.startswith(word) for word in long_words for each in LEAVES_NOTHING)
    stand_by(write=not leaves_nothing)
    from winddown.cli import main

    return main()


def _open_what_is_closed() -> None:
    """Have a stream that came closed lead nowhere, before a file of a person's takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115  open to the end
            setattr(sys, name, nowhere)


if __name__ == "__main__":
    sys.exit(main())
