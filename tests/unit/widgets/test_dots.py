"""Each mark is a pair of dots at its height, on its day, and a day without one is left empty."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from textual.app import App, ComposeResult

from winddown.theme_files import textual_theme, worn
from winddown.widgets.dots import ROWS, Dots

DAYS = 28
FOOT = (0x01 | 0x08, 0x02 | 0x10, 0x04 | 0x20, 0x40 | 0x80)
"""Two dots side by side in a braille cell, from its top to its foot, as Unicode has them."""


class Wall(App[None]):
    """Nothing but dots."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Dots { max-width: 100%; }"

    def __init__(self, marks: Mapping[int, int]) -> None:
        super().__init__()
        theme = textual_theme(worn((), "dusk")[0])
        self.register_theme(theme)
        self.theme = theme.name
        self.dots = Dots(marks, DAYS)

    def compose(self) -> ComposeResult:
        yield self.dots


def read(lines: list[str]) -> dict[int, int]:
    """Give the height of what is drawn in each column, 0 for the foot and 11 for the top."""
    heights: dict[int, int] = {}
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            if cell != " ":
                assert column not in heights, "two marks on one day"
                below_top = 4 * row + FOOT.index(ord(cell) - 0x2800)
                heights[column] = 4 * ROWS - 1 - below_top
    return heights


async def drawn(marks: Mapping[int, int], width: int = 60) -> list[str]:
    app = Wall(marks)
    async with app.run_test(size=(width, 8)):
        strips = [app.dots.render_line(y) for y in range(ROWS)]
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


async def test_every_mark_from_0_to_10_has_a_height_of_its_own_from_the_foot_to_the_top() -> None:
    heights = read(await drawn({mark: mark for mark in range(11)}))
    in_order = [heights[mark] for mark in range(11)]
    assert in_order == sorted(set(in_order))
    assert (in_order[0], in_order[-1]) == (0, 11)


@pytest.mark.parametrize("marks", [{0: 5}, {27: 0}, {0: 10, 9: 3, 27: 3}])
async def test_a_mark_stands_on_its_day_and_no_other_day_has_any(marks: dict[int, int]) -> None:
    assert read(await drawn(marks)).keys() == marks.keys()


async def test_days_without_a_mark_are_not_drawn_at_all() -> None:
    assert await drawn({}) == [""] * ROWS
    lines = await drawn({3: 5, 12: 5})
    assert sum(len(line.replace(" ", "")) for line in lines) == 2


async def test_marks_of_one_height_are_drawn_alike_wherever_they_stand() -> None:
    lines = await drawn({0: 7, 13: 7, 27: 7})
    assert len({cell for line in lines for cell in line} - {" "}) == 1


async def test_high_and_low_marks_have_one_colour() -> None:
    app = Wall({day: day % 11 for day in range(DAYS)})
    async with app.run_test(size=(60, 8)):
        inks = {
            segment.style.color
            for y in range(ROWS)
            for segment in app.dots.render_line(y)
            if segment.text.strip() and segment.style
        }
    assert len(inks) == 1


async def test_where_there_is_less_room_the_newest_days_are_shown() -> None:
    assert read(await drawn({0: 10, 17: 1, 18: 5, 27: 5}, width=10)).keys() == {0, 9}


@pytest.mark.parametrize("step", [1, 3, 7])
async def test_the_marks_can_be_read_back_from_the_dots(step: int) -> None:
    marks = {day: day * step % 11 for day in range(0, DAYS, 2)}
    heights = read(await drawn(marks))
    assert {day: round(height * 10 / 11) for day, height in heights.items()} == marks
