"""Tells which entries of one list are which of another, before and after a change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, time

from winddown.data.records import Table

Matches = dict[int, int]
"""Places in the new list to places in the old one."""


def matched(old: Sequence[Table], new: Sequence[Table], *, reworded: bool = False) -> Matches:
    """Match each new table with at most one old one.

    Equal tables match first; then those with one id or, without ids, one text;
    then those that have neither, by their place.

    Args:
        old: the tables before.
        new: the tables after.
        reworded: a table without an id may have got another text in its place.

    """
    found: Matches = {}
    both = range(len(old)), range(len(new))
    _match(found, *both, lambda before, at: old[before] == new[at])
    _match(found, *both, lambda before, at: is_one(old[before], new[at]))

    def is_known(table: Table) -> bool:
        return _has_id(table) if reworded else _identity(table) is not None

    left = [[at for at, table in enumerate(tables) if not is_known(table)] for tables in (old, new)]
    _match(found, left[0], left[1], lambda before, at: before == at)
    return found


def paired(old: Sequence[object], new: Sequence[object]) -> Matches:
    """Match the values of a list with those it had before a person changed some of them.

    Equal values match first, in their order as far as it holds; then tables with
    one id or text; then what stood between the same two neighbours, unless it has
    an id, for that is another thing.
    """
    from difflib import SequenceMatcher  # only when something is written

    found: Matches = {}
    texts = [_written(value) for value in old], [_written(value) for value in new]
    for block in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
        found |= {block.b + step: block.a + step for step in range(block.size)}
    both = range(len(old)), range(len(new))
    _match(found, *both, lambda before, at: texts[0][before] == texts[1][at])
    _match(found, *both, lambda before, at: _are_one(old[before], new[at]))
    kept = {before: before for before in found.values()}
    above = {before: _nearest(kept, before) for before in both[0] if not _has_id(old[before])}
    gaps = {at: _nearest(found, at) for at in both[1] if not _has_id(new[at])}
    _match(found, list(above), list(gaps), lambda before, at: above[before] == gaps[at])
    return found


def in_place(order: Sequence[int]) -> set[int]:
    """Choose as many places as can be without one of them having to move."""
    ends: list[int] = []
    """For each length, the lowest end of a rising row of that length."""
    before: dict[int, int | None] = {}
    for place in order:
        length = bisect_left(ends, place)
        before[place] = ends[length - 1] if length else None
        ends[length : length + 1] = [place]
    staying: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        staying.add(last)
        last = before[last]
    return staying


def alike(one: object, other: object) -> bool:
    """Tell whether two values would be written the same, so that 1, 1.0 and true are three."""
    return _written(one) == _written(other)


def is_one(table: Table, other: Table) -> bool:
    """Tell whether two tables speak of one thing: the same id or, without ids, the same text."""
    identity = _identity(table)
    return identity is not None and identity == _identity(other)


def _match(
    found: Matches, old: Sequence[int], new: Sequence[int], same: Callable[[int, int], bool]
) -> None:
    """Match what is not matched yet, each with the first that is the same."""
    taken = set(found.values())
    left = dict.fromkeys(before for before in old if before not in taken)
    for at in new:
        if at in found:
            continue
        before = next((before for before in left if same(before, at)), None)
        if before is not None:
            found[at] = before
            del left[before]


def _nearest(found: Matches, place: int) -> int:
    """Give what the nearest matched value above a place was; -1 where there is none."""
    return next((found[at] for at in range(place - 1, -1, -1) if at in found), -1)


def _are_one(value: object, other: object) -> bool:
    return isinstance(value, dict) and isinstance(other, dict) and is_one(value, other)


def _has_id(value: object) -> bool:
    return isinstance(value, dict) and bool(value.get("id"))


def _identity(table: Table) -> tuple[str, object] | None:
    return next(((key, table[key]) for key in ("id", "text") if table.get(key)), None)


def _written(value: object) -> str:
    if isinstance(value, dict):
        return f"{{{','.join(f'{key!r}={_written(value[key])}' for key in sorted(value))}}}"
    if isinstance(value, list):
        return f"[{','.join(map(_written, value))}]"
    if isinstance(value, date | time):
        return f"{type(value).__name__} {value.isoformat()}"
    return repr(value)
