"""What others do to an evening's file: a person with an editor, and programs that sync."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import tomlkit
from tomlkit.items import AoT

OWN_KEYS = "mine_"
"""What the keys of the person's own begin with."""

Edit = Callable[[str, int, str], str]
"""Gives a file's text after an edit, with a number and with words."""


def comment_above(text: str, number: int, words: str) -> str:
    """Write a line of one's own at the top."""
    return f"{line_of(number)}\n{text}"


def comment_below(text: str, number: int, words: str) -> str:
    """Write a line of one's own at the end."""
    return f"{text}{line_of(number)}\n"


def line_of(number: int) -> str:
    """Give a line that no other edit writes."""
    return f"# my own line {number}"


def key_of(number: int) -> str:
    """Give a key of one's own, as its line, that no other edit writes."""
    return f"{OWN_KEYS}{number} = {number}"


def own_key(text: str, number: int, words: str) -> str:
    """Add a key of one's own beneath the first line of the file."""
    first, _, rest = text.partition("\n")
    return f"{first}\n{key_of(number)}\n{rest}"


def own_key_in_a_table(text: str, number: int, words: str) -> str:
    """Add a key of one's own to the first table, or beneath the first line."""
    before, header, after = text.partition("\n[")
    if not header:
        return own_key(text, number, words)
    line, _, rest = after.partition("\n")
    return f"{before}{header}{line}\n{key_of(number)}\n{rest}"


def _edited(change: Callable[[Any, int, str], None]) -> Edit:
    def edit(text: str, number: int, words: str) -> str:
        document = tomlkit.parse(text)
        change(document, number, words)
        return tomlkit.dumps(document)

    edit.__name__ = change.__name__
    return edit


@_edited
def note(document: Any, number: int, words: str) -> None:
    document["note"] = f"{words}, by hand"


@_edited
def no_note(document: Any, number: int, words: str) -> None:
    document.pop("note", None)


@_edited
def tonight(document: Any, number: int, words: str) -> None:
    document["tonight"] = ("light", "steady", "tired", "heavy")[number % 4]


@_edited
def settled(document: Any, number: int, words: str) -> None:
    document.setdefault("settled", tomlkit.table())["before"] = number % 11


@_edited
def another_comfort(document: Any, number: int, words: str) -> None:
    comforts = document.setdefault("comforts", tomlkit.aot())
    entry = tomlkit.table()
    entry["text"] = f"{words}, by hand {number}"
    cast(AoT, comforts).append(entry)


@_edited
def fewer_comforts(document: Any, number: int, words: str) -> None:
    if document.get("comforts"):
        del document["comforts"][number % len(document["comforts"])]
        if not document["comforts"]:
            del document["comforts"]  # else the next one would be written as no TOML


@_edited
def another_reading(document: Any, number: int, words: str) -> None:
    for each in document.get("reflections", []):
        each["reading"] = ("rest", "both", "away", "unsure")[number % 4]
        each["from_what"] = f"{words}, by hand"


@_edited
def another_cue(document: Any, number: int, words: str) -> None:
    if "outreach" in document:
        document["outreach"]["cue"] = f"{words}, by hand"


MARKS: tuple[Edit, ...] = (comment_above, comment_below, own_key, own_key_in_a_table)
"""Edits that add a line of the person's own."""
ANSWERS: tuple[Edit, ...] = (
    note,
    no_note,
    tonight,
    settled,
    another_comfort,
    fewer_comforts,
    another_reading,
    another_cue,
)
"""Edits that change an answer."""
BROKEN: tuple[bytes, ...] = (
    b"",
    b"note = [\n",
    b"\x00\x00\x00\x00",
    b"<<<<<<< HEAD\nnote = 'a'\n=======\nnote = 'b'\n>>>>>>> other\n",
    b"note = '\xe9t\xe9'\n",
    b'schema = "one"\n',
)
"""What no program can read as an evening."""
