"""The few things the program itself writes to the person's config, and nothing beside them."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from winddown.data.config import LIMIT
from winddown.data.locations import Locations
from winddown.data.lock import locked
from winddown.data.records import Table
from winddown.data.toml_edit import edited
from winddown.data.toml_file import read_toml, write_atomically
from winddown.errors import CannotEdit, NotWritten


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

    _change(where, set_country)


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

    _change(where, set_suggest)


def _change(where: Locations, change: Callable[[Table], None]) -> None:
    """Make one change in the config; every other byte stays as it is."""
    path = where.config_file
    with locked(where):
        try:
            file = read_toml(path, limit=LIMIT)
            before, wanted = file.text, deepcopy(file.table)
        except FileNotFoundError:
            before, wanted = "", {}
        try:
            change(wanted)
            after = edited(before, wanted)
            after = after if before else after.lstrip()
        except CannotEdit as problem:
            raise NotWritten(path, str(problem)) from None
        if len(after.encode()) > LIMIT:
            raise NotWritten(path, f"it would be longer than {LIMIT // 1024} kB")
        write_atomically(path, after)
