"""What is looked for among the evenings: words on a line, and what was chosen besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.searching import Filters
from winddown.widgets.ground import Box
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose

if TYPE_CHECKING:  # loaded when someone chooses
    from winddown.screens.filters import Narrowed


class Finding(Box):
    """Folded away until something is looked for."""

    DEFAULT_CSS = """
    Finding {
        height: auto;
        width: 100%;
        max-width: 108;
        margin: 0 2;
        & > Line, & > Prose { display: none; margin: 0 2 1 2; }
        &.-finding > Line, &.-narrowed > Prose { display: block; }
    }
    """

    class Changed(Message):
        """Posted when something else is looked for."""

    class Done(Message):
        """Posted when the line is done with."""

    def __init__(self, hint: str, occasion: Occasion) -> None:
        """Look for nothing yet; `hint` stands on the empty line."""
        super().__init__()
        self._hint = hint
        self._occasion = occasion
        self.filters = Filters()

    def compose(self) -> ComposeResult:
        """The line, and what was chosen."""
        yield Line("", self._hint, id="finding")
        yield Prose(classes="quiet")

    @property
    def line(self) -> Line:
        """The line to write on."""
        return self.query_one(Line)

    @property
    def looks_for_all(self) -> bool:
        """True while every evening is shown."""
        return self.filters == Filters()

    def ask(self) -> None:
        """Ask for words."""
        self.add_class("-finding")
        self.line.focus()

    def leave_line(self, *, let_go: bool = False) -> None:
        """Be done with the line; `let_go` of what stands on it, or look for it further on."""
        if let_go:
            self.line.value = ""
        self.set_class(bool(self.line.value.strip()), "-finding")
        self.post_message(self.Done())

    def clear(self) -> None:
        """Look for nothing."""
        self.line.value = ""
        self.remove_class("-finding", "-narrowed")
        self._look_for(Filters())

    @on(Line.Changed)
    def _follow_line(self, event: Line.Changed) -> None:
        event.stop()
        self._look_for(replace(self.filters, words=event.value))

    def choose(self, evenings: Sequence[Evening]) -> None:
        """Ask which of these evenings, newest first, are to be shown."""
        from winddown.screens.filters import FilterScreen

        self.app.push_screen(FilterScreen(evenings, self.filters, self._occasion), self._narrow)

    def _narrow(self, narrowed: Narrowed | None) -> None:
        if narrowed is not None:
            self.query_one(Prose).say(narrowed.told)
            self.set_class(bool(narrowed.told), "-narrowed")
            self._look_for(narrowed.filters)

    def _look_for(self, filters: Filters) -> None:
        if filters != self.filters:
            self.filters = filters
            self.post_message(self.Changed())
