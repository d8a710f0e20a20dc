"""Marks from 0 to 10 over a few weeks, as dots: a day without one is left empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

ROWS = 3
"""Lines of the plot; each holds four heights, and the marks need eleven of the twelve."""

_HEIGHTS = 4 * ROWS
_HIGHEST = 10
_EMPTY = 0x2800
"""The braille cell without a dot."""
_PAIRS = (0x09, 0x12, 0x24, 0xC0)
"""Two dots side by side in such a cell, from its top to its foot."""


class Dots(Widget):
    """One column of a cell for each day, a pair of dots at the height of its mark."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"dots--mark"}

    DEFAULT_CSS = """
    Dots {
        height: 3;
        width: auto;
        & > .dots--mark { color: $accent; }
    }
    """

    ALLOW_SELECT = False

    def __init__(self, marks: Mapping[int, int], days: int) -> None:
        """Show marks by their day.

        Args:
            marks: 0 to 10, by the day they belong to, from 0 for the oldest.
            days: how many days there are.
        """
        super().__init__()
        self._marks, self._days = dict(marks), days

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """One cell a day."""
        return self._days

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the heights take."""
        return ROWS

    def render(self) -> Content:
        """Draw the newest days that fit."""
        shown = range(max(0, self._days - self.size.width), self._days)
        lines = [
            "".join(_cell(self._marks.get(day), row) for day in shown).rstrip()
            for row in range(ROWS)
        ]
        return Content.styled("\n".join(lines), self.get_visual_style("dots--mark", partial=True))


def _cell(mark: int | None, row: int) -> str:
    """Give what stands in a line of the plot, from the top, for a day."""
    if mark is None:
        return " "
    below_top = _HEIGHTS - 1 - round(mark * (_HEIGHTS - 1) / _HIGHEST)
    at_row, height = divmod(below_top, 4)
    return chr(_EMPTY + _PAIRS[height]) if at_row == row else " "
