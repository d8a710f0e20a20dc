"""Everyone to turn to, on the screen: the numbers brightest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from winddown.routine.occasion import Occasion
from winddown.routine.support_told import Told, further_told, support_told
from winddown.widgets.prose import Prose


def support_lines(occasion: Occasion, *, short: bool = False) -> Iterator[Prose]:
    """Give the lines to show; `short` keeps to one's own and the numbers to ring."""
    return _shown(support_told(occasion, short=short))


def further_lines(occasion: Occasion) -> Iterator[Prose]:
    """Give what comes after the nearest: abuse lines, directories, and what a doctor is for."""
    return _shown(further_told(occasion))


def _shown(told: Iterable[Told]) -> Iterator[Prose]:
    """Show together what looks alike and stands together, as few widgets are drawn sooner."""
    lines: list[Told] = []
    for each in told:
        if lines and (each.gap or each.weight != lines[0].weight):
            yield _together(lines)
            lines = []
        lines.append(each)
    if lines:
        yield _together(lines)


def _together(lines: Sequence[Told]) -> Prose:
    first = lines[0]
    text = "\n".join(each.text for each in lines)
    return Prose(text, classes=f"{first.weight} gap" if first.gap else first.weight)
