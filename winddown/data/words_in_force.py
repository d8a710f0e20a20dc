"""The words that are said: the person's own where there are any, else those of the program."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from winddown.data import content

if TYPE_CHECKING:
    from winddown.data.lenient import Problem
    from winddown.data.locations import Locations
    from winddown.routine.words import Words


def words_in_force(where: Locations) -> tuple[Callable[[str], Words], tuple[Problem, ...]]:
    """Give what tells the words of a step or screen, and what is wrong with the person's own."""
    if not os.path.isdir(where.content):  # noqa: PTH112  a folder that is closed is no reason to stop
        return content.words, ()
    from winddown.data import overrides  # only where there are any

    own = overrides.read(where)
    return own.words, own.problems
