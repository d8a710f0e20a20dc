"""The evening's card: what tonight was, when it has ended already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center
from textual.widget import Widget

from winddown.routine import moon
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.screens.fresh import FreshScreen
from winddown.screens.support_lines import support_page
from winddown.screens.telling import told
from winddown.widgets.asking import Asking
from winddown.widgets.column import Column
from winddown.widgets.keys import Key, Keys
from winddown.widgets.moon import Moon
from winddown.widgets.prose import Prose

AGAIN = "again"
"""Dismissed with, this opens tonight at its end once more."""


class Card(FreshScreen[str]):
    """Reads tonight back; dismisses with the step to open once more, `AGAIN`, or empty."""

    HELP_OF: ClassVar[str] = "card"
    """Which keys the help shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,backspace,q", "open('')", "leave", show=False, priority=True),
        Binding("b", "open('breathing')", "breathe again", show=False),
        Binding("p", "open('outreach')", "change the plan", show=False),
        Binding("o", f"open('{AGAIN}')", "open tonight again", show=False),
        Binding("r", "app.look_back", "look back", show=False),
        Binding("question_mark", "app.help", "help", show=False),
    ]

    def __init__(self, evening: Evening, occasion: Occasion) -> None:
        """Show `evening`."""
        super().__init__()
        self._evening = evening
        self._occasion = occasion

    def compose(self) -> ComposeResult:
        """The evening in prose and what may be done again; after a hard night, the numbers."""
        frame, say = self._occasion.words("frame"), self._occasion.words("card")
        breathe = Key("b", say["breathe"], "screen.open('breathing')")
        again = self._again
        plan = Key("p", say["plan"], "screen.open('outreach')")
        back = Key("r", frame["look_back_key"], "app.look_back")
        yield Keys(
            (breathe, again) if self._is_hard else (breathe, plan, back),
            (Key("enter", frame["close"], "screen.open('')"), Key("?", frame["help"], "app.help")),
            frame,
        )
        yield Column(*self._hard_night() if self._is_hard else self._night())

    @property
    def _again(self) -> Key:
        return Key("o", self._occasion.words("card")["again"], f"screen.open('{AGAIN}')")

    @property
    def _is_hard(self) -> bool:
        return self._evening.tonight == "not-okay"

    def _hard_night(self) -> Iterator[Widget]:
        yield Prose(self._occasion.words("closing")["not_okay"], classes="heading")
        yield support_page(self._occasion, short=True)
        yield Prose(self._occasion.closing, classes="quiet gap")

    def _night(self) -> Iterator[Widget]:
        yield Center(Moon(moon.phase(self._occasion.today)))
        yield Prose(self._occasion.words("card")["title"], classes="heading")
        yield told(self._evening, self._occasion)
        if self._evening.note:
            yield Prose(self._evening.note, classes="gap quiet")
        yield Prose(self._occasion.closing, classes="gap accent")
        line = Asking(id="again")
        line.can_focus = False
        line.ask(self._occasion.words("card")["to_add"], (self._again,))
        yield line

    def action_open(self, step: str) -> None:
        """Open a step again, or leave."""
        self.dismiss(step)
