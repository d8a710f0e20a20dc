"""What nothing has happened to is not drawn again, and all that has happened is seen."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

from winddown.widgets.steady import Steady


class Counted(Steady):
    """Counts how often its one line is drawn."""

    DEFAULT_CSS = "Counted { height: 1; } Counted.loud { background: red; }"
    drawn = 0
    said = "one"

    def render(self) -> str:
        """Draw it."""
        self.drawn += 1
        return self.said


class Beside(App[None]):
    """Stands beside something that changes."""

    def compose(self) -> ComposeResult:
        """One that stays, and one that changes."""
        yield Counted()
        yield Static("0")


async def test_what_changes_beside_it_does_not_have_it_drawn_again() -> None:
    app = Beside()
    async with app.run_test(size=(20, 4)) as pilot:
        steady, beside = app.query_one(Counted), app.query_one(Static)
        lines = steady.render_lines(steady.size.region)
        before = steady.drawn
        for number in range(5):
            beside.update(str(number))
            await pilot.pause()
        assert steady.render_lines(steady.size.region) is lines
        assert steady.drawn == before


async def test_what_it_says_how_it_looks_and_how_wide_it_is_are_seen_at_once() -> None:
    app = Beside()
    async with app.run_test(size=(20, 4)) as pilot:
        steady = app.query_one(Counted)

        def line() -> str:
            return steady.render_lines(steady.size.region)[0].text

        assert line() == "one".ljust(20)
        steady.said = "two"
        steady.refresh()
        assert line() == "two".ljust(20)
        await pilot.resize_terminal(30, 4)
        assert line() == "two".ljust(30)
        steady.add_class("loud")
        await pilot.pause()
        style = next(iter(steady.render_lines(steady.size.region)[0])).style
        assert style is not None
        assert style.bgcolor is not None
        assert style.bgcolor.triplet == (255, 0, 0)
