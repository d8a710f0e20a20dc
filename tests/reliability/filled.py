"""Puts one text everywhere that a file may hold text: found from the records, so none is missed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from winddown.routine.within import Within


def filled(record: type, text: str, **given: object) -> Any:
    """Make a record with this text in each of its fields that hold any, at every depth."""
    hints = get_type_hints(record, include_extras=True)
    values = {
        field.name: given.get(field.name, _value(hints[field.name], text, given))
        for field in dataclasses.fields(record)
    }
    return record(**values)


def _value(hint: Any, text: str, given: Mapping[str, object]) -> object:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        between = next((each for each in inner if isinstance(each, Within)), None)
        return between.low if between else _value(inner[0], text, given)
    if origin is Literal:
        return inner[0]
    if origin is tuple:
        return (_value(inner[0], text, given),)
    if NoneType in inner:
        return _value(next(each for each in inner if each is not NoneType), text, given)
    if dataclasses.is_dataclass(hint):
        return filled(hint, text, **given)  # type: ignore[arg-type]
    usual = {str: text, int: 1, bool: False, float: 4.0, time: time(18, 30)}
    return given["day"] if hint is date else given["moment"] if hint is datetime else usual[hint]


def texts_of(record: object) -> Iterator[str]:
    """Give every text of a record, at every depth."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from texts_of(each)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from texts_of(getattr(record, field.name))


def quoted(text: str) -> str:
    """Write a text as TOML has it; what no file can hold is left to stand for itself."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )
