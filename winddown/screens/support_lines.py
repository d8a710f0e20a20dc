"""Everyone to turn to, on the screen: the numbers brightest."""

from __future__ import annotations

from collections.abc import Iterator

from winddown.routine.occasion import Occasion
from winddown.routine.support_told import Told, further_told, support_told
from winddown.widgets.prose import Prose


def support_lines(occasion: Occasion, *, short: bool = False) -> Iterator[Prose]:
    """Give the lines to show; `short` keeps to one's own and the numbers to ring."""
    return map(_shown, support_told(occasion, short=short))


def further_lines(occasion: Occasion) -> Iterator[Prose]:
    """Give what comes after the nearest: abuse lines, directories, and what a doctor is for."""
    return map(_shown, further_told(occasion))


def _shown(told: Told) -> Prose:
    return Prose(told.text, classes=f"{told.weight} gap" if told.gap else told.weight)
