"""The person's settings and lists: every key with its kind and its default, declared once.

The text beside a kind explains the key to a person who reads their config; a
second one is an example, as TOML, for a key whose default says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import winddown.data
from winddown.errors import KeyPath, UnreadableFile
from winddown.routine.occasion import Motion
from winddown.routine.within import Within
from winddown.toml_reading import TomlFile, read_toml

if TYPE_CHECKING:  # the entries' modules are loaded only where a config stands
    import winddown.data.config_entries
    import winddown.routine.lists
    import winddown.routine.support
    from winddown.data.lenient import Problem

LIMIT = 256 * 1024
"""Bytes of a config that is read at all."""


LONG = 16 * 1024
"""Characters of a config that is longer than most that are written by hand."""

LEFT_ASIDE = "the file is left aside until that is put right"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BreathingConfig:
    """How the breathing begins."""

    pattern: Annotated[
        str,
        "The usual breath, by its id. Without one, the first evenings begin small.",
        '"long-out"',
    ] = ""
    minutes: Annotated[int, Within(1, 60), "How long a round lasts, in minutes: 1 to 60."] = 5
    bell: Annotated[bool, "A bell at each turn of the breath. Many terminals flash on it."] = False
    patterns: Annotated[
        tuple[winddown.data.config_entries.PatternEntry, ...],
        "A breath of your own: parts of 1 to 20 seconds, together 8 to 60.",
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Shipped:
    """Which lists that come with winddown are used; false: only your own."""

    comforts: Annotated[bool, "Something kind to do for oneself."] = True
    habits: Annotated[bool, "Ways an evening goes."] = True
    acts: Annotated[bool, "Small acts of reaching out."] = True
    cues: Annotated[bool, "Moments to reach out."] = True


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OutreachConfig:
    """When a small act may happen."""

    cues: Annotated[
        tuple[str, ...],
        "Moments of your own, as in: When I hang up my coat.",
        '["I hang up my coat"]',
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CalendarConfig:
    """How a plan stands in a calendar."""

    title: Annotated[
        str, "What it is called there, where others may read it. {plan} stands for its own words."
    ] = "winddown"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LookingBackConfig:
    """What is shown when looking back."""

    dismissed: Annotated[tuple[str, ...], "Lines that were sent away for good."] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SupportConfig:
    """What ? shows first, on any screen."""

    country: Annotated[str, "Whose help lines are shown, as two letters.", '"GB"'] = ""
    plan: Annotated[
        tuple[str, ...],
        "What you would tell yourself on a bad night, a step a line.",
        '["Put the kettle on, sit by the window, ring Ana."]',
    ] = ()
    own: Annotated[
        tuple[winddown.routine.support.Contact, ...],
        "Someone to ring or write to, above all lines.",
    ] = ()


class UnreadSupport(SupportConfig):
    """Stands for one that may well be there, in a config that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Config:
    """Everything a person may set; with no file at all, it is as `defaults` gives it."""

    theme: Annotated[
        str,
        "How it looks: dusk, ember, moss, moonless, paper, terminal, or a look of your own from "
        "themes/ beside this file.",
    ] = "dusk"
    motion: Annotated[Motion, "How much may move: full, gentle or still."] = "full"
    day_ends: Annotated[
        time, "When the day changes; until then it is still yesterday's evening."
    ] = time(5)
    closing: Annotated[str, "The last words of an evening."] = ""
    """Empty for the shipped phrase."""
    remember: Annotated[bool, "Now and then, on arriving, a line you once kept."] = True
    steps: Annotated[
        tuple[str, ...], "What stands between arriving and closing, in this order. Leave any out."
    ] = ()
    """Every one there is, unless the file chooses."""
    breathing: BreathingConfig = BreathingConfig()
    shipped: Shipped = Shipped()
    comforts: Annotated[
        tuple[winddown.data.config_entries.ComfortEntry, ...],
        "Something kind to do for oneself. Yours come first, in this order. The id of one that "
        "comes with winddown replaces it; hide = true takes it away.",
    ] = ()
    habits: Annotated[
        tuple[winddown.data.config_entries.HabitEntry, ...],
        "Ways an evening goes, each with its two readings.",
    ] = ()
    people: Annotated[
        tuple[winddown.routine.lists.Person, ...], "People a small act may be meant for."
    ] = ()
    acts: Annotated[
        tuple[winddown.data.config_entries.ActEntry, ...], "Small acts of reaching out."
    ] = ()
    outreach: OutreachConfig = OutreachConfig()
    calendar: CalendarConfig = CalendarConfig()
    looking_back: LookingBackConfig = LookingBackConfig()
    support: SupportConfig = SupportConfig()


def defaults(steps: Sequence[str]) -> Config:
    """Give the config of a person who set nothing, with all the steps there are."""
    return Config(steps=tuple(steps))


def load(
    path: Path, steps: Sequence[str], most: int | None = None
) -> tuple[Config, tuple[Problem, ...]]:
    """Read the config; what cannot be used is named, and the rest counts.

    A file that is missing is no problem; one that is not TOML, or longer than
    256 kB, is left aside whole.

    Args:
        path: the config's file.
        steps: the ids of all steps between arriving and closing, in their usual order.
        most: so many mistakes of a kind are named; None for as many as one would read.
    """
    try:
        file = read_toml(path, limit=LIMIT)
    except FileNotFoundError:
        return defaults(steps), ()
    except UnreadableFile as problem:
        from winddown.data.lenient import Problem

        left_aside = Problem(path.name, problem.line, f"{problem.reason}; {LEFT_ASIDE}")
        return replace(defaults(steps), support=UnreadSupport()), (left_aside,)
    return _read(file, steps, most)


def place_of(path: Path, key_path: KeyPath) -> str:
    """Name the config, and the line on which a key stands there as far as that is known."""
    try:
        line = read_toml(path, limit=LIMIT).line_of(key_path)
    except (FileNotFoundError, UnreadableFile):
        line = None  # it has changed since it was read
    return path.name if line is None else f"{path.name} line {line}"


def _read(
    file: TomlFile, steps: Sequence[str], most: int | None
) -> tuple[Config, tuple[Problem, ...]]:
    from winddown.data.config_entries import Unusable
    from winddown.data.config_rules import put_right
    from winddown.data.lenient import MOST, read_leniently

    if most or len(file.text) > LONG:  # to find many lines one by one would take minutes
        from winddown.data.toml_key_lines import WithLines

        file = WithLines(file)
    config, problems = read_leniently(Config, file, Unusable(file), most or MOST)
    config, more = put_right(config, file, steps, most or MOST)
    return config, tuple(sorted([*problems, *more], key=lambda problem: problem.line or inf))
