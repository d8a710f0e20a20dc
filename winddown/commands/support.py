"""`winddown support`: prints everyone to turn to, nearest first, as the screens show them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from winddown.asked import Asked
from winddown.commands.saying import room, say, warn
from winddown.data import config as config_file
from winddown.data.country import guessed_country
from winddown.data.locations import locations
from winddown.data.people import support_for
from winddown.data.words_in_force import words_in_force
from winddown.routine.support_told import Turning, support_told
from winddown.routine.wrapping import wrapped
from winddown.steps import between

if TYPE_CHECKING:
    from winddown.data.lenient import Problem
    from winddown.routine.support import Support
    from winddown.routine.words import Words

_IN_NUMBER = re.compile(r"(?<=\d) (?=\d)")
"""A space within a number, at which no line ends."""

_TIED = "\N{NO-BREAK SPACE}"


class Now(NamedTuple):
    """Whom there is to turn to, told without an evening: none is read for it."""

    support: Support
    words: Callable[[str], Words]
    now: Callable[[], datetime]
    today: date


def run(asked: Asked) -> int:
    """Print the lines. What is wrong with a file is said after them, and is no reason to fail."""
    turning, problems = at_hand(os.environ)
    say(lines(turning, room()))
    warn(str(problem) for problem in problems)
    return 0


def at_hand(environ: Mapping[str, str]) -> tuple[Turning, tuple[Problem, ...]]:
    """Read whom there is to turn to, and say what is wrong with the files it was read from."""
    where, now = locations(environ), datetime.now()  # noqa: DTZ005  the clock on the wall
    config, problems = config_file.load(where.config_file, between())
    words, of_words = words_in_force(where)
    support = support_for(config.support, guessed_country(environ))
    return Now(support, words, lambda: now, now.date()), (*problems, *of_words)


def lines(turning: Turning, width: int) -> Iterator[str]:
    """Give everything in lines of so many cells, without an empty one above the first."""
    for number, told in enumerate(support_told(turning)):
        if told.gap and number:
            yield ""
        after = "  " if told.text.startswith("· ") else ""
        for line in wrapped(_IN_NUMBER.sub(_TIED, told.text), width, after=after):
            yield line.replace(_TIED, " ")
