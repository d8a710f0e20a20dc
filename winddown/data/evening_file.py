"""Reads the files that evenings are kept in: which there are, and what each one says."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

from winddown.data import migration
from winddown.data.locations import Locations
from winddown.data.records import record_from
from winddown.errors import InTwo, KeyPath, NotUnderstood, UnreadableEvening, UnreadableFile, named
from winddown.refused import plainly
from winddown.routine.evening import Evening
from winddown.toml_reading import TomlFile, read_toml

LIMIT = 4 * 1024 * 1024
"""Bytes of one evening's file; what is longer was not written in an evening."""

SIDE_BY_SIDE = (
    "both sides of a merge stand in it, between <<<<<<< and >>>>>>>; "
    "`winddown review`, and `v` there, shows them side by side and keeps the one you choose"
)

AnyEvening = TypeVar("AnyEvening", bound=Evening)


def days_kept(locations: Locations) -> Iterator[date | UnreadableEvening]:
    """Give the day of each evening on disk, newest first; other files are passed over."""
    for year in _names_in(locations.evenings):
        if isinstance(year, UnreadableEvening):
            yield year
            continue
        for name in _names_in(locations.evenings / year):
            if isinstance(name, UnreadableEvening):
                yield name
            elif _DAY.fullmatch(name) and name.startswith(year):
                with suppress(ValueError):  # there is no 30th of February
                    yield date.fromisoformat(name.removesuffix(".toml"))


def has_longer_names(locations: Locations, since: date) -> bool:
    """Tell whether something since a day's year is called longer than any evening is.

    Only then may another version of one stand there, and what finds those has to be loaded.
    """
    return any(
        isinstance(name, str) and len(name) > len("2026-11-22.toml")
        for year in _names_in(locations.evenings)
        if isinstance(year, str) and year >= since.isoformat()[:4]
        for name in _names_in(locations.evenings / year)
    )


_DAY = re.compile(r"\d{4}-\d\d-\d\d\.toml")


def _names_in(folder: Path) -> list[str | UnreadableEvening]:
    try:
        return [*sorted(os.listdir(folder), reverse=True)]  # noqa: PTH208, names are all it takes
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as problem:
        reason = f"the folder cannot be read ({plainly(problem)})"
        return [UnreadableEvening(folder, None, reason)]


_laid_out: TomlFile | None = None
"""What this program laid out last, with what it says; it is not to be changed."""


def remember(file: TomlFile) -> None:
    """Take note of a file that this program has laid out, all of it, and is about to write."""
    global _laid_out
    _laid_out = file


def is_as_laid_out(file: TomlFile) -> bool:
    """Tell whether a file that was just read is, to the byte, what this program laid out last."""
    return file is _laid_out


def read_evening(path: Path) -> TomlFile | None:
    """Read an evening's file, or know it by its bytes; None when there is none.

    Raises:
        UnreadableEvening: it is no regular file, too long, or not TOML.

    """
    try:
        known = _laid_out if _laid_out is not None and _laid_out.path == path else None
        return read_toml(path, limit=LIMIT, known=known)
    except FileNotFoundError:
        return None
    except UnreadableFile as problem:
        from winddown.toml_mistakes import IN_TWO  # loaded by now, where that is the reason

        if problem.reason == IN_TWO:
            raise InTwo(problem.path, problem.line, SIDE_BY_SIDE) from None
        raise UnreadableEvening(problem.path, problem.line, problem.reason) from None


def understood(kind: type[AnyEvening], file: TomlFile, day: date) -> AnyEvening:
    """Tell what an evening's file says; of a newer schema, what can be read is.

    Raises:
        UnreadableEvening: a value is missing or wrong, or the day is another one.

    """
    if not file.table:
        raise UnreadableEvening(file.path, None, "there is no evening in it")
    schema = schema_of(file)
    if schema is None:
        raise _misread(file, ("schema",), f"'schema' should be {migration.SCHEMA}")
    try:
        evening = record_from(kind, migration.migrated(file.table))
    except NotUnderstood as problem:
        reason = f"{named(problem.key_path)} {problem.reason}"
        if schema > migration.SCHEMA:
            reason = f"it was made by a newer winddown, for which {reason} no longer holds"
        raise _misread(file, problem.key_path, reason) from None
    if evening.evening != day:
        raise _misread(file, ("evening",), f"'evening' should be {day}, as the file's name says")
    return evening


def schema_of(file: TomlFile) -> int | None:
    """Give the number of the layout that a file is of; None where it says something else."""
    schema = file.table.get("schema", migration.FIRST)
    return schema if type(schema) is int and schema >= migration.FIRST else None


def is_newer(file: TomlFile) -> bool:
    """Tell whether a later winddown laid a file out, so that this one does not write to it."""
    return (schema_of(file) or migration.SCHEMA) > migration.SCHEMA


def _misread(file: TomlFile, key_path: KeyPath, reason: str) -> UnreadableEvening:
    """Name the line of a key or, where the key is missing, of the table it is missing from."""
    while key_path and (line := file.line_of(key_path)) is None:
        key_path = key_path[:-1]
    return UnreadableEvening(file.path, line if key_path else None, reason)
