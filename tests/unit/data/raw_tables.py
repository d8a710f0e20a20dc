"""Evenings' tables with keys of a person's own in them, which hold every kind of value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from tests.strategies import evenings
from winddown.data.records import Table, stored_fields, tables_of
from winddown.routine.evening import Evening

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
KEYS = st.sampled_from(["mine", "toml", "", "a.b", 'say "hi"', "café", "evening", "a\tb"]) | TEXT
OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
VALUES: st.SearchStrategy[Any] = (
    TEXT
    | st.sampled_from(
        ["2026-11-22", "21:00:00", "inf", "=1+1", "true", "\x00\x1b\x7f\x9b", "a\r\nb"]
    )
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.dates()
    | st.times()
    | st.datetimes()
    | st.datetimes(timezones=OFFSETS)
)
ANYTHING = st.recursive(
    VALUES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(KEYS, inner, max_size=3)
        | st.lists(st.dictionaries(KEYS, inner, max_size=2), min_size=1, max_size=2)
        | st.fixed_dictionaries({"toml": inner})
    ),
    max_leaves=8,
)


def _fields(kind: type[Any]) -> Iterator[str]:
    for stored in stored_fields(kind):
        yield stored.name
        if stored.record:
            yield from _fields(stored.record)


FIELDS = frozenset({"schema", *_fields(Evening)})


def _added(table: Table, draw: st.DrawFn) -> Table:
    """Add keys to a table and those in it, which no field is named after, anywhere in its order."""
    own = draw(st.dictionaries(KEYS, ANYTHING, max_size=2))
    result = {f"my {key}" if key in FIELDS else key: value for key, value in own.items()}
    for key, value in table.items():
        if isinstance(value, dict):
            result[key] = _added(value, draw)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            result[key] = [_added(one, draw) for one in value]
        else:
            result[key] = value
    return dict(draw(st.permutations(list(result.items()))))


@st.composite
def raw_tables(draw: st.DrawFn, day: date | None = None) -> Table:
    """Give what the file of some evening may say, in any order."""
    evening: Evening = draw(evenings(day))
    return _added({"schema": 1, **tables_of(evening)}, draw)
