"""Good night: the last words of the evening. It asks nothing."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center

from winddown.routine import moon
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.screens.fresh import FreshScreen
from winddown.screens.support_lines import support_page
from winddown.widgets.column import Column
from winddown.widgets.keys import Key, Keys
from winddown.widgets.moon import Moon
from winddown.widgets.prose import Prose


class GoodNight(FreshScreen[bool]):
    """The closing phrase under tonight's moon; after a hard night, the numbers stay."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q", "leave(True)", "leave", show=False, priority=True),
        Binding("escape,backspace", "leave(False)", "back", show=False),
        Binding("question_mark", "app.help", "help", show=False),
    ]

    def __init__(self, evening: Evening, occasion: Occasion, lid: str) -> None:
        """End `evening`; `lid` says, beneath it all, what became of it."""
        super().__init__()
        self._evening = evening
        self._occasion = occasion
        self._lid = lid

    def compose(self) -> ComposeResult:
        """The moon and the phrase, or the fixed words and the numbers."""
        frame = self._occasion.words("frame")
        say = self._occasion.words("closing")
        yield Keys(
            (Key("enter", frame["close"], "screen.leave(True)"),),
            (
                Key("esc", frame["back"], "screen.leave(False)"),
                Key("?", frame["help"], "app.help"),
            ),
            frame,
        )
        if self._evening.tonight == "not-okay":
            yield Column(
                Prose(say["not_okay"], classes="heading"),
                support_page(self._occasion, short=True),
                Prose(self._occasion.closing, classes="quiet gap"),
            )
        else:
            yield Column(
                Center(Moon(moon.phase(self._occasion.today))),
                Prose(self._occasion.closing, classes="heading centred"),
                Prose(self._lid, classes="quiet centred"),
            )

    def action_leave(self, for_good: bool) -> None:
        """Go; or go back into the evening."""
        self.dismiss(for_good)
