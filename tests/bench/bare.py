"""The least that a Textual app can be: what most of winddown is measured against.

`python -m tests.bench.bare` counts the keys it is given in one line of text; `space`
opens another screen and closes it again; `ctrl+q` leaves, as in every Textual app.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

WORDS = "How is tonight?"
OTHER = "Something else"


class Other(Screen[None]):
    """Shows one other line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "dismiss", "back")]

    def compose(self) -> ComposeResult:
        """The line to wait for."""
        yield Static(OTHER)


class Bare(App[None]):
    """Shows one line, with the number of keys that were pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "count", "count"),
        Binding("space", "other", "another screen"),
    ]
    count = 0

    def compose(self) -> ComposeResult:
        """The line to wait for."""
        yield Static(WORDS)

    def action_count(self) -> None:
        """Count one more."""
        self.count += 1
        self.query_one(Static).update(f"{WORDS} {self.count}")

    def action_other(self) -> None:
        """Show the other line."""
        self.push_screen(Other())


if __name__ == "__main__":
    Bare().run()
