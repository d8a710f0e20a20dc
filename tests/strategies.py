"""Hypothesis strategies for records, made from their dataclasses' own hints."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from winddown.routine.evening import Evening
from winddown.routine.within import Within

Kind = TypeVar("Kind")

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))

PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    bool: st.booleans(),
    int: st.integers(0, 10**6),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    time: st.times().map(lambda moment: moment.replace(microsecond=0)),
    datetime: st.datetimes(timezones=OFFSETS).map(lambda moment: moment.replace(microsecond=0)),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Give any value that a field with this hint may hold."""
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return records(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    for detail in getattr(hint, "__metadata__", ()):
        if isinstance(detail, Within):
            return st.integers(detail.low, detail.high)
    given = [option for option in get_args(hint) if option is not type(None)]
    return st.none() | st.one_of([values(option) for option in given])


def records(kind: type[Kind]) -> st.SearchStrategy[Kind]:
    """Give any record of a dataclass; a field with a default is often left alone."""
    hints = get_type_hints(kind, include_extras=True)
    return st.builds(
        kind,
        **{
            field.name: values(hints[field.name])
            if field.default is MISSING
            else st.just(field.default) | values(hints[field.name])
            for field in fields(kind)  # type: ignore[arg-type]  # a dataclass, whatever its kind
        },
    )


def evenings(day: date | None = None) -> st.SearchStrategy[Evening]:
    """Give any evening, of one day where it is named."""
    if day is None:
        return records(Evening)
    return records(Evening).map(lambda evening: replace(evening, evening=day))


def changed_evenings(evening: Evening) -> st.SearchStrategy[Evening]:
    """Give the evening with some of its answers given, changed or taken back."""
    names = [field.name for field in fields(Evening) if field.name != "evening"]
    return st.builds(
        lambda other, chosen: replace(evening, **{name: getattr(other, name) for name in chosen}),
        evenings(),
        st.sets(st.sampled_from(names)),
    )
