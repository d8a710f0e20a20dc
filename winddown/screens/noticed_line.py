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
    """

    def __init__(self, say: Words, of_keys: Words, *, id: str) -> None:
        """Stand folded away until `show`.

        Args:
            say: the words of what may be noticed.
            of_keys: those of looking back, for what can be done with it.
            id: the widget's own.
        """
        super().__init__(id=id)
        self._say, self._of_keys = say, of_keys
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
            self.query_one("#sentence", Prose).say(self._say[found.key])
            keys = "noticed_reach" if found.reaches else "noticed"
            self.query_one("#keys", Prose).say(self._of_keys[keys])
