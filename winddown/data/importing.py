"""Brings evenings in from JSON: what is new is written, what differs is kept beside."""

from __future__ import annotations

import json
import os
import re
import tomllib
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from winddown.data import migration
from winddown.data.evening_file import LIMIT, read_evening
from winddown.data.evenings import FIRST_LINE
from winddown.data.export_json import VERSION
from winddown.data.json_values import NotInToml, from_json
from winddown.data.locations import Locations
from winddown.data.lock import locked
from winddown.data.matching import alike
from winddown.data.moving import is_free
from winddown.data.records import Table, record_from
from winddown.data.toml_file import write_atomically
from winddown.data.toml_fresh import fresh
from winddown.errors import NotUnderstood, UnreadableEvening, WinddownError, named
from winddown.routine.evening import Evening

Came: TypeAlias = Literal["new", "same", "beside", "beside-before"]
"""What became of an evening: written; here already; another stands here, and this one is now, or
was since an earlier time, among the copies."""


class Incoming(NamedTuple):
    """An evening that can be written."""

    day: date
    table: Table
    text: str


def entries_in(content: bytes, name: str) -> list[object]:
    """Give what a file holds as evenings, not yet looked at.

    Raises:
        WinddownError: the file, which goes by `name`, is not what `export json` writes.
    """
    other = f"{name} is not what `winddown export json` writes; nothing was brought in."
    try:
        whole = json.loads(content, parse_constant=_refuse)
    except json.JSONDecodeError as problem:
        other = f"{name} line {problem.lineno}, column {problem.colno}: this is not JSON; "
        other += "nothing was brought in."
    except RecursionError:
        other = f"{name} has brackets too deep in one another; nothing was brought in."
    except UnicodeDecodeError:
        other = f"{name} should be saved as UTF-8, and is not; nothing was brought in."
    except ValueError:
        other = f"{name} holds a number that JSON has no place for; nothing was brought in."
    else:
        found = whole if isinstance(whole, dict) else {}
        version, entries = found.get("winddown"), found.get("evenings")
        if type(version) is int and version > VERSION:
            other = f"{name} was written by a newer winddown; update winddown to bring it in."
        elif type(version) is int and version == VERSION and isinstance(entries, list):
            return entries
    # Raised out here, so that nothing of the text travels with it as its context.
    raise WinddownError(other)


def _refuse(_: str) -> float:
    raise ValueError  # NaN and Infinity, which JSON does not know


def understood(entry: object) -> Incoming:
    """Tell what an entry says, and how its file would read.

    Raises:
        WinddownError: it is no evening, or none that could be read again; says what is wrong.
    """
    if not isinstance(entry, dict):
        raise NotInToml("should be an object with the answers of one evening")
    try:
        table = from_json(entry)
        evening = _evening(table)
        text = fresh(FIRST_LINE, table)
        is_safe = alike(tomllib.loads(text), table)
    except RecursionError:
        reason = "holds tables too deep in one another"
    except ValueError:
        reason = "holds a value that TOML has no place for"
    else:
        if is_safe and len(text.encode()) <= LIMIT:
            return Incoming(evening.evening, table, text)
        reason = "holds a value that TOML has no place for"
        if is_safe:
            reason = f"would be longer than {LIMIT // 1024} kB"
    raise NotInToml(reason)


def _evening(table: Table) -> Evening:
    schema = table.get("schema", migration.FIRST)
    if type(schema) is not int or schema < migration.FIRST:
        raise NotInToml(f"'schema' should be {migration.SCHEMA}")
    try:
        return record_from(Evening, migration.migrated(table))
    except NotUnderstood as problem:
        reason = f"{named(problem.key_path)} {problem.reason}"
        if schema > migration.SCHEMA:
            reason = f"was made by a newer winddown, for which {reason} no longer holds"
        raise NotInToml(reason) from None


class Arrivals:
    """The evenings on disk, and the copies kept beside them, as more evenings arrive."""

    def __init__(self, where: Locations) -> None:
        """Look through the copies once; nothing is made before an evening arrives."""
        self._where = where
        self._copies: dict[date, list[Path]] = {}
        with suppress(OSError):  # none yet
            for name in sorted(os.listdir(where.backups)):  # noqa: PTH208, names are all it takes
                if found := _IMPORTED.fullmatch(name):
                    with suppress(ValueError):  # there is no 30th of February
                        day = date.fromisoformat(found[1])
                        self._copies.setdefault(day, []).append(where.backups / name)

    def take_in(self, incoming: Incoming) -> tuple[Came, Path]:
        """Write an evening where none stands, and never over one that does.

        Returns:
            What became of it, and the file in which it now stands.

        Raises:
            NotWritten: the disk or another program does not allow it.
        """
        path = self._where.evening(incoming.day)
        with locked(self._where):
            free = partial(is_free, path)
            if free() and write_atomically(path, incoming.text, only_if=free):
                return "new", path
            if _says(path, incoming.table):
                return "same", path
            copies = self._copies.setdefault(incoming.day, [])
            if before := next((one for one in copies if _says(one, incoming.table)), None):
                return "beside-before", before
            names = (f"{incoming.day}-imported-{number}.toml" for number in count(1))
            copy = next(one for name in names if is_free(one := self._where.backups / name))
            write_atomically(copy, incoming.text)
            copies.append(copy)
            return "beside", copy


_IMPORTED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-imported-[0-9]+\.toml")


def _says(path: Path, table: Table) -> bool:
    try:
        file = read_evening(path)
    except UnreadableEvening:
        return False
    return file is not None and alike(file.table, table)
