"""The card of an evening that has ended: it reads it back, and offers two things again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ui.hands import LONG, STRANGE, click, earlier, shows, words
from tests.ui.night import FRIDAY, night
from tests.unit.routine.evenings import DAY
from winddown.routine.evening import ChosenComfort, Plan, Round

BREATHED = Round(kind="pattern", id="gentle", seconds=56, cycles=8)
HEART = Plan(who="Sam", act="send-heart", text="send Sam one heart, photo or song", size="tiny",
             channel="text", on=FRIDAY + DAY, cue="I get home")  # fmt: skip


def done(**answers: Any) -> Any:
    """Give tonight as it has ended already."""
    return earlier(0, tonight="steady", **answers)


async def test_an_evening_that_has_ended_is_read_back(tmp_path: Path) -> None:
    evening = done(comforts=(ChosenComfort(text="soup"),), note="Rain.", outreach=HEART)
    async with night(tmp_path, evening) as tonight:
        await tonight.at("Card")
        before = await tonight.kept()
        for told in ("“soup”", "send Sam one heart", "Rain.", "Good night."):
            assert told in words(tonight)
        await tonight.press("enter")
        await tonight.pilot.pause(0.1)
        assert tonight.app.return_code == 0
        assert await tonight.kept() == before


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_breathing_again_adds_a_round_and_keeps_the_rest(tmp_path: Path, hand: str) -> None:
    async with night(tmp_path, done(breathing=(BREATHED,), note="Rain.")) as tonight:
        await tonight.at("Card")
        before = await tonight.kept()
        if hand == "keyboard":
            await tonight.press("b")
        else:
            await click(tonight, "b breathe")
        await tonight.at("breathing")
        await tonight.press("enter")
        await tonight.pass_time(15.0)
        await tonight.press("e")
        await tonight.at("Card")
        after = await tonight.kept()
    assert after["breathing"][0] == before["breathing"][0]
    assert len(after["breathing"]) == 2
    assert after["breathing"][1]["cycles"] >= 1
    assert {key: after[key] for key in before if key != "breathing"} == {
        key: before[key] for key in before if key != "breathing"
    }


async def test_breathing_again_for_a_moment_adds_nothing(tmp_path: Path) -> None:
    async with night(tmp_path, done(breathing=(BREATHED,))) as tonight:
        await tonight.at("Card")
        before = await tonight.kept()
        await tonight.press("b")
        await tonight.at("breathing")
        await tonight.press("escape")
        await tonight.at("Card")
        assert await tonight.kept() == before


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_the_plan_can_be_changed(tmp_path: Path, hand: str) -> None:
    async with night(tmp_path, done(outreach=HEART, note="Rain.")) as tonight:
        await tonight.at("Card")
        if hand == "keyboard":
            await tonight.press("p")
        else:
            await click(tonight, "p plan")
        await tonight.at("outreach")
        await tonight.press("minus", "enter")
        await tonight.at("Card")
        assert "leave it unsent" in words(tonight)
        kept = await tonight.kept()
    assert kept["outreach"]["act"] == "draft"
    assert kept["note"] == "Rain."
    assert "ended" in kept
    assert "step" not in kept


async def test_a_plan_can_still_be_made_and_let_go_again(tmp_path: Path) -> None:
    async with night(tmp_path, done()) as tonight:
        await tonight.at("Card")
        await tonight.press("p")
        await tonight.at("outreach")
        await tonight.press("space", "enter")
        await tonight.at("Card")
        assert "outreach" in await tonight.kept()
        await tonight.press("p")
        await tonight.at("outreach")
        await tonight.press("s", "s")
        await tonight.at("Card")
        assert "outreach" not in await tonight.kept()


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_an_evening_that_is_done_can_be_opened_again_and_ended_again(
    tmp_path: Path, hand: str
) -> None:
    async with night(tmp_path, done(note="Rain.")) as tonight:
        await tonight.at("Card")
        await (tonight.press("o") if hand == "keyboard" else click(tonight, "o open again"))
        await tonight.at("closing")
        kept = await tonight.kept()
        assert (kept["step"], kept["note"], "ended" in kept) == ("closing", "Rain.", False)
        await tonight.press("escape")
        await tonight.at("outreach")
        await tonight.press("space", "enter")
        await tonight.at("closing")
        await tonight.press("enter")
        await tonight.at("GoodNight")
        kept = await tonight.kept()
        assert (kept["note"], "outreach" in kept, "ended" in kept) == ("Rain.", True, True)


@pytest.mark.parametrize(("key", "step"), [("b", "breathing"), ("p", "outreach")])
async def test_q_leaves_from_what_is_done_again(tmp_path: Path, key: str, step: str) -> None:
    async with night(tmp_path, done()) as tonight:
        await tonight.at("Card")
        before = await tonight.kept()
        await tonight.press(key)
        await tonight.at(step)
        await tonight.press("q")
        await tonight.pilot.pause(0.1)
        assert tonight.app.return_code == 0
        assert await tonight.kept() == before


@pytest.mark.parametrize("text", [STRANGE, LONG])
async def test_whatever_was_kept_is_shown_as_it_is(tmp_path: Path, text: str) -> None:
    async with night(tmp_path, done(note=text)) as tonight:
        await tonight.at("Card")
        assert shows(tonight, text[:40])
        assert (await tonight.kept())["note"] == text
