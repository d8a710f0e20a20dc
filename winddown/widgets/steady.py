"""A widget that is not drawn anew while nothing about it has changed."""

from __future__ import annotations

from typing import Self

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class Steady(Widget):
    """Gives its lines as they were drawn last, until it is refreshed or styled anew.

    Textual asks every widget within the same bounds for its lines whenever one of them changes,
    and each finds its ground and its looks again before it knows that nothing is new.
    """

    _steady: tuple[Region, Size, list[Strip]] | None = None
    """What was asked for last, the size it was drawn at, and its lines; None where they are old."""

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw anew when it is asked for next."""
        self.grow_old(whole=not regions)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def grow_old(self, *, whole: bool) -> None:
        """Keep nothing that was drawn; `whole` where not only some regions are to be new."""
        self._steady = None

    def notify_style_update(self) -> None:
        """Take up new colours."""
        self._steady = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Give the lines within a region of the widget."""
        size = self.outer_size
        if self._steady is None or self._steady[:2] != (crop, size):
            self._steady = crop, size, self.lines_anew(crop)
        return self._steady[2]

    def lines_anew(self, crop: Region) -> list[Strip]:
        """Draw the lines within a region of the widget."""
        return super().render_lines(crop)
