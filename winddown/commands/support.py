"""`winddown support`: prints everyone to turn to, nearest first, as the screens show them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator

from winddown.asked import Asked
from winddown.commands.saying import say, warn
from winddown.opening import open_evening
from winddown.routine.occasion import Occasion
from winddown.routine.support_told import support_told
from winddown.routine.wrapping import wrapped

WIDTH = 72
"""Cells of a line at most, however wide the terminal is."""

_IN_NUMBER = re.compile(r"(?<=\d) (?=\d)")
"""A space within a number, at which no line ends."""

_TIED = "\N{NO-BREAK SPACE}"


def run(asked: Asked) -> int:
    """Print the lines. What is wrong with a file is said after them, and is no reason to fail."""
    opening = open_evening(os.environ)
    say(lines(opening.occasion, _width()))
    warn(opening.notices)
    return 0


def lines(occasion: Occasion, width: int) -> Iterator[str]:
    """Give everything in lines of so many cells, without an empty one above the first."""
    for number, told in enumerate(support_told(occasion)):
        if told.gap and number:
            yield ""
        after = "  " if told.text.startswith("· ") else ""
        for line in wrapped(_IN_NUMBER.sub(_TIED, told.text), width, after=after):
            yield line.replace(_TIED, " ")


def _width() -> int:
    return min(WIDTH, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH
