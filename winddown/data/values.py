"""Reads the plain values of a TOML file, each only as exactly what it should be."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, TypeAlias

from winddown.errors import NotUnderstood
from winddown.routine.within import Within

Reader: TypeAlias = Callable[[object], object]
"""Gives back a value as its field holds it, or raises `NotUnderstood`."""

PLAIN: dict[type, str] = {
    str: "should be text in quotes",
    bool: "should be true or false",
    int: "should be a whole number",
    float: "should be a number",
    date: "should be a day such as 2026-11-22",
    time: "should be a time such as 18:30:00",
    datetime: "should be a moment with its offset, such as 2026-11-22T21:34:10+01:00",
}
"""The plain types a field may have, and what to say where a file has something else."""


def plain(kind: type) -> Reader:
    """Read a value of one of the types of `PLAIN`."""

    def read(value: object) -> object:
        if kind is float and type(value) is int and abs(value) <= _LARGEST_EXACT:
            return float(value)
        # Exactly this type: a bool is an int and a moment is a day, but only to Python.
        if type(value) is not kind or not _is_definite(value):
            raise NotUnderstood((), PLAIN[kind])
        # The same few words stand in thousands of evenings, and are held once.
        return _held_once(value) if isinstance(value, str) else value

    return read


_held_once = lru_cache(1024)(str)
"""Gives text that was read lately as the same object; what stands once is soon let go."""

_LARGEST_EXACT = 2**53
"""Whole numbers up to this are the same as floats."""


def _is_definite(value: object) -> bool:
    """Tell a moment without an offset, and what is not quite a number, from all else."""
    if isinstance(value, datetime):
        return value.utcoffset() is not None
    return not isinstance(value, float) or math.isfinite(value)


def one_of(options: tuple[Any, ...]) -> Reader:
    """Read a value that is one of a few."""
    reason = f"should be one of {', '.join(map(str, options))}"

    def read(value: object) -> object:
        for option in options:
            if type(value) is type(option) and value == option:
                return value
        raise NotUnderstood((), reason)

    return read


def within(bounds: Within) -> Reader:
    """Read a whole number from the lowest to the highest it may be."""
    reason = f"should be a whole number from {bounds.low} to {bounds.high}"

    def read(value: object) -> object:
        if type(value) is int and bounds.low <= value <= bounds.high:
            return value
        raise NotUnderstood((), reason)

    return read
