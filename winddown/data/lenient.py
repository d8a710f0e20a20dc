"""Reads a record from a TOML file so that one mistake costs one value, and is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar, cast

from winddown.data.records import Stored, Table, stored_fields
from winddown.data.toml_file import TomlFile
from winddown.errors import KeyPath, NotUnderstood, named

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = TypeVar("Record", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file, as a sentence."""

    file: str
    """The file's name, without its folder."""
    line: int | None
    """From 1; None when no single line is at fault."""
    reason: str

    def __str__(self) -> str:
        """Say which file and line, and what is wrong there."""
        where = self.file if self.line is None else f"{self.file} line {self.line}"
        return f"{where}: {self.reason}{'' if self.reason.endswith('?') else '.'}"


def problem_at(file: TomlFile, key_path: KeyPath, reason: str) -> Problem:
    """Name a mistake at a key, or at the nearest table around one that is missing."""
    line = None
    while key_path and (line := file.line_of(key_path)) is None:
        key_path = key_path[:-1]
    return Problem(file.path.name, line, reason)


def read_leniently(kind: type[Record], file: TomlFile) -> tuple[Record, list[Problem]]:
    """Read a record of which every field has a default; what is wrong keeps its default."""
    reading = _Reading(file)
    record = reading.record(kind, file.table, ())
    if record is None:
        raise TypeError(f"{kind.__name__} has a field without a default")
    return record, reading.problems


class _Reading:
    """One pass over a file, collecting what is wrong."""

    def __init__(self, file: TomlFile) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def record(self, kind: type[Record], table: Table, at: KeyPath) -> Record | None:
        """Read a table; None when something it cannot do without is missing or wrong."""
        known = {stored.name: stored for stored in stored_fields(kind)}
        values: Table = {}
        for key, value in table.items():
            if key in known:
                self._field(known[key], value, (*at, key), values)
            else:
                self._unknown(key, known, (*at, key))
        missing = [name for name, each in known.items() if each.required and name not in values]
        for name in missing:
            if name not in table:
                self._tell((*at, name), f"an entry here has no '{name}' yet, so it is left out")
        return None if missing else kind(**values)

    def _field(self, stored: Stored, value: object, at: KeyPath, values: Table) -> None:
        if stored.record is None:
            try:
                values[stored.name] = stored.read(value)
            except NotUnderstood as problem:
                path = (*at, *problem.key_path)
                self._tell(path, f"{named(path)} {problem.reason}")
        elif stored.many:
            if not (isinstance(value, list) and all(isinstance(each, dict) for each in value)):
                self._tell(
                    at, f"{named(at)} should be a list of tables, as [[{'.'.join(map(str, at))}]]"
                )
                return
            entries = [
                self.record(stored.record, cast(Table, each), (*at, place))
                for place, each in enumerate(value)
            ]
            # An entry that is left out keeps its place, so that lines stay true for the others.
            values[stored.name] = tuple(entry for entry in entries if entry is not None)
        elif isinstance(value, dict):
            values[stored.name] = self.record(stored.record, cast(Table, value), at)
        else:
            self._tell(at, f"{named(at)} should be a table, as [{'.'.join(map(str, at))}]")

    def _unknown(self, key: str, known: Iterable[str], at: KeyPath) -> None:
        near = get_close_matches(key, list(known), n=1)
        hint = f" Did you mean '{near[0]}'?" if near else " It is passed over"
        self._tell(at, f"I don't know '{_short(key)}'.{hint}")

    def _tell(self, at: KeyPath, reason: str) -> None:
        self.problems.append(problem_at(self.file, at, reason))


def _short(key: str) -> str:
    return key if len(key) <= 40 else key[:39] + "…"
