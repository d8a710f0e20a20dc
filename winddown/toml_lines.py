"""Finds the line of a key in a TOML text, for when there is a mistake to name."""

from __future__ import annotations

import re
import tomllib

from winddown.errors import KeyPath


def line_of(text: str, key_path: KeyPath) -> int | None:
    """Find the line, from 1, on which a key of a valid text first stands; None when it has none.

    It is the line after the longest beginning of the text that reads without the
    key, looked for by halving.
    """
    try:
        return _found(text, key_path)
    except RecursionError:
        return None  # brackets so deep in brackets that they could only just be read before


def _found(text: str, key_path: KeyPath) -> int | None:
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    if not _holds(tomllib.loads(text), key_path):
        return None
    without, within = 0, len(lines)
    while True:
        middle, table = _readable(lines, without, within)
        if middle is None:
            return without + 1
        if _holds(table, key_path):
            within = middle
        else:
            without = middle


def _readable(lines: list[str], after: int, before: int) -> tuple[int, object] | tuple[None, None]:
    """Find a beginning of the text that reads, about halfway between two others."""
    half = (after + before) // 2
    for count in (*range(half, after, -1), *range(half + 1, before)):
        try:
            return count, tomllib.loads("".join(lines[:count]))
        except ValueError:
            continue  # it ends inside a value of several lines
    return None, None


def _holds(table: object, key_path: KeyPath) -> bool:
    for part in key_path:
        if isinstance(part, int) and isinstance(table, list):
            if part >= len(table):
                return False
            table = table[part]
        elif isinstance(part, str) and isinstance(table, dict) and part in table:
            table = table[part]
        else:
            return False
    return True
