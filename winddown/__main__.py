"""The process: `winddown` and `python -m winddown` begin here."""

import sys

from winddown.guard import stand_by


def main() -> int:
    """Be ready for signals and crashes before anything else is loaded, and run the command line."""
    stand_by(write="--private" not in sys.argv[1:])
    from winddown.cli import main

    return main()


if __name__ == "__main__":
    sys.exit(main())
