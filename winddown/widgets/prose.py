"""Words on the ground: wrapped, centred or not, and never read as markup."""

from __future__ import annotations

from textual.widgets import Static

from winddown.widgets.parts import as_text
from winddown.widgets.steady import Steady


class Prose(Steady, Static):
    """A paragraph. Its classes say what it is: heading, question, quiet or plain body."""

    DEFAULT_CSS = """
    Prose {
        width: 100%;
        height: auto;
        color: $body;
        &.heading { color: $heading; text-style: bold; }
        &.question { color: $heading; }
        &.accent { color: $accent; }
        &.quiet { color: $quiet; }
        &.gap { margin-top: 1; }
        &.gap2 { margin-top: 2; }
    }
    """

    def __init__(self, text: str = "", *, id: str | None = None, classes: str = "") -> None:
        """Show `text`; control characters in it are shown as symbols."""
        super().__init__(as_text(text), id=id, classes=classes)
        self._text = text

    def say(self, text: str) -> None:
        """Show other words in the same place."""
        if text != self._text:
            before, self._text = self._text, text
            # Where as many lines take the place of others, nothing around them has to move.
            moves = self._lines(before) != self._lines(text)
            self.update(as_text(text), layout=moves or not self.size.width)

    def _lines(self, text: str) -> int:
        """Give the height that text takes, in cells."""
        least = self.styles.min_height
        lines = len(as_text(text).wrap(self.size.width)) if self.size.width else 0
        return max(lines, least.cells or 0) if least else lines
