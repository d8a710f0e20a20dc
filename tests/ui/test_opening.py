"""Opening and leaving: which evening it is, and that nothing is written for nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.ui.night import Clock, Night, night

ZONE = timezone(timedelta(hours=1))
FIRST, SECOND = date(2026, 11, 20), date(2026, 11, 21)
LEAVING = pytest.mark.parametrize(("key", "code"), [("q", 0), ("ctrl+q", 0), ("ctrl+c", 130)])


def opened_at(moment: datetime) -> Callable[[Clock], None]:
    """Set the clock on the wall before the program opens."""

    def prepare(clock: Clock) -> None:
        clock.wall = moment

    return prepare


async def arrive(evening: Night) -> None:
    """Leave the first page of a new person behind."""
    await evening.press("enter")
    await evening.at("arrive")


@pytest.mark.parametrize(
    ("moment", "belongs_to"),
    [
        (datetime(2026, 11, 20, 21, 34, tzinfo=ZONE), FIRST),
        (datetime(2026, 11, 21, 0, 40, tzinfo=ZONE), FIRST),
        (datetime(2026, 11, 21, 4, 59, 59, tzinfo=ZONE), FIRST),
        (datetime(2026, 11, 21, 5, 0, tzinfo=ZONE), SECOND),
    ],
)
async def test_an_evening_counts_for_the_day_on_which_it_began(
    tmp_path: Path, moment: datetime, belongs_to: date
) -> None:
    async with night(tmp_path, prepare=opened_at(moment)) as evening:
        await arrive(evening)
        await evening.press("down")
        kept = await evening.kept(belongs_to)
        assert (kept["evening"], kept["started"]) == (belongs_to, moment)


async def test_a_running_evening_keeps_its_date_past_the_end_of_the_day(tmp_path: Path) -> None:
    late = datetime(2026, 11, 21, 4, 59, tzinfo=ZONE)
    async with night(tmp_path, prepare=opened_at(late)) as evening:
        await arrive(evening)
        await evening.pass_time(120)
        await evening.press("down", "e")
        await evening.at("GoodNight")
        assert (await evening.kept(FIRST))["ended"] == late + timedelta(seconds=120)
        assert await evening.kept(SECOND) == {}


async def test_the_end_of_the_day_is_the_persons_own(tmp_path: Path) -> None:
    prepare = opened_at(datetime(2026, 11, 21, 2, 30, tzinfo=ZONE))
    async with night(tmp_path, config="day_ends = 02:00:00\n", prepare=prepare) as evening:
        await arrive(evening)
        await evening.press("down")
        assert (await evening.kept(SECOND))["tonight"] == "light"
        assert await evening.kept(FIRST) == {}


@pytest.mark.parametrize(
    ("asked", "belongs_to"),
    [("yesterday", date(2026, 11, 19)), (date(2026, 11, 3), date(2026, 11, 3))],
)
async def test_another_evening_can_be_opened_by_its_date(
    tmp_path: Path, asked: date | str, belongs_to: date
) -> None:
    async with night(tmp_path, day=asked) as evening:
        await arrive(evening)
        await evening.press("down")
        kept = await evening.kept(belongs_to)
        assert (kept["evening"], kept["tonight"]) == (belongs_to, "light")
        assert await evening.kept(FIRST) == {}


@LEAVING
async def test_leaving_without_an_answer_leaves_nothing_behind(
    tmp_path: Path, key: str, code: int
) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("enter")
        await evening.at("breathing")
        await evening.press(key)
        assert evening.app.return_code == code
    assert list(tmp_path.rglob("*")) == []


async def test_leaving_the_first_page_leaves_nothing_behind(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await evening.press("q")
        assert evening.app.return_code == 0
    assert list(tmp_path.rglob("*")) == []


@LEAVING
async def test_leaving_keeps_what_was_answered_and_the_next_run_shows_it(
    tmp_path: Path, key: str, code: int
) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("down", "down", "tab", "6", key)
        assert evening.app.return_code == code
    async with night(tmp_path) as evening:
        await evening.at("arrive")
        assert "◉  steady" in evening.text()
        kept = await evening.kept()
        assert (kept["step"], kept["tonight"], kept["settled"]) == (
            "arrive",
            "steady",
            {"before": 6},
        )


async def test_an_evening_goes_on_at_the_step_where_it_was_left(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("down", "enter")
        await evening.at("breathing")
        await evening.press("s")
        await evening.at("comforts")
        await evening.press("down", "space", "q")
    async with night(tmp_path) as evening:
        await evening.at("comforts")
        assert "✓" in evening.text()
        kept = await evening.kept()
        assert (kept["step"], len(kept["comforts"])) == ("comforts", 1)


async def test_an_evening_left_at_a_step_since_taken_out_begins_again_at_arriving(
    tmp_path: Path,
) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("down", "enter")
        await evening.at("breathing")
        await evening.press("q")
    async with night(tmp_path, config='steps = ["comforts"]\n') as evening:
        await evening.at("arrive")
        await evening.press("enter")
        await evening.at("comforts")
        assert (await evening.kept())["step"] == "comforts"


async def test_an_evening_that_has_ended_shows_its_card_and_is_left_as_it_was(
    tmp_path: Path,
) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("down", "e")
        await evening.at("GoodNight")
        ended = await evening.kept()
        await evening.press("enter")
    async with night(tmp_path) as evening:
        await evening.at("Card")
        await evening.press("enter")
        assert evening.app.return_code == 0
        assert await evening.kept() == ended
        assert "ended" in ended
