"""Writes single values and keys into TOML, with tomlkit."""

from __future__ import annotations

import tomllib
from collections.abc import MutableMapping
from datetime import datetime
from typing import Any

from winddown.data.records import Table

# tomlkit takes as long to import as all of this package, so it waits for a first change.


def statement(key: str, value: object) -> str:
    """Write a key with its value, without a line end."""
    import tomlkit

    return f"{tomlkit.key(key).as_string()} = {_text_of(value)}"


def header(keys: tuple[str, ...], *, one_of_many: bool) -> str:
    """Write the header of a table, without a line end."""
    import tomlkit

    path = ".".join(tomlkit.key(key).as_string() for key in keys)
    return f"[[{path}]]" if one_of_many else f"[{path}]"


def rewritten(text: str, key: str, value: object) -> str | None:
    """Give a whole statement another value, with its layout and comment kept.

    None when tomlkit does not manage it.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        _settle(document, {key: value})
        changed = document.as_string()
        return changed if tomllib.loads(changed) == {key: value} else None
    except (TOMLKitError, ValueError):
        return None


def _settle(table: MutableMapping[str, Any], wanted: Table) -> None:
    import tomlkit

    for key in [key for key in table if key not in wanted]:
        del table[key]
    for key, value in wanted.items():
        inner = table.get(key)
        if isinstance(inner, MutableMapping) and isinstance(value, dict):
            _settle(inner, value)
        elif key not in table or inner != value:
            table[key] = tomlkit.value(_text_of(value))


def _text_of(value: object) -> str:
    import tomlkit

    # tomlkit writes Z for London in winter; every other evening has its offset.
    return value.isoformat() if isinstance(value, datetime) else tomlkit.item(value).as_string()
