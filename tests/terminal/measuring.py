"""The real program, slow to measure its window: `python -m tests.terminal.measuring ...`.

Whatever happens to the window meanwhile comes in before the measure is told.
"""

from __future__ import annotations

import sys
import time

from winddown.terminal import Terminal

SLOW = 0.3
"""Seconds that it takes; a signal is answered in between."""


def main() -> None:
    """Make it slow, and be winddown."""
    measure = Terminal._get_terminal_size

    def measure_slowly(terminal: Terminal) -> tuple[int, int]:
        measured = measure(terminal)
        time.sleep(SLOW)
        return measured

    Terminal._get_terminal_size = measure_slowly  # type: ignore[method-assign]
    from winddown.__main__ import main as begin

    sys.exit(begin())


if __name__ == "__main__":
    main()
