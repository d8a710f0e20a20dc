"""The whole program in another alphabet: its words, its lists, and what a person wrote.

Whatever still stands on a screen in the usual letters was written in the code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from string import ascii_letters
from typing import Any, TypeVar, cast

import pytest

from winddown.data import content
from winddown.routine.breathing import Phase

T = TypeVar("T")

_ALPHABET = "αβψδεφγηιξκλμνοπϙρστθωϝχυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠϘΡΣΤΘΩϜΧΥΖ"
_LETTERS = str.maketrans(ascii_letters, _ALPHABET)

_READ = {
    "text", "say", "rest", "away", "name", "about", "steps", "starters", "who", "note", "cue",
    "words", "from_what", "in_touch", "country", "number", "also", "hours", "lang", "emergency",
    "url", "contact",
}  # fmt: skip
"""The fields of a list or an evening that are read on a screen; all others are ids."""

LISTS = ("comforts", "habits", "acts", "patterns", "lines", "directories")


def greek(text: str) -> str:
    """Write a text in other letters, as long as before; its {fields} stay."""
    return re.sub(r"{\w+}|[A-Za-z]+", _letters, text)


def _letters(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("{") else found[0].translate(_LETTERS)


def greeked(value: T) -> T:
    """Write a record, with the records in it, in other letters."""
    if not is_dataclass(value) or isinstance(value, type | Phase):
        return value
    changed = {
        field.name: _value(field.name, getattr(value, field.name)) for field in fields(value)
    }
    return cast(T, replace(cast(Any, value), **changed))


def _value(name: str, value: object) -> object:
    if isinstance(value, str):
        return greek(value) if name in _READ else value
    if isinstance(value, tuple):
        return tuple(_value(name, each) for each in value)
    return greeked(value)


def speak_greek(patch: pytest.MonkeyPatch) -> None:
    """Give every list that comes with the program in other letters."""
    for name in LISTS:
        patch.setattr(content, name, _listing([greeked(each) for each in getattr(content, name)()]))
    patch.setattr(content, "cues", _listing([greek(cue) for cue in content.cues()]))


def _listing(entries: Sequence[T]) -> Callable[[], tuple[T, ...]]:
    return lambda: tuple(entries)


def say_in_greek(home: Path) -> None:
    """Say every string of the program in other letters, as a translator would: in files."""
    folder = home / "config" / "content"
    folder.mkdir(parents=True, exist_ok=True)
    for name in content.names():
        lines = ["[words]"]
        for key, usual in content.strings(name).items():
            said = greek(usual) if isinstance(usual, str) else [greek(line) for line in usual]
            lines.append(f"{key} = {json.dumps(said, ensure_ascii=False)}")
        (folder / f"{name}.toml").write_text("\n".join(lines), encoding="utf-8")
