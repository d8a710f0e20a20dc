"""Evenings as a book in Markdown, to be read, printed or taken along: a chapter a month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from winddown.routine.markdown import escaped, quoted
from winddown.routine.pages import Page
from winddown.routine.words import Words


def book(pages: Iterable[Page], say: Words, *, with_text: bool) -> Iterator[str]:
    """Give the lines of a book, without their line ends.

    Args:
        pages: the evenings in the order in which they are to be read.
        say: the words of looking back.
        with_text: true to write what stands folded on the pages as well.
    """
    yield from (f"# {escaped(say['book'])}", "", escaped(say["book_head"]))
    month = ""
    for page in pages:
        if page.month != month:
            month = page.month
            yield from ("", f"## {escaped(month)}")
        yield from ("", f"### {escaped(page.title)}")
        for paragraph in page.paragraphs:
            yield from ("", escaped(paragraph))
        if page.note:
            yield from ("", *quoted(page.note))
        for folded in page.folded if with_text else ():
            yield from ("", f"{escaped(folded.label)}:", "", *quoted(folded.text))
