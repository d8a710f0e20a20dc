"""The settings: everything that can be one's own, a page each."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.widget import Widget

from winddown.routine.settings import ListName
from winddown.screens.settings_page import SettingsPage
from winddown.widgets.column import group
from winddown.widgets.entries import Entries
from winddown.widgets.keys import Key
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row

LIST_PAGES: tuple[ListName, ...] = ("comforts", "habits", "people", "acts", "cues")
"""Pages that are one list."""

PAGES = {
    "support": "winddown.screens.settings_support:SupportPage",
    "breathing": "winddown.screens.settings_breathing:BreathingPage",
    "evening": "winddown.screens.settings_evening:EveningPage",
}
"""Pages of their own, as `module:Class`, imported only when they are opened."""

LOOKS = "looks"


class SettingsIndex(SettingsPage):
    """Names the pages; enter or space opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("comma", "back", "back", show=False),
    ]

    def questions(self) -> Iterable[Widget]:
        """A title and the pages."""
        yield Prose(self.words["title"], classes="heading")
        is_private, quietly = self.occasion.is_private, self.occasion.words("standing")
        intro = quietly["private_quiet"] if is_private else self.words["intro"]
        yield Prose(intro, classes="quiet")
        yield group(Entries(id="pages"))

    def show(self) -> None:
        """List the pages."""
        names = (*LIST_PAGES, *PAGES, LOOKS)
        rows = [Row(name, self.words["page-" + name]) for name in names]
        self.query_one("#pages", Entries).show_entries(rows, {})

    def keys(self) -> tuple[Key, ...]:
        """Enter opens a page."""
        return (Key("enter", self.words["open"], "screen.open"),)

    def action_open(self) -> None:
        """Open the page under the cursor."""
        name = self.query_one("#pages", Entries).value
        if name == LOOKS:
            self.app.call_later(self.app.run_action, "app.looks")
        elif name in PAGES:
            module, _, cls = PAGES[name].partition(":")
            page = getattr(import_module(module), cls)
            self.app.push_screen(page(self.settings, self.occasion))
        elif name:
            from winddown.screens.settings_list import ListPage

            self.app.push_screen(ListPage(cast(ListName, name), self.settings, self.occasion))

    def on_entries_toggled(self) -> None:
        """Space opens as well."""
        self.action_open()
