"""What earlier evenings say about tonight: a line once kept, breaths already known, names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # nothing is loaded before it is asked for
    from datetime import date

    from winddown.routine.breathing import Pattern
    from winddown.routine.evening import Evening

REMEMBER_ONE_IN = 4
"""A line once kept is shown on about one evening in so many."""
REMEMBER_AFTER = timedelta(days=3)
"""How old a kept line is at least before it is shown again."""


def brings_a_line_back(today: date) -> bool:
    """Tell whether this evening is one of those that show a line once kept."""
    return today.toordinal() % REMEMBER_ONE_IN == 0


def line_once_kept(past: Iterable[Evening], today: date) -> str:
    """Give a line from a light, steady or tired evening that was not kept out; each in turn.

    Args:
        past: earlier evenings, newest first.
        today: the evening's date.
    """
    kept = [
        evening.note
        for evening in past
        if evening.note
        and evening.tonight in ("light", "steady", "tired")
        and not evening.keep_out
        and today - evening.evening > REMEMBER_AFTER
    ]
    return kept[today.toordinal() // REMEMBER_ONE_IN % len(kept)] if kept else ""


def have_breathed(past: Iterable[Evening], enough: int) -> bool:
    """Tell whether at least `enough` evenings hold a whole cycle of a pattern."""
    breathed = (
        any(each.kind == "pattern" and each.cycles for each in evening.breathing)
        for evening in past
    )
    return sum(breathed) >= enough


def has_held(past: Iterable[Evening], patterns: Iterable[Pattern]) -> bool:
    """Tell whether an evening holds a round of a pattern with holds."""
    holding = {pattern.id for pattern in patterns if pattern.holds}
    return any(each.id in holding for evening in past for each in evening.breathing)


def names_in(past: Iterable[Evening]) -> tuple[str, ...]:
    """Give everyone who was planned with or crossed the person's path, each name once."""
    names: dict[str, None] = {}
    for evening in past:
        if evening.outreach and evening.outreach.who:
            names[evening.outreach.who] = None
        names |= dict.fromkeys(evening.in_touch)
    return tuple(names)
