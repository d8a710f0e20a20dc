"""Tells which answers of a record another table no longer holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from winddown.data.matching import matched
from winddown.data.records import Table, stored_fields

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def missing(kind: type[DataclassInstance], wanted: Table, table: Table) -> Table:
    """Give what of `wanted` does not stand in `table`, each entry of a list with what names it.

    Args:
        kind: the dataclass that both are tables of.
        wanted: a record.
        table: another state of it, perhaps with keys of the person's own.

    """
    gone: Table = {}
    for stored in stored_fields(kind):
        value, there = wanted.get(stored.name), table.get(stored.name)
        if value is None or value == there:
            continue
        if stored.record is None:
            gone[stored.name] = value
        elif stored.many:
            entries = _entries(stored.record, cast(list[Table], value), cast(list[Table], there))
            gone |= {stored.name: entries} if entries else {}
        else:
            inner = missing(stored.record, cast(Table, value), cast(Table, there or {}))
            gone |= {stored.name: inner} if inner else {}
    return gone


def _entries(
    kind: type[DataclassInstance], wanted: list[Table], there: list[Table] | None
) -> list[Table]:
    found = matched(there or [], wanted)
    gone: list[Table] = []
    for at, entry in enumerate(wanted):
        if there is None or at not in found:
            gone.append(entry)
        elif inner := missing(kind, entry, there[found[at]]):
            gone.append({key: entry[key] for key in ("id", "text") if key in entry} | inner)
    return gone
