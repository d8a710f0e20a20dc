"""Small windows: every word of every screen, and every place to answer, can be brought to see."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

import pytest
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget

from tests.snapshots.scenes import SCENES, seen
from tests.ui.night import Night
from winddown.widgets.rows import Rows

SMALL = (60, 20)
SIZES = ((80, 24), SMALL)
WHOLE = (80, 200)
"""As wide as the design, and so tall that every screen stands in it from top to bottom."""
LISTS = [name for name in SCENES if name.startswith(("look-back", "palette"))]
"""Lists that move with their cursor, and stand beside a page or not."""
PAGES = [name for name in SCENES if name not in ("curtain", *LISTS)]
BESIDE = [name for name in PAGES if name.startswith("versions")]
"""Two columns in a wide window, one under the other in a small one."""
CASES = pytest.mark.parametrize("name", PAGES)
QUESTIONS = pytest.mark.parametrize("name", [name for name in PAGES if "over-time" not in name])
SCROLLS = "Column, OverTimeView"
"""What moves where a page is longer than the window."""


def letters(lines: list[str]) -> str:
    """Leave out what is drawn and how it is spaced: only what is read."""
    return "".join(each for each in "".join(lines) if category(each)[0] in "LNP")


def window(evening: Night) -> Region:
    """The part of the screen in which the column is seen; all of it where there is none."""
    for column in evening.app.screen.query(SCROLLS).results(VerticalScroll):
        return column.scrollable_content_region
    return evening.app.screen.region


async def read_through(evening: Night) -> str:
    """Read the page between trail and footer, a windowful at a time until its end."""
    for column in evening.app.screen.query(SCROLLS).results(VerticalScroll):
        column.scroll_home(animate=False)
        await evening.pilot.pause()
        lines = in_sight(evening)
        while column.scroll_y < column.max_scroll_y:
            column.scroll_relative(y=window(evening).height, animate=False)
            await evening.pilot.pause()
            lines += in_sight(evening)[len(lines) - int(column.scroll_y) :]
        return letters(lines)
    return letters(evening.text().split("\n")[3:-3])


def in_sight(evening: Night) -> list[str]:
    """The lines of the column that can be seen now."""
    return evening.text().split("\n")[window(evening).y : window(evening).bottom]


async def resized(evening: Night, size: tuple[int, int]) -> None:
    """Give the window another size."""
    await evening.pilot.resize_terminal(*size)
    await evening.pilot.pause()


@CASES
async def test_every_word_can_be_read_and_no_line_runs_out_of_the_window(
    tmp_path: Path, name: str
) -> None:
    async with seen(tmp_path, name, WHOLE) as evening:
        whole = await read_through(evening)
        assert len(whole) > 20
        for size in SIZES:
            await resized(evening, size)
            for widget in evening.app.screen.walk_children(Widget):
                if widget.is_on_screen:
                    assert 0 <= widget.region.x <= widget.region.right <= size[0], widget
            read = await read_through(evening)
            if name in BESIDE:
                assert sorted(read) == sorted(whole)
            else:
                assert read == whole


@QUESTIONS
async def test_every_place_to_answer_comes_into_view_when_it_is_gone_to(
    tmp_path: Path, name: str
) -> None:
    async with seen(tmp_path, name, SMALL) as evening:
        for _ in evening.app.screen.focus_chain:
            await evening.press("tab")
            place = evening.app.screen.focused
            assert place is not None
            if isinstance(place, Rows):
                await walk_down(evening, place)
            else:
                assert window(evening).contains_region(place.region), place


async def walk_down(evening: Night, place: Rows) -> None:
    """Go through a list row by row, and see the cursor on each."""
    for _ in place.rows:
        await evening.press("down")
        if evening.app.screen.focused is not place:
            return  # an answer that leads on to another question
        assert any("›" in line for line in in_sight(evening)), place
