"""Words on the ground: wrapped, centred or not, and never read as markup."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from winddown.routine.text import visible


class Prose(Static):
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
        super().__init__(_shown(text), id=id, classes=classes)
        self._text = text

    def say(self, text: str) -> None:
        """Show other words in the same place."""
        if text != self._text:
            before, self._text = self._text, text
            was, shown = _shown(before), _shown(text)
            # Where one line takes the place of another, nothing around it has to move.
            fits = all(0 < line.cell_length <= self.size.width for line in (was, shown))
            self.update(shown, layout=not fits or "\n" in before + text)


def _shown(text: str) -> Content:
    return Content("\n".join(visible(line) for line in text.split("\n")))
