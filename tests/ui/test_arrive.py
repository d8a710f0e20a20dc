"""Arriving: whatever is said about tonight, by key or by mouse, is what the file holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from tests.ui.night import Night, night

TONIGHTS = ("light", "steady", "tired", "heavy", "not-okay")
STARTED = {
    "schema": 1,
    "evening": date(2026, 11, 20),
    "started": datetime(2026, 11, 20, 21, 34, 10, tzinfo=timezone(timedelta(hours=1))),
    "step": "arrive",
}
"""What stands in every file that an answer on arriving begins."""

LINE_STARTS = len("not at all") + 2
CELLS_A_NUMBER = 3
"""Where the line of a scale begins, and how far its numbers are apart at 80 columns."""


async def arrive(evening: Night) -> None:
    """Leave the first page of a new person behind."""
    await evening.press("enter")
    await evening.at("arrive")


async def to_the_scale(evening: Night) -> None:
    await arrive(evening)
    await evening.press("tab")


async def test_each_answer_is_chosen_with_the_arrows(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        for tonight in TONIGHTS:
            await evening.press("down")
            assert await evening.kept() == STARTED | {"tonight": tonight}
        await evening.press("up")
        assert await evening.kept() == STARTED | {"tonight": "heavy"}


async def test_each_answer_is_chosen_with_the_mouse(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        for place, tonight in enumerate(TONIGHTS):
            await evening.pilot.click("#tonight", offset=(6, place))
            assert await evening.kept() == STARTED | {"tonight": tonight}


async def test_the_letters_move_as_the_arrows_do(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("j", "j", "j", "k")
        assert (await evening.kept())["tonight"] == "steady"
        await evening.press("tab", "l", "l", "h")
        assert (await evening.kept())["settled"] == {"before": 5}


async def test_an_answer_given_back_is_absent_again(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("down")
        assert (await evening.kept())["tonight"] == "light"
        await evening.press("delete")
        assert await evening.kept() == STARTED


async def test_space_chooses_and_never_takes_an_answer_back(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        for _ in range(2):
            await evening.press("space")
            assert (await evening.kept())["tonight"] == "light"


SCALE_KEYS = (
    ("0", 0),
    ("7", 7),
    ("1", 1),
    ("1 0", 10),
    ("1 right 0", 0),
    ("3 0", 0),
    ("right", 5),
    ("left", 5),
    ("right right right", 7),
    ("left left", 4),
    ("9 right right right", 10),
    ("1 left left left", 0),
)


async def test_the_scale_is_set_with_digits_or_with_arrows_from_five(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await to_the_scale(evening)
        for keys, mark in SCALE_KEYS:
            await evening.press(*keys.split())
            assert await evening.kept() == STARTED | {"settled": {"before": mark}}, keys
            await evening.press("delete")
            assert await evening.kept() == STARTED


async def test_the_scale_is_set_with_the_mouse(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        for mark in range(11):
            await evening.pilot.click("#settled", offset=(LINE_STARTS + mark * CELLS_A_NUMBER, 0))
            assert await evening.kept() == STARTED | {"settled": {"before": mark}}


async def test_enter_alone_answers_nothing(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("enter")
        await evening.at("breathing")
        assert await evening.kept() == {}


async def test_enter_changes_no_answer(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("down", "down", "tab", "4", "enter")
        await evening.at("breathing")
        await evening.press("escape")
        await evening.at("arrive")
        answers = {"route": "full", "tonight": "steady", "settled": {"before": 4}}
        assert await evening.kept() == STARTED | answers


async def test_nothing_here_tonight_takes_the_answers_back(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("down", "tab", "4", "s", "s")
        await evening.at("breathing")
        assert await evening.kept() == STARTED | {"step": "breathing"}


async def test_back_from_arriving_stays_there(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await arrive(evening)
        await evening.press("down", "escape", "backspace", "escape")
        await evening.at("arrive")
        assert await evening.kept() == STARTED | {"tonight": "light"}
