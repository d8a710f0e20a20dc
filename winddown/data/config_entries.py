"""The entries of the person's own lists, and what keeps one from being used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from winddown.data import content
from winddown.errors import KeyPath
from winddown.routine.breathing import Cue, Pattern, Phase
from winddown.routine.evening import Size, Within
from winddown.routine.lists import Act, Comfort, Contact, Habit, Person
from winddown.routine.refusal import refusal
from winddown.routine.weekdays import Weekday
from winddown.toml_reading import TomlFile


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseEntry:
    """One part of a breath."""

    cue: Annotated[Cue, "in, sip, out or hold"]
    s: Annotated[float, "seconds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternEntry:
    """A breath of the person's own."""

    id: Annotated[str, "a short name, for breathing.pattern", '"slow-six"']
    name: Annotated[str, "as it is shown", '"Slow six"'] = ""
    about: Annotated[str, "a line about it", '"In and out, a little slower out."'] = ""
    phases: Annotated[
        tuple[PhaseEntry, ...],
        "in, sip, out or hold, each with its seconds",
        '[{cue = "in", s = 4.5}, {cue = "out", s = 5.5}]',
    ]
    max_cycles: Annotated[int, Within(1, 1000), "a round ends after so many", "6"] | None = None

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

    id: Annotated[str, "a short name of its own", '"blanket"']
    text: Annotated[str, "in your words", '"Pull the green blanket close"'] = ""
    group: Annotated[str, "senses, body, home, company, or your own", '"senses"'] = ""
    days: Annotated[tuple[Weekday, ...], "only on these", '["fri", "sat"]'] = ()
    low: Annotated[bool, "fits an evening with little strength left", "true"] = False
    hide: Annotated[bool, "true takes it away", "false"] = False

    def comfort(self) -> Comfort:
        """Give the comfort as the steps know it."""
        return Comfort(id=self.id, text=self.text, group=self.group, days=self.days, low=self.low)


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitEntry:
    """A habit of the person's own, or a shipped one changed or taken away."""

    id: Annotated[str, "a short name of its own", '"chess"']
    text: Annotated[str, "in your words", '"Chess against strangers"'] = ""
    rest: Annotated[str, "when it is rest", '"One good game, then bed"'] = ""
    away: Annotated[str, "when it is a way round something", '"One more, so as not to think"'] = ""
    hide: Annotated[bool, "true takes it away", "false"] = False

    def habit(self) -> Habit:
        """Give the habit as the steps know it."""
        return Habit(id=self.id, text=self.text, rest=self.rest, away=self.away)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActEntry:
    """An act of the person's own, or a shipped one changed or taken away."""

    id: Annotated[str, "a short name of its own", '"choir"']
    text: Annotated[str, "in your words", '"Go to choir and stay for tea"'] = ""
    say: Annotated[str, "after I will; {who} is a name", '"go to choir and stay for tea"'] = ""
    """Empty for the text."""
    size: Annotated[Size, "tiny, small, medium or big", '"medium"'] = "small"
    channel: Annotated[str, "none, text, voice, face, or a word of yours", '"face"'] = ""
    tie: Annotated[Literal["any", "weak", "close"], "any, weak or close", '"any"'] = "any"
    smaller: Annotated[str, "the id of a smaller act", '"nod"'] = ""
    starters: Annotated[tuple[str, ...], "first words to send", '["Are you singing?"]'] = ()
    hide: Annotated[bool, "true takes it away", "false"] = False

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


NAMELESS = "someone here has no 'name' yet"


class Unusable:
    """Says why an entry is left out; each name counts once, where it first stands."""

    def __init__(self, file: TomlFile) -> None:
        """Name lines of `file`."""
        self._file = file
        self._first: dict[tuple[type, str], KeyPath] = {}

    def __call__(self, entry: object, at: KeyPath) -> str:
        """Give the reason, or nothing when the entry can be used."""
        if isinstance(entry, Contact):  # one name may have two numbers, or none yet
            return "" if entry.name.strip() else NAMELESS
        if not isinstance(entry, PatternEntry | ComfortEntry | HabitEntry | ActEntry | Person):
            return ""
        if reason := _lacking(entry):
            return reason
        word = "name" if isinstance(entry, Person) else "id"
        first = self._first.setdefault((type(entry), getattr(entry, word)), at)
        if first == at:
            return ""
        line = self._file.line_of(first)
        return f"this entry is left out, since the one in line {line} has the same '{word}'"


def _lacking(entry: PatternEntry | ComfortEntry | HabitEntry | ActEntry | Person) -> str:
    if isinstance(entry, Person):
        return "" if entry.name.strip() else NAMELESS
    if not entry.id.strip():
        return "this entry is left out until it has an 'id'"
    if isinstance(entry, PatternEntry):
        if (refused := refusal(entry.pattern())) is None:
            return ""
        return f"this pattern is left out. {refused.said(content.words('breathing')).rstrip('.')}"
    if entry.hide or entry.text.strip():
        return ""
    return "this entry is left out until it has a 'text'"
