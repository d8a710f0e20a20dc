"""Text as Markdown that reads as the same text: whatever was written, nothing in it acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from winddown.routine.text import visible

_ACTS = re.compile(
    r"""
    [\\`*_{}\[\]<>\#|~^$&@]      # emphasis, code, links, HTML, tables, formulas, templates
    | (?<=\w)\.(?=[^\W\d])       # what some readers make a link of by themselves: example.org
    | :(?=[^\W\d]|[/+-])         # so too http:, mailto: and :smile:, but not 18:30
    """,
    re.VERBOSE,
)
_BEGINS = re.compile(r"(?P<number>[0-9]{1,9})(?=[.)])|[-+=:%]")
"""What acts only where a line begins: lists, rules, and the lines that make a heading."""

_BREAKS = re.compile("\r\n?|\n")


def escaped(text: str) -> str:
    """Write a text as one line of Markdown that shows these very characters."""
    line = _ACTS.sub(lambda found: "\\" + found[0], " ".join(_lines(text)))
    if begins := _BEGINS.match(line):
        at = len(begins["number"] or "")
        line = f"{line[:at]}\\{line[at:]}"
    return line


def quoted(text: str) -> Iterator[str]:
    """Give the lines of a quotation, broken where the text's own lines are."""
    lines = [escaped(line) for line in _lines(text)]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        is_broken = line and following  # a line by itself would run into the next
        yield f"> {line}\\" if is_broken else f"> {line}".rstrip()


def _lines(text: str) -> list[str]:
    """Give the lines of a text without the space around them, which Markdown would read."""
    return [visible(line).strip() for line in _BREAKS.split(text.strip(" \r\n"))]
