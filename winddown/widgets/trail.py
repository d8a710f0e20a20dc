"""The way through the evening, in marks and one word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from winddown.widgets.steady import Steady


class Trail(Steady):
    """A mark for each step: filled for those behind, open for those ahead, a word for this one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"trail--here"}

    DEFAULT_CSS = """
    Trail {
        dock: top;
        height: 3;
        padding: 1 0;
        width: 100%;
        text-align: center;
        color: $marks;
        & > .trail--here { color: $accent; }
    }
    """

    def __init__(self, names: Sequence[str], here: int, notice: str = "") -> None:
        """Name the step at index `here` among `names`; `notice` stands beside, if any."""
        super().__init__()
        self._names = tuple(names)
        self._here = here
        self._notice = notice

    def render(self) -> Content:
        """Draw the trail, closer together where the window is narrow."""
        here = self.get_visual_style("trail--here", partial=True)
        parts = [
            Content.styled(f"◉ {name}", here)
            if index == self._here
            else Content("●" if index < self._here else "○")
            for index, name in enumerate(self._names)
        ]
        if self._notice:
            parts.append(Content(self._notice))
        gap = "   " if self.size.width >= 60 else " "
        return Content(gap).join(parts)
