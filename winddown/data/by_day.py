"""What is at hand by day: the plan that is open, found in the newest evenings alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from winddown.data import config as config_file
from winddown.data import evenings
from winddown.data.evening_file import days_kept
from winddown.data.words_in_force import words_in_force
from winddown.errors import UnreadableEvening
from winddown.routine.evening import Evening, evening_of
from winddown.routine.plans import REACHES_BACK_DAYS, plan_at_hand

if TYPE_CHECKING:
    from winddown.data.locations import Locations
    from winddown.routine.words import Words


class AtHand(NamedTuple):
    """A day, and the plan that counts on it."""

    today: date
    """The calendar day; until `day_ends`, still the one before."""
    evening: Evening | None
    """The evening whose plan is open, or was until it was answered about today."""
    problems: tuple[UnreadableEvening, ...]
    """What could not be read on the way to it."""


def at_hand(where: Locations, now: datetime) -> AtHand:
    """Find the plan of a day, tonight's own evening included.

    Args:
        where: the person's folders.
        now: the local wall clock.
    """
    config, _ = config_file.load(where.config_file, ())
    today = evening_of(now, config.day_ends)
    problems: list[UnreadableEvening] = []
    found = plan_at_hand(_newest(where, today, problems), today)
    return AtHand(today, found, tuple(problems))


def words(where: Locations, name: str) -> Words:
    """Give the words of one part of the program, the person's own first."""
    tell, _ = words_in_force(where)
    return tell(name)


def _newest(where: Locations, today: date, problems: list[UnreadableEvening]) -> Iterator[Evening]:
    """Give the evenings that can hold an open plan, newest first, each read as it is asked for."""
    for day in days_kept(where):
        if isinstance(day, UnreadableEvening):
            problems.append(day)
        elif (today - day).days > REACHES_BACK_DAYS:
            return
        elif day <= today:
            try:
                evening = evenings.load(where, day)
            except UnreadableEvening as problem:
                problems.append(problem)
            else:
                if evening is not None:
                    yield evening
