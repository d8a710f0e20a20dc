"""An orb drawn in cells: what stands between its arithmetic and the widget."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Size

from winddown.widgets.canvas import Canvas
from winddown.widgets.orb import Cell, Orb, Palette
from winddown.widgets.shades import IN_GREY, Shades

_LIGHTS = 64
"""Steps of the light from none to all: too fine to be seen, as each has every cell sent anew."""

_Draw: TypeAlias = Callable[[Cell], tuple[Segment, Segment]]
"""Draws a cell upright and upside down."""


class Look(NamedTuple):
    """What the light is drawn with, besides the breath."""

    size: Size
    ground: Color
    centre: Color
    middle: Color
    edge: Color
    hue: bool
    """False where a terminal's own colours are not wanted."""
    filters: tuple[LineFilter, ...]


class Light:
    """Draws an orb on a canvas, and again only those of its cells that change."""

    def __init__(self, look: Look) -> None:
        """Lay out the canvas; nothing is drawn yet."""
        self.look = look
        columns, rows = look.size
        ground, centre, middle, edge = look[1:5]
        if centre.ansi is None:
            palette = Palette(ground.rgb, centre.rgb, middle.rgb, edge.rgb)
            draw = _in_true_colours
        else:
            palette = IN_GREY
            draw = Shades(ground, (edge, middle, centre), hue=look.hue).pair
        self._draw = cache(_filtered(draw, look))
        self._orb = _orb(columns, rows, palette)
        self.canvas = Canvas(columns, rows, self._draw((palette.ground, palette.ground))[0])
        self._drawn: tuple[int, float] | None = None

    def show(self, fill: float, smallest: float, light: float) -> None:
        """Draw it for lungs this full."""
        radius, lit = self._orb.radius(fill, smallest), round(light * _LIGHTS) / _LIGHTS
        before, self._drawn = self._drawn, (radius, lit)
        if before is None or before[1] != lit:
            self._draw.cache_clear()  # no cell will look as it did before
            self._put(self._orb.cells(), radius, lit)
        elif before[0] != radius:
            self._put(self._orb.crossed(before[0], radius), radius, lit)

    def _put(self, cells: Iterable[tuple[int, int]], radius: int, light: float) -> None:
        """Draw cells of the upper left quarter, each in its four places."""
        profile, put = self._orb.profile(radius, light), self.canvas.put
        last_row, last_column = self._orb.rows - 1, self._orb.columns - 1
        for row, column in cells:
            upright, upside_down = self._draw(self._orb.cell(row, column, profile))
            for across in {column, last_column - column}:
                put(row, across, upright)
                if row != last_row - row:
                    put(last_row - row, across, upside_down)


_orb = lru_cache(maxsize=4)(Orb)
"""Lays out an orb, or gives the one of that size and those colours: most screens have the same."""


_rich = lru_cache(4096)(RichColor.from_rgb)
"""Gives a colour as Rich holds it; the same few come again and again as the light goes down."""


def _filtered(draw: _Draw, look: Look) -> _Draw:
    """Pass what is drawn through the filters of the terminal."""
    if not look.filters:
        return draw

    def drawn(cell: Cell) -> tuple[Segment, Segment]:
        segments = list(draw(cell))
        for each in look.filters:
            segments = each.apply(segments, look.ground)
        upright, upside_down = segments
        return upright, upside_down

    return drawn


def _in_true_colours(cell: Cell) -> tuple[Segment, Segment]:
    upper, lower = cell
    behind = _rich(*upper)
    if upper == lower:
        blank = Segment(" ", Style(bgcolor=behind))
        return blank, blank
    # The other half block swaps the two pixels, so one style serves both.
    style = Style(color=_rich(*lower), bgcolor=behind)
    return Segment("▄", style), Segment("▀", style)
