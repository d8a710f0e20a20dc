"""Reads the marks of a valid TOML text: where a string, a comment or a value ends."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

Keys = tuple[str, ...]
"""The parts of a dotted key."""


class Token(NamedTuple):
    """The smallest piece of a text that has a meaning, or none but layout."""

    text: str
    start: int

    @property
    def is_layout(self) -> bool:
        """True for blanks, line ends and comments."""
        return self.text[0] in " \t\r\n#"


_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # up to two quotes may stand before the closing three
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'"
    r"|#[^\r\n]*"
    r"|\r?\n"
    r"|[ \t]+"
    r"|[\[\]{},=]"
    r"|[^\s\[\]{},=#\"']+",
    re.DOTALL,
)


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """Take a valid text apart; joining the tokens gives it back from `start`."""
    return (Token(found[0], found.start()) for found in _TOKEN.finditer(text, start))


def comments_in(text: str) -> list[str]:
    """Give every comment of a valid text, from its `#` to the end of its line."""
    return [token.text.rstrip() for token in tokens(text) if token.text.startswith("#")]


def statements_in(text: str) -> Iterator[str]:
    """Split a valid text into headers, keys with their values, and other lines, each whole."""
    start = depth = 0
    for token in tokens(text):
        depth += (token.text in "[{") - (token.text in "]}")
        if not depth and token.text in ("\n", "\r\n"):
            end = token.start + len(token.text)
            yield text[start:end]
            start = end
    if start < len(text):
        yield text[start:]


class Assignment(NamedTuple):
    """A key with its value, taken apart; joined, it is as it stood."""

    key: str
    """The key with the equals sign, and the blanks around them."""
    value: str
    end: str
    """Blanks, comment and line end, as far as there are any."""

    @property
    def keys(self) -> Keys:
        """The parts of the key."""
        table: object = tomllib.loads(f"{self.key.strip()} 0")
        keys: Keys = ()
        while isinstance(table, dict):
            ((key, table),) = table.items()
            keys += (key,)
        return keys


def assignment(text: str) -> Assignment:
    """Take a key with its value apart."""
    equals = next(token.start for token in tokens(text) if token.text == "=")
    solid = [token for token in tokens(text, equals + 1) if not token.is_layout]
    start, end = solid[0].start, solid[-1].start + len(solid[-1].text)
    return Assignment(text[:start], text[start:end], text[end:])
