"""Light in the terminal's own colours: a few of them, and the shade characters between two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from winddown.widgets.orb import Cell, Palette

IN_GREY = Palette(
    ground=(0, 0, 0), centre=(255, 255, 255), middle=(200, 200, 200), edge=(120, 120, 120)
)
"""A light that is mixed in greys, to be shown in shades."""

_QUARTERS = " ░▒▓"
"""None, a quarter, a half and three quarters of one colour upon another."""


class Shades:
    """The steps from the ground to the brightest colour, one character each."""

    def __init__(self, ground: Color, colours: Sequence[Color], *, hue: bool = True) -> None:
        """Rise from `ground` through `colours`; without `hue` only through what text has."""
        steps = [ground, *dict.fromkeys(colours)] if hue else [ground, Color.parse("ansi_default")]
        self._steps = [
            (quarter, Style(color=above.rich_color, bgcolor=below.rich_color))
            for below, above in pairwise(steps)
            for quarter in _QUARTERS
        ]
        self._steps.append(("█", Style(color=steps[-1].rich_color, bgcolor=ground.rich_color)))

    def _step(self, cell: Cell) -> int:
        (upper, _, _), (lower, _, _) = cell
        # As wide a part of the light for each: rounding would leave half of it to the brightest.
        return min(len(self._steps) - 1, int((upper + lower) / 510 * len(self._steps)))

    def run(self, cell: Cell, length: int) -> Segment:
        """Draw like cells side by side."""
        character, style = self._steps[self._step(cell)]
        return Segment(character * length, style)

    def pair(self, cell: Cell) -> tuple[Segment, Segment]:
        """Draw a cell upright and upside down, which is the same."""
        segment = self.run(cell, 1)
        return segment, segment
