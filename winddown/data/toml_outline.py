"""Takes a valid TOML text apart into its tables and their lines, losing no character."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from winddown.data.records import Table
from winddown.errors import KeyPath

Address: TypeAlias = KeyPath
"""Where a table stands in what its text says: keys, and places in lists of tables."""


@dataclass(slots=True)
class Statement:
    """A key with its value, or a line without either."""

    text: str
    key: str = ""
    """The first key of the statement; empty for a comment or a blank line."""


@dataclass(slots=True, eq=False)
class Section:
    """A header with the lines under it; the first section has none."""

    address: Address = ()
    lead: str = ""
    """Comments just above the header, and the blank lines above those."""
    header: str = ""
    statements: list[Statement] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """Its pieces in order, each of whole lines."""
        return [self.lead, self.header, *(line.text for line in self.statements)]

    @property
    def text(self) -> str:
        """All of it, as it stands in the file."""
        return "".join(self.lines)


def outline(text: str) -> list[Section]:
    """Take a text apart; joining the sections' texts gives it back."""
    sections = [Section()]
    last_place: dict[Address, int] = {}
    for chunk, table in _chunks(text):
        if chunk.lstrip(" \t").startswith("["):
            lead = _take_lead(sections[-1].statements)
            sections.append(Section(_address(table, last_place), lead, chunk))
        else:
            sections[-1].statements.append(Statement(chunk, next(iter(table), "")))
    return sections


def comments_in(text: str) -> list[str]:
    """Give every comment of a valid text, from its `#` to the end of its line."""
    return [found.rstrip() for found in _TOKEN.findall(text) if found.startswith("#")]


_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # up to two quotes may stand before the closing three
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'"
    r"|#[^\n]*",
    re.DOTALL,
)

_CLOSING = re.compile(r'"""|\'\'\'|[\]}]')
"""Only a line with one of these can end a value of several lines."""


def _chunks(text: str) -> Iterator[tuple[str, Table]]:
    """Split a valid text into the fewest lines that each read by themselves."""
    chunk = ""
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        may_end = not chunk or _CLOSING.search(line)
        chunk += line
        if may_end:
            try:
                table = tomllib.loads(chunk)
            except tomllib.TOMLDecodeError:
                continue
            yield chunk, table
            chunk = ""


def _take_lead(statements: list[Statement]) -> str:
    """Take away the comments at the end, and the blank lines above them."""
    start = len(statements)
    while start and statements[start - 1].text.lstrip().startswith("#"):
        start -= 1
    while start and not statements[start - 1].text.strip():
        start -= 1
    lead = "".join(line.text for line in statements[start:])
    del statements[start:]
    return lead


def _address(header: object, last_place: dict[Address, int]) -> Address:
    """Tell where a header's table stands, and count it when it is one of a list."""
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
