"""A night that is not okay: people first, no numbers asked for, and an end within reach."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ui.breaths import BEFORE
from tests.ui.followups import made
from tests.ui.night import night
from tests.ui.ways import answers_in, say


@pytest.mark.parametrize("key", ["enter", "f"])
async def test_not_okay_shows_who_to_turn_to_before_anything_else(tmp_path: Path, key: str) -> None:
    config = """
[support]
plan = ["Put the kettle on, sit by the window, ring Ana."]
[[support.own]]
name = "Ana"
contact = "020 7946 0000"
"""
    async with night(tmp_path, made(), config=config) as evening:
        await say(evening, "not-okay")
        assert "How settled" not in evening.text()
        await evening.press(key)
        await evening.at("support")
        shown = " ".join(evening.text().split())
        assert "ring Ana." in shown
        assert "020 7946 0000 Ana" in shown
        kept = await evening.kept()
        assert (kept["route"], kept["step"]) == ("support", "support")


@pytest.mark.parametrize("key", ["e", "enter"])
async def test_not_okay_can_end_at_once_with_the_numbers_still_on_the_screen(
    tmp_path: Path, key: str
) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await say(evening, "not-okay")
        await evening.press("enter")
        await evening.at("support")
        await evening.press("e")
        await evening.at("GoodNight")
        assert "116 123" in evening.text()
        assert "You do not have to get through tonight alone." in evening.text()
        await evening.press(key)
        kept = await evening.kept()
        assert "ended" in kept
        assert answers_in(kept) == {"tonight"}


async def test_not_okay_goes_on_with_enter_to_comfort_and_nothing_else(tmp_path: Path) -> None:
    async with night(tmp_path, made()) as evening:
        await say(evening, "not-okay")
        await evening.press("enter")
        await evening.at("support")
        await evening.press("enter")
        await evening.at("comforts")
        await evening.press("down", "space", "enter")
        await evening.at("closing")
        assert "116 123" in evening.text()
        await evening.press("enter")
        await evening.at("GoodNight")
        kept = await evening.kept()
        assert (kept["route"], "ended" in kept) == ("support", True)
        assert answers_in(kept) == {"tonight", "comforts"}


async def test_not_okay_goes_the_short_way_with_f_and_asks_for_no_number(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await say(evening, "not-okay")
        await evening.press("enter")
        await evening.at("support")
        await evening.press("f")
        await evening.at("breathing")
        await evening.pass_time(3)
        await evening.pass_time(60)
        await evening.at("comforts")
        await evening.press("enter")
        await evening.at("outreach")
        await evening.press("space")
        assert not re.search("[━─]{11,}", evening.text())
        await evening.press("enter")
        await evening.at("closing")
        await evening.press("enter")
        await evening.at("GoodNight")
        kept = await evening.kept()
        assert (kept["route"], "ended" in kept) == ("short", True)
        assert answers_in(kept) == {"tonight", "breathing", "outreach"}
