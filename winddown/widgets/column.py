"""The middle of every screen: one column, centred, that scrolls when the window is small."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from winddown.widgets.ground import Box, Ground


class Column(VerticalScroll, Ground, can_focus=False):
    """A column of at most 64 cells in the middle of the window."""

    DEFAULT_CSS = """
    Column {
        width: 100%;
        height: 1fr;
        align: center middle;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & > Vertical { width: 100%; max-width: 64; height: auto; margin: 0 2; }
        /* A rule on the group itself, or Textual does not look at what is inside it
           again when the focus comes and goes. */
        & .group:focus-within { background: $ground; }
    }
    """

    def __init__(self, *children: Widget, classes: str = "") -> None:
        """Stand `children` one under the other."""
        super().__init__(classes=classes)
        self._inside = children

    def compose(self) -> ComposeResult:
        """Put everything into one centred box."""
        yield Box(*self._inside)


def group(*children: Widget, id: str | None = None, classes: str = "") -> Box:
    """Keep a question and its answer together, with a blank line above."""
    return Box(*children, classes=f"group {classes}", id=id)


def column(children: Iterable[Widget], classes: str = "") -> Column:
    """Make a column of whatever widgets come."""
    return Column(*children, classes=classes)
