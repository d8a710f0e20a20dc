"""Breathing in the settings: the patterns, which one is usual, and for how long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from textual import on
from textual.widget import Widget

from winddown.routine.occasion import Occasion
from winddown.routine.settings import Listed, Settings
from winddown.routine.sitting import MINUTES
from winddown.screens.settings_list import ListPage
from winddown.widgets.amounts import Amount, Amounts
from winddown.widgets.column import group
from winddown.widgets.entries import Entries
from winddown.widgets.keys import Key

NEW = [{"cue": "in", "s": 4.0}, {"cue": "out", "s": 6.0}]
"""What a new pattern begins with."""


class BreathingPage(ListPage):
    """The patterns with the usual one marked, and the minutes."""

    def __init__(self, settings: Settings, occasion: Occasion) -> None:
        """Shape the patterns."""
        super().__init__("patterns", settings, occasion)

    def questions(self) -> Iterable[Widget]:
        """The list of patterns, then how long a round lasts."""
        yield from super().questions()
        yield group(Amounts(id="minutes"))

    def keys(self) -> tuple[Key, ...]:
        """Space makes a pattern the usual one."""
        say = self.words
        return (
            Key("enter", say["change"], "screen.open"),
            Key("space", say["usual"]),
            Key("a", say["add"], "screen.add"),
        )

    def show(self) -> None:
        """List the patterns and the minutes."""
        super().show()
        minutes = cast(int, self.settings.value(("breathing", "minutes")))
        steps = sorted({*MINUTES, minutes})
        form = self.words["minutes" if minutes != 1 else "minute"]
        amount = Amount("minutes", self.words["breathing-minutes"], minutes, steps, form)
        self.query_one("#minutes", Amounts).show_amounts([amount])

    @property
    def _usual(self) -> str:
        return str(self.settings.value(("breathing", "pattern")))

    def mark_of(self, entry: Listed) -> str:
        """A filled ring for the usual pattern."""
        return "◉" if entry.id == self._usual else "○"

    def is_chosen(self, entry: Listed) -> bool:
        """True for the usual pattern."""
        return entry.id == self._usual

    def fields_of_new(self, text: str) -> dict[str, object]:
        """A name, and an easy breath."""
        return {"name": text, "phases": NEW}

    def opened_new(self, entry_id: str) -> None:
        """Show its numbers at once."""
        self.open(self._listed[entry_id])

    def open(self, entry: Listed, *, at: str = "") -> None:
        """Open a pattern's numbers."""
        from winddown.screens.settings_pattern import PatternPage

        self.app.push_screen(PatternPage(entry.id, self.settings, self.occasion))

    @on(Entries.Toggled)
    def _choose_usual(self, event: Entries.Toggled) -> None:
        usual = None if event.value == self._usual else event.value
        self.change(lambda: self.settings.set(("breathing", "pattern"), usual))
        self.show()

    @on(Amounts.Changed)
    def _keep_minutes(self, event: Amounts.Changed) -> None:
        self.change(lambda: self.settings.set(("breathing", "minutes"), int(event.number)))
        self.show()
