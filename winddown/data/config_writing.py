"""The few things the program itself writes to the person's config, and nothing beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from winddown.data.locations import Locations
from winddown.data.toml_file import make_folder, read_toml, write_atomically
from winddown.errors import NotWritten

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

LIMIT = 256 * 1024
"""Bytes of a config that is read at all."""
LOCK_SECONDS = 5
"""How long to wait for another window that is writing."""


def keep_country(where: Locations, code: str) -> None:
    """Write the country whose help lines are shown.

    Raises:
        WinddownError: the config cannot be read or written, or would come out otherwise.
    """

    def set_country(document: TOMLDocument) -> None:
        import tomlkit

        document.setdefault("support", tomlkit.table())["country"] = code

    _change(where, set_country)


def leave_out(where: Locations, name: str, suggest: bool) -> None:
    """Write whether a person may be suggested; why is stored nowhere.

    Raises:
        WinddownError: as for `keep_country`.
    """

    def set_suggest(document: TOMLDocument) -> None:
        import tomlkit

        people = document.setdefault("people", tomlkit.aot())
        person = next((each for each in people if each.get("name") == name), None)
        if person is None:
            person = tomlkit.table()
            person["name"] = name
            people.append(person)
        person["suggest"] = suggest

    _change(where, set_suggest)


def _change(where: Locations, change: Callable[[TOMLDocument], None]) -> None:
    """Make one change in the config; comments and everything else stay as they are."""
    import tomllib

    import tomlkit
    from filelock import FileLock

    path = where.config_file
    make_folder(where.state)
    with FileLock(where.lock, timeout=LOCK_SECONDS):
        try:
            before = read_toml(path, limit=LIMIT).text
        except FileNotFoundError:
            before = ""
        document = tomlkit.parse(before)
        change(document)
        after = tomlkit.dumps(document)
        # The text is checked before it is trusted: tomlkit has faults with rare styles.
        if tomllib.loads(after) != document.unwrap():
            raise NotWritten(path, "its style is one that cannot be changed safely from here")
        write_atomically(path, after)
