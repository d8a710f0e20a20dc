"""Writes values and keys into TOML; what stays of an array or inline table keeps its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from winddown.data.matching import alike, in_place, paired
from winddown.data.records import Table
from winddown.data.toml_layout import Item, Items
from winddown.data.toml_tokens import Keys, assignment
from winddown.errors import CannotEdit

# tomlkit takes as long to import as all of this package, so it waits for a first change.


def statement(keys: Keys, value: object) -> str:
    """Write a key with its value, without a line end."""
    return f"{dotted(keys)} = {text_of(value)}"


@cache
def dotted(keys: Keys) -> str:
    """Write a key of one or more parts, each in quotes where it needs them."""
    return ".".join(key if _BARE.fullmatch(key) else _quoted(key) for key in keys)


_BARE = re.compile(r"[A-Za-z0-9_-]+")


def _quoted(key: str) -> str:
    import tomlkit

    return tomlkit.key(key).as_string()


def text_of(value: object) -> str:
    """Write a value on one line."""
    if isinstance(value, str) and value.isprintable() and not {'"', "\\"}.intersection(value):
        return f'"{value}"'
    if isinstance(value, dict):
        return "{" + ", ".join(statement((key,), inner) for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(text_of, value)) + "]"
    if isinstance(value, date):  # tomlkit writes Z for London in winter; all else has its offset
        return value.isoformat()
    if type(value) is int:
        return str(value)
    import tomlkit

    return tomlkit.item(value).as_string()


def rewritten(text: str, old: object, new: object, newline: str) -> str:
    """Give a value another content, with the layout of what stays.

    Comments of what goes are kept, except within an inline table.

    Args:
        text: the value as it is written.
        old: what it says.
        new: what it should say.
        newline: the line end to use.

    Raises:
        CannotEdit: the text does not say what it should.
    """
    if alike(old, new):
        return text
    if isinstance(old, list) and isinstance(new, list):
        return _array(Items(text, newline), old, new, newline)
    if isinstance(old, dict) and isinstance(new, dict):
        return _inline_table(Items(text, newline), old, new, newline)
    return text_of(new)


def _array(items: Items, old: list[object], new: list[object], newline: str) -> str:
    before = list(items.items)
    if len(before) != len(old):
        raise CannotEdit
    pairs = paired(old, new)
    staying = in_place([pairs[at] for at in sorted(pairs)])
    for place, item in enumerate(before):
        if place not in pairs.values():
            items.remove(item)
    last: Item | None = None
    for at, value in enumerate(new):
        if at not in pairs:
            last = items.insert(last, text_of(value))
            continue
        item = before[pairs[at]]
        item.body = rewritten(item.body, old[pairs[at]], value, newline)
        last = item if pairs[at] in staying else items.move(item, last)
    return str(items)


def _inline_table(items: Items, old: Table, new: Table, newline: str) -> str:
    there: set[Keys] = set()
    for item in list(items.items):
        part = assignment(item.body)
        keys, now = part.keys, _value_at(new, part.keys)
        if now is None:
            items.remove(item)
            continue
        (was,) = _value_at(old, keys) or (None,)
        item.body = part.key + rewritten(part.value, was, now[0], newline)
        there |= {keys[:length] for length in range(1, len(keys) + 1)}
    for keys, value in _missing(new, there):
        items.insert(items.items[-1] if items.items else None, statement(keys, value))
    return str(items)


def _missing(wanted: Table, there: set[Keys], path: Keys = ()) -> Iterator[tuple[Keys, object]]:
    """Give the keys no text stands for, with their values.

    `there` holds the full keys that stand in the text, and the beginnings of dotted ones.
    """
    for key, value in wanted.items():
        inner = (*path, key)
        if inner not in there:
            yield inner, value
        elif isinstance(value, dict) and any(inner == keys[: len(inner)] != keys for keys in there):
            yield from _missing(value, there, inner)


def _value_at(table: Table, keys: Keys) -> tuple[object] | None:
    """Find a value by its full key; None when there is none."""
    value: object = table
    for key in keys:
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return (value,)
