"""Which comforts and habits a step shows before anyone asks for more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from winddown.routine.evening import Evening, Plan, Reading, Reflection
from winddown.routine.lists import Comfort, Habit
from winddown.routine.weekdays import WEEKDAYS
from winddown.routine.words import Words

COMFORTS = 7
LOW_COMFORTS = 3
HABITS = 5
WEEKLY_CALL = "weekly-call"
"""The id of the act by which a call is made weekly."""
LATELY_DAYS = 14
"""A comfort chosen within this many days stands near the top."""


class _Listed(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Listed)


def comforts_for(
    comforts: Iterable[Comfort], past: Iterable[Evening], today: date, *, low: bool = False
) -> tuple[Comfort, ...]:
    """Give the comforts to show: today's weekday ones, those chosen lately, then the list.

    Comforts of other weekdays are left out.

    Args:
        comforts: every comfort, in its order.
        past: earlier evenings, newest first.
        today: the date of the evening.
        low: true for an evening with little strength left: fewer, and only easy ones.
    """
    weekday = WEEKDAYS[today.weekday()]
    fitting = [
        comfort
        for comfort in comforts
        if (not comfort.days or weekday in comfort.days) and (comfort.low or not low)
    ]
    lately = (evening for evening in past if (today - evening.evening).days <= LATELY_DAYS)
    chosen = (comfort.id for evening in lately for comfort in evening.comforts)
    ordered = _each_once(
        (comfort for comfort in fitting if comfort.days), _known(chosen, fitting), fitting
    )
    return ordered[: LOW_COMFORTS if low else COMFORTS]


def weekly_call(past: Iterable[Evening], today: date) -> Plan | None:
    """Give the weekly call that was done, on the first evening of its weekday after that.

    Once only: on that day of the week that follows the answer, and never on a later one.

    Args:
        past: earlier evenings, newest first.
        today: the date of the evening.
    """
    for evening in past:
        plan = evening.outreach
        if plan is None or plan.act != WEEKLY_CALL or plan.followup is None or evening.keep_out:
            continue
        since = (today - plan.followup.answered).days
        is_done = plan.followup.outcome in ("did-it", "changed-shape")
        if is_done and plan.on.weekday() == today.weekday() and 0 < since <= 7:
            return plan
    return None


def habits_for(habits: Iterable[Habit], past: Iterable[Evening]) -> tuple[Habit, ...]:
    """Give the habits to show: recent ones first, then the list in its order.

    Args:
        habits: every habit, in its order.
        past: earlier evenings, newest first.
    """
    listed = list(habits)
    noticed = (each.id for evening in past for each in evening.reflections)
    return _each_once(_known(noticed, listed), listed)[:HABITS]


def readings_of(habit: Habit | None, say: Words) -> dict[Reading, str]:
    """Give the two readings of a habit, and what else one may say; None for one in own words."""
    return {
        "rest": (habit.rest if habit else "") or say["own_rest"],
        "away": (habit.away if habit else "") or say["own_away"],
        "both": say["both"],
        "unsure": say["unsure"],
    }


def asks_from_what(given: Reflection) -> bool:
    """Tell whether it may have led away from something: not what was plainly rest."""
    return given.reading != "rest" or bool(given.from_what)


def _known(ids: Iterable[str], listed: Iterable[T]) -> Iterable[T]:
    """Find the entries by id; one that is no longer listed, or was added once, is passed over."""
    by_id = {entry.id: entry for entry in listed}
    return (by_id[each] for each in ids if each in by_id)


def _each_once(*lists: Iterable[T]) -> tuple[T, ...]:
    """Put lists one behind the other, each entry only where it comes first."""
    return tuple({entry.id: entry for entries in lists for entry in entries}.values())
