"""Writes single changes into the person's config, and takes them back; every other byte stays."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from winddown.data.config import LIMIT
from winddown.data.locations import Locations
from winddown.data.lock import locked
from winddown.data.records import Table
from winddown.data.toml_edit import edited
from winddown.data.toml_file import write_atomically
from winddown.errors import CannotEdit, NotWritten
from winddown.toml_reading import read_toml


@dataclass(frozen=True, slots=True, repr=False)
class Change:
    """The whole config before and after one change."""

    before: str | None
    """None when there was no file."""
    after: str


def change(where: Locations, make: Callable[[Table], None]) -> Change | None:
    """Make one change in the config; every other byte stays as it is.

    Args:
        where: the person's folders.
        make: changes the table that the config holds, which is read anew first.

    Returns:
        What `undo` takes back, or None when there was nothing to change.

    Raises:
        UnreadableFile: the config that stands there cannot be read.
        NotWritten: it is laid out so that it cannot be changed, or the disk does not allow it.
    """
    path = where.config_file
    with locked(where):
        before, table = _read(path)
        wanted = deepcopy(table)
        try:
            make(wanted)
            after = edited(before or "", wanted)
        except CannotEdit as problem:
            raise NotWritten(path, str(problem)) from None
        after = after if before else after.lstrip()
        if after == (before or ""):
            return None
        if len(after.encode()) > LIMIT:
            raise NotWritten(path, f"it would be longer than {LIMIT // 1024} kB")
        write_atomically(path, after)
        return Change(before, after)


def undo(where: Locations, done: Change) -> None:
    """Put the config back to the byte as it was before a change.

    Raises:
        UnreadableFile: the config that stands there cannot be read.
        NotWritten: it was changed since, or the disk does not allow it.
    """
    path = where.config_file
    with locked(where):
        now, _ = _read(path)
        if now != done.after:
            raise NotWritten(path, "it was changed elsewhere since, so it is left as it is now")
        if done.before is None:
            path.unlink()
        else:
            write_atomically(path, done.before)


def _read(path: Path) -> tuple[str | None, Table]:
    try:
        file = read_toml(path, limit=LIMIT)
    except FileNotFoundError:
        return None, {}
    return file.text, file.table


def keep_country(where: Locations, code: str) -> None:
    """Write the country whose help lines are shown.

    Raises:
        UnreadableFile: the config that stands there cannot be read.
        NotWritten: it is laid out so that it cannot be changed, or the disk does not allow it.
    """

    def set_country(config: Table) -> None:
        support = config.setdefault("support", {})
        if not isinstance(support, dict):
            raise CannotEdit
        support["country"] = code

    change(where, set_country)


def leave_out(where: Locations, name: str, suggest: bool) -> None:
    """Write whether a person may be suggested; why is stored nowhere.

    Raises:
        WinddownError: as for `keep_country`.
    """

    def set_suggest(config: Table) -> None:
        people = config.setdefault("people", [])
        if not (isinstance(people, list) and all(isinstance(each, dict) for each in people)):
            raise CannotEdit
        person = next((each for each in people if each.get("name") == name), None)
        if person is None:
            person = {"name": name}
            people.append(person)
        person["suggest"] = suggest

    change(where, set_suggest)


