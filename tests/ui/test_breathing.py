"""Breathing: what is breathed is what the file holds, and it always ends on empty lungs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ui.breaths import BEFORE, breathe, gentle, rounds, settle_in
from tests.ui.night import Night, night


def place_on_scale(evening: Night, number: int) -> tuple[int, int]:
    """Find where a number is on the screen's one scale, which has a mark or none."""
    for row, line in enumerate(evening.text().splitlines()):
        drawn = re.search("[━─●]{11,}", line)
        if drawn:
            return drawn.start() + number * (len(drawn.group()) // 10), row
    raise AssertionError("there is no scale on the screen")


async def test_it_begins_by_itself_after_three_seconds(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await settle_in(evening)
        await evening.pass_time(2.9)
        assert "Settle in" in evening.text()
        await evening.pass_time(0.2)
        assert "breathe in" in evening.text()
        await evening.pass_time(301)
        assert await rounds(evening) == [gentle(301, 43)]


async def test_it_ends_with_the_first_out_breath_at_or_after_its_time(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.pass_time(300.5)
        assert "breathe out" in evening.text()
        assert await rounds(evening) == []
        await evening.pass_time(0.5)
        assert "How settled now?" in evening.text()
        assert await rounds(evening) == [gentle(301, 43)]


async def test_enter_ends_with_the_breath_in_hand_and_enter_again_goes_on_at_once(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.pass_time(16)
        await evening.press("enter")
        assert "Ending with this breath" in evening.text()
        await evening.pass_time(4)
        assert await rounds(evening) == []
        await evening.pass_time(1)
        assert await rounds(evening) == [gentle(21, 3)]
        await evening.press("escape", "enter")
        await evening.at("breathing")
        await evening.press("enter")
        await evening.pass_time(9)
        await evening.press("enter", "enter")
        assert "How settled now?" in evening.text()
        assert await rounds(evening) == [gentle(21, 3), gentle(9, 1)]


async def test_a_pause_resumes_at_an_in_breath_and_a_cycle_cut_short_is_not_counted(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.pass_time(12)
        assert "breathe out" in evening.text()
        await evening.press("space")
        await evening.pass_time(600)
        assert "paused" in evening.text()
        await evening.press("space")
        await evening.pass_time(1)
        assert "breathe in" in evening.text()
        await evening.press("enter")
        await evening.pass_time(6)
        assert await rounds(evening) == [gentle(19, 2)]


async def test_a_round_without_a_whole_breath_is_not_kept(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.pass_time(6.9)
        await evening.press("enter", "enter")
        assert "How settled now?" in evening.text()
        await evening.press("enter")
        await evening.at("comforts")
        assert "breathing" not in await evening.kept()


@pytest.mark.parametrize("key", ["escape", "e", "q", "ctrl+c"])
async def test_leaving_in_the_middle_keeps_the_whole_breaths(tmp_path: Path, key: str) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.pass_time(17)
        await evening.press(key)
        assert await rounds(evening) == [gentle(17, 2)]


@pytest.mark.parametrize("cover", ["question_mark", "f1", "ctrl+l"])
async def test_covering_it_pauses_it(tmp_path: Path, cover: str) -> None:
    uncover = cover if cover == "ctrl+l" else "escape"
    async with night(tmp_path, BEFORE) as evening:
        await settle_in(evening)
        await evening.press(cover)
        await evening.pass_time(60)
        await evening.press(uncover)
        assert "Settle in" in evening.text()
        await evening.pass_time(3)
        await evening.pass_time(16)
        await evening.press(cover)
        await evening.pass_time(600)
        await evening.press(uncover)
        await evening.pass_time(7)
        assert "breathe in" in evening.text()
        await evening.press("escape")
        await evening.at("arrive")
        assert await rounds(evening) == [gentle(23, 3)]


async def test_a_pause_of_ones_own_is_still_one_after_the_help_is_closed(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.pass_time(8)
        await evening.press("space", "question_mark", "escape")
        await evening.pass_time(100)
        assert "paused" in evening.text()
        await evening.press("escape")
        await evening.at("arrive")
        assert await rounds(evening) == [gentle(8, 1)]


async def test_plus_and_minus_change_the_minutes(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await settle_in(evening)
        await evening.press("minus")
        assert "3 minutes" in evening.text()
        await evening.press("minus", "plus", "minus", "enter")
        await evening.pass_time(70)
        await evening.press("plus", "plus", "minus")
        assert "3 minutes" in evening.text()
        await evening.pass_time(112)
        assert await rounds(evening) == [gentle(182, 26)]


async def test_how_settled_now_is_kept_by_key_and_by_mouse(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.press("enter", "enter", "1", "0")
        assert (await evening.kept())["settled"] == {"after": 10}
        await evening.press("delete")
        assert "settled" not in await evening.kept()
        await evening.pilot.click(offset=place_on_scale(evening, 6))
        assert (await evening.kept())["settled"] == {"after": 6}


async def test_nothing_here_tonight_keeps_no_round_and_no_mark(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await breathe(evening)
        await evening.pass_time(20)
        await evening.press("enter", "enter", "7")
        assert "breathing" in await evening.kept()
        await evening.press("s", "s")
        await evening.at("comforts")
        kept = await evening.kept()
        assert not {"breathing", "settled"} & set(kept)
