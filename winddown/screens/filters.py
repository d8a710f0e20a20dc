"""Which evenings to look back on: someone, a comfort, a reading, what became of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple, cast, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from winddown.routine.evening import Evening, Outcome, Reading
from winddown.routine.occasion import Occasion
from winddown.routine.searching import Choice, Filters, choices
from winddown.routine.words import Words
from winddown.widgets.column import Column
from winddown.widgets.keys import Key, Keys
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row
from winddown.widgets.ticks import Ticks

AT_MOST = 12
"""People, and comforts, that are offered; the search finds all others."""

KEPT_OUT = "kept_out"


class Narrowed(NamedTuple):
    """What was chosen."""

    filters: Filters
    told: str
    """What is shown now, in words; empty where that is everything."""


class FilterScreen(Screen["Narrowed | None"]):
    """One list in groups, one tick in each at most. Dismisses with what was chosen, or None."""

    HELP_OF: ClassVar[str] = "filters"
    DEFAULT_CSS = """
    FilterScreen Column { padding: 1 0; }
    FilterScreen Ticks { margin-top: 1; }
    """

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
        self._rows = tuple(_rows(evenings, self._words, occasion.words("look_back")))

    def compose(self) -> ComposeResult:
        """The groups one under the other."""
        say, frame = self._words, self._frame_words
        yield Keys(
            (
                Key("enter", say["filter_show"], "screen.show"),
                Key("space", frame["tick"]),
                Key("delete", say["filter_all"], "screen.clear"),
            ),
            (Key("esc", frame["back"], "screen.back"), Key("?", frame["help"], "app.help")),
            frame,
        )
        yield Column(
            Prose(say["filter_title"], classes="heading"),
            Ticks(self._rows, _values(self._filters)),
        )

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(Ticks).focus(scroll_visible=False)

    @on(Ticks.Changed)
    def _tick_one_of_a_group(self, event: Ticks.Changed) -> None:
        if event.ticked:
            group, _, _ = event.value.partition(":")
            others = {each for each in event.ticks.ticked if each.partition(":")[0] != group}
            event.ticks.show_ticks({*others, event.value})

    def action_clear(self) -> None:
        """Tick nothing, so that all are shown."""
        self.query_one(Ticks).show_ticks(())

    def action_show(self) -> None:
        """Show the evenings that fit."""
        values = self.query_one(Ticks).ticked
        ticked = dict(each.split(":", 1) for each in values)
        filters = replace(
            self._filters,
            person=ticked.get("person", ""),
            comfort=ticked.get("comfort", ""),
            reading=next((r for r in get_args(Reading) if r == ticked.get("reading")), None),
            outcome=next((o for o in get_args(Outcome) if o == ticked.get("outcome")), None),
            kept_out=KEPT_OUT in ticked,
        )
        names = ", ".join(row.label for row in self._rows if row.value in values)
        told = self._words.say("filtered", names=names) if names else ""
        self.dismiss(Narrowed(filters, told))

    def action_back(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def _values(filters: Filters) -> list[str]:
    """Give the rows that are ticked."""
    values = {
        "person": filters.person,
        "comfort": filters.comfort,
        "reading": filters.reading,
        "outcome": filters.outcome,
        KEPT_OUT: KEPT_OUT if filters.kept_out else "",
    }
    return [f"{group}:{value}" for group, value in values.items() if value]


def _rows(evenings: Sequence[Evening], say: Words, of_evenings: Words) -> Iterator[Row]:
    found = choices(evenings, of_evenings)
    groups: dict[str, Sequence[Choice[str]]] = {
        "person": found.people,
        "comfort": found.comforts,
        "reading": cast(Sequence[Choice[str]], found.readings),
        "outcome": cast(Sequence[Choice[str]], found.outcomes),
    }
    for group, offered in groups.items():
        if offered:
            yield Row("", say["filter-" + group])
        for choice in offered[:AT_MOST]:
            yield Row(f"{group}:{choice.value}", choice.label)
    yield Row("", say["filter-kept_out"])
    yield Row(f"{KEPT_OUT}:{KEPT_OUT}", say["kept_out"])
