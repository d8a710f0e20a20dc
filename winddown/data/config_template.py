"""A config in which every key stands explained, and none of them set.

Made from the definitions that the loader reads by, so that the two cannot drift.
A `##` line explains, or shows an example; a `#` line is a key with its default.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, cast, get_args, get_type_hints

import winddown.data.config_entries  # noqa: F401  the hints name its kinds of entries
from winddown.data import content
from winddown.data.config import Config
from winddown.data.records import Table, stored_fields
from winddown.data.toml_values import text_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

WIDTH = 76
"""Characters in a line of explanation."""

OPENING = """\
winddown: your settings and lists. Everything may be left out.
Take the one # away from a line to set that key. A line with ## explains, or shows an example.
To see whether all of it can be used: winddown config check
The settings inside the program write here too."""


def template(steps: Sequence[str]) -> str:
    """Give the text of a config that sets nothing.

    Args:
        steps: every step between arriving and closing, in their usual order.
    """
    unusual: Table = {
        "closing": content.defaults("closing")["closing"],
        "steps": list(steps),
    }
    lines = [*_explained(OPENING), "", *_table(Config, (), unusual)]
    return "\n".join(lines) + "\n"


def _table(kind: type[DataclassInstance], path: tuple[str, ...], unusual: Table) -> Iterator[str]:
    """Give the lines of one table: single values first, as TOML wants, then what is inside it."""
    hints = get_type_hints(kind, include_extras=True)
    inside = {stored.name: stored for stored in stored_fields(kind) if stored.record is not None}
    for field in fields(kind):
        if field.name not in inside:
            said, example = _said(hints[field.name])
            yield from _explained(said)
            value = unusual.get(field.name, field.default)
            if example:
                yield f"## {field.name} = {example}"
            else:
                plain = list(value) if isinstance(value, tuple) else value
                yield f"#{field.name} = {text_of(plain)}"
            yield ""
    for name, stored in inside.items():
        record = cast("type[DataclassInstance]", stored.record)
        if stored.many:
            yield from _explained(_said(hints[name])[0])
            yield from _entry(record, (*path, name))
        else:
            yield from _explained(str(record.__doc__).partition("\n")[0])
            yield f"#[{'.'.join((*path, name))}]"
            yield ""
            yield from _table(record, (*path, name), {})


def _entry(kind: type[DataclassInstance], path: tuple[str, ...]) -> Iterator[str]:
    """Give an example of one entry of a list, with each of its keys."""
    hints = get_type_hints(kind, include_extras=True)
    yield f"## [[{'.'.join(path)}]]"
    written = [(f"{field.name} = {_said(hints[field.name])[1]}", field) for field in fields(kind)]
    widest = max(len(key) for key, _ in written if len(key) < WIDTH // 2)
    for key, field in written:
        said = _said(hints[field.name])[0]
        needed = " (needed)" if field.default is MISSING else ""
        if len(key) <= widest:
            yield f"## {key:<{widest}}   # {said}{needed}"
        else:
            yield f"## # {said}{needed}:"
            yield f"## {key}"
    yield ""


def _said(hint: object) -> tuple[str, str]:
    """Give the explanation beside a kind, and its example; empty where there is none."""
    beside = (getattr(each, "__metadata__", ()) for each in (hint, *get_args(hint)))
    texts = [text for each in beside for text in each if isinstance(text, str)]
    said, example, *_ = *texts, "", ""
    return said, example


def _explained(text: str) -> Iterator[str]:
    for paragraph in text.split("\n"):
        for line in textwrap.wrap(paragraph, WIDTH - 3):
            yield f"## {line}"
