"""Back, enough, elsewhere: every way between the steps keeps what was answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from tests.ui.breaths import BEFORE
from tests.ui.night import night
from tests.ui.ways import FULL, SHORT, answers_in, say, walk
from winddown.screens.step import StepScreen


async def test_back_goes_one_step_at_a_time_and_keeps_every_answer(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await say(evening, "steady")
        await evening.press("tab", "4", "enter")
        await evening.at("breathing")
        await evening.press("enter")
        await evening.pass_time(8)
        await evening.press("enter", "enter", "7", "enter")
        await evening.at("comforts")
        await evening.press("down", "space", "enter")
        await evening.at("reflection")
        before = await evening.kept()
        for key, step in (("escape", "comforts"), ("backspace", "breathing"), ("escape", "arrive")):
            await evening.press(key)
            await evening.at(step)
            assert await evening.kept() == before | {"step": step}
        assert before["settled"] == {"before": 4, "after": 7}
        assert answers_in(before) == {"step", "tonight", "settled", "breathing", "comforts"}


@pytest.mark.parametrize("step", FULL)
async def test_enough_ends_the_evening_gently_from_any_step(tmp_path: Path, step: str) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await say(evening, "light")
        await evening.press("enter")
        for passed in FULL[: FULL.index(step)]:
            await evening.at(passed)
            await evening.press("s")
        await evening.at(step)
        await evening.press("e")
        await evening.at("GoodNight")
        await evening.press("enter")
        assert evening.app.return_code == 0
        kept = await evening.kept()
        assert ("ended" in kept, "step" in kept) == (True, False)
        assert answers_in(kept) == {"tonight"}


async def test_going_elsewhere_by_the_palette_keeps_what_was_answered(tmp_path: Path) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await say(evening, "light")
        await evening.press("ctrl+p")
        await evening.pilot.press(*"Go to comfort")
        await evening.pilot.pause(0.5)
        await evening.press("enter")
        await evening.at("comforts")
        kept = await evening.kept()
        assert (kept["step"], kept["tonight"]) == ("comforts", "light")
        await evening.press("escape")
        await evening.at("breathing")
        assert (await evening.kept())["step"] == "breathing"


async def test_config_orders_the_steps_between_and_may_leave_any_out(tmp_path: Path) -> None:
    config = 'steps = ["outreach", "comforts"]\n'
    async with night(tmp_path, BEFORE, config=config) as evening:
        await say(evening, "light")
        await evening.press("enter")
        await walk(evening, ("outreach", "comforts", "closing"))
        assert "ended" in await evening.kept()


async def test_a_route_is_changed_by_going_back_and_answers_given_already_stay(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await say(evening, "steady")
        await evening.press("enter")
        await evening.at("breathing")
        await evening.press("s")
        await evening.at("comforts")
        await evening.press("down", "space", "escape", "escape")
        await evening.at("arrive")
        await evening.press("down", "enter")
        await walk(evening, SHORT)
        kept = await evening.kept()
        assert (kept["route"], kept["tonight"]) == ("short", "tired")
        assert len(kept["comforts"]) == 1


async def test_what_is_pressed_as_soon_as_a_step_can_be_seen_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        StepScreen, "on_mount", lambda screen: screen.set_timer(0.3, screen._focus_first)
    )
    async with night(tmp_path) as evening:
        await evening.press("enter")
        await evening.at("arrive")
        await evening.pilot.press("down", "down")
        await evening.pilot.pause(0.5)
        assert (await evening.kept())["tonight"] == "steady"


async def test_a_key_that_comes_after_the_last_screen_has_gone_is_passed_over(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, BEFORE) as evening:
        await evening.app.action_leave(0)
    await evening.app.on_event(Key("a", "a"))
    assert evening.app.return_code == 0
