"""The least that a Textual app can be: what every start is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

WORDS = "How is tonight?"


class Bare(App[None]):
    """Shows one line."""

    def compose(self) -> ComposeResult:
        """The line to wait for."""
        yield Static(WORDS)


if __name__ == "__main__":
    Bare().run()
