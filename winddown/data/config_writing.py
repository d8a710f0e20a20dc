"""Writes single changes into the person's config, and takes them back; every other byte stays."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from winddown.data.backups import copy_config_first
from winddown.data.config import LIMIT
from winddown.data.locations import Locations
from winddown.data.lock import locked
from winddown.data.meanwhile import ATTEMPTS, KEEPS_WRITING, still_holds
from winddown.data.records import Table
from winddown.data.toml_edit import edited
from winddown.data.toml_file import refuse_read_only, write_atomically
from winddown.errors import CannotEdit, KeyPath, NotEditable, NotUnderstood, NotWritten
from winddown.refused import with_remedy
from winddown.toml_reading import TomlFile, read_toml


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
        make: changes the table that the config holds. The file is read anew for it,
            and once more where an editor wrote to it meanwhile.

    Returns:
        What `undo` takes back, or None when there was nothing to change.

    Raises:
        UnreadableFile: the config that stands there cannot be read.
        NotEditable: it is laid out so that it cannot be changed; the line is named.
        NotWritten: the disk does not allow it.
    """
    path = where.config_file
    with locked(where):
        for _ in range(ATTEMPTS):
            file = _read(path)
            before = file.text if file else None
            after = _changed(path, file, make)
            if after == (before or ""):
                return None
            if len(after.encode()) > LIMIT:
                raise NotWritten(path, f"it would be longer than {LIMIT // 1024} kB")
            copy_config_first(where)
            if _put(path, after, instead_of=before):
                return Change(before, after)
    raise NotWritten(path, KEEPS_WRITING)


def undo(where: Locations, done: Change) -> None:
    """Put the config back to the byte as it was before a change.

    Raises:
        NotWritten: it was changed since, or the disk does not allow it.
    """
    path = where.config_file
    with locked(where):
        stands = still_holds(path, done.after)
        if stands and done.before is None:
            _remove(path)
        elif stands:
            stands = _put(path, done.before or "", instead_of=done.after)
    if not stands:
        raise NotWritten(path, "it was changed elsewhere since, so it is left as it is now")


def _read(path: Path) -> TomlFile | None:
    try:
        return read_toml(path, limit=LIMIT)
    except FileNotFoundError:
        return None


def _changed(path: Path, file: TomlFile | None, make: Callable[[Table], None]) -> str:
    """Make the text of the config after a change."""
    key_path: KeyPath = ()
    try:
        wanted = deepcopy(file.table) if file else {}
        make(wanted)
        return edited(file.text if file else "", wanted)
    except RecursionError:
        reason = CannotEdit.reason
    except (CannotEdit, NotUnderstood) as problem:
        reason, key_path = problem.reason, problem.key_path
    line, known = None, key_path
    while file and known and (line := file.line_of(known)) is None:
        known = known[:-1]
    raise NotEditable(path, line, key_path, reason)


def _put(path: Path, text: str, *, instead_of: str | None) -> bool:
    """Write the config unless something else stands there by now; tell whether it was written."""
    return write_atomically(path, text, only_if=partial(still_holds, path, instead_of))


def _remove(path: Path) -> None:
    refuse_read_only(path)
    try:
        path.unlink()
    except OSError as problem:
        raise NotWritten(path, with_remedy(problem)) from problem


def keep_country(where: Locations, code: str) -> None:
    """Write the country whose help lines are shown.

    Raises:
        WinddownError: as for `change`.
    """

    def set_country(config: Table) -> None:
        support = config.setdefault("support", {})
        if not isinstance(support, dict):
            raise NotUnderstood(("support",), "should be a table")
        support["country"] = code

    change(where, set_country)


def leave_out(where: Locations, name: str, suggest: bool) -> None:
    """Write whether a person may be suggested; why is stored nowhere.

    Raises:
        WinddownError: as for `change`.
    """

    def set_suggest(config: Table) -> None:
        people = config.setdefault("people", [])
        if not (isinstance(people, list) and all(isinstance(each, dict) for each in people)):
            raise NotUnderstood(("people",), "should be a list of tables")
        person = next((each for each in people if each.get("name") == name), None)
        if person is None:
            person = {"name": name}
            people.append(person)
        person["suggest"] = suggest

    change(where, set_suggest)


def dismiss(where: Locations, rule: str) -> None:
    """Write that a line which was noticed is never shown again.

    Raises:
        WinddownError: as for `change`.
    """

    def add_rule(config: Table) -> None:
        looking_back = config.setdefault("looking_back", {})
        if not isinstance(looking_back, dict):
            raise NotUnderstood(("looking_back",), "should be a table")
        dismissed = looking_back.setdefault("dismissed", [])
        if not isinstance(dismissed, list):
            raise NotUnderstood(("looking_back", "dismissed"), "should be a list")
        if rule not in dismissed:
            dismissed.append(rule)

    change(where, add_rule)
