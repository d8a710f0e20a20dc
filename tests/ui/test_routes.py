"""The three routes: which steps an evening goes through, by how it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.breaths import BEFORE
from tests.ui.night import night
from tests.ui.ways import FULL, SHORT, answers_in, say, walk


@pytest.mark.parametrize(
    ("tonight", "key", "steps", "route"),
    [
        ("", "enter", FULL, None),
        ("", "f", SHORT, "short"),
        ("light", "enter", FULL, "full"),
        ("light", "f", SHORT, "short"),
        ("steady", "enter", FULL, "full"),
        ("steady", "f", SHORT, "short"),
        ("tired", "enter", SHORT, "short"),
        ("tired", "f", FULL, "full"),
        ("heavy", "enter", SHORT, "short"),
        ("heavy", "f", FULL, "full"),
    ],
)
async def test_how_tonight_is_opens_the_evening_that_suits_it_and_f_the_other_one(
    tmp_path: Path, tonight: str, key: str, steps: tuple[str, ...], route: str | None
) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await say(evening, tonight)
        await evening.press(key)
        await walk(evening, steps)
        assert evening.app.return_code == 0
        kept = await evening.kept()
        assert "ended" in kept
        assert kept.get("route") == route
        assert answers_in(kept) == ({"tonight"} if tonight else set())


@pytest.mark.parametrize(
    ("tonight", "key", "steps"),
    [
        ("", "enter", SHORT),
        ("", "f", FULL),
        ("steady", "enter", SHORT),
        ("steady", "f", FULL),
        ("tired", "enter", SHORT),
        ("tired", "f", FULL),
    ],
)
async def test_the_short_evening_can_be_asked_for_on_opening(
    tmp_path: Path, tonight: str, key: str, steps: tuple[str, ...]
) -> None:
    async with night(tmp_path, BEFORE, short=True) as evening:
        await say(evening, tonight)
        assert "The short one, then" in evening.text()
        await evening.press(key)
        await walk(evening, steps)
        kept = await evening.kept()
        assert kept["route"] == ("short" if steps == SHORT else "full")
        assert "ended" in kept


async def test_the_short_evening_takes_six_presses_a_minute_of_breathing_and_is_a_whole_one(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await say(evening, "tired")
        await evening.press("enter")
        await evening.at("breathing")
        await evening.pass_time(3)
        await evening.pass_time(60)
        for step in ("breathing", "comforts", "outreach", "closing", "GoodNight"):
            await evening.at(step)
            await evening.press("enter")
        assert evening.app.return_code == 0
        kept = await evening.kept()
        assert (kept["route"], "ended" in kept) == ("short", True)
        assert sum(each["seconds"] for each in kept["breathing"]) <= 60


async def test_the_short_way_once_chosen_is_taken_again_after_going_back(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await evening.at("arrive")
        await evening.press("f")
        await evening.at("breathing")
        await evening.press("escape")
        await evening.at("arrive")
        assert "The short one, then" in evening.text()
        await evening.press("enter")
        await evening.at("breathing")
        assert (await evening.kept()).get("route", "short") == "short"
        assert evening.app.path == ("arrive", *SHORT)
