"""An evening's table as JSON and back, losing nothing that a person may have added to it.

A value of the program's own fields stands as plain text where JSON has no type for it:
a day, a time of day, a moment. Elsewhere such a value is `{"toml": "2026-11-22"}`, so that
it comes back as what it was; a person's own table that looks like that is wrapped once more.
"""

from __future__ import annotations

import math
import tomllib
from datetime import date, time
from typing import TYPE_CHECKING, cast

from winddown.data.records import Stored, Table, stored_fields
from winddown.errors import NotUnderstood, WinddownError
from winddown.routine.evening import Evening
from winddown.routine.text import clean

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

TAG = "toml"


class NotInToml(WinddownError):
    """A JSON value is none that TOML could hold."""


def to_json(table: Table, kind: type[DataclassInstance] = Evening) -> Table:
    """Give a table as read from TOML so that `json` can write it."""
    fields = {stored.name: stored for stored in stored_fields(kind)}
    return {key: _field_to_json(fields.get(key), value) for key, value in table.items()}


def from_json(table: Table, kind: type[DataclassInstance] = Evening) -> Table:
    """Give the table that `to_json` was given; text that no TOML could hold is made storable.

    Raises:
        NotInToml: a value is none that TOML could hold.
    """
    fields = {stored.name: stored for stored in stored_fields(kind)}
    return {clean(key): _field_from_json(fields.get(key), value) for key, value in table.items()}


def _field_to_json(stored: Stored | None, value: object) -> object:
    if stored and stored.record and isinstance(value, dict):
        return to_json(value, stored.record)
    if stored and stored.record and isinstance(value, list):
        kind = stored.record
        return [to_json(one, kind) if isinstance(one, dict) else _to_json(one) for one in value]
    if isinstance(value, date | time) and stored and _reads(stored, value):
        return value.isoformat()
    return _to_json(value)


def _to_json(value: object) -> object:
    if isinstance(value, date | time):
        return {TAG: value.isoformat()}
    if isinstance(value, float) and not math.isfinite(value):
        return {TAG: str(value)}
    if isinstance(value, list):
        return [_to_json(one) for one in value]
    if isinstance(value, dict):
        table = {key: _to_json(one) for key, one in value.items()}
        return {TAG: table} if list(table) == [TAG] else table
    return value


def _field_from_json(stored: Stored | None, value: object) -> object:
    if stored and stored.record and isinstance(value, dict):
        return from_json(value, stored.record)
    if stored and stored.record and isinstance(value, list):
        kind = stored.record
        return [from_json(one, kind) if isinstance(one, dict) else _from_json(one) for one in value]
    if isinstance(value, str) and stored and not _reads(stored, value):
        try:
            meant = _value_of(value)
        except NotInToml:
            return clean(value)  # whoever reads the record says what it should be
        return meant if isinstance(meant, date | time) else clean(value)
    return _from_json(value)


def _from_json(value: object) -> object:
    if value is None:
        raise NotInToml("holds a null, for which TOML has no value")
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_from_json(one) for one in value]
    if isinstance(value, dict):
        if list(value) == [TAG]:
            return _untagged(value[TAG])
        return {clean(key): _from_json(one) for key, one in cast(Table, value).items()}
    return value


def _untagged(value: object) -> object:
    if isinstance(value, str):
        return _value_of(value)
    if isinstance(value, dict) and list(value) == [TAG]:
        return {TAG: _from_json(value[TAG])}
    raise NotInToml(f"holds a '{TAG}' that is not the text of a TOML value")


def _value_of(text: str) -> object:
    """Read the text of one TOML value, and of nothing besides."""
    try:
        table = tomllib.loads(f"value = {clean(text)}")
    except ValueError:
        table = {}
    if list(table) != ["value"]:
        # Raised out here, so that nothing of the text travels with it as its context.
        raise NotInToml(f"holds a '{TAG}' that is not the text of a TOML value")
    return table["value"]


def _reads(stored: Stored, value: object) -> bool:
    try:
        stored.read(value)
    except NotUnderstood:
        return False
    return True
