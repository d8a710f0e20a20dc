"""Takes a valid TOML text apart into its tables and their lines, losing no character."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import TypeAlias

from winddown.data.toml_tokens import Keys, assignment, statements_in
from winddown.errors import KeyPath

Address: TypeAlias = KeyPath
"""Where a table stands in what its text says: keys, and places in lists of tables."""


@dataclass(slots=True, eq=False)
class Statement:
    """A key with its value, or a line without either."""

    text: str
    keys: Keys = ()
    """The parts of its key; empty for a comment or a blank line."""

    @property
    def is_blank(self) -> bool:
        """True for a line with nothing on it."""
        return not self.text.strip()


@dataclass(slots=True, eq=False)
class Section:
    """A header with the lines under it; the first section has none."""

    address: Address = ()
    lead: str = ""
    """Comments just above the header, and the blank lines above those."""
    header: str = ""
    statements: list[Statement] = field(default_factory=list)
    is_offer: bool = False
    """True where the header is commented out, like all below it: a place for a table to be."""

    @property
    def lines(self) -> list[str]:
        """Its pieces in order, each of whole lines."""
        return [self.lead, self.header, *(line.text for line in self.statements)]

    @property
    def text(self) -> str:
        """All of it, as it stands in the file."""
        return "".join(self.lines)

    @property
    def ends_blank(self) -> bool:
        """True where its last line has nothing on it."""
        return bool(self.statements) and self.statements[-1].is_blank


def outline(text: str) -> list[Section]:
    """Take a text apart; joining the sections' texts gives it back."""
    sections = [Section()]
    last_place: dict[Address, int] = {}
    for chunk in statements_in(text):
        first = chunk.lstrip(" \t")[:1]
        if first == "[":
            sections.append(Section(address_of(tomllib.loads(chunk), last_place), "", chunk))
        else:
            keys = assignment(chunk).keys if first not in "#\r\n" else ()
            sections[-1].statements.append(Statement(chunk, keys))
    parts = list(chain.from_iterable(map(_with_offers, sections)))
    for above, section in pairwise(parts):
        section.lead = _take_lead(above.statements)
    return parts


def offered_values(statements: Sequence[Statement]) -> Iterator[tuple[Keys, int]]:
    """Find the values that are commented out: their keys, and the place after their last line."""
    at = 0
    while at < len(statements):
        if length := _length_of_offer(statements[at : at + _LONGEST_OFFER]):
            at += length
            text = "".join(_uncommented(line.text) for line in statements[at - length : at])
            yield assignment(text).keys, at
        else:
            at += 1


def _length_of_offer(statements: Sequence[Statement]) -> int:
    """Count the lines of a value that is commented out; nought where none begins."""
    found = _OFFERED_VALUE.match(statements[0].text)
    if not found:
        return 0
    text = ""
    for at, line in enumerate(statements if found["open"] else statements[:1]):
        if line.keys or not _COMMENT_MARK.match(line.text):
            return 0
        text += _uncommented(line.text)
        if _read(text):
            return at + 1
    return 0


_LONGEST_OFFER = 40
_KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_OFFERED_VALUE = re.compile(
    rf"""[ \t]*\#+[ \t]?{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*[ \t]*=[ \t]*(?P<open>[\[{{]|""\"|''')?"""
)
_OFFERED_HEADER = re.compile(r"[ \t]*#+[ \t]?\[")
_COMMENT_MARK = re.compile(r"[ \t]*#+[ \t]?")


def _with_offers(section: Section) -> Iterator[Section]:
    """Split a section where a header is commented out and nothing that counts follows."""
    lines = section.statements
    after_keys = max((at + 1 for at, line in enumerate(lines) if line.keys), default=0)
    part = section
    section.statements = lines[:after_keys]
    for line in lines[after_keys:]:
        offer = _OFFERED_HEADER.match(line.text) and _read(_uncommented(line.text))
        if offer:
            yield part
            part = Section(address_of(offer, {}), "", line.text, is_offer=True)
        else:
            part.statements.append(line)
    yield part


def _take_lead(statements: list[Statement]) -> str:
    """Take away the comments at the end, and the blank lines above them."""
    start = len(statements)
    floor = max((end for _, end in offered_values(statements)), default=0)
    while start > floor and statements[start - 1].text.lstrip().startswith("#"):
        start -= 1
    while start and statements[start - 1].is_blank:
        start -= 1
    lead = "".join(line.text for line in statements[start:])
    del statements[start:]
    return lead


def _uncommented(line: str) -> str:
    found = _COMMENT_MARK.match(line)
    return line[found.end() :] if found else ""


def _read(text: str) -> object:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def address_of(header: object, last_place: dict[Address, int]) -> Address:
    """Tell where a header's table stands, and count it when it is one of a list.

    Args:
        header: what the header alone reads as.
        last_place: the last place of each list of tables so far; it is brought up to date.
    """
    address: Address = ()
    while isinstance(header, dict) and header:
        ((key, inner),) = header.items()
        address += (key,)
        if isinstance(inner, list):
            last_place[address] = last_place.get(address, -1) + 1
            header = inner[0]
        else:
            header = inner
        if address in last_place:
            address += (last_place[address],)
    return address
