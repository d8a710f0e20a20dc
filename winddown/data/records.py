"""Turns records into TOML tables and back, led by the fields of their dataclasses.

A field that equals its default is absent from the table; a field without a
default is always there. A key that no field is named after is passed over.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from winddown.data.values import PLAIN, Reader, one_of, plain, within
from winddown.errors import NotUnderstood
from winddown.routine.text import clean
from winddown.routine.within import Within

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Table: TypeAlias = dict[str, object]
Record = TypeVar("Record", bound="DataclassInstance")


class Stored(NamedTuple):
    """How one field of a record stands in its table."""

    name: str
    required: bool
    """True when the field has no default, so that it is always written."""
    record: type[DataclassInstance] | None
    """The dataclass of a nested table, or of each table of a list."""
    many: bool
    """True for a list of tables."""
    read: Reader


def tables_of(record: DataclassInstance) -> Table:
    """Give a record as a table, in the order of its fields.

    Text is made storable and moments are cut to whole seconds.
    """
    table: Table = {}
    for name, default in _defaults(type(record)):
        value = getattr(record, name)
        if default is MISSING or value != default:
            table[name] = _stored(value)
    return table


@cache
def _defaults(kind: type[DataclassInstance]) -> tuple[tuple[str, object], ...]:
    """Give each field of a dataclass with its default, in their order."""
    return tuple((field.name, field.default) for field in fields(kind))


def record_from(kind: type[Record], table: Table) -> Record:
    """Read a record from its table.

    Raises:
        NotUnderstood: a value is missing or is not what its field may hold.

    """
    values: Table = {}
    for stored in stored_fields(kind):
        if stored.name in table:
            try:
                values[stored.name] = stored.read(table[stored.name])
            except NotUnderstood as problem:
                raise NotUnderstood((stored.name, *problem.key_path), problem.reason) from None
        elif stored.required:
            raise NotUnderstood((stored.name,), "is missing")
    return kind(**values)


def unanswered(kind: type[Record], table: Table) -> Table:
    """Keep of a record's table only what has no default, as if nothing had been answered yet."""
    return {field.name: table[field.name] for field in stored_fields(kind) if field.required}


@cache
def stored_fields(kind: type[DataclassInstance]) -> tuple[Stored, ...]:
    """Tell how each field of a dataclass is stored, in their order."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        Stored(
            name=field.name,
            required=field.default is MISSING,
            record=_record_in(hints[field.name]),
            many=get_origin(_given(hints[field.name])) is tuple,
            read=_reader(_given(hints[field.name])),
        )
        for field in fields(kind)
    )


def _stored(value: object) -> object:
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return [_stored(entry) for entry in value]
    if isinstance(value, datetime):
        return _with_offset(value)
    if isinstance(value, time):
        return value.replace(microsecond=0, tzinfo=None)
    if is_dataclass(value) and not isinstance(value, type):
        return tables_of(value)
    return value


_AS_THEY_ARE = frozenset({int, bool, float, date})
"""The types of most values, which are stored as they are."""


def _with_offset(moment: datetime) -> datetime:
    """Fix a moment's offset in whole minutes, which is all that TOML has a place for."""
    offset = moment.utcoffset()
    if offset is None:
        return moment.replace(microsecond=0)
    minutes = timedelta(minutes=round(offset / timedelta(minutes=1)))
    return (moment + (minutes - offset)).replace(microsecond=0, tzinfo=timezone(minutes))


def _given(hint: object) -> object:
    """Take `| None` away, as an answer not given is absent, and what only explains a key."""
    if get_origin(hint) in (UnionType, Union):
        (hint,) = (option for option in get_args(hint) if option is not NoneType)
    if get_origin(hint) is Annotated and not isinstance(get_args(hint)[1], Within):
        return _given(get_args(hint)[0])
    return hint


def _record_in(hint: object) -> type[DataclassInstance] | None:
    given = _given(hint)
    inner = get_args(given)[0] if get_origin(given) is tuple else given
    return inner if isinstance(inner, type) and is_dataclass(inner) else None


def _reader(hint: object) -> Reader:
    """Build what reads one kind of value.

    Raises:
        TypeError: the hint is one that no file can hold.

    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return one_of(arguments)
    if origin is Annotated and isinstance(arguments[1], Within):
        return within(arguments[1])
    if origin is tuple and arguments[1:] == (...,):
        return _list_of(arguments[0])
    if isinstance(hint, type) and is_dataclass(hint):
        return _table_of(hint)
    if isinstance(hint, type) and hint in PLAIN:
        return plain(hint)
    raise TypeError(f"a file cannot hold {hint!r}")


def _list_of(hint: object) -> Reader:
    read_one = _reader(hint)

    def read(value: object) -> object:
        if not isinstance(value, list):
            raise NotUnderstood((), "should be a list")
        entries = []
        for place, entry in enumerate(value):
            try:
                entries.append(read_one(entry))
            except NotUnderstood as problem:
                raise NotUnderstood((place, *problem.key_path), problem.reason) from None
        return tuple(entries)

    return read


def _table_of(kind: type[DataclassInstance]) -> Reader:
    def read(value: object) -> object:
        if not isinstance(value, dict):
            raise NotUnderstood((), "should be a table of its own")
        return record_from(kind, cast(Table, value))

    return read
