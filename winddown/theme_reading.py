"""Reads one theme file, and says where it is not as it should be."""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path

from winddown.colours import is_colour
from winddown.errors import UnreadableFile
from winddown.palette import Palette
from winddown.routine.text import visible

_COLOURS = ("ground", "row", "text", "heading", "accent", "quiet", "marks")
_KEYS = ("name", "dark", *_COLOURS, "orb")
_LARGEST = 65_536
"""Bytes; no theme is longer than this."""


class UnreadableTheme(UnreadableFile):
    """A theme's file could not be read, or not be understood."""

    remedy = "the theme is left out until that is put right"

    def __init__(self, path: Path, line: int | None, reason: str, key: str = "") -> None:
        """Name the file, the line, what is wrong there, and the key it is about."""
        super().__init__(path, line, reason)
        self.key = key


def load(path: Path) -> Palette:
    """Read one theme. Keys that are not a theme's are left aside.

    Raises:
        UnreadableTheme: the file cannot be read, or something in it is not as it should be.
    """
    text = _text(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        at = re.search(r"line (\d+)", str(problem))
        line = int(at[1]) if at else len(text.splitlines())
        raise UnreadableTheme(path, line, "this is not TOML") from None
    for key in _KEYS:
        if reason := _wrong(key, table, path.stem):
            raise UnreadableTheme(path, _line_of(text, key), reason, key)
    centre, middle, edge = table["orb"]
    colours = {key: table[key] for key in _COLOURS}
    return Palette(name=path.stem, dark=table["dark"], orb=(centre, middle, edge), **colours)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise UnreadableTheme(path, None, "it is too long to be a theme")
        return content.decode("utf-8").replace("\r\n", "\n")
    except OSError as problem:
        reason = problem.strerror or "no reason was given"
        raise UnreadableTheme(path, None, f"it cannot be read ({reason})") from None
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise UnreadableTheme(path, line, "this is not text in UTF-8") from None


def _wrong(key: str, table: dict[str, object], name: str) -> str:
    """Say what is wrong with a key's value; empty where nothing is."""
    value = table.get(key)
    if value is None:
        near = difflib.get_close_matches(key, table.keys() - set(_KEYS), n=1)
        return f"'{key}' is missing" + (f", unless '{visible(near[0])}' is meant" if near else "")
    if key == "name" and value != name:
        return "'name' should be the same as the file's name"
    if key == "dark" and not isinstance(value, bool):
        return "'dark' should be true or false"
    if key in _COLOURS and not is_colour(value):
        return f"'{key}' should be a colour such as \"#141014\""
    if key == "orb" and not (
        isinstance(value, list) and len(value) == 3 and all(map(is_colour, value))
    ):
        return '\'orb\' should be three colours such as ["#ecb880", "#be7668", "#6e4258"]'
    return ""


def _line_of(text: str, key: str) -> int | None:
    """Give the line on which a key's value begins, from 1; None where it is missing.

    It is the line after the longest beginning of the file that parses without the key.
    """
    lines = text.splitlines()
    before = 0
    for count in range(1, len(lines) + 1):
        try:
            table = tomllib.loads("\n".join(lines[:count]))
        except tomllib.TOMLDecodeError:
            continue
        if key in table:
            return before + 1
        before = count
    return None
