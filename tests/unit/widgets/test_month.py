"""A month shows which days have an evening, all days alike, and takes keys and clicks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import date

import pytest
from rich.cells import cell_len
from textual import on
from textual.app import App, ComposeResult
from textual.color import Color
from textual.pilot import Pilot

from winddown.theme_files import textual_theme, worn
from winddown.widgets.month import CELL, Month

TODAY = date(2026, 11, 22)
DAY = date(2026, 11, 18)
EVENINGS = frozenset({date(2026, 8, 5), date(2026, 11, 1), date(2026, 11, 17), DAY})
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Wall(App[None]):
    """Nothing but a calendar, and what it said."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, weekdays: tuple[str, ...] = WEEKDAYS, title: str = "{:%B %Y}") -> None:
        super().__init__()
        theme = textual_theme(worn((), "dusk")[0])
        self.register_theme(theme)
        self.theme = theme.name
        self.said: list[tuple[str, date]] = []
        self.month = Month(weekdays, title.format, TODAY)

    def compose(self) -> ComposeResult:
        yield self.month

    @on(Month.Pointed)
    @on(Month.Chosen)
    def _hear(self, message: Month.OfDay) -> None:
        assert message.control is self.month
        self.said.append((type(message).__name__, message.day))

    def lines(self) -> list[str]:
        return str(self.month.render()).splitlines()


@asynccontextmanager
async def wall(
    day: date = DAY, evenings: Collection[date] = EVENINGS, app: Wall | None = None
) -> AsyncIterator[tuple[Wall, Pilot[None]]]:
    app = app or Wall()
    async with app.run_test(size=(60, 20)) as pilot:
        app.month.show(day, evenings)
        app.month.focus()
        await pilot.pause()
        yield app, pilot


async def test_a_month_is_seven_columns_from_monday_on_with_a_dot_after_each_evening() -> None:
    async with wall() as (app, _):
        assert app.lines() == [
            " November 2026          ‹  ›",
            "",
            " Mon Tue Wed Thu Fri Sat Sun",
            "                          1•",
            "  2   3   4   5   6   7   8 ",
            "  9  10  11  12  13  14  15 ",
            " 16  17•›18• 19  20  21  22 ",
            " 23  24  25  26  27  28  29 ",
            " 30                         ",
        ]


async def test_a_day_without_an_evening_looks_like_one_with_one() -> None:
    async with wall() as (app, _):
        strips = [app.month.render_line(y) for y in range(3, 9)]
        numbers = [
            segment.style
            for strip in strips
            for segment in strip
            if segment.text.strip(" •›").isdigit() and segment.text.strip() != "18"
        ]
        assert numbers
        assert len({str(style) for style in numbers}) == 1


KEYS = {
    "left": date(2026, 11, 17),
    "h": date(2026, 11, 17),
    "right": date(2026, 11, 19),
    "l": date(2026, 11, 19),
    "up": date(2026, 11, 11),
    "k": date(2026, 11, 11),
    "pageup": date(2026, 10, 18),
    "left_square_bracket": date(2026, 10, 18),
    "home": date(2026, 8, 5),
}


@pytest.mark.parametrize("key", KEYS)
async def test_a_key_moves_by_a_day_a_week_or_a_month(key: str) -> None:
    async with wall() as (app, pilot):
        await pilot.press(key)
        assert app.month.day == KEYS[key]
        assert app.said == [("Pointed", KEYS[key])]


@pytest.mark.parametrize("key", ["down", "j", "pagedown", "right_square_bracket", "end"])
async def test_no_key_goes_beyond_today(key: str) -> None:
    async with wall() as (app, pilot):
        await pilot.press(key)
        assert app.month.day == DAY
        assert app.said == []


async def test_days_and_weeks_go_on_into_other_months_and_months_keep_the_day_as_they_can() -> None:
    async with wall(date(2026, 10, 31)) as (app, pilot):
        await pilot.press("right")
        assert app.month.day == date(2026, 11, 1)
        await pilot.press("left", "[")
        assert app.month.day == date(2026, 9, 30)
        await pilot.press("down")
        assert app.month.day == date(2026, 10, 7)
        assert app.lines()[0].strip().startswith("October 2026")


async def test_a_month_later_ends_at_today() -> None:
    async with wall(date(2026, 10, 31)) as (app, pilot):
        await pilot.press("]")
        assert app.month.day == TODAY


async def test_an_evening_after_today_can_be_reached() -> None:
    later = date(2027, 1, 3)
    async with wall(evenings={DAY, later}) as (app, pilot):
        await pilot.press("end")
        assert app.month.day == later


async def test_days_on_to_an_evening_after_today_can_be_reached() -> None:
    async with wall(date(2026, 12, 31), {DAY, date(2027, 1, 3)}) as (app, pilot):
        await pilot.press("right", "right", "right", "right", "down")
        assert app.month.day == date(2027, 1, 3)


async def test_before_the_first_year_there_is_nothing() -> None:
    async with wall(date(1, 1, 1)) as (app, pilot):
        await pilot.press("left", "up", "[")
        assert app.month.day == date(1, 1, 1)


async def test_with_no_evening_yet_home_and_end_stay() -> None:
    async with wall(evenings=()) as (app, pilot):
        await pilot.press("home", "end")
        assert app.said == []


async def test_space_takes_the_day() -> None:
    async with wall() as (app, pilot):
        await pilot.press("space")
        assert app.said == [("Chosen", DAY)]


async def test_a_click_points_at_a_day_and_takes_it() -> None:
    async with wall() as (app, pilot):
        assert await pilot.click(app.month, offset=(1 * CELL + 2, 6))
        assert app.said == [("Pointed", date(2026, 11, 17)), ("Chosen", date(2026, 11, 17))]


@pytest.mark.parametrize(("x", "y"), [(0, 3), (2, 8 + 1), (9, 8), (2, 1), (2, 2), (2, 0), (2, 7)])
async def test_a_click_where_no_day_can_be_taken_does_nothing(x: int, y: int) -> None:
    async with wall() as (app, pilot):
        await pilot.click(app.month, offset=(x, y))
        assert app.said == []


async def test_a_click_beside_the_title_brings_the_month_before_and_after() -> None:
    async with wall() as (app, pilot):
        assert await pilot.click(app.month, offset=(24, 0))
        assert app.month.day == date(2026, 10, 18)
        assert await pilot.click(app.month, offset=(27, 0))
        assert app.month.day == DAY


async def test_a_dot_that_comes_later_is_drawn_and_nothing_else_is_drawn_twice() -> None:
    days = set(EVENINGS)
    async with wall(evenings=days) as (app, pilot):
        before = app.lines()
        days.add(date(2025, 1, 1))
        app.month.show(DAY, days)
        assert not is_drawn_anew(app.month)
        days.add(date(2026, 11, 3))
        app.month.show(DAY, days)
        assert is_drawn_anew(app.month)
        await pilot.pause()
        assert app.lines() != before
        assert "  3•" in app.lines()[4]


async def test_the_day_stays_marked_while_something_else_has_the_focus() -> None:
    async with wall() as (app, pilot):
        assert row_ground(app) != app.screen.styles.background
        app.set_focus(None)
        await pilot.pause()
        assert row_ground(app) == app.screen.styles.background
        assert "›18•" in app.lines()[6]


async def test_long_and_strange_words_keep_the_calendar_in_its_columns() -> None:
    strange = Wall(
        ("Montag", "二月三", "", "\x1b[1m", "[b]", "do", "✉️ü"), "{:%B %Y} [/b] and on and on"
    )
    async with wall(app=strange) as (app, _):
        assert [len(line) for line in app.lines()[4:8]] == [28] * 4
        assert "\x1b" not in "".join(app.lines())
        assert app.lines()[6] == " 16  17•›18• 19  20  21  22 "
        assert [cell_len(line) for line in app.lines()[:3]] == [28, 0, 28]


def row_ground(app: Wall) -> Color | None:
    """Give what stands behind the day that is pointed at."""
    styles = [segment.style for segment in app.month.render_line(6) if "18" in segment.text]
    assert len(styles) == 1
    assert styles[0] is not None
    ground = styles[0].bgcolor
    return Color.from_rich_color(ground) if ground else None


def is_drawn_anew(month: Month) -> bool:
    return month._repaint_required
