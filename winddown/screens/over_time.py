"""What evenings add up to, as the third view of looking back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from winddown.routine.occasion import Occasion
from winddown.routine.over_time import OverTime
from winddown.routine.over_time_told import over_time_told
from winddown.widgets.prose import Prose


class OverTimeView(VerticalScroll, can_focus=True):
    """Facts in words, one under the other; nothing in it is better or worse."""

    DEFAULT_CSS = """
    OverTimeView {
        height: 1fr;
        padding: 0 2;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & > Vertical { height: auto; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "go(1)", "down", show=False),
        Binding("up,k", "go(-1)", "up", show=False),
        Binding("space,pagedown", "go(10)", "further down", show=False),
        Binding("pageup", "go(-10)", "further up", show=False),
        Binding("home,g", "go(-9999)", "the top", show=False),
        Binding("end,G", "go(9999)", "the end", show=False),
    ]

    def __init__(self, occasion: Occasion) -> None:
        """Stand empty until `show`; words and today's date are the occasion's."""
        super().__init__()
        self._occasion = occasion
        self._over: OverTime | None = None

    def compose(self) -> ComposeResult:
        """One column."""
        yield Vertical()

    def show(self, over: OverTime) -> None:
        """Show what evenings add up to."""
        if over != self._over:
            self._over = over
            column = self.query_one(Vertical)
            column.remove_children()
            column.mount_all(self._parts(over, self._occasion.today))

    def _parts(self, over: OverTime, today: date) -> Iterator[Widget]:
        say = self._occasion.words
        told = over_time_told(over, today, say("look_back"), say("closing"), say("plan"))
        for paragraph in told:
            yield Prose(paragraph, classes="gap")

    def action_go(self, lines: int) -> None:
        """Read on, or back."""
        self.scroll_relative(y=lines, animate=False)
