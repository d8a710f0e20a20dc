"""An evening's page as lines of text, for a terminal that reads aloud, a pipe or a printer."""

from __future__ import annotations

from collections.abc import Iterator

from winddown.routine.pages import Page
from winddown.routine.words import Words
from winddown.routine.wrapping import wrapped

INDENT = "  "
"""Sets what the person wrote apart from what is told."""


def page_lines(page: Page, width: int, say: Words, *, opened: bool) -> Iterator[str]:
    """Give the lines of a page, a blank one between its parts.

    Args:
        page: one evening.
        width: cells of a line.
        say: the words of looking back.
        opened: true to give what is folded as well.
    """
    yield from wrapped(page.title, width)
    for paragraph in page.paragraphs:
        yield ""
        yield from wrapped(paragraph, width)
    if page.note.strip():
        yield from _written(say["kept"], page.note, width)
    for folded in page.folded if opened else ():
        yield from _written(folded.label, folded.text, width)


def _written(label: str, text: str, width: int) -> Iterator[str]:
    yield ""
    yield from wrapped(label, width)
    yield from wrapped(text, width, first=INDENT, after=INDENT)
