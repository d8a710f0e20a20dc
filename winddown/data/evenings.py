"""Keeps evenings, one file each: the verbs that read them and the one that writes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeAlias

from winddown.data import migration
from winddown.data.evening_file import (
    AnyEvening,
    days_kept,
    is_as_laid_out,
    is_newer,
    read_evening,
    schema_of,
    understood,
)
from winddown.data.locations import Locations
from winddown.data.meanwhile import ATTEMPTS, KEEPS_WRITING, still_holds
from winddown.data.records import Table, record_from, tables_of, unanswered
from winddown.data.toml_file import write_atomically
from winddown.errors import GoneMeanwhile, NewerSchema, NotWritten, UnreadableEvening
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


def load_to_write(
    kind: type[AnyEvening], locations: Locations, day: date
) -> tuple[AnyEvening | None, UnreadableEvening | NewerSchema | None]:
    """Read one evening as a record, and tell what is in the way of reading it or of writing it."""
    path = locations.evening(day)
    try:
        file = read_evening(path)
        evening = understood(kind, file, day) if file else None
    except UnreadableEvening as problem:
        return None, problem
    return evening, NewerSchema(path) if file and is_newer(file) else None


def newest(locations: Locations, before: date, kind: type[Evening] = Evening) -> Iterator[Evening]:
    """Give the evenings before a day, newest first, each read as it is asked for, as a `kind`.

    One that cannot be read is passed over.
    """
    each = _each(locations, lambda day: day < before, kind)
    return (evening for evening in each if isinstance(evening, Evening))


def _each(
    locations: Locations, counts: Callable[[date], bool], kind: type[Evening] = Evening
) -> Iterator[Evening | UnreadableEvening]:
    for day in days_kept(locations):
        if isinstance(day, UnreadableEvening):
            yield day
        elif counts(day):
            try:
                evening = load_as(kind, locations, day)
            except UnreadableEvening as problem:
                yield problem
            else:
                if evening is not None:
                    yield evening


def load_newest(locations: Locations, since: date, until: date, limit: int) -> Read:
    """Read the newest evenings between two days, at most `limit` of those that are not kept out.

    Whatever is older than the last of them is not opened.
    """
    each = _each(locations, lambda day: since <= day <= until)
    return _read(each, limit, lambda evening: not evening.keep_out)


def _read(
    each: Iterable[Evening | UnreadableEvening],
    limit: int = sys.maxsize,
    shows: Callable[[Evening], bool] = lambda _: True,
) -> Read:
    evenings: list[Evening] = []
    problems: list[UnreadableEvening] = []
    for found in each:
        if isinstance(found, UnreadableEvening):
            problems.append(found)
        elif shows(found):
            evenings.append(found)
            if len(evenings) == limit:
                break
    return evenings, problems


def load_all(locations: Locations) -> Read:
    """Read every evening."""
    return _read(_each(locations, lambda _: True))


def load_between(locations: Locations, since: date, until: date) -> Read:
    """Read the evenings from one day up to another, both among them."""
    return _read(_each(locations, lambda day: since <= day <= until))


def any_kept(locations: Locations) -> bool:
    """Tell whether any evening stands on disk, readable or not."""
    return any(True for _ in days_kept(locations))


def save(
    locations: Locations,
    known: AnyEvening | None,
    evening: AnyEvening,
    *,
    anew: bool = True,
) -> AnyEvening:
    """Write what changed between two states of one evening, and give back what now stands on disk.

    Whatever else changed on disk meanwhile stays, up to the last moment. Where the
    same answer was changed there too, the file as it stood is first copied to the
    backups; so is one of an earlier layout, and this evening where an answer of it
    is no longer there.

    Args:
        locations: the person's folders.
        known: the evening as this program last read or wrote it, if it did.
        evening: the evening as it should be.
        anew: False where one that was taken away meanwhile is to stay away.

    Raises:
        GoneMeanwhile: it was taken away meanwhile.
        UnreadableEvening: the file that stands there is not understood.
        NewerSchema: the file was made by a later winddown.
        NotUnderstood: the evening holds what no file could give back.
        NotWritten: the disk, another program or the file's layout does not allow it.

    """
    kind, day, wanted = type(evening), evening.evening, tables_of(evening)
    as_stored = record_from(kind, wanted)
    before = tables_of(known) if known else unanswered(kind, wanted)
    if known and before == wanted:
        return load_as(kind, locations, day) or as_stored
    from winddown.data.lock import locked  # as all of this, only when something is written

    with locked(locations):
        for _ in range(ATTEMPTS):
            stands = _brought_together(locations, as_stored, before, wanted, anew=anew)
            if stands is not None:
                return stands
    raise NotWritten(locations.evening(day), KEEPS_WRITING)


def keep_aside(locations: Locations, evening: Evening) -> Path:
    """Keep an evening whose own file cannot be written among the copies, and give that copy.

    Raises:
        NotWritten: that cannot be written either.
    """
    from winddown.data.copies import keep_other_version
    from winddown.data.evening_text import text_of
    from winddown.data.lock import locked

    with locked(locations):
        text = text_of(locations.evening(evening.evening), tables_of(evening))
        return keep_other_version(locations, str(evening.evening), text)


def _brought_together(
    locations: Locations, evening: AnyEvening, before: Table, wanted: Table, *, anew: bool
) -> AnyEvening | None:
    """Write once what changed into the file as it stands; None where another one does by then."""
    from winddown.data.evening_text import changed_text, layout, text_of

    kind, path = type(evening), locations.evening(evening.evening)
    file = read_evening(path)
    if file is None:
        if not anew:
            raise GoneMeanwhile(evening.evening)
        text = text_of(path, wanted)
        return evening if _put(locations, evening.evening, text, None) else None
    if is_as_laid_out(file) and file.table == {"schema": migration.SCHEMA, **before}:
        # It stands as this program left it, so that there is nothing to bring together.
        text = text_of(path, wanted)
        return evening if _put(locations, evening.evening, text, file.text) else None
    stands = understood(kind, file, evening.evening)
    if is_newer(file):
        raise NewerSchema(path)
    schema = schema_of(file) or migration.SCHEMA
    from winddown.data.copies import keep_other_version, keep_schema
    from winddown.data.given_up import is_given_up
    from winddown.data.merging import merge

    stood = migration.migrated(file.table)
    table, gave_way = merge(kind, before, stood, wanted)
    merged = record_from(kind, table)
    if is_given_up(locations, evening, table):
        keep_other_version(locations, str(evening.evening), text_of(path, wanted))
    if table == stood:
        return merged
    is_ours = is_as_laid_out(file) or file.text == layout(tables_of(stands))
    is_ours = is_ours and table == {"schema": migration.SCHEMA, **tables_of(merged)}
    text = text_of(path, tables_of(merged)) if is_ours else changed_text(file, table)
    if schema < migration.SCHEMA:
        keep_schema(locations, evening.evening, schema, file.text)
    if gave_way:
        keep_other_version(locations, str(evening.evening), file.text)
    return merged if _put(locations, evening.evening, text, file.text) else None


def _put(locations: Locations, day: date, text: str, stood: str | None) -> bool:
    """Write a file unless another one than was read stands there; tell whether it was written."""
    from winddown.data.backups import copy_first

    copy_first(locations, day)
    path = locations.evening(day)
    return write_atomically(path, text, only_if=partial(still_holds, path, stood))
