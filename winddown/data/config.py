"""The person's settings and lists: every key with its kind and its default, declared once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, TypeVar

from winddown.data.lenient import Problem, problem_at, read_leniently
from winddown.data.toml_file import TomlFile, read_toml
from winddown.errors import KeyPath, UnreadableFile
from winddown.routine.breathing import Cue, Pattern, Phase, refusal
from winddown.routine.evening import Size, Within
from winddown.routine.lists import Contact, Person, Weekday
from winddown.routine.occasion import Motion

LIMIT = 256 * 1024
"""Bytes of a config that is read at all."""

LATEST_END = time(12)
"""A day may end at noon at the latest; later, an evening would be cut in two."""

Middle: TypeAlias = Literal["breathing", "comforts", "reflection", "outreach"]
"""A step between arriving and closing."""


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
    phases: tuple[PhaseEntry, ...] = ()
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
class BreathingConfig:
    """How the breathing begins."""

    pattern: str = ""
    """Empty until the person names one: then the starter comes first."""
    minutes: Annotated[int, Within(1, 60)] = 5
    bell: bool = False
    patterns: tuple[PatternEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """Which of the lists that come with the program are used."""

    comforts: bool = True
    habits: bool = True
    acts: bool = True
    cues: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ComfortEntry:
    """A comfort of the person's own, or a shipped one changed or taken away."""

    id: str
    text: str = ""
    group: str = ""
    days: tuple[Weekday, ...] = ()
    low: bool = False
    hide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitEntry:
    """A habit of the person's own, or a shipped one changed or taken away."""

    id: str
    text: str = ""
    rest: str = ""
    away: str = ""
    hide: bool = False


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


Listed = TypeVar("Listed", PatternEntry, ComfortEntry, HabitEntry, ActEntry, Person)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachConfig:
    """When an act may happen, in the person's own words."""

    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingBackConfig:
    """What was sent away for good when looking back."""

    dismissed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportConfig:
    """Whom to turn to, nearest first."""

    country: str = ""
    plan: tuple[str, ...] = ()
    own: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything a person may set; with no file at all, everything has its default."""

    theme: str = "dusk"
    motion: Motion = "full"
    day_ends: time = time(5)
    closing: str = ""
    """Empty for the shipped phrase."""
    remember: bool = True
    steps: tuple[Middle, ...] = ("breathing", "comforts", "reflection", "outreach")
    breathing: BreathingConfig = BreathingConfig()
    shipped: Shipped = Shipped()
    comforts: tuple[ComfortEntry, ...] = ()
    habits: tuple[HabitEntry, ...] = ()
    people: tuple[Person, ...] = ()
    acts: tuple[ActEntry, ...] = ()
    outreach: OutreachConfig = OutreachConfig()
    looking_back: LookingBackConfig = LookingBackConfig()
    support: SupportConfig = SupportConfig()


def load(path: Path) -> tuple[Config, tuple[Problem, ...]]:
    """Read the config; what cannot be used is named, and the rest counts.

    A file that is missing is no problem; one that is not TOML, or longer than
    256 kB, is left aside whole.
    """
    try:
        file = read_toml(path, limit=LIMIT)
    except FileNotFoundError:
        return Config(), ()
    except UnreadableFile as problem:
        return Config(), (Problem(path.name, problem.line, f"{problem.reason}; it is left aside"),)
    config, problems = read_leniently(Config, file)
    return _sensible(config, file, problems)


def _sensible(
    config: Config, file: TomlFile, problems: list[Problem]
) -> tuple[Config, tuple[Problem, ...]]:
    """Leave out what is of the right kind and still cannot be used."""
    day_ends = config.day_ends
    if day_ends > LATEST_END:
        reason = "'day_ends' should be noon at the latest; it stays at 05:00"
        problems.append(problem_at(file, ("day_ends",), reason))
        day_ends = Config().day_ends
    patterns = _usable(config.breathing.patterns, ("breathing", "patterns"), file, problems)
    sensible = replace(
        config,
        day_ends=day_ends,
        breathing=replace(config.breathing, patterns=patterns),
        comforts=_usable(config.comforts, ("comforts",), file, problems),
        habits=_usable(config.habits, ("habits",), file, problems),
        people=_usable(config.people, ("people",), file, problems),
        acts=_usable(config.acts, ("acts",), file, problems),
    )
    return sensible, tuple(problems)


def _usable(
    entries: tuple[Listed, ...], key_path: KeyPath, file: TomlFile, problems: list[Problem]
) -> tuple[Listed, ...]:
    """Give the entries of a list that can be used, each id once."""
    usable: dict[str, Listed] = {}
    for place, entry in enumerate(entries):
        name = entry.name if isinstance(entry, Person) else entry.id
        if name in usable:
            reason = "this entry is left out, since an earlier one has the same name"
        else:
            reason = _lacking(entry)
        if reason:
            problems.append(problem_at(file, (*key_path, place), reason))
        else:
            usable[name] = entry
    return tuple(usable.values())


def _lacking(entry: Listed) -> str:
    """Say what keeps an entry from being used; empty when nothing does."""
    if isinstance(entry, PatternEntry):
        refused = refusal(entry.pattern())
        return f"this pattern is left out. {refused.rstrip('.')}" if refused else ""
    if isinstance(entry, Person):
        return "" if entry.name.strip() else "someone here has no 'name' yet"
    if entry.hide or entry.text.strip():
        return ""
    return "this entry is left out until it has a 'text'"
