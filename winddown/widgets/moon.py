"""Tonight's moon, small and still, in the pacer's light."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import ClassVar

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Size
from textual.strip import Strip

from winddown.routine import moon
from winddown.widgets.moonlight import Pixel, face
from winddown.widgets.orb import Cell
from winddown.widgets.shades import IN_GREY, Shades
from winddown.widgets.steady import Steady

_EARTHSHINE = 0.18
"""How much of the edge's colour the unlit part shows."""
_GLOW = 0.2
"""How much of the edge's colour the glow shows where it is strongest."""


class Moon(Steady):
    """The moon at a phase, as `routine.moon` counts it; it never moves."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"moon--centre", "moon--middle", "moon--edge"}

    DEFAULT_CSS = """
    Moon {
        width: 14;
        height: 7;
        background: $ground;
        & > .moon--centre { color: $orb-centre; }
        & > .moon--middle { color: $orb-middle; }
        & > .moon--edge { color: $orb-edge; }
    }
    """

    ALLOW_SELECT = False

    def __init__(self, phase: float, *, id: str | None = None) -> None:
        """Show the moon at `phase`, 0 to 1 of its month."""
        super().__init__(id=id)
        self._phase = phase
        self._strips: tuple[Strip, ...] = ()
        self._drawn = Size()

    @property
    def words(self) -> str:
        """What is drawn, in words."""
        return moon.name(self._phase)

    def notify_style_update(self) -> None:
        """Take up new colours."""
        self._drawn = Size()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Give one row of cells; all of them are drawn once for each size."""
        if self._drawn != self.size:
            self._drawn, self._strips = self.size, self._draw(self.size)
        return self._strips[y]

    def _draw(self, size: Size) -> tuple[Strip, ...]:
        edge, middle, centre = (
            self.get_component_styles(f"moon--{part}").color
            for part in ("edge", "middle", "centre")
        )
        ground, hue = self.background_colors[1], not self.app.no_color
        return _drawn(self._phase, size, (ground, centre, middle, edge), hue)


@lru_cache(maxsize=4)
def _drawn(
    phase: float, size: Size, colours: tuple[Color, Color, Color, Color], hue: bool
) -> tuple[Strip, ...]:
    """Draw each row; the moon of one evening is drawn once, however often it is seen."""
    ground, centre, middle, edge = colours
    if centre.ansi is None:
        light, run = _Light(*colours), _run
    else:
        grey = IN_GREY
        light = _Light(
            *(Color(*each) for each in (grey.ground, grey.centre, grey.middle, grey.edge))
        )
        run = Shades(ground, [edge, middle, centre], hue=hue).run
    pixels = face(phase, size.width, size.height * 2)
    lines = [[light.on(pixel).rgb for pixel in line] for line in pixels]
    return tuple(
        Strip(
            [run(cell, len(list(like))) for cell, like in groupby(zip(above, below, strict=True))],
            size.width,
        )
        for above, below in zip(lines[::2], lines[1::2], strict=True)
    )


class _Light:
    """Mixes what a pixel shows from the colours of the pacer."""

    def __init__(self, ground: Color, centre: Color, middle: Color, edge: Color) -> None:
        self._ground, self._centre, self._middle, self._edge = ground, centre, middle, edge
        self._dark = ground.blend(edge, _EARTHSHINE)

    def on(self, pixel: Pixel) -> Color:
        """Give the colour of a pixel."""
        sky = self._ground.blend(self._edge, _GLOW * pixel.glow) if pixel.glow else self._ground
        return sky if not pixel.disc else sky.blend(self._face(pixel.sunlight), pixel.disc)

    def _face(self, sunlight: float) -> Color:
        """Rise from the dark through the middle colour to the centre's."""
        if sunlight < 0.5:
            return self._dark.blend(self._middle, sunlight * 2)
        return self._middle.blend(self._centre, sunlight * 2 - 1)


def _run(cell: Cell, length: int) -> Segment:
    """Draw like cells side by side."""
    upper, lower = cell
    style = Style(color=RichColor.from_rgb(*upper), bgcolor=RichColor.from_rgb(*lower))
    return Segment(("▀" if upper != lower else " ") * length, style)
