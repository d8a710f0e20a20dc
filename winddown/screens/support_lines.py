"""Everyone to turn to, on the screen: the numbers brightest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from winddown.routine.occasion import Occasion
from winddown.routine.support_told import Told, further_told, support_told
from winddown.widgets.paragraphs import Paragraph, Paragraphs


def support_page(occasion: Occasion, *, short: bool = False) -> Paragraphs:
    """Show the lines by themselves; `short` keeps to one's own and the numbers to ring."""
    return Paragraphs(support_lines(occasion, short=short), classes="gap")


def support_lines(occasion: Occasion, *, short: bool = False) -> Iterator[Paragraph]:
    """Give the lines, to stand among others."""
    return _paragraphs(support_told(occasion, short=short))


def further_lines(occasion: Occasion) -> Iterator[Paragraph]:
    """Give what comes after the nearest: abuse lines, directories, and what a doctor is for."""
    return _paragraphs(further_told(occasion))


def _paragraphs(told: Iterable[Told]) -> Iterator[Paragraph]:
    return (Paragraph(text, weight, int(gap)) for text, weight, gap in told)
