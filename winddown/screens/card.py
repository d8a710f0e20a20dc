"""The evening's card: what tonight was, when it has ended already."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center
from textual.screen import Screen

from winddown.routine import moon
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.screens.telling import told
from winddown.widgets.column import Column
from winddown.widgets.keys import Key, Keys
from winddown.widgets.moon import Moon
from winddown.widgets.prose import Prose


class Card(Screen[str]):
    """Reads tonight back; dismisses with the step to open once more, or empty to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,backspace,q", "open('')", "leave", show=False, priority=True),
        Binding("b", "open('breathing')", "breathe again", show=False),
        Binding("p", "open('outreach')", "change the plan", show=False),
        Binding("question_mark", "app.help", "help", show=False),
    ]

    def __init__(self, evening: Evening, occasion: Occasion) -> None:
        """Show `evening`."""
        super().__init__()
        self._evening = evening
        self._occasion = occasion

    def compose(self) -> ComposeResult:
        """The moon, the evening in prose, and what may be done again."""
        frame, say = self._occasion.words("frame"), self._occasion.words("card")
        yield Keys(
            (
                Key("b", say["breathe"], "screen.open('breathing')"),
                Key("p", say["plan"], "screen.open('outreach')"),
            ),
            (Key("enter", frame["close"], "screen.open('')"), Key("?", frame["help"], "app.help")),
        )
        yield Column(
            Center(Moon(moon.phase(self._occasion.today))),
            Prose(say["title"], classes="heading"),
            told(self._evening, self._occasion),
            Prose(self._evening.note, classes="gap quiet") if self._evening.note else Prose(),
            Prose(self._occasion.closing, classes="gap accent"),
        )

    def action_open(self, step: str) -> None:
        """Open a step again, or leave."""
        self.dismiss(step)
