"""What is noticed at the closing: one line, followed or sent away with one key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ui.hands import click, earlier, standing, words
from tests.ui.night import FRIDAY, night
from tests.unit.routine.evenings import TODAY
from tests.unit.routine.test_looking_back import QUIET
from winddown.routine.evening import Evening

LINE = "It has been a quieter fortnight than the one before. Something tiny?"


def quiet(tonight: str = "steady") -> list[Evening]:
    """Give evenings that drift, none light before tonight, which stands at its closing."""
    days = [
        earlier(
            (TODAY - each.evening).days,
            tonight="tired",
            reflections=each.reflections,
            in_touch=each.in_touch,
        )
        for each in QUIET
    ]
    now: dict[str, Any] = {"tonight": tonight, "reflections": QUIET[0].reflections}
    return [*(each for each in days if each.evening < FRIDAY), standing("closing", **now)]


async def test_what_is_noticed_stands_there_on_a_steady_evening(tmp_path: Path) -> None:
    async with night(tmp_path, *quiet()) as tonight:
        await tonight.at("closing")
        assert LINE in words(tonight)
        before = await tonight.kept()
    assert before["step"] == "closing"


@pytest.mark.parametrize("how", ["tired", "heavy", "not-okay"])
async def test_nothing_is_noticed_on_another_evening(tmp_path: Path, how: str) -> None:
    async with night(tmp_path, *quiet(how)) as tonight:
        await tonight.at("closing")
        assert LINE not in words(tonight)
        await tonight.press("z", "t")
        await tonight.at("closing")
    assert not (tmp_path / "config" / "config.toml").exists()


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_one_key_leads_to_one_small_thing(tmp_path: Path, hand: str) -> None:
    async with night(tmp_path, *quiet()) as tonight:
        await tonight.at("closing")
        if hand == "keyboard":
            await tonight.press("t")
        else:
            await click(tonight, "t one small thing")
        await tonight.at("outreach")
        assert (await tonight.kept())["step"] == "outreach"


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_sent_away_it_is_gone_for_good_and_nothing_comes_in_its_place(
    tmp_path: Path, hand: str
) -> None:
    async with night(tmp_path, *quiet()) as tonight:
        await tonight.at("closing")
        if hand == "keyboard":
            await tonight.press("z")
        else:
            await click(tonight, "z never")
        assert LINE not in words(tonight)
        await tonight.press("t")
        await tonight.at("closing")
    config = (tmp_path / "config" / "config.toml").read_text()
    assert 'dismissed = ["quiet-weeks"]' in config
    async with night(tmp_path) as tonight:
        await tonight.at("closing")
        assert LINE not in words(tonight)


async def test_a_letter_is_a_letter_while_the_line_is_written(tmp_path: Path) -> None:
    async with night(tmp_path, *quiet()) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await tonight.write("text")
        assert (await tonight.kept())["note"] == "text"


async def test_where_tonight_has_no_such_step_there_is_no_key_to_it(tmp_path: Path) -> None:
    async with night(tmp_path, *quiet(), config='steps = ["comforts"]\n') as tonight:
        await tonight.at("closing")
        assert LINE in words(tonight)
        assert "t one small thing" not in words(tonight)
        await tonight.press("t")
        await tonight.at("closing")
        assert (await tonight.kept())["step"] == "closing"
