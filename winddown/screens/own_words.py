"""The line on which a blank of the sentence is written in one's own words."""

from __future__ import annotations

from winddown.routine.words import Words
from winddown.widgets.ground import Box
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose


class OwnWords(Box):
    """Asks for one blank at a time; what is written goes nowhere until it is taken."""

    blank = ""
    """The blank that is being written."""

    def __init__(self, words: Words) -> None:
        """Ask in `words`, which hold a question for each blank."""
        super().__init__(Prose(classes="question"), Line(id="own"), id="writing", classes="group")
        self._words = words

    @property
    def has_keys(self) -> bool:
        """True while the keys write here."""
        return self.query_one(Line).has_focus

    def ask(self, blank: str) -> None:
        """Ask for a blank, on an empty line."""
        self.blank = blank
        self.query_one(Prose).say(self._words["own_" + blank])
        line = self.query_one(Line)
        line.value = ""
        line.focus()
        # Where it opens below the window, it has its place only once all is laid out.
        self.call_after_refresh(line.scroll_visible, animate=False)

    def take(self) -> str:
        """Give what was written, and leave the line empty."""
        line = self.query_one(Line)
        text, line.value = line.value.strip(), ""
        return text
