"""The lists and words that come with the program, each file read once and only when asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from winddown.data.records import Table, record_from
from winddown.routine.words import Words

if TYPE_CHECKING:  # what a list holds is loaded with the list
    from _typeshed import DataclassInstance

    from winddown.routine.breathing import Anchor, Pattern
    from winddown.routine.lists import Act, Comfort, Habit
    from winddown.routine.support import Directory, SupportLine

FOLDER = Path(__file__).parent.parent / "content"

Entry = TypeVar("Entry", bound="DataclassInstance")


def words(step: str) -> Words:
    """Give the words of one step or screen; one without a file here has none."""
    return Words(strings(step))


def strings(step: str) -> dict[str, str | tuple[str, ...]]:
    """Give the same words by key, each as the string or the list of strings it is."""
    return {key: _string(value) for key, value in _read(step).get("words", {}).items()}


def names() -> list[str]:
    """Name every file that comes with the program, without its ending."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def comforts() -> tuple[Comfort, ...]:
    """Give the comforts that come with the program."""
    from winddown.routine.lists import Comfort

    return _entries(Comfort, "comforts", "comforts")


def habits() -> tuple[Habit, ...]:
    """Give the habits that come with the program."""
    from winddown.routine.lists import Habit

    return _entries(Habit, "reflection", "habits")


def acts() -> tuple[Act, ...]:
    """Give the acts of reaching out that come with the program."""
    from winddown.routine.lists import Act

    return _entries(Act, "outreach", "acts")


def cues() -> tuple[str, ...]:
    """Give the moments at which an act may happen."""
    return tuple(defaults("outreach")["cues"])


def patterns() -> tuple[Pattern, ...]:
    """Give the breathing patterns that come with the program."""
    return tuple(pattern_from(table) for table in _read("breathing")["patterns"])


def anchors(say: Words | None = None) -> tuple[Anchor, ...]:
    """Give what there is to rest the mind on instead of the breath, in other words if wanted."""
    from winddown.routine.breathing import Anchor

    say = say or words("breathing")
    ids: list[str] = defaults("breathing")["anchors"]
    return tuple(Anchor(id=i, name=say["anchor-" + i], steps=say.each("steps-" + i)) for i in ids)


def lines() -> tuple[SupportLine, ...]:
    """Give the help lines of every country."""
    from winddown.routine.support import SupportLine

    return _entries(SupportLine, "support", "lines")


def directories() -> tuple[Directory, ...]:
    """Give the public lists of help lines."""
    from winddown.routine.support import Directory

    return _entries(Directory, "support", "directories")


def defaults(step: str) -> Mapping[str, Any]:
    """Give the single values of a step's file that are neither words nor lists."""
    found: Mapping[str, Any] = _read(step)["defaults"]
    return found


def pattern_from(table: Mapping[str, Any]) -> Pattern:
    """Make a breathing pattern of a table with `phases = [{cue, s}, ...]`."""
    from winddown.routine.breathing import Pattern, Phase

    phases = tuple(Phase(phase["cue"], float(phase["s"])) for phase in table["phases"])
    return Pattern(
        id=table["id"],
        name=table.get("name", table["id"]),
        about=table.get("about", ""),
        phases=phases,
        max_cycles=table.get("max_cycles"),
    )


@cache
def _read(step: str) -> dict[str, Any]:
    try:
        return tomllib.loads((FOLDER / f"{step}.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def _entries(kind: type[Entry], step: str, name: str) -> tuple[Entry, ...]:
    return tuple(record_from(kind, cast(Table, table)) for table in _read(step)[name])


def _string(value: str | list[str]) -> str | tuple[str, ...]:
    return value if isinstance(value, str) else tuple(value)
