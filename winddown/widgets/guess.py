"""A guess and what came, as two marks on one thin line."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

_CELLS = 21
"""Two for each step from 0 to 10, and one to end on."""

GUESSED, FELT, BOTH = "○", "●", "◉"


class Guess(Widget):
    """A line from 0 to 10 with a ring at the guess and a dot at how it felt."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"guess--mark"}

    DEFAULT_CSS = """
    Guess {
        height: 1;
        width: 21;
        color: $marks;
        & > .guess--mark { color: $accent; }
    }
    """

    ALLOW_SELECT = False

    def __init__(self, guessed: int, felt: int) -> None:
        """Show two numbers from 0 to 10."""
        super().__init__()
        self._guessed, self._felt = guessed, felt

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The line is always as long."""
        return _CELLS

    def render(self) -> Content:
        """Draw the line with its marks; where both fall on one place, one mark stands for both."""
        marks = {2 * self._guessed: GUESSED, 2 * self._felt: FELT}
        if self._guessed == self._felt:
            marks = {2 * self._felt: BOTH}
        style = self.get_visual_style("guess--mark", partial=True)
        cells = (
            Content.styled(marks[at], style) if at in marks else Content("─")
            for at in range(_CELLS)
        )
        return Content("").join(cells)
