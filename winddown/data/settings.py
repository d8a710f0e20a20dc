"""What a person shapes inside the program, on top of their config file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from winddown.data import content
from winddown.data.config_lists import LISTS, own_entries, shipped_entries
from winddown.data.config_writing import Change, change, undo
from winddown.data.own_lists import added, changed, moved, offered, removed, table_at
from winddown.data.records import Table
from winddown.errors import WinddownError
from winddown.routine.settings import Key, Listed, ListName

if TYPE_CHECKING:
    from winddown.data.config import Config
    from winddown.data.locations import Locations


class SettingsInFile:
    """Reads the config anew each time, so that an editor may be at it meanwhile."""

    def __init__(
        self, where: Locations, read: Callable[[], Config], steps: tuple[str, ...]
    ) -> None:
        """Shape the config in `where`.

        Args:
            where: the person's folders.
            read: gives the config as it stands on disk.
            steps: every step there is between arriving and closing.
        """
        self._where = where
        self.steps = steps
        self._read = read
        self._changes: list[Change] = []
        self._given: set[tuple[ListName, str]] = set()
        """Every id given so far: tonight may hold one whose entry has gone again."""
        self._written: object = None
        """What the last change wrote words into, if it did; more words there are one change."""

    def value(self, key: Key) -> object:
        """Give a single value as it is in force."""
        found: object = self._read()
        for part in key:
            found = getattr(found, part)
        if key == ("closing",) and not found:
            return content.defaults("closing")["closing"]
        return found

    def set(self, key: Key, value: object) -> None:
        """Write a single value; None lets its default count again."""

        def make(config: Table) -> None:
            if value is not None:
                table_at(config, key[:-1])[key[-1]] = value
            elif _holds(config, key):
                del table_at(config, key[:-1])[key[-1]]

        self._change(make, key if isinstance(value, str) else None)
        self._written = key if isinstance(value, str) else None

    def listed(self, name: ListName) -> tuple[Listed, ...]:
        """Give the person's own entries, then those of the program."""
        shipped = shipped_entries(name)
        own = own_entries(name, self._read())
        mine: list[Listed] = []
        for entry_id, fields in own.items():
            is_shipped = entry_id in shipped
            # Only a note that it was taken away: it stays where it stood in the program's list.
            if is_shipped and not _has_words(fields):
                continue
            is_offered = not fields.get("hide") and fields.get("suggest", True) is True
            mine.append(Listed(entry_id, fields, True, is_shipped, is_offered))
        placed = {each.id for each in mine}
        if not getattr(self._read().shipped, name, True):
            return tuple(mine)
        return (
            *mine,
            *(
                Listed(entry_id, fields, False, True, entry_id not in own)
                for entry_id, fields in shipped.items()
                if entry_id not in placed
            ),
        )

    def add(self, name: ListName, fields: Mapping[str, object]) -> str:
        """Add an entry at the end of the person's own, and give its id."""
        ids: list[str] = []
        taken = {entry.id for entry in self.listed(name)}
        if LISTS[name].named_by == "id":
            taken |= {given for of, given in self._given if of == name}

        def make(config: Table) -> None:
            ids.append(added(config, LISTS[name], fields, taken))

        self._change(make)
        self._given.add((name, ids[-1]))
        return ids[-1]

    def put(self, name: ListName, entry_id: str, fields: Mapping[str, object]) -> None:
        """Change fields of an entry; one of the program's becomes the person's own."""
        entry = self._entry(name, entry_id)
        are_words = all(isinstance(value, str) for value in fields.values())
        place = (name, entry_id, *fields)
        self._change(partial(changed, LISTS[name], entry, fields), place if are_words else None)
        known_by = fields.get(LISTS[name].named_by, entry_id)
        self._written = (name, known_by, *fields) if are_words else None

    def offer(self, name: ListName, entry_id: str, offered_now: bool) -> None:
        """Take an entry away or bring it back; its words stay in any case."""
        entry = self._entry(name, entry_id)
        self._change(partial(offered, LISTS[name], entry, offered_now))

    def remove(self, name: ListName, entry_id: str) -> None:
        """Remove an own entry; one that comes with the program is taken away."""
        entry = self._entry(name, entry_id)
        self._change(partial(removed, LISTS[name], entry))

    def move(self, name: ListName, entry_id: str, by: int) -> None:
        """Move an entry among the person's own."""
        own = [entry.id for entry in self.listed(name) if entry.is_own]
        entry = self._entry(name, entry_id)
        self._change(partial(moved, LISTS[name], entry, by, own))

    def rest(self) -> None:
        """Be done with a line: what is written next, even there, is a change of its own."""
        self._written = None

    @property
    def can_undo(self) -> bool:
        """True while there is a change of this sitting to take back."""
        return bool(self._changes)

    def undo(self) -> None:
        """Put the config back to how it stood before the last change, to the byte."""
        self._written = None
        try:
            if self._changes:
                undo(self._where, self._changes.pop())
        except WinddownError:
            self._changes.clear()  # what came before does not fit that file either
            raise

    def _entry(self, name: ListName, entry_id: str) -> Listed:
        found = next((entry for entry in self.listed(name) if entry.id == entry_id), None)
        if found is None:
            raise WinddownError("This entry is no longer in the config, so nothing was changed.")
        return found

    def _change(self, make: Callable[[Table], None], words_in: object = None) -> None:
        """Make a change; words written on where the last change wrote some are one with it."""
        done = change(self._where, make)
        last = self._changes[-1] if self._changes else None
        is_more = words_in is not None and words_in == self._written
        self._written = None
        if done is None:
            return
        if last is not None and is_more and last.after == done.before:
            self._changes[-1] = Change(last.before, done.after)
        else:
            self._changes.append(done)


def _holds(config: Table, key: Key) -> bool:
    table: object = config
    for part in key:
        if not isinstance(table, dict) or part not in table:
            return False
        table = table[part]
    return True


def _has_words(fields: Mapping[str, object]) -> bool:
    return bool(fields.get("text") or fields.get("phases"))
