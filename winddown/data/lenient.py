"""Reads a record from a TOML file so that one mistake costs one value, and is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from winddown.data.records import Stored, Table, stored_fields
from winddown.errors import KeyPath, NotUnderstood, named
from winddown.routine.text import visible
from winddown.toml_reading import TomlFile

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = TypeVar("Record", bound="DataclassInstance")

Unusable: TypeAlias = Callable[["DataclassInstance", KeyPath], str]
"""Says why an entry of a list, which stands there, is left out; empty when it is not."""

MOST = 12
"""So many mistakes are named; a file with more of them is hardly the one that was meant."""


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


def read_leniently(
    kind: type[Record], file: TomlFile, unusable: Unusable, most: int = MOST
) -> tuple[Record, list[Problem]]:
    """Read a record of which every field has a default; what is wrong keeps its default.

    Args:
        kind: the dataclass to read.
        file: the file that should hold one.
        unusable: asked once about each entry of a list, in their order.
        most: so many mistakes are named.
    """
    reading = _Reading(kind, file, unusable, most)
    record = reading.record(kind, file.table, ())
    if record is None:
        raise TypeError(f"{kind.__name__} has a field without a default")
    if reading.unnamed:
        reason = f"{reading.unnamed} more like these are named once those are put right"
        reading.problems.append(Problem(file.path.name, None, reason))
    return record, reading.problems


class _Reading:
    """One pass over a file, collecting what is wrong."""

    def __init__(
        self, kind: type[DataclassInstance], file: TomlFile, unusable: Unusable, most: int
    ) -> None:
        self.file = file
        self.most = most
        self.unusable = unusable
        self.problems: list[Problem] = []
        self.unnamed = 0
        self.refused = 0
        self.kind = kind

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
                self.refused += 1
                self._tell(path, f"{named(path)} {problem.reason}")
        elif stored.many:
            if not (isinstance(value, list) and all(isinstance(each, dict) for each in value)):
                tables = f"{named(at)} should be a list of tables, as [[{'.'.join(map(str, at))}]]"
                self._tell(at, self._elsewhere(at, value) or tables)
                return
            entries = tuple(self._entries(stored.record, value, at))
            # A list inside an entry counts whole or not at all: a breath of which
            # one phase is not understood would be another breath.
            if len(entries) == len(value) or not _is_in_entry(at):
                values[stored.name] = entries
        elif isinstance(value, dict):
            values[stored.name] = self.record(stored.record, cast(Table, value), at)
        else:
            self._tell(at, f"{named(at)} should be a table, as [{'.'.join(map(str, at))}]")

    def _entries(
        self, kind: type[Record], tables: Iterable[Table], at: KeyPath
    ) -> Iterator[Record]:
        for place, table in enumerate(tables):
            refused = self.refused
            entry = self.record(kind, table, (*at, place))
            if entry is None:
                continue
            if reason := self.unusable(entry, (*at, place)):
                # Without a value that is not understood it may lack something; once is enough.
                if self.refused == refused:
                    self._tell((*at, place), reason)
            else:
                yield entry

    def _unknown(self, key: str, known: Iterable[str], at: KeyPath) -> None:
        if len(self.problems) >= self.most:
            self.unnamed += 1  # looking for a name like it takes a while
            return
        if home := self._home_of(key):
            self._tell(at, f"'{short(key)}' belongs {home}")
            return
        if near := get_close_matches(key, list(known), n=1):
            hint = f"Did you mean '{near[0]}'?"
        else:
            hint = "It is passed over"
        self._tell(at, f"I don't know '{short(key)}'. {hint}")

    def _home_of(self, key: str) -> str:
        """Say where a key that stands elsewhere belongs; empty when no one place has such a key."""
        top = stored_fields(self.kind)
        if any(stored.name == key for stored in top):
            return "at the top of the file, above the first [table]"
        tables = [
            f"[{stored.name}]"
            for stored in top
            if stored.record and not stored.many
            if any(inner.name == key for inner in stored_fields(stored.record))
        ]
        return f"under {' or '.join(tables)}" if tables else ""

    def _elsewhere(self, at: KeyPath, value: object) -> str:
        """Say where a value at the top belongs that a key of the same name in a table takes."""
        if len(at) > 1:
            return ""
        homes = []
        for table in stored_fields(self.kind):
            if table.record and not table.many:
                inner = {stored.name: stored for stored in stored_fields(table.record)}
                if (found := inner.get(str(at[0]))) and _reads(found, value):
                    homes.append(f"[{table.name}]")
        return f"'{at[0]}' with such a value belongs under {' or '.join(homes)}" if homes else ""

    def _tell(self, at: KeyPath, reason: str) -> None:
        if len(self.problems) < self.most:
            self.problems.append(problem_at(self.file, at, reason))
        else:
            self.unnamed += 1


def _reads(stored: Stored, value: object) -> bool:
    try:
        stored.read(value)
    except NotUnderstood:
        return False
    return True


def _is_in_entry(at: KeyPath) -> bool:
    return any(isinstance(part, int) for part in at)


def short(key: str) -> str:
    """Show what a file says where a name should stand, cut where it is long."""
    return visible(key if len(key) <= 40 else key[:39] + "…")
