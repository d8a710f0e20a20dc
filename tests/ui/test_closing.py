"""Closing: the line to keep stands in the file, and every way out ends kindly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.hands import LONG, STRANGE, click, earlier, paste, shows, standing
from tests.ui.night import Night, night

TONIGHT = standing("closing")


async def test_a_line_is_kept_once_the_hand_has_rested(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await tonight.pilot.press(*"rain")
        assert "note" not in await tonight.kept()
        await tonight.pilot.pause(0.6)
        assert (await tonight.kept())["note"] == "rain"


async def test_enter_keeps_a_line_at_once_and_ends_the_evening(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await tonight.pilot.press(*"rain", "enter")
        await tonight.at("GoodNight")
        kept = await tonight.kept()
    assert kept["note"] == "rain"
    assert "ended" in kept
    assert "step" not in kept


async def test_a_line_written_by_mouse_alone_is_kept(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("closing")
        await click(tonight, "Rain on the window.")
        await tonight.write("soup, shared")
        await click(tonight, "enter done")
        await tonight.at("GoodNight")
        assert (await tonight.kept())["note"] == "soup, shared"


async def test_leaving_in_the_middle_of_a_line_keeps_it(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await tonight.pilot.press(*"rain", "ctrl+q")
        assert (await tonight.kept())["note"] == "rain"


@pytest.mark.parametrize("way", ["enter", "s"])
async def test_an_evening_may_end_without_a_line(tmp_path: Path, way: str) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("closing")
        await tonight.press(way)
        await tonight.at("GoodNight")
        kept = await tonight.kept()
    assert not {"note", "keep_out", "step"} & set(kept)


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_an_evening_can_be_left_out_of_looking_back(tmp_path: Path, hand: str) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("closing")
        if hand == "keyboard":
            await tonight.press("m", "space")
        else:
            await click(tonight, "m more")
            await click(tonight, "Leave tonight out")
        assert (await tonight.kept())["keep_out"] is True
        await tonight.press("space")
        assert "keep_out" not in await tonight.kept()


@pytest.mark.parametrize(
    "step", ["arrive", "breathing", "comforts", "reflection", "outreach", "closing"]
)
@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_enough_ends_kindly_from_every_step(tmp_path: Path, step: str, hand: str) -> None:
    async with night(tmp_path, standing(step)) as tonight:
        await tonight.at(step)
        if hand == "keyboard":
            await tonight.press("e")
        else:
            await click(tonight, "e enough")
        await tonight.at("GoodNight")
        assert "That is enough for today. Good night." in tonight.text()
        kept = await tonight.kept()
    assert "ended" in kept
    assert kept["tonight"] == "steady"


async def test_enough_after_an_answer_keeps_the_answer(tmp_path: Path) -> None:
    async with night(tmp_path, standing("comforts")) as tonight:
        await tonight.at("comforts")
        await tonight.press("space", "e")
        await tonight.at("GoodNight")
        kept = await tonight.kept()
    assert [each["id"] for each in kept["comforts"]] == ["friday-pizza"]
    assert "ended" in kept


def numbers_stand(tonight: Night) -> bool:
    text = tonight.text()
    return "116 123" in text and "999" in text


@pytest.mark.parametrize("step", ["support", "closing"])
async def test_an_evening_that_is_not_okay_ends_with_fixed_words_and_numbers(
    tmp_path: Path, step: str
) -> None:
    hard = standing(step, tonight="not-okay", route="support")
    async with night(tmp_path, earlier(1), hard) as tonight:
        await tonight.at(step)
        assert numbers_stand(tonight)
        await tonight.press("e")
        await tonight.at("GoodNight")
        assert "You do not have to get through tonight alone." in tonight.text()
        assert numbers_stand(tonight)
        kept = await tonight.kept()
    assert kept["tonight"] == "not-okay"
    assert "ended" in kept


async def test_ones_own_people_come_first_at_the_end_of_a_hard_evening(tmp_path: Path) -> None:
    config = "[[support.own]]\nname = 'Dr [/b] Shah'\ncontact = '01 234'\n"
    hard = standing("closing", tonight="not-okay", route="support")
    async with night(tmp_path, hard, config=config) as tonight:
        await tonight.at("closing")
        await tonight.press("enter")
        await tonight.at("GoodNight")
        text = tonight.text()
        assert text.index("01 234   Dr [/b] Shah") < text.index("116 123")
        assert "ended" in await tonight.kept()


async def test_escape_goes_back_from_good_night_into_the_evening(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("closing")
        before = await tonight.kept()
        await tonight.press("enter")
        await tonight.at("GoodNight")
        assert "ended" in await tonight.kept()
        await tonight.press("escape")
        await tonight.at("closing")
        assert await tonight.kept() == {**before, "step": "closing"}


@pytest.mark.parametrize("key", ["enter", "q"])
async def test_any_plain_key_closes_good_night_and_changes_nothing(
    tmp_path: Path, key: str
) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("closing")
        await tonight.press("enter")
        await tonight.at("GoodNight")
        before = await tonight.kept()
        await tonight.press(key)
        await tonight.pilot.pause(0.1)
        assert tonight.app.return_code == 0
        assert await tonight.kept() == before


async def test_the_closing_phrase_is_ones_own_where_config_has_one(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, config="closing = 'Sleep, [/b] bear.'\n") as tonight:
        await tonight.at("closing")
        assert "Sleep, [/b] bear." in tonight.text()
        await tonight.press("enter")
        await tonight.at("GoodNight")
        assert "Sleep, [/b] bear." in tonight.text()
        assert "closing" not in await tonight.kept()


@pytest.mark.parametrize("text", [STRANGE, LONG])
async def test_whatever_is_pasted_is_shown_and_kept_as_it_is(tmp_path: Path, text: str) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await paste(tonight, text)
        await tonight.press("home")
        assert shows(tonight, text[:40])
        assert (await tonight.kept())["note"] == text


async def test_a_paste_of_several_lines_becomes_one(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await paste(tonight, "rain\non the\r\nwindow")
        assert (await tonight.kept())["note"] == "rain on the window"
