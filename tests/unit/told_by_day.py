"""Everything that is told by day: what a prompt hints at, and what answers an outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import get_args

from tests.unit.greek import greek
from tests.unit.routine.evenings import DAY, TODAY, outcome, plan
from winddown.routine.evening import Outcome
from winddown.routine.following import Answer, followed_up, followed_up_told
from winddown.routine.words import Words

UNFILLED = ("hint", "reminder", "nothing_open", "no_feeling")
"""What is told as it stands."""


def by_day_told(words: Callable[[str], Words]) -> Iterator[str]:
    """Tell every answer about every kind of plan in these words."""
    say = words("by_day")
    for ahead, expected, carried in product((-1, 0, 2), (None, 5), (0, 1)):
        kept = outcome("carry-on", TODAY - DAY, carried) if carried else None
        before = plan(TODAY + ahead * DAY, text=greek("ring Ana"), expected=expected, followup=kept)
        for each, felt in product(get_args(Outcome), (None, 2, 8)):
            after = followed_up(before, Answer(each, felt), TODAY)
            yield followed_up_told(after, TODAY, say, words("plan"))
    yield from (say[key] for key in UNFILLED)
