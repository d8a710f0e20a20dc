"""A believable year of an invented person: the same seed and day always give the same evenings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from winddown.demo.night import Night
from winddown.demo.stretches import AWAY, NOT_OKAY, stretch_of
from winddown.routine.evening import Evening

DAY = timedelta(days=1)
YEAR = 365
SURE = (YEAR, YEAR - 1, YEAR - 3, *NOT_OKAY, 1)
"""Days ago that have an evening in any case: those it began with are close to each other."""

LAST = 2
"""From so many days ago on nothing is planned, so that yesterday's plan is the only one open."""

SEED = 20


def evenings_before(tonight: date, seed: int = SEED) -> list[Evening]:
    """Give the evenings of the year before `tonight`, oldest first; no clock is read.

    About half of the days have one, with gaps of days and of weeks. The newest is
    yesterday's, and its plan is for today.
    """
    random = Random(seed)  # noqa: S311  the same each time is what is wanted
    night = Night(random)
    lived: list[Evening] = []
    waiting: int | None = None
    """Where the evening stands whose plan is open, if one is."""
    for ago in _days_ago(random):
        day = tonight - ago * DAY
        is_last = ago == 1
        mood = "steady" if is_last else night.mood(ago)
        if waiting is not None:
            lived[waiting], is_open = night.follow_up(lived[waiting], day, mood, must=is_last)
            waiting = waiting if is_open else None
        evening = night.evening(day, ago, mood, may_plan=waiting is None and ago > LAST)
        if is_last:
            evening = night.with_plan_for(evening, tonight)
        lived.append(evening)
        if evening.outreach is not None:
            waiting = len(lived) - 1
    return lived


def _days_ago(random: Random) -> Iterator[int]:
    """Tell how long ago each evening was, from the first: one follows another more often."""
    was_one = True
    for ago in range(YEAR, 0, -1):
        if any(ago in weeks for weeks in AWAY):
            was_one = False
            continue
        often = stretch_of(ago).often + (0.2 if was_one else -0.1)
        was_one = ago in SURE or random.random() < often
        if was_one:
            yield ago
