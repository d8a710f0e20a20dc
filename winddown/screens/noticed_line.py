"""The line of what was noticed, and the keys that answer it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from winddown.routine.looking_back import Noticed
from winddown.routine.words import Words
from winddown.widgets.prose import Prose


class NoticedLine(Vertical):
    """One sentence and, quietly beneath it, what can be done with it; else nothing at all."""

    DEFAULT_CSS = """
    NoticedLine { height: auto; display: none; }
    NoticedLine.noticed { margin-top: 1; }
    """

    def __init__(self, say: Words, *, id: str | None = None, classes: str = "") -> None:
        """Stand folded away until `show`."""
        super().__init__(id=id, classes=classes)
        self._say = say
        self.noticed: Noticed | None = None

    def compose(self) -> ComposeResult:
        """The sentence and the keys."""
        yield Prose(id="sentence")
        yield Prose(id="keys", classes="quiet")

    def show(self, found: Noticed | None) -> None:
        """Say what was found; without anything, fold the line away."""
        self.noticed = found
        self.display = found is not None
        if found is not None:
            self.query_one("#sentence", Prose).say(self._say[found.id])
            keys = "reach_or_away" if found.reaches else "away"
            self.query_one("#keys", Prose).say(self._say[keys])
