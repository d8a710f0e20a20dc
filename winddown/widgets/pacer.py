"""The pacer: a soft light that opens and closes with the breath."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from winddown.widgets.orb import Cell, Orb, Palette
from winddown.widgets.shades import IN_GREY, Shades

if TYPE_CHECKING:
    from winddown.routine.breathing import Moment
    from winddown.routine.occasion import Motion

TICK: Mapping[Motion, float] = {"full": 1 / 30, "gentle": 1 / 8, "still": 1 / 4}
"""Seconds between two looks at the clock that suit each way of moving."""

_SMALLEST: Mapping[Motion, float] = {"full": 0.35, "gentle": 0.6, "still": 0.35}
"""Radius on empty lungs, as a share of the largest."""

_Run: TypeAlias = Callable[[Cell, int], tuple[Segment, Segment]]
"""Draws like cells side by side, upright and upside down."""

_LIGHTS = 128
"""Steps of the light from none to all: so fine that no step is seen."""


class Pacer(Widget):
    """An orb as large as its place allows; `fill` and `light` are all it knows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pacer--centre", "pacer--middle", "pacer--edge"}

    DEFAULT_CSS = """
    Pacer {
        width: 1fr;
        height: 1fr;
        background: $ground;
        & > .pacer--centre { color: $orb-centre; }
        & > .pacer--middle { color: $orb-middle; }
        & > .pacer--edge { color: $orb-edge; }
    }
    """

    fill: reactive[float] = reactive(0.0, repaint=False)
    """How full the lungs are, 0 to 1."""
    light: reactive[float] = reactive(1.0, repaint=False)
    """How much light is left, 0 to 1."""
    motion: reactive[Motion] = reactive["Motion"]("full", repaint=False)
    """How much moves; `gentle` swings less, `still` is told of one moment a phase."""

    def __init__(
        self,
        fill: float = 0.0,
        *,
        light: float = 1.0,
        motion: Motion = "full",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Begin with lungs this full."""
        super().__init__(id=id, classes=classes)
        self.set_reactive(Pacer.fill, _share(fill))
        self.set_reactive(Pacer.light, _share(light))
        self.set_reactive(Pacer.motion, motion)
        self._orb: Orb | None = None
        self._shades: Shades | None = None
        """What draws the light where the colours are the terminal's own."""
        self._drawn: tuple[int, int] | None = None
        self._rows: list[list[Cell]] = []
        self._strips: list[Strip] = []

    def follow(self, moment: Moment, light: float) -> None:
        """Show a moment of the breath; where all is still, only what its phase leads to."""
        still = self.motion == "still"
        if still and moment.toward == self.fill:
            return
        self.fill = moment.toward if still else moment.fill
        self.light = light

    def _validate_fill(self, fill: float) -> float:
        return _share(fill)

    def _validate_light(self, light: float) -> float:
        return _share(light)

    def _watch_fill(self) -> None:
        self._redraw()

    def _watch_light(self) -> None:
        self._redraw()

    def _watch_motion(self) -> None:
        self._redraw()

    def notify_style_update(self) -> None:
        """Take up new colours."""
        super().notify_style_update()
        self._orb = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the rows as they were last drawn; padding and borders have no place here."""
        if not crop:
            return []
        if self._orb is None or (self._orb.columns, self._orb.rows) != self.outer_size:
            self._lay_out()
        strips = self._strips[crop.y : crop.bottom]
        if crop.column_span != (0, self.outer_size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        for line_filter in self.get_line_filters():
            if not isinstance(line_filter, ANSIToTruecolor):  # every colour here is true already
                ground = self.background_colors[1]
                strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        return strips

    def _lay_out(self) -> None:
        """Begin anew, for another size or other colours."""
        edge, middle, centre = colours = [
            self.get_component_styles(f"pacer--{part}").color
            for part in ("edge", "middle", "centre")
        ]
        columns, rows = self.outer_size
        ground = self.background_colors[1]
        if centre.ansi is None:
            self._shades = None
            palette = Palette(ground.rgb, centre.rgb, middle.rgb, edge.rgb)
        else:
            self._shades = Shades(ground, colours, hue=not self.app.no_color)
            palette = IN_GREY
        self._orb = Orb(columns, rows, palette)
        self._rows = [[] for _ in range(rows)]
        self._strips = [Strip([]) for _ in range(rows)]
        self._drawn = None
        self._draw(self._orb)

    def _redraw(self) -> None:
        """Draw the light anew where it is on screen, and repaint only the rows that changed."""
        if self._orb is not None and (changed := self._draw(self._orb)):
            width = self._orb.columns
            self.refresh(*(Region(0, row, width, 1) for row in changed))

    def _draw(self, orb: Orb) -> list[int]:
        """Bring the strips up to date; give the rows that are no longer the same."""
        radius = orb.radius(self.fill, _SMALLEST[self.motion])
        light = round(self.light * _LIGHTS)
        if self._drawn == (radius, light):
            return []
        self._drawn = radius, light
        profile = orb.profile(radius, light / _LIGHTS)
        changed: list[int] = []
        for row in range((orb.rows + 1) // 2):
            cells = orb.half_row(row, profile)
            if self._shades is not None:
                cells = [self._shades.nearest(cell) for cell in cells]
            if cells != self._rows[row]:
                self._rows[row] = cells
                mirrored = orb.rows - 1 - row
                self._strips[row], self._strips[mirrored] = _strips(
                    cells, orb.columns, _run if self._shades is None else self._shades.pair
                )
                changed += {row, mirrored}
        return changed


def _strips(half: list[Cell], columns: int, run: _Run) -> tuple[Strip, Strip]:
    """Make a row of the upper half and its mirror in the lower, from their left halves."""
    left = [run(cell, len(list(like))) for cell, like in groupby(half[: columns // 2])]
    middle = [run(cell, 1) for cell in half[columns // 2 :]]
    above, below = zip(*left, *middle, *reversed(left), strict=True)
    return Strip(above, columns), Strip(below, columns)


@lru_cache(maxsize=8192)
def _run(cell: Cell, length: int) -> tuple[Segment, Segment]:
    """Draw like cells side by side, upright and upside down."""
    upper, lower = cell
    style = Style(color=RichColor.from_rgb(*lower), bgcolor=RichColor.from_rgb(*upper))
    # The other half block swaps the two pixels, so one style serves both.
    blocks = "  " if upper == lower else "▄▀"
    return Segment(blocks[0] * length, style), Segment(blocks[1] * length, style)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
