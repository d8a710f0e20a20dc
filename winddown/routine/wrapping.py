"""Text in lines of a width, for those who read it without a screen of ours."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from winddown.routine.text import visible


def wrapped(text: str, width: int, *, first: str = "", after: str = "") -> Iterator[str]:
    """Break a text into lines at its spaces, each no wider than `width` where that can be.

    Args:
        text: anything a person wrote; what would act on a terminal is shown instead.
        width: cells, of which a wide letter takes two.
        first: what the first line begins with.
        after: what every other line begins with.
    """
    begin = first
    for line in text.split("\n"):
        words = visible(line).split(" ")
        filled = begin + words[0]
        taken = cells(filled)
        for word in words[1:]:
            taken += 1 + cells(word)
            if taken <= width:
                filled += f" {word}"
                continue
            yield from _cut(filled, width)
            filled = after + word
            taken = cells(filled)
        yield from _cut(filled, width)
        begin = after


def cells(text: str) -> int:
    """Tell how many cells a text takes, as far as that can be known without the terminal."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(letter: str) -> int:
    if category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def _cut(line: str, width: int) -> Iterator[str]:
    """Cut what is wider than a line, a word without spaces, and leave the rest as it is."""
    while cells(line) > width:
        taken = room = 0
        for letter in line:
            room += _cells_of(letter)
            if room > width and taken:
                break
            taken += 1
        yield line[:taken].rstrip()
        line = line[taken:]
    yield line.rstrip()
