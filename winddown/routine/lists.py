"""What the steps offer: the entries of every list, shipped or the person's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from winddown.routine.evening import Size
from winddown.routine.weekdays import Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Comfort:
    """Something kind to do for oneself."""

    id: str
    text: str
    group: str = ""
    """senses, body, home, company, or a group of the person's own."""
    days: tuple[Weekday, ...] = ()
    """Shown only on these; empty for every day."""
    low: bool = False
    """True when it fits an evening with little strength left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """A way an evening goes, with its two honest readings; neither is a score."""

    id: str
    text: str
    rest: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who may be suggested, unless the person would rather not."""

    name: Annotated[str, "a name, or what you call them", '"Sam"']
    channels: Annotated[tuple[str, ...], "text, voice, face", '["text", "voice"]'] = ()
    suggest: Annotated[bool, "false: never suggested", "true"] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One way of reaching out."""

    id: str
    text: str
    """As a list shows it."""
    say: str
    """As the sentence says it, with `{who}` where someone is meant."""
    size: Size = "small"
    channel: str = ""
    """none, text, voice, face, or a word of the person's own."""
    tie: str = "any"
    """any, weak or close: the kind of acquaintance it suits."""
    smaller: str = ""
    """The id of an easier act, never of a larger size; empty for none."""
    starters: tuple[str, ...] = ()
    """First words that could be sent."""
    cue: str = ""
    """The moment it goes with best; empty where any will do."""

    @property
    def needs_someone(self) -> bool:
        """True when the sentence has a place for a name."""
        return "{who}" in self.say
