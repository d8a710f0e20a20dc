"""Keeps evenings, one file each: the verbs that read them and the one that writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import TypeAlias, cast

from winddown.data.evening_file import (
    LIMIT,
    SCHEMA,
    AnyEvening,
    days_kept,
    read_evening,
    understood,
)
from winddown.data.locations import Locations
from winddown.data.records import Table, record_from, tables_of, unanswered
from winddown.data.toml_file import write_atomically
from winddown.errors import CannotEdit, NewerSchema, NotWritten, UnreadableEvening
from winddown.routine.evening import Evening

FIRST_LINE = "# winddown: one evening. Plain text, yours to read and edit."

Read: TypeAlias = tuple[list[Evening], list[UnreadableEvening]]
"""Evenings, newest first, and what could not be read, with the reason."""


def load(locations: Locations, day: date) -> Evening | None:
    """Read one evening; None when none stands on disk.

    Raises:
        UnreadableEvening: its file cannot be read, or not be understood.

    """
    return load_as(Evening, locations, day)


def load_as(kind: type[AnyEvening], locations: Locations, day: date) -> AnyEvening | None:
    """Read one evening as a record with more fields than `Evening`; else like `load`."""
    file = read_evening(locations.evening(day))
    return understood(kind, file, day) if file else None


def load_recent(
    locations: Locations, before: date, limit: int, kind: type[Evening] = Evening
) -> Read:
    """Read the newest evenings before a day, at most `limit` of them, each as a `kind`."""
    return _load(locations, lambda day: day < before, limit, kind)


def _load(
    locations: Locations,
    counts: Callable[[date], bool],
    limit: int,
    kind: type[Evening] = Evening,
) -> Read:
    evenings: list[Evening] = []
    problems: list[UnreadableEvening] = []
    for day in days_kept(locations):
        if len(evenings) >= limit:
            break
        if isinstance(day, UnreadableEvening):
            problems.append(day)
        elif counts(day):
            try:
                evening = load_as(kind, locations, day)
            except UnreadableEvening as problem:
                problems.append(problem)
            else:
                evenings += [evening] if evening else []
    return evenings, problems


def load_all(locations: Locations) -> Read:
    """Read every evening."""
    return _load(locations, lambda _: True, sys.maxsize)


def load_between(locations: Locations, since: date, until: date) -> Read:
    """Read the evenings from one day up to another, both among them."""
    return _load(locations, lambda day: since <= day <= until, sys.maxsize)


def any_kept(locations: Locations) -> bool:
    """Tell whether any evening stands on disk, readable or not."""
    return any(True for _ in days_kept(locations))


def save(locations: Locations, known: AnyEvening | None, evening: AnyEvening) -> AnyEvening:
    """Write what changed between two states of one evening, and give back what now stands on disk.

    Whatever else changed on disk meanwhile stays. Where the same answer was
    changed there too, the file as it stood is first copied to the backups.

    Args:
        locations: the person's folders.
        known: the evening as this program last read or wrote it, if it did.
        evening: the evening as it should be.

    Raises:
        UnreadableEvening: the file that stands there is not understood.
        NewerSchema: the file was made by a later winddown.
        NotUnderstood: the evening holds what no file could give back.
        NotWritten: the disk, another program or the file's layout does not allow it.

    """
    kind, path = type(evening), locations.evening(evening.evening)
    wanted = tables_of(evening)
    as_stored = record_from(kind, wanted)
    before = tables_of(known) if known else unanswered(kind, wanted)
    if known and before == wanted:
        return load_as(kind, locations, evening.evening) or as_stored
    from winddown.data.lock import locked  # these are loaded only when something is written
    from winddown.data.merging import merge

    with locked(locations):
        file = read_evening(path)
        if file is None:
            _write(path, f"{FIRST_LINE}\n", {"schema": SCHEMA, **wanted})
            return as_stored
        understood(kind, file, evening.evening)
        if cast(int, file.table.get("schema", SCHEMA)) > SCHEMA:
            raise NewerSchema(path)
        table, gave_way = merge(kind, before, file.table, wanted)
        merged = record_from(kind, table)
        if table != file.table:
            if gave_way:
                _keep_copy(locations, evening.evening, file.text)
            _write(path, file.text, table)
        return merged


def _write(path: Path, text: str, table: Table) -> None:
    from winddown.data.toml_edit import edited

    try:
        text = edited(text, table)
    except CannotEdit as problem:
        raise NotWritten(path, str(problem)) from None
    if len(text.encode()) > LIMIT:
        raise NotWritten(path, f"it would be longer than {LIMIT // 1024} kB")
    write_atomically(path, text)


def _keep_copy(locations: Locations, day: date, text: str) -> None:
    """Copy a file's whole text beside the other copies, unless a try before this one has."""
    for number in count(1):
        copy = locations.backups / f"{day}-other-version-{number}.toml"
        with suppress(OSError):
            if copy.read_bytes() == text.encode():
                return
        if not os.path.lexists(copy):
            write_atomically(copy, text)
            return
