"""The scrollbar shows what Textual's own would, wherever one has read to."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widgets import Static

from winddown.widgets.bar_lines import BarLines


class Long(App[None]):
    """Nothing but a text that is longer than the window."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "VerticalScroll { scrollbar-size-vertical: 1; }"

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        yield VerticalScroll(Static("\n".join(map(str, range(self._lines)))))


async def bars(lines: int) -> list[list[Strip]]:
    """Give the scrollbar at every line one can have read to."""
    app = Long(lines)
    async with app.run_test(size=(20, 12)) as pilot:
        page = app.query_one(VerticalScroll)
        drawn = []
        for y in range(page.max_scroll_y + 1):
            page.scroll_to(y=y, animate=False, immediate=True)
            await pilot.pause()
            bar = page.vertical_scrollbar
            drawn.append(bar.render_lines(bar.size.region))
        return drawn


@pytest.mark.parametrize("lines", [13, 20, 31, 400])
async def test_it_is_drawn_as_textual_draws_it(monkeypatch: pytest.MonkeyPatch, lines: int) -> None:
    monkeypatch.setattr(ScrollBar, "renderer", ScrollBarRender)
    theirs = await bars(lines)
    monkeypatch.setattr(ScrollBar, "renderer", BarLines)
    ours = await bars(lines)
    assert len(ours) == lines - 12 + 1
    assert [[list(line) for line in bar] for bar in ours] == [
        [list(line) for line in bar] for bar in theirs
    ]
