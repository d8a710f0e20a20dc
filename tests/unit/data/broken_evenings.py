"""Evenings that cannot be read, by what is wrong with them, and the line that is to be named."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

KEPT_LINE = "Tell nobody"
"""Stands in each that is a text, and in no sentence about it."""

WHOLE = (
    "schema = 1\nevening = 2026-11-22\nstarted = 2026-11-22T21:34:10+01:00\n"
    f'note = "{KEPT_LINE}"\n[settled]\nbefore = 4\n'
)


class Broken(NamedTuple):
    """One way for an evening not to be understood."""

    make: Callable[[Path], object]
    line: int | None
    said: str


def _text(content: str | bytes, line: int | None, said: str) -> Broken:
    data = content if isinstance(content, bytes) else content.encode()
    return Broken(lambda path: path.write_bytes(data), line, said)


def _changed(find: str, instead: str, line: int | None, said: str) -> Broken:
    assert find in WHOLE
    return _text(WHOLE.replace(find, instead), line, said)


MERGE = WHOLE.replace(
    "[settled]",
    f'<<<<<<< HEAD\nroute = "full"\n=======\n# {KEPT_LINE}\n>>>>>>> laptop\n[settled]',
)

BROKEN: dict[str, Broken] = {
    "empty": _text("", None, "there is no evening in it"),
    "blank": _text(" \n\n", None, "there is no evening in it"),
    "a remark": _text(f"# {KEPT_LINE}\n", None, "there is no evening in it"),
    "NUL": _text(f'note = "{KEPT_LINE}"\nx = "\0"\n', 2, "NUL byte"),
    "NUL all through": _text(b"\0" * 4096, 1, "NUL byte"),
    "half a file": _text(WHOLE[: WHOLE.index(KEPT_LINE) + 4], 4, "a quote is missing"),
    "latin-1": _text(f'x = 1\nnote = "{KEPT_LINE} schön"\n'.encode("latin-1"), 2, "UTF-8"),
    "UTF-16": _text(WHOLE.encode("utf-16"), 1, "UTF-8"),
    "BOM": _text("\ufeff" + WHOLE, 1, "byte order mark"),
    "a merge": _text(MERGE, 5, "both sides of a merge stand in it"),
    "a merge, CRLF": _text(MERGE.replace("\n", "\r\n"), 5, "both sides of a merge stand in it"),
    "deep nesting": _text(f"{WHOLE}x = {'[' * 9000}{']' * 9000}", 7, "too deep"),
    "newer schema": _changed("schema = 1", "schema = 9", 1, "made by a newer winddown"),
    "newer schema, unlike": _text(
        WHOLE.replace("schema = 1", "schema = 9").replace("before = 4", 'before = "x"'),
        6,
        "made by a newer winddown",
    ),
    "no schema at all": _changed(
        "schema = 1", f'schema = "{KEPT_LINE}"', 1, "'schema' should be 1"
    ),
    "a number for a text": _changed(f'"{KEPT_LINE}"', "4", 4, "'note' should be text in quotes"),
    "a text for a number": _changed("= 4", f'= "{KEPT_LINE}"', 6, "'settled.before' should be"),
    "no day": _changed("evening = 2026-11-22\n", "", None, "'evening' is missing"),
    "another day": _changed("2026-11-22\n", "2026-11-21\n", 2, "as the file's name says"),
    "a moment without offset": _changed("10+01:00", "10", 3, "a moment with its offset"),
    "JSON": _text('{"evening": "2026-11-22"}', 1, "this is not TOML"),
    "5 MB": _text(WHOLE + "#" * 5_000_000, None, "longer than 4096 kB"),
    "a folder": Broken(Path.mkdir, None, "this is a folder"),
    "a FIFO": Broken(os.mkfifo, None, "something other than a file"),
    "a dangling link": Broken(
        lambda path: path.symlink_to(path.parent / "nowhere"), None, "links to a file that is not"
    ),
    "a link to itself": Broken(lambda path: path.symlink_to(path), None, "it cannot be read ("),
}
