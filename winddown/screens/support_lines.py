"""Everyone to turn to, on the screen: the numbers brightest."""

from __future__ import annotations

from collections.abc import Iterator

from winddown.routine.occasion import Occasion
from winddown.routine.support_told import further_told, support_told
from winddown.widgets.paragraphs import Paragraph, Paragraphs


def support_page(occasion: Occasion, *, short: bool = False) -> Paragraphs:
    """Show the lines by themselves; `short` keeps to one's own and the numbers to ring."""
    return Paragraphs(support_lines(occasion, short=short), classes="gap")


def support_lines(occasion: Occasion, *, short: bool = False) -> Iterator[Paragraph]:
    """Give the lines, to stand among others."""
    for text, weight, gap in support_told(occasion, short=short):
        yield Paragraph(text, weight, int(gap))


def further_lines(occasion: Occasion) -> Iterator[Paragraph]:
    """Give what comes after the nearest: abuse lines, directories, and what a doctor is for."""
    for text, weight, gap in further_told(occasion):
        yield Paragraph(text, weight, int(gap))
