"""What the invented person of the demo says, read from its content file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from winddown.data import content
from winddown.routine.outcome import Outcome


class Said(NamedTuple):
    """Names, lines to keep, and whatever else is in someone's own words."""

    names: tuple[str, ...]
    """A friend, another one, mother, next door, and a colleague."""
    left_out: str
    """Somebody who is left out of the suggestions."""
    notes: tuple[str, ...]
    heavy_notes: tuple[str, ...]
    away_from: tuple[str, ...]
    own_comforts: tuple[str, ...]
    own_comfort: str
    """One that is kept in the list."""
    own_cue: str
    own_plan: str
    own_contact: str
    after: Mapping[Outcome, tuple[str, ...]]
    """Notes beside what became of a plan; empty ones among them."""


def _said() -> Said:
    there = content.defaults("demo")
    said: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in there.items()
        if key in Said._fields
    }
    after = {each: tuple(there[f"after-{each}"]) for each in get_args(Outcome)}
    return Said(**said, after=after)


SAID = _said()
