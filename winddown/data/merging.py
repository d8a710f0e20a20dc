"""Brings together what this program changed in a record and what stands on disk meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from winddown.data.matching import is_one, matched
from winddown.data.records import Stored, Table, record_from, stored_fields, tables_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def merge(
    kind: type[DataclassInstance], known: Table, file: Table, wanted: Table
) -> tuple[Table, bool]:
    """Apply to a file's table what changed from `known` to `wanted`.

    Every key that is not a field's stays. A field changed here as well as on
    disk ends as it is wanted here.

    Args:
        kind: the dataclass that all three are tables of.
        known: the record as this program last read or wrote it.
        file: the whole table on disk, which reads as a `kind`.
        wanted: the record as it should be.

    Returns:
        The table that should stand on disk, and whether anything that stood
        there, and was not this program's to change, is no longer in it.

    """
    merging = _Merging()
    on_disk = tables_of(record_from(kind, file))
    return merging.tables(kind, known, on_disk, wanted, file), merging.gave_way


class _Merging:
    """One merge, and whether something on disk gave way in it.

    Each method takes what was known, what a record of the disk says, what is
    wanted, and the raw table or list of the disk with all its keys.
    """

    def __init__(self) -> None:
        self.gave_way = False

    def tables(
        self, kind: type[DataclassInstance], known: Table, disk: Table, wanted: Table, raw: Table
    ) -> Table:
        result: Table = {}
        for stored in stored_fields(kind):
            name = stored.name
            value = self._value(
                stored, known.get(name), disk.get(name), wanted.get(name), raw.get(name)
            )
            if value is not None:
                result[name] = value
        return result | _unknown(kind, raw)

    def _value(
        self, stored: Stored, known: object, disk: object, wanted: object, raw: object
    ) -> object:
        """Merge one field; None stands for a key that is absent."""
        if wanted in (known, disk):
            return raw
        if stored.record is None:
            self.gave_way |= disk != known
            return wanted
        if stored.many:
            lists = (cast(list[Table], side or []) for side in (known, disk, wanted, raw))
            return self._lists(stored.record, *lists) or None
        nested = (cast(Table | None, side) for side in (known, disk, wanted, raw))
        return self._nested(stored.record, *nested)

    def _nested(
        self,
        kind: type[DataclassInstance],
        known: Table | None,
        disk: Table | None,
        wanted: Table | None,
        raw: Table | None,
    ) -> Table | None:
        needs_a_whole = any(stored.required for stored in stored_fields(kind))
        if wanted is None and not needs_a_whole:
            wanted = {}
        if wanted is None:
            self.gave_way |= disk != known or _has_unknown(kind, raw or {})
            return None
        if needs_a_whole and (known is None or disk is None):
            # Two plans made apart are two plans: half of each would be neither.
            self.gave_way |= disk != known
            return wanted | _unknown(kind, raw or {})
        return self.tables(kind, known or {}, disk or {}, wanted, raw or {}) or None

    def _lists(
        self,
        kind: type[DataclassInstance],
        known: list[Table],
        disk: list[Table],
        wanted: list[Table],
        raw: list[Table],
    ) -> list[Table]:
        """Merge lists of tables: in the order wanted here, then what only the disk has."""
        known_of = matched(known, wanted, reworded=True)
        place_on_disk = {before: at for at, before in matched(known, disk).items()}
        fresh = [at for at in range(len(disk)) if at not in place_on_disk.values()]
        result: list[Table] = []
        for at, entry in enumerate(wanted):
            before = known_of.get(at)
            if before is None:
                result.append(self._added(kind, entry, disk, raw, fresh))
            elif before in place_on_disk:
                there = place_on_disk[before]
                result.append(self.tables(kind, known[before], disk[there], entry, raw[there]))
            elif entry != known[before]:
                self.gave_way = True
                result.append(entry)
        for before in set(range(len(known))) - set(known_of.values()):
            if before in place_on_disk:
                there = place_on_disk[before]
                changed = disk[there] != known[before]
                self.gave_way |= changed or _has_unknown(kind, raw[there])
        return result + [raw[at] for at in fresh]

    def _added(
        self,
        kind: type[DataclassInstance],
        entry: Table,
        disk: list[Table],
        raw: list[Table],
        fresh: list[int],
    ) -> Table:
        """Add an entry, in place of the same one if another program added it too."""
        for at in fresh:
            # Rounds have no text: two with one pattern are two rounds all the same.
            same = disk[at] == entry or ("text" in entry and is_one(disk[at], entry))
            if same:
                fresh.remove(at)
                self.gave_way |= disk[at] != entry
                return entry | _unknown(kind, raw[at])
        return entry


def _unknown(kind: type[DataclassInstance], raw: Table) -> Table:
    names = {stored.name for stored in stored_fields(kind)}
    return {key: value for key, value in raw.items() if key not in names}


def _has_unknown(kind: type[DataclassInstance], raw: Table) -> bool:
    """Tell whether a table holds a key of the person's own, however deep."""
    if _unknown(kind, raw):
        return True
    for stored in stored_fields(kind):
        inner = raw.get(stored.name)
        if stored.record is not None and inner is not None:
            tables = cast(list[Table], inner if stored.many else [inner])
            if any(_has_unknown(stored.record, table) for table in tables):
                return True
    return False
