"""The habits of an evening by their values, each answered about once."""

from __future__ import annotations

from collections.abc import Iterable

from winddown.routine.evening import Reflection

OWN = "own:"
"""Begins the value of a habit in the person's own words."""


def value_of(reflection: Reflection) -> str:
    """Give what a habit stands as where one is chosen."""
    return reflection.id or OWN + reflection.text


def answered_by(changes: Iterable[Reflection | None]) -> tuple[Reflection, ...]:
    """Give the reflections that stand, each habit once, as it was first answered."""
    given: dict[str, Reflection] = {}
    for each in changes:
        if each is not None:
            given.setdefault(value_of(each), each)
    return tuple(given.values())
