"""Counts as thin bars, each with its name and its number; all alike, whatever they count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from winddown.routine.text import visible

LONGEST = 24
"""Cells of the longest bar; where a count is higher, all of them share a smaller measure."""


class Bar(NamedTuple):
    """One count."""

    name: str
    number: int


class Bars(Widget):
    """A line for each count: its name, a bar of one cell for each, and the number."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bars--bar", "bars--number"}

    DEFAULT_CSS = """
    Bars {
        height: auto;
        width: 100%;
        color: $body;
        & > .bars--bar { color: $accent; }
        & > .bars--number { color: $quiet; }
    }
    """

    def __init__(self, bars: Sequence[Bar], most: int, names: int) -> None:
        """Show counts, to be set beside others.

        Args:
            bars: the counts.
            most: the highest of all that are compared.
            names: cells of the longest name among them.
        """
        super().__init__()
        self._bars, self._most, self._names = tuple(bars), max(1, most), names

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line each."""
        return max(1, len(self._bars))

    def render(self) -> Content:
        """Draw a bar of at least one cell for whatever was counted."""
        numbers = len(str(self._most))
        room = max(1, min(LONGEST, self.size.width - self._names - numbers - 4))
        return Content("\n").join(self._line(bar, room) for bar in self._bars)

    def _line(self, bar: Bar, room: int) -> Content:
        longest = min(self._most, room)
        cells = max(1, round(bar.number * longest / self._most)) if bar.number else 0
        return Content.assemble(
            set_cell_size(visible(bar.name), self._names),
            "  ",
            ("━" * cells, self.get_visual_style("bars--bar", partial=True)),
            "  " if cells else "",
            (str(bar.number), self.get_visual_style("bars--number", partial=True)),
        )
