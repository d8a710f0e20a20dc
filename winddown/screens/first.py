"""The first page: what this is, in three short lines, and whose help lines to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from winddown.routine.occasion import Occasion
from winddown.routine.support import countries
from winddown.screens.fresh import FreshScreen
from winddown.widgets.choice import Choice
from winddown.widgets.column import Column, group
from winddown.widgets.keys import Key, Keys
from winddown.widgets.prose import Prose


class FirstPage(FreshScreen[bool]):
    """Shown while no evening stands on disk. Dismisses with True to go on, False to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", "on", show=False, priority=True),
        Binding("escape,backspace", "cancel", "the country as it was", show=False),
        Binding("c", "country", "change the country", show=False),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("q", "leave", "leave", show=False),
    ]

    _is_listed = False
    """True while the list of countries is shown."""

    def __init__(self, occasion: Occasion, keep_country: Callable[[str], None]) -> None:
        """Say whose lines are shown; a country is kept only when the person chooses it."""
        super().__init__()
        self._occasion = occasion
        self._keep_country = keep_country
        self._chosen = ""
        self._names = dict(countries(occasion.support))

    def compose(self) -> ComposeResult:
        """The three lines, the country, and behind c the list of countries."""
        frame, say = self._occasion.words("frame"), self._occasion.words("first")
        support = self._occasion.support
        yield Keys(
            self._own(False),
            self._always(Key("q", frame["leave"], "screen.leave")),
            frame,
        )
        listed = group(
            Choice(sorted(self._names.items(), key=lambda item: item[1]), support.country or None),
            id="countries",
        )
        listed.display = False
        yield Column(
            Prose(say["title"], classes="heading"),
            *self._private(),
            *(Prose(line, classes="gap about") for line in self._about()),
            Prose(self._lines_for(support.country), id="country", classes="quiet gap"),
            listed,
        )

    def _private(self) -> Iterable[Prose]:
        if self._occasion.is_private:
            said = self._occasion.words("standing")["private_page"]
            yield Prose(said, classes="accent gap about")

    def _about(self) -> Iterable[str]:
        """What this is, in short lines; of a private evening no file is told."""
        lines = self._occasion.words("first").each("lines")
        return (line for at, line in enumerate(lines) if at != 1 or not self._occasion.is_private)

    def _always(self, way_out: Key) -> tuple[Key, ...]:
        return (way_out, Key("?", self._occasion.words("frame")["help"], "app.help"))

    def _own(self, shown: bool) -> tuple[Key, ...]:
        """The keys on the left; while the list is shown, those that choose from it."""
        frame, say = self._occasion.words("frame"), self._occasion.words("first")
        on = Key("enter", frame["on"], "screen.on")
        listed = Key("↑↓", frame["choose"])
        return (on, listed if shown else Key("c", say["country_key"], "screen.country"))

    def _show_list(self, shown: bool) -> None:
        for paragraph in self.query(".about"):
            paragraph.display = not shown
        self.query_one("#countries").display = self._is_listed = shown
        frame = self._occasion.words("frame")
        leave = Key("q", frame["leave"], "screen.leave")
        back = Key("esc", frame["back"], "screen.cancel")
        keys = self.query_one(Keys)
        keys.always = self._always(back if shown else leave)
        keys.own = self._own(shown)

    def _lines_for(self, code: str) -> str:
        say = self._occasion.words("first")
        if self._is_listed:
            name = self._names.get(code)
            return say.say("chosen_country", country=name) if name else say["which_country"]
        if code not in self._names:
            return say["no_country"]
        guessed = self._occasion.support.country_is_guess
        key = "country_guess" if guessed and code == self._occasion.support.country else "country"
        return say.say(key, country=self._names[code])

    def action_country(self) -> None:
        """Show the list of countries."""
        self._show_list(True)
        countries = self.query_one(Choice)
        self.query_one("#country", Prose).say(self._lines_for(countries.value or ""))
        countries.focus()
        self.call_after_refresh(countries.reveal_cursor)

    def action_cancel(self) -> None:
        """Put the list away; the country stays as it was."""
        self._chosen = ""
        self.query_one(Choice).show_value(self._occasion.support.country or None)
        self._show_list(False)
        self.query_one("#country", Prose).say(self._lines_for(self._occasion.support.country))

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Say whose lines will be shown."""
        self._chosen = event.value or ""
        self.query_one("#country", Prose).say(self._lines_for(self._chosen))

    def action_on(self) -> None:
        """Go on to the evening; keep the country if it was chosen here."""
        if self._chosen:
            self._keep_country(self._chosen)
        self.dismiss(True)

    def action_leave(self) -> None:
        """Leave; nothing is written."""
        self.dismiss(False)
