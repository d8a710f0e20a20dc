"""Turns the lights down over all that is drawn, as the evening goes on.

Colours are exchanged as they are drawn. A theme that grew dimmer with each step would have
every rule of every stylesheet read again, which takes longer than all the rest of a step.
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from winddown.colours import blend, is_colour
from winddown.palette import Palette, dimmed
from winddown.theme_variables import variables


class Dimming(LineFilter):
    """Shows each colour of a palette as `dimmed` gives it, and blends all light between them."""

    def __init__(self, palette: Palette, amount: float) -> None:
        """Dim `palette` by `amount`, 0 to 0.25."""
        super().__init__()
        self._ground, self._amount = palette.ground, amount
        shown = variables(dimmed(palette, amount))
        pairs = [(usual, shown[name]) for name, usual in variables(palette).items()]
        # What stays as it is stays so under each of its names.
        pairs.sort(key=lambda pair: pair[0] == pair[1])
        self._known = {usual: dim for usual, dim in pairs if is_colour(usual)}
        self._styles: dict[Style, Style] = {}

    def colour(self, usual: str) -> str:
        """Give what is shown instead of a colour; both are "#rrggbb"."""
        if usual not in self._known:
            self._known[usual] = blend(usual, self._ground, self._amount)
        return self._known[usual]

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the segments of a line in the colours that are shown."""
        return [
            Segment(text, style and self._style(style), control)
            for text, style, control in segments
        ]

    def _style(self, usual: Style) -> Style:
        if usual not in self._styles:
            ink, behind = self._shown(usual.color), self._shown(usual.bgcolor)
            self._styles[usual] = usual + Style(color=ink, bgcolor=behind)
        return self._styles[usual]

    def _shown(self, usual: RichColor | None) -> RichColor | None:
        if usual is None or usual.triplet is None:
            return usual
        return RichColor.parse(self.colour(usual.triplet.hex))


@lru_cache(maxsize=8)
def dimming(palette: Palette, percent: int) -> Dimming | None:
    """Give what dims a palette by whole percents; None where nothing is to be dimmed.

    It is the same one each time, since whatever was drawn through it is kept with it.
    """
    return None if palette.is_terminals or not percent else Dimming(palette, percent / 100)
