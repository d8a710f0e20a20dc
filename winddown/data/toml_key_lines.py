"""Finds the lines of all keys of a TOML text in one pass, for when many are asked for."""

from __future__ import annotations

import tomllib
from typing import cast

from winddown.data.toml_outline import Address, address_of
from winddown.data.toml_tokens import statements_in
from winddown.errors import KeyPath
from winddown.toml_reading import TomlFile


class WithLines(TomlFile):
    """A file that knows the lines of all its keys once it is asked for one."""

    __slots__ = ("_lines",)

    def __init__(self, file: TomlFile) -> None:
        """Know the lines of a file that has been read."""
        super().__init__(file.path, file.text, file.table)
        self._lines: dict[KeyPath, int] = {}

    def line_of(self, key_path: KeyPath) -> int | None:
        """Find the line, from 1, on which a key stands; None when there is no such key."""
        self._lines = self._lines or key_lines(self.text)
        return self._lines.get(key_path)


def key_lines(text: str) -> dict[KeyPath, int]:
    """Give the line, from 1, on which each key of a valid text first stands."""
    lines: dict[KeyPath, int] = {(): 1}
    table: Address = ()
    last_place: dict[Address, int] = {}
    line = 1
    for statement in statements_in(text):
        first = statement.lstrip(" \t")[:1]
        if first == "[":
            table = address_of(_read(statement), last_place)
            for length in range(1, len(table) + 1):
                lines.setdefault(table[:length], line)
        elif first not in "#\r\n":
            _note(lines, table, _read(statement), line)
        line += statement.count("\n")
    return lines


def _note(lines: dict[KeyPath, int], table: Address, value: object, line: int) -> None:
    """Note the line of every key in a value."""
    todo: list[tuple[KeyPath, object]] = [(table, value)]
    while todo:
        path, value = todo.pop()
        lines.setdefault(path, line)
        if isinstance(value, dict):
            todo += (
                ((*path, key), inner) for key, inner in cast("dict[str, object]", value).items()
            )
        elif isinstance(value, list):
            todo += (((*path, place), inner) for place, inner in enumerate(value))


def _read(statement: str) -> object:
    try:
        return tomllib.loads(statement)
    except RecursionError:
        return {}  # brackets so deep in brackets that they could only just be read before
