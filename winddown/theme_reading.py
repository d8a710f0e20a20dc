"""Reads one theme file, and says where it is not as it should be."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypeGuard

from winddown.colours import DEFAULT, is_colour, is_terminals_own
from winddown.errors import UnreadableFile
from winddown.palette import Palette
from winddown.routine.text import visible
from winddown.toml_reading import read_toml

_COLOURS = ("ground", "row", "text", "heading", "accent", "quiet", "marks")
_KEYS = ("name", "dark", *_COLOURS, "orb")
_LARGEST = 65_536
"""Bytes; no theme is longer than this."""
_LONGEST = 40
"""Characters of an unknown key that are shown."""


class UnreadableTheme(UnreadableFile):
    """A theme's file could not be read, or not be understood."""

    remedy = "the theme is left out until that is put right"

    def __init__(self, path: Path, line: int | None, reason: str, key: str = "") -> None:
        """Name the file, the line, what is wrong there, and the key it is about."""
        super().__init__(path, line, reason)
        self.key = key


class _Kind(NamedTuple):
    """What a theme is made of, in the words of a mistake."""

    one: str
    three: str


_HEX = _Kind('a colour such as "#141014"', 'colours such as ["#ecb880", "#be7668", "#6e4258"]')
_OWN = _Kind(
    'one of the terminal\'s own, such as "yellow", "bright-blue" or "default"',
    'of the terminal\'s own, such as ["yellow", "yellow", "red"], and not "default"',
)


def load(path: Path) -> Palette:
    """Read one theme.

    Raises:
        UnreadableTheme: the file cannot be read, or something in it is not as it should be.
    """
    try:
        file = read_toml(path, limit=_LARGEST)
    except FileNotFoundError:
        raise UnreadableTheme(path, None, "there is no such file") from None
    except UnreadableFile as problem:
        raise UnreadableTheme(path, problem.line, problem.reason) from None
    for key in _KEYS:
        if reason := _wrong(key, file.table, path.stem):
            raise UnreadableTheme(path, file.line_of((key,)), reason, key)
    for key in file.table:
        if key not in _KEYS:
            raise UnreadableTheme(path, file.line_of((key,)), _unknown(key), key)
    return _palette(path.stem, file.table)


def _palette(name: str, table: Mapping[str, object]) -> Palette:
    """Make a palette of a table in which nothing is wrong."""
    centre, middle, edge = _texts(table["orb"])
    ground, row, text, heading, accent, quiet, marks = _texts([table[key] for key in _COLOURS])
    return Palette(
        name=name,
        dark=table["dark"] is True,
        ground=ground,
        row=row,
        text=text,
        heading=heading,
        accent=accent,
        quiet=quiet,
        marks=marks,
        orb=(centre, middle, edge),
    )


def _wrong(key: str, table: Mapping[str, object], name: str) -> str:
    """Say what is wrong with a key's value; empty where nothing is."""
    value = table.get(key)
    if value is None:
        near = difflib.get_close_matches(key, table.keys() - set(_KEYS), n=1)
        return f"'{key}' is missing" + (f", unless '{visible(near[0])}' is meant" if near else "")
    if key == "name":
        return "" if value == name else "'name' should be the same as the file's name"
    if key == "dark":
        return "" if isinstance(value, bool) else "'dark' should be true or false"
    return _wrong_colour(key, value, table)


def _unknown(key: str) -> str:
    near = difflib.get_close_matches(key, _KEYS, n=1)
    meant = f", unless '{near[0]}' is meant" if near else ""
    return f"I don't know '{visible(key[:_LONGEST])}'{meant}"


def _wrong_colour(key: str, value: object, table: Mapping[str, object]) -> str:
    """Say what is wrong with a colour or three; the ground says of which kind all of them are."""
    ground = table["ground"]
    if key == "ground":
        fits = is_colour(ground) or is_terminals_own(ground)
        return "" if fits else f"'ground' should be {_HEX.one}, or {_OWN.one}"
    kind, is_kind = (_OWN, is_terminals_own) if is_terminals_own(ground) else (_HEX, is_colour)
    if key == "orb":
        fits = _is_three(value) and all(is_kind(each) and each != DEFAULT for each in value)
        return "" if fits else f"'orb' should be three {kind.three}"
    return "" if is_kind(value) else f"'{key}' should be {kind.one}, as 'ground' is"


def _is_three(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list) and len(value) == 3


def _texts(values: object) -> list[str]:
    return [str(value) for value in values] if isinstance(values, list) else []
