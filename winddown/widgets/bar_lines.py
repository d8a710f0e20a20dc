"""The scrollbar, as Textual draws it, a line for each of its cells."""

from __future__ import annotations

from typing import Any

from rich.color import Color
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class BarLines(ScrollBarRender, Visual):
    """Gives the lines as they are; through Rich, they would be half the cost of reading on."""

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Give a line for each cell of a bar that stands, or the one line of one that lies."""
        colours = self.style if isinstance(self.style, RichStyle) else RichStyle.parse(self.style)
        size = (height or 1) if self.vertical else width
        bar = self.render_bar(
            size=size,
            virtual_size=self.virtual_size,
            window_size=self.window_size,
            position=self.position,
            thickness=width if self.vertical else 1,
            vertical=self.vertical,
            back_color=colours.bgcolor or Color.default(),
            bar_color=colours.color or Color.default(),
        )
        cells = list(Segment.apply_style(bar.segments[:size], style.rich_style))
        return [Strip([cell], width) for cell in cells] if self.vertical else [Strip(cells, width)]

    def get_optimal_width(self, rules: Any, container_width: int) -> int:
        """Ask for one cell."""
        return self.thickness

    def get_height(self, rules: Any, width: int) -> int:
        """Ask for one line at least."""
        return 1
