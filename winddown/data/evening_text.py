"""Gives the text that an evening's file should have, without losing a character of a person's own.

A file is winddown's alone where it is, to the byte, what its evening is laid out as: no comment,
key or order of keys of a person's is in it. Then it is laid out anew, which is a tenth of the
work; any other file is taken apart, and only what changed is changed in it.
"""

from __future__ import annotations

from pathlib import Path

from winddown.data.evening_file import LIMIT, remember
from winddown.data.evenings import FIRST_LINE
from winddown.data.matching import alike
from winddown.data.migration import SCHEMA
from winddown.data.records import Table
from winddown.data.toml_fresh import fresh
from winddown.errors import CannotEdit, NotWritten
from winddown.toml_reading import TomlFile, read_many, table_of


def layout(evening: Table) -> str:
    """Lay out the fields of an evening as a file of its own."""
    return fresh(FIRST_LINE, {"schema": SCHEMA, **evening})


def text_of(path: Path, evening: Table) -> str:
    """Give the text of an evening's file that is winddown's alone.

    Raises:
        NotWritten: it would be too long, or not be read again as this evening.
    """
    text = layout(evening)
    try:
        read_many()
        file = TomlFile(path, text, table_of(text))
    except ValueError:
        raise NotWritten(path, _NOT_AGAIN) from None
    if not alike(file.table, {"schema": SCHEMA, **evening}):
        raise NotWritten(path, _NOT_AGAIN)
    remember(file)
    return _short_enough(path, text)


_NOT_AGAIN = "it would not be read again as it is"


def changed_text(file: TomlFile, table: Table) -> str:
    """Change what a file says to what a table does, and leave all else in its text.

    Raises:
        NotWritten: it would be too long, or is laid out so that this cannot be done safely.
    """
    from winddown.data.toml_edit import edited  # only where a person wrote in the file, too

    try:
        return _short_enough(file.path, edited(file.text, table))
    except CannotEdit as problem:
        raise NotWritten(file.path, str(problem)) from None


def _short_enough(path: Path, text: str) -> str:
    if len(text.encode()) > LIMIT:
        raise NotWritten(path, f"it would be longer than {LIMIT // 1024} kB")
    return text
