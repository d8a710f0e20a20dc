"""Support in the settings: the plan for a bad night, one's own numbers, and the country."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget

from winddown.routine.support import countries
from winddown.screens.settings_list import ListPage
from winddown.screens.settings_page import SettingsPage
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.entries import Entries
from winddown.widgets.keys import Key
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row

_PARTS = ("plan", "contacts", "country")


class SupportPage(SettingsPage):
    """Names the three parts of what support shows first."""

    def questions(self) -> Iterable[Widget]:
        """A title and the parts."""
        yield Prose(self.words["page-support"], classes="heading")
        yield Prose(self.words["about-support"], classes="quiet")
        yield group(Entries(id="parts"))

    def show(self) -> None:
        """List the parts."""
        rows = [Row(name, self.words["page-" + name]) for name in _PARTS]
        self.query_one(Entries).show_entries(rows, {})

    def keys(self) -> tuple[Key, ...]:
        """Enter opens a part."""
        return (Key("enter", self.words["open"], "screen.open"),)

    @on(Entries.Toggled)
    def action_open(self) -> None:
        """Open the part under the cursor."""
        match self.query_one(Entries).value:
            case "country":
                self.app.push_screen(CountryPage(self.settings, self.occasion))
            case "plan" | "contacts" as name:
                self.app.push_screen(ListPage(name, self.settings, self.occasion))


class CountryPage(SettingsPage):
    """Whose help lines are shown."""

    def questions(self) -> Iterable[Widget]:
        """A title and the countries."""
        yield Prose(self.words["page-country"], classes="heading")
        yield Prose(self.words["about-country"], classes="quiet")
        by_name = sorted(countries(self.occasion.support), key=lambda item: item[1])
        yield group(Choice(by_name, id="country"))

    def show(self) -> None:
        """Mark the country that the config names."""
        choice = self.query_one(Choice)
        choice.show_value(str(self.settings.value(("support", "country"))) or None)
        self.call_after_refresh(choice.reveal_cursor)

    @on(Choice.Changed)
    def _keep(self, event: Choice.Changed) -> None:
        self.change(lambda: self.settings.set(("support", "country"), event.value))
