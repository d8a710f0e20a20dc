"""Which evenings to look back on: someone, a comfort, a reading, what became of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from winddown.routine.evening import Evening, Outcome, Reading
from winddown.routine.occasion import Occasion
from winddown.routine.searching import Choice, Filters, Value, choices
from winddown.screens.fresh import FreshScreen
from winddown.widgets.column import Column, group
from winddown.widgets.keys import Key, Keys
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row
from winddown.widgets.ticks import Ticks

AT_MOST = 7
"""People, and comforts, that are offered; the search finds all others."""


class Narrowed(NamedTuple):
    """What was chosen."""

    filters: Filters
    told: str
    """What is shown now, in words; empty where that is everything."""


class FilterScreen(FreshScreen["Narrowed | None"]):
    """A list for each kind of choice, one tick in each at most. Dismisses with what was chosen."""

    HELP_OF: ClassVar[str] = "filters"
    DEFAULT_CSS = "FilterScreen Column { padding: 1 0; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "show", "show these", show=False, priority=True),
        Binding("escape,backspace", "back", "back", show=False),
        Binding("delete", "clear", "show all", show=False),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("q", "app.leave(0)", "leave", show=False),
    ]

    def __init__(self, evenings: Sequence[Evening], filters: Filters, occasion: Occasion) -> None:
        """Offer what `evenings`, newest first, can be narrowed down to; begin at `filters`."""
        super().__init__()
        self._filters = filters
        self._words = occasion.words("leafing")
        self._frame_words = occasion.words("frame")
        found = choices(evenings, occasion.words("look_back"))
        self._lists = {
            "person": _rows(found.people),
            "comfort": _rows(found.comforts),
            "reading": _rows(found.readings),
            "outcome": _rows(found.outcomes),
            "kept_out": [Row("kept_out", self._words["kept_out"])],
        }

    def compose(self) -> ComposeResult:
        """The lists one under the other."""
        say, frame = self._words, self._frame_words
        yield Keys(
            (
                Key("enter", say["filter_show"], "screen.show"),
                Key("space", frame["tick"]),
                Key("tab", frame["next"], "app.focus_next"),
            ),
            (Key("esc", frame["back"], "screen.back"), Key("?", frame["help"], "app.help")),
            frame,
        )
        lists = [
            group(
                Prose(say["filter-" + name], classes="question"),
                Ticks(rows, self._ticked(name), id=name),
            )
            for name, rows in self._lists.items()
            if rows
        ]
        yield Column(Prose(say["filter_title"], classes="heading"), *lists)

    def _ticked(self, name: str) -> list[str]:
        value = getattr(self._filters, name)
        return ["kept_out"] if value is True else [value] if value else []

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query(Ticks).first().focus(scroll_visible=False)

    @on(Ticks.Changed)
    def _tick_one_at_most(self, event: Ticks.Changed) -> None:
        event.ticks.show_ticks([event.value] if event.ticked else ())

    def action_clear(self) -> None:
        """Tick nothing, so that all are shown."""
        for ticks in self.query(Ticks):
            ticks.show_ticks(())

    def action_show(self) -> None:
        """Show the evenings that fit."""
        ticked = {str(ticks.id): value for ticks in self.query(Ticks) for value in ticks.ticked}
        filters = replace(
            self._filters,
            person=ticked.get("person", ""),
            comfort=ticked.get("comfort", ""),
            reading=next((r for r in get_args(Reading) if r == ticked.get("reading")), None),
            outcome=next((o for o in get_args(Outcome) if o == ticked.get("outcome")), None),
            kept_out="kept_out" in ticked,
        )
        labels = (
            row.label
            for name, rows in self._lists.items()
            for row in rows
            if row.value == ticked.get(name)
        )
        names = ", ".join(labels)
        self.dismiss(Narrowed(filters, self._words.say("filtered", names=names) if names else ""))

    def action_back(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def _rows(offered: Sequence[Choice[Value]]) -> list[Row]:
    return [Row(choice.value, choice.label) for choice in offered[:AT_MOST]]
