"""The entries of the person's own lists, and what keeps one from being used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from winddown.routine.breathing import Cue, Pattern, Phase, refusal
from winddown.routine.evening import Size, Within
from winddown.routine.lists import Act, Comfort, Habit, Person, Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseEntry:
    """One part of a breath."""

    cue: Cue
    s: float
    """Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternEntry:
    """A breath of the person's own."""

    id: str
    name: str = ""
    about: str = ""
    phases: tuple[PhaseEntry, ...]
    max_cycles: Annotated[int, Within(1, 1000)] | None = None

    def pattern(self) -> Pattern:
        """Give the pattern as the pacer knows it."""
        return Pattern(
            id=self.id,
            name=self.name or self.id,
            about=self.about,
            phases=tuple(Phase(each.cue, each.s) for each in self.phases),
            max_cycles=self.max_cycles,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ComfortEntry:
    """A comfort of the person's own, or a shipped one changed or taken away."""

    id: str
    text: str = ""
    group: str = ""
    days: tuple[Weekday, ...] = ()
    low: bool = False
    hide: bool = False

    def comfort(self) -> Comfort:
        """Give the comfort as the steps know it."""
        return Comfort(id=self.id, text=self.text, group=self.group, days=self.days, low=self.low)


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitEntry:
    """A habit of the person's own, or a shipped one changed or taken away."""

    id: str
    text: str = ""
    rest: str = ""
    away: str = ""
    hide: bool = False

    def habit(self) -> Habit:
        """Give the habit as the steps know it."""
        return Habit(id=self.id, text=self.text, rest=self.rest, away=self.away)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActEntry:
    """An act of the person's own, or a shipped one changed or taken away."""

    id: str
    text: str = ""
    say: str = ""
    """As the sentence says it, with `{who}` where someone is meant; empty for the text."""
    size: Size = "small"
    channel: str = ""
    tie: Literal["any", "weak", "close"] = "any"
    smaller: str = ""
    starters: tuple[str, ...] = ()
    hide: bool = False

    def act(self) -> Act:
        """Give the act as the steps know it."""
        return Act(
            id=self.id,
            text=self.text,
            say=self.say or self.text,
            size=self.size,
            channel=self.channel,
            tie=self.tie,
            smaller=self.smaller,
            starters=self.starters,
        )


class Unusable:
    """Says why an entry is left out; each name counts once, where it first stands."""

    def __init__(self) -> None:
        self._names: set[tuple[type, str]] = set()

    def __call__(self, entry: object) -> str:
        """Give the reason, or nothing when the entry can be used."""
        if not isinstance(entry, PatternEntry | ComfortEntry | HabitEntry | ActEntry | Person):
            return ""
        if reason := _lacking(entry):
            return reason
        name = (type(entry), entry.name if isinstance(entry, Person) else entry.id)
        if name in self._names:
            return "this entry is left out, since an earlier one has the same name"
        self._names.add(name)
        return ""


def _lacking(entry: PatternEntry | ComfortEntry | HabitEntry | ActEntry | Person) -> str:
    if isinstance(entry, Person):
        return "" if entry.name.strip() else "someone here has no 'name' yet"
    if not entry.id.strip():
        return "this entry is left out until it has an 'id'"
    if isinstance(entry, PatternEntry):
        refused = refusal(entry.pattern())
        return f"this pattern is left out. {refused.rstrip('.')}" if refused else ""
    if entry.hide or entry.text.strip():
        return ""
    return "this entry is left out until it has a 'text'"
