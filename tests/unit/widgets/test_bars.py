"""Each count is a name, a bar as long as its share of the room, and its number in digits."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from winddown.theme_files import textual_theme, worn
from winddown.widgets.bars import LONGEST, Bar, Bars

READ = (Bar("rest", 2), Bar("both", 1), Bar("away", 5), Bar("not sure", 3))
NAMES = 8


class Wall(App[None]):
    """Nothing but bars."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, bars: Sequence[Bar], most: int, names: int = NAMES) -> None:
        super().__init__()
        theme = textual_theme(worn((), "dusk")[0])
        self.register_theme(theme)
        self.theme = theme.name
        self.bars = Bars(bars, most, names)

    def compose(self) -> ComposeResult:
        yield self.bars


async def drawn(bars: Sequence[Bar], most: int, width: int = 60, names: int = NAMES) -> list[str]:
    app = Wall(bars, most, names)
    async with app.run_test(size=(width, 8)):
        strips = [app.bars.render_line(y) for y in range(app.bars.size.height)]
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def lengths(lines: list[str]) -> list[int]:
    return [line.count("━") for line in lines]


async def test_a_bar_has_one_cell_for_each_and_its_number_after_it() -> None:
    assert await drawn(READ, most=5) == [
        "rest      ━━  2",
        "both      ━  1",
        "away      ━━━━━  5",
        "not sure  ━━━  3",
    ]


async def test_bars_of_another_fortnight_keep_to_the_same_measure() -> None:
    few = await drawn([Bar("rest", 12)], most=48)
    many = await drawn([Bar("rest", 48)], most=48)
    assert lengths(many) == [LONGEST]
    assert lengths(few) == [LONGEST // 4]


@pytest.mark.parametrize("width", [24, 36, 60])
async def test_bars_are_in_proportion_wherever_they_are_drawn(width: int) -> None:
    bars = [Bar("rest", 10), Bar("both", 40), Bar("away", 80)]
    longest = max(lengths(await drawn(bars, most=80, width=width)))
    for bar, length in zip(bars, lengths(await drawn(bars, most=80, width=width)), strict=True):
        assert abs(length - bar.number * longest / 80) <= 0.5


async def test_whatever_was_counted_has_a_bar_and_nothing_else_has() -> None:
    lines = await drawn([Bar("rest", 1), Bar("away", 500), Bar("both", 0)], most=500)
    assert lengths(lines) == [1, LONGEST, 0]
    assert lines[2] == "both      0"


@pytest.mark.parametrize("width", [20, 24, 30, 40])
async def test_no_number_is_cut_where_there_is_little_room(width: int) -> None:
    for line, bar in zip(
        await drawn([Bar("rest", 7), Bar("away", 123)], most=123, width=width),
        (7, 123),
        strict=True,
    ):
        assert cell_len(line) <= width
        assert line.endswith(f"  {bar}")


async def test_no_bar_has_a_colour_of_its_own() -> None:
    app = Wall(READ, most=5)
    async with app.run_test(size=(60, 8)):
        inks = {
            segment.style.color
            for y in range(len(READ))
            for segment in app.bars.render_line(y)
            if "━" in segment.text and segment.style
        }
    assert len(inks) == 1


async def test_names_are_shown_as_they_are_and_keep_their_column() -> None:
    lines = await drawn([Bar("[b]x", 1), Bar("二月", 1), Bar("\x1b[1m", 1)], most=1)
    assert lines[0] == "[b]x      ━  1"
    assert {cell_len(line.split("━")[0]) for line in lines} == {NAMES + 2}
    assert "\x1b" not in "".join(lines)


async def test_nothing_counted_draws_nothing() -> None:
    assert await drawn([], most=0) == [""]
