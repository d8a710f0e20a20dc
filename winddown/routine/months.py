"""How days lie in a month, and which one is reached from which."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TypeAlias

Week: TypeAlias = tuple[date | None, ...]
"""Seven places, Monday's first; None where a day of another month would lie."""


def weeks_of(day: date) -> tuple[Week, ...]:
    """Give the month of a day, week by week: four to six of them."""
    length = monthrange(day.year, day.month)[1]
    days = [day.replace(day=number + 1) for number in range(length)]
    before, after = days[0].weekday(), 6 - days[-1].weekday()
    places = (*[None] * before, *days, *[None] * after)
    return tuple(places[start : start + 7] for start in range(0, len(places), 7))


def days_away(day: date, days: int, last: date) -> date:
    """Give the day so many days later, or earlier; the same one where that is after `last`."""
    try:
        reached = day + timedelta(days=days)
    except OverflowError:
        return day  # before the year 1 there is none
    return day if days > 0 and reached > last else reached


def months_away(day: date, months: int, last: date) -> date:
    """Give the same day of another month, or the nearest to it there that is not after `last`.

    The same one comes back where no day of that month can be reached.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not (1, 0) <= (year, month) <= (last.year, last.month - 1):
        return day
    length = monthrange(year, month + 1)[1]
    return min(last, date(year, month + 1, min(day.day, length)))
