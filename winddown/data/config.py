"""The person's settings and lists: every key with its kind and its default, declared once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import winddown.data
from winddown.errors import UnreadableFile
from winddown.routine.evening import Within
from winddown.routine.occasion import Motion
from winddown.toml_reading import TomlFile, read_toml

if TYPE_CHECKING:  # the entries' modules are loaded only where a config stands
    import winddown.data.config_entries
    import winddown.routine.lists
    from winddown.data.lenient import Problem

LIMIT = 256 * 1024
"""Bytes of a config that is read at all."""

LATEST_END = time(12)
"""A day may end at noon at the latest; later, an evening would be cut in two."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BreathingConfig:
    """How the breathing begins."""

    pattern: str = ""
    """Empty until the person names one: then the starter comes first."""
    minutes: Annotated[int, Within(1, 60)] = 5
    bell: bool = False
    patterns: tuple[winddown.data.config_entries.PatternEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Shipped:
    """Which of the lists that come with the program are used."""

    comforts: bool = True
    habits: bool = True
    acts: bool = True
    cues: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OutreachConfig:
    """When an act may happen, in the person's own words."""

    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LookingBackConfig:
    """What was sent away for good when looking back."""

    dismissed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SupportConfig:
    """Whom to turn to, nearest first."""

    country: str = ""
    plan: tuple[str, ...] = ()
    own: tuple[winddown.routine.lists.Contact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Config:
    """Everything a person may set; with no file at all, it is as `defaults` gives it."""

    theme: str = "dusk"
    motion: Motion = "full"
    day_ends: time = time(5)
    closing: str = ""
    """Empty for the shipped phrase."""
    remember: bool = True
    steps: tuple[str, ...] = ()
    """Those between arriving and closing; every one there is, unless the file chooses."""
    breathing: BreathingConfig = BreathingConfig()
    shipped: Shipped = Shipped()
    comforts: tuple[winddown.data.config_entries.ComfortEntry, ...] = ()
    habits: tuple[winddown.data.config_entries.HabitEntry, ...] = ()
    people: tuple[winddown.routine.lists.Person, ...] = ()
    acts: tuple[winddown.data.config_entries.ActEntry, ...] = ()
    outreach: OutreachConfig = OutreachConfig()
    looking_back: LookingBackConfig = LookingBackConfig()
    support: SupportConfig = SupportConfig()


def defaults(steps: Sequence[str]) -> Config:
    """Give the config of a person who set nothing, with all the steps there are."""
    return Config(steps=tuple(steps))


def load(path: Path, steps: Sequence[str]) -> tuple[Config, tuple[Problem, ...]]:
    """Read the config; what cannot be used is named, and the rest counts.

    A file that is missing is no problem; one that is not TOML, or longer than
    256 kB, is left aside whole.

    Args:
        path: the config's file.
        steps: the ids of all steps between arriving and closing, in their usual order.
    """
    try:
        file = read_toml(path, limit=LIMIT)
    except FileNotFoundError:
        return defaults(steps), ()
    except UnreadableFile as problem:
        from winddown.data.lenient import Problem

        left_aside = Problem(path.name, problem.line, f"{problem.reason}; it is left aside")
        return defaults(steps), (left_aside,)
    return _read(file, steps)


def _read(file: TomlFile, steps: Sequence[str]) -> tuple[Config, tuple[Problem, ...]]:
    from winddown.data.config_entries import Unusable
    from winddown.data.lenient import problem_at, read_leniently

    config, problems = read_leniently(Config, file, Unusable())
    if config.steps or file.table.get("steps") == []:
        from winddown.data.config_steps import chosen

        known, mistakes = chosen(file, config.steps, steps)
        config, problems = replace(config, steps=known), [*problems, *mistakes]
    else:
        config = replace(config, steps=tuple(steps))
    day_ends, pattern = config.day_ends, config.breathing.pattern
    if day_ends > LATEST_END:
        reason = "'day_ends' should be noon at the latest; it stays at 05:00"
        problems.append(problem_at(file, ("day_ends",), reason))
        config = replace(config, day_ends=Config().day_ends)
    if pattern and (reason := _unknown_pattern(pattern, config.breathing.patterns)):
        problems.append(problem_at(file, ("breathing", "pattern"), reason))
        config = replace(config, breathing=replace(config.breathing, pattern=""))
    return config, tuple(sorted(problems, key=lambda problem: problem.line or inf))


def _unknown_pattern(asked: str, own: Iterable[winddown.data.config_entries.PatternEntry]) -> str:
    """Say that no pattern has the id asked for; empty when one has."""
    from winddown.data import content

    ids = [entry.id for entry in own] + [pattern.id for pattern in content.patterns()]
    if asked in ids:
        return ""
    return f"'breathing.pattern' names none of the patterns there are: {', '.join(ids)}"
