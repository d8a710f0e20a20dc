"""Evenings as JSON: everything that stands in their files but comments, to be brought in again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from winddown.data import migration
from winddown.data.evening_file import read_evening, schema_of, understood
from winddown.data.exporting import Kept
from winddown.data.json_values import to_json
from winddown.errors import UnreadableEvening
from winddown.routine.evening import Evening
from winddown.routine.text import visible

VERSION = 1
"""The number of this layout, which stands under "winddown"."""


def as_json(kept: Kept) -> Iterator[str]:
    """Give the text of `{"winddown": 1, "evenings": [...]}`, an evening at a time.

    What is not understood is left out and goes to the problems of `kept`; of a
    newer schema, everything is taken as it stands.
    """
    yield f'{{\n  "winddown": {VERSION},\n  "evenings": ['
    lead = "\n    "
    for day in kept.days:
        try:
            text = _text_of(kept, day)
        except UnreadableEvening as problem:
            kept.problems.append(problem)
            continue
        if text:
            yield lead + text.replace("\n", "\n    ")
            lead = ",\n    "
    yield "]\n}\n" if lead == "\n    " else "\n  ]\n}\n"


def _text_of(kept: Kept, day: date) -> str:
    """Give one evening as JSON; empty when its file has gone meanwhile.

    Raises:
        UnreadableEvening: it cannot be read, understood, or written as JSON.
    """
    path = kept.where.evening(day)
    file = read_evening(path)
    if file is None:
        return ""
    schema = schema_of(file)
    if schema is None or schema <= migration.SCHEMA:
        understood(Evening, file, day)
    try:
        text = json.dumps(to_json(file.table), ensure_ascii=False, indent=2)
    except RecursionError:
        reason = "its tables lie too deep in one another for JSON"
    except ValueError:
        reason = "it holds a number of thousands of digits, which JSON has no place for"
    else:
        return text.translate(_SAFE)
    raise UnreadableEvening(path, None, reason)


_SAFE = {
    code: f"\\u{code:04x}"
    for code in range(0x7F, 0x10000)
    if not 0xD800 <= code < 0xE000 and visible(chr(code)) != chr(code)
}
"""What could act on a terminal stands as its number, which says the same in JSON."""
