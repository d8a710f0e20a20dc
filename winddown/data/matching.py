"""Tells which tables of one list are which of another, before and after a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from winddown.data.records import Table


def matched(
    old: Sequence[Table], new: Sequence[Table], *, reworded: bool = False
) -> dict[int, int]:
    """Match each new table with at most one old one: places in `new` to places in `old`.

    Equal tables match first; then those with one id or, without ids, one text;
    then those that have neither, by their place.

    Args:
        old: the tables before.
        new: the tables after.
        reworded: a table without an id may have got another text in its place.

    """
    found: dict[int, int] = {}
    left = dict(enumerate(old))

    def match(same: Callable[[int, int], bool]) -> None:
        for at in range(len(new)):
            if at in found:
                continue
            before = next((before for before in left if same(before, at)), None)
            if before is not None:
                found[at] = before
                del left[before]

    def has_no_name(table: Table) -> bool:
        return not (table.get("id") if reworded else _identity(table))

    match(lambda before, at: old[before] == new[at])
    match(lambda before, at: is_one(old[before], new[at]))
    match(lambda before, at: before == at and has_no_name(old[at]) and has_no_name(new[at]))
    return found


def is_one(table: Table, other: Table) -> bool:
    """Tell whether two tables speak of one thing: the same id or, without ids, the same text."""
    identity = _identity(table)
    return identity is not None and identity == _identity(other)


def _identity(table: Table) -> tuple[str, object] | None:
    return next(((key, table[key]) for key in ("id", "text") if table.get(key)), None)
