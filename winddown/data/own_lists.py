"""Single changes to a list of the person's own, made in the table that their config holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import count
from typing import cast

from winddown.data.config_lists import OwnList
from winddown.data.records import Table
from winddown.errors import NotUnderstood, WinddownError
from winddown.routine.settings import Listed


def table_at(config: Table, path: Sequence[str]) -> Table:
    """Give the table at a path, made where it is missing.

    Raises:
        NotUnderstood: something else stands there.
    """
    table = config
    for at, part in enumerate(path):
        inner = table.setdefault(part, {})
        if not isinstance(inner, dict):
            raise NotUnderstood(tuple(path[: at + 1]), "should be a table")
        table = inner
    return table


def added(config: Table, own: OwnList, fields: Mapping[str, object], taken: Collection[str]) -> str:
    """Add an entry at the end, and give what it is known by.

    Raises:
        WinddownError: something of that name stands in the list already.
    """
    entries = _entries(config, own)
    taken = {*taken, *(_name(own, entry) for entry in entries)}
    if own.named_by == "id":
        name = next(each for n in count(1) if (each := f"own-{n}") not in taken)
    else:
        name = str(fields[own.named_by])
        if name in taken:
            raise WinddownError("That stands in the list already.")
    if own.is_of_sentences:
        entries.append(name)
    else:
        entries.append({own.named_by: name} | _given(fields))
    return name


def changed(own: OwnList, entry: Listed, fields: Mapping[str, object], config: Table) -> None:
    """Change fields of an entry; one that is not in the config yet comes to stand there whole."""
    entries = _entries(config, own)
    if own.is_of_sentences:
        entries[_place(own, entries, entry)] = fields["text"]
        return
    table = _table(own, entries, entry)
    for key, value in fields.items():
        if value is None:
            table.pop(key, None)
        else:
            table[key] = value


def offered(own: OwnList, entry: Listed, offered_now: bool, config: Table) -> None:
    """Take an entry away or bring it back."""
    entries = _entries(config, own)
    key = own.taken_away_by
    place = _find(own, entries, entry.id)
    if place is None and not offered_now:
        entries.append({own.named_by: entry.id, key: key == "hide"})
    elif place is not None:
        table = cast(Table, entries[place])
        if not offered_now:
            table[key] = key == "hide"
            return
        table.pop(key, None)
        if entry.is_shipped and table.keys() <= {own.named_by}:
            del entries[place]
            _tidy(config, own)


def removed(own: OwnList, entry: Listed, config: Table) -> None:
    """Remove an own entry; one that comes with the program is taken away instead."""
    entries = _entries(config, own)
    if entry.is_shipped and own.taken_away_by:
        offered(own, entry, False, config)
    elif (place := _find(own, entries, entry.id)) is not None:
        del entries[place]
        if not entry.is_shipped:
            _forget(config, own, entry.id)
        _tidy(config, own)


def moved(own: OwnList, entry: Listed, by: int, order: Sequence[str], config: Table) -> None:
    """Move an entry by one place among the person's own, given their order."""
    entries = _entries(config, own)
    if not entry.is_own:
        if by < 0 and not own.is_of_sentences:
            _table(own, entries, entry)
        return
    at = order.index(entry.id)
    if not 0 <= at + by < len(order):
        return
    here = _place(own, entries, entry)
    there = _find(own, entries, order[at + by])
    if there is not None:
        entries.insert(there, entries.pop(here))


def _entries(config: Table, own: OwnList) -> list[object]:
    table = table_at(config, own.path[:-1])
    entries = table.setdefault(own.path[-1], [])
    kind = str if own.is_of_sentences else dict
    if not (isinstance(entries, list) and all(isinstance(each, kind) for each in entries)):
        of = "texts" if own.is_of_sentences else "tables"
        raise NotUnderstood(own.path, f"should be a list of {of}")
    return entries


def _forget(config: Table, own: OwnList, name: str) -> None:
    """Let nothing name an entry that has gone."""
    if own.chosen_in:
        table = table_at(config, own.chosen_in[:-1])
        if table.get(own.chosen_in[-1]) == name:
            del table[own.chosen_in[-1]]
    for each in _entries(config, own):
        if isinstance(each, dict) and own.names_another and each.get(own.names_another) == name:
            del each[own.names_another]


def _tidy(config: Table, own: OwnList) -> None:
    """Let no empty list of tables stand, which would be a line that says nothing."""
    if not own.is_of_sentences and not _entries(config, own):
        del table_at(config, own.path[:-1])[own.path[-1]]


def _name(own: OwnList, entry: object) -> str:
    return str(cast(Table, entry).get(own.named_by) if isinstance(entry, dict) else entry)


def _find(own: OwnList, entries: Sequence[object], name: str) -> int | None:
    return next((at for at, each in enumerate(entries) if _name(own, each) == name), None)


def _place(own: OwnList, entries: Sequence[object], entry: Listed) -> int:
    place = _find(own, entries, entry.id)
    if place is None:
        raise WinddownError("This entry is no longer in the config, so nothing was changed.")
    return place


def _table(own: OwnList, entries: list[object], entry: Listed) -> Table:
    """Give an entry's table.

    What only the program had is copied whole, since an own entry stands in its place.
    """
    place = _find(own, entries, entry.id)
    if place is None:
        entries.append(_given(entry.fields))
        place = -1
    table = cast(Table, entries[place])
    if entry.is_shipped and not entry.is_own:
        for key, value in entry.fields.items():
            table.setdefault(key, value)
    return table


def _given(fields: Mapping[str, object]) -> Table:
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in fields.items()
        if value is not None
    }
