"""Writes a TOML file anew, laid out as the program lays out its own, with its keys in order."""

from __future__ import annotations

from collections.abc import Iterator

from winddown.data.records import Table
from winddown.data.toml_draft import are_tables
from winddown.data.toml_tokens import Keys
from winddown.data.toml_values import dotted, statement


def fresh(first_line: str, table: Table) -> str:
    """Give the text of a file that says what `table` does.

    Raises:
        RecursionError: the tables lie too deep in one another.
    """
    return "\n".join((first_line, *_lines((), table), ""))


def _lines(address: Keys, table: Table) -> Iterator[str]:
    """Write a table; what stands above its last plain value stays on lines of its own.

    Below a header every value would belong to that header's table.
    """
    items = list(table.items())
    plain = [at for at, (_, value) in enumerate(items) if not _has_header(value)]
    above = plain[-1] + 1 if plain else 0
    for key, value in items[:above]:
        yield statement((key,), value)
    for key, value in items[above:]:
        inner = (*address, key)
        if isinstance(value, dict):
            yield from ("", f"[{dotted(inner)}]", *_lines(inner, value))
        elif are_tables(value):
            for one in value:
                yield from ("", f"[[{dotted(inner)}]]", *_lines(inner, one))


def _has_header(value: object) -> bool:
    return isinstance(value, dict) or are_tables(value)
