"""A widget that wraps its own lines, and draws those that have changed."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual

from winddown.widgets.steady import Steady

Line = TypeVar("Line")


class Lines(Steady, Generic[Line]):
    """Finds its lines once, and again when it is refreshed as a whole or its width changes.

    Subclasses say how they are found, and how one of them is drawn.
    """

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        """Show no line before they are found."""
        super().__init__(id=id, classes=classes)
        self.laid: list[Line] = []
        """The lines as they were found last, from the top."""
        self._laid_at: int | None = None
        """The width for which they were found, in cells; None where they may have changed since."""

    def lay_out(self, width: int) -> list[Line]:
        """Find the lines in `width` cells."""
        raise NotImplementedError

    def draw(self, line: Line) -> Content:
        """Draw one line, of at most the width there is."""
        raise NotImplementedError

    def grow_old(self, *, whole: bool) -> None:
        """Draw anew; unless only some regions are meant, find the lines again first."""
        super().grow_old(whole=whole)
        if whole:
            self._laid_at = None

    def render(self) -> Content:
        """Draw every line."""
        return Content("\n").join(map(self.draw, self.lay_out(self.size.width)))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines that have changed."""
        if self._laid_at != self.size.width:
            self._laid_at = self.size.width
            self.laid = self.lay_out(self._laid_at)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line; what is being marked with the mouse, Textual draws with all the others."""
        if self.text_selection is not None or y >= len(self.laid):
            return super().render_line(y)
        drawn, style, width = self.draw(self.laid[y]), self.visual_style, self.size.width
        room = width - drawn.cell_length
        if room < 0 or (room and self.styles.text_align not in ("left", "start")):
            (strip,) = Visual.to_strips(self, drawn, width, 1, style)
        else:
            strip = Strip(drawn.extend_right(room).render_segments(style), width)
        return strip.apply_offsets(0, y)
