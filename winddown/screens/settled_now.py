"""How settled now: the question that comes once the breathing is done."""

from __future__ import annotations

from winddown.routine.evening import Degree
from winddown.routine.words import Words
from winddown.widgets.ground import Box
from winddown.widgets.prose import Prose
from winddown.widgets.scale import Scale


class SettledNow(Box):
    """Out of sight until it is asked; its scale is `#settled`."""

    def __init__(self, words: Words, value: Degree | None) -> None:
        """Ask in `words`, with the number that was given already."""
        super().__init__(
            Prose(words["settled_now"], classes="question"),
            Scale(words["settled_low"], words["settled_high"], value, id="settled"),
            id="after",
            classes="group",
        )
        self.display = False

    def ask(self) -> None:
        """Stand on the screen, ready for a number."""
        self.display = True
        self.query_one(Scale).focus()
