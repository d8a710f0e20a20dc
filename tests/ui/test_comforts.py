"""Comforts: whatever is ticked or added stands in the file, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.hands import (
    LONG,
    STRANGE,
    click,
    earlier,
    paste,
    quoted,
    scroll_to_end,
    shows,
    standing,
)
from tests.ui.night import night
from winddown.routine.evening import ChosenComfort

FRIDAY_PIZZA = {"id": "friday-pizza", "text": "Friday night pizza"}
BLANKET = {"id": "blanket", "text": "Pull a favourite blanket close"}
TONIGHT = standing("comforts")


async def test_what_is_ticked_by_keyboard_is_kept(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("comforts")
        await tonight.press("space", "down", "space", "enter")
        kept = await tonight.kept()
    assert kept["comforts"] == [FRIDAY_PIZZA, BLANKET]
    assert kept["step"] == "reflection"


async def test_what_is_ticked_by_mouse_is_kept(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("comforts")
        await click(tonight, "Friday night pizza")
        await click(tonight, "Pull a favourite blanket")
        await click(tonight, "enter on")
        await tonight.at("reflection")
        assert (await tonight.kept())["comforts"] == [FRIDAY_PIZZA, BLANKET]


@pytest.mark.parametrize("way", ["enter", "s"])
async def test_going_on_without_a_tick_keeps_no_comfort(tmp_path: Path, way: str) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("comforts")
        await tonight.press("down", way)
        await tonight.at("reflection")
        assert "comforts" not in await tonight.kept()


async def test_nothing_here_tonight_takes_back_what_was_ticked_at_the_second_press(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("comforts")
        tonight.app._disable_notifications = False  # as it is outside of tests
        await tonight.press("space", "s")
        said = [notification.message for notification in tonight.app._notifications]
        assert said == ["s again leaves nothing here tonight. enter keeps it and goes on."]
        assert (await tonight.kept())["comforts"] == [FRIDAY_PIZZA]
        await tonight.press("s")
        await tonight.at("reflection")
        assert not list(tonight.app._notifications), "what meant the step before lies over this one"
        assert "comforts" not in await tonight.kept()


async def test_a_tick_taken_back_is_gone_from_the_file(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("comforts")
        await tonight.press("space", "down", "space", "up", "space")
        assert (await tonight.kept())["comforts"] == [BLANKET]
        await click(tonight, BLANKET["text"])
        assert "comforts" not in await tonight.kept()


async def test_seven_are_offered_with_the_weekdays_own_first(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("comforts")
        await tonight.press("space", *["down"] * 20, "space")
        kept = await tonight.kept()
        offered = [line for line in tonight.text().splitlines() if "·" in line or "✓" in line]
    assert [comfort["id"] for comfort in kept["comforts"]] == ["friday-pizza", "warm-drink"]
    assert len(offered) == 7


async def test_what_was_chosen_lately_comes_next(tmp_path: Path) -> None:
    chosen = ChosenComfort(id="phone-away", text="Give the phone its own bed")
    before = earlier(1, comforts=(chosen,))
    async with night(tmp_path, before, TONIGHT) as tonight:
        await tonight.at("comforts")
        await tonight.press("down", "space")
        assert [each["id"] for each in (await tonight.kept())["comforts"]] == ["phone-away"]


async def test_the_short_way_offers_three_that_ask_little(tmp_path: Path) -> None:
    async with night(tmp_path, standing("comforts", tonight="tired", route="short")) as tonight:
        await tonight.at("comforts")
        await tonight.press(*["down"] * 9, "space")
        assert [each["id"] for each in (await tonight.kept())["comforts"]] == ["playlist"]


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_more_shows_the_whole_list_by_group_for_any_day(tmp_path: Path, hand: str) -> None:
    async with night(tmp_path, TONIGHT, size=(80, 50)) as tonight:
        await tonight.at("comforts")
        if hand == "keyboard":
            await tonight.press("m", *["down"] * 40, "space")
        else:
            await click(tonight, "m more")
            await click(tonight, "Plan a Saturday table")
        groups = [line.strip() for line in tonight.text().splitlines()]
        assert [name for name in groups if name in ("senses", "body", "home", "company")] == [
            "senses", "body", "home", "company",
        ]  # fmt: skip
        assert [each["id"] for each in (await tonight.kept())["comforts"]] == ["saturday-table"]


async def test_more_keeps_what_was_ticked_before(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, size=(80, 50)) as tonight:
        await tonight.at("comforts")
        await tonight.press("space", "m")
        assert "✓  Friday night pizza" in tonight.text()
        assert (await tonight.kept())["comforts"] == [FRIDAY_PIZZA]


async def test_one_of_ones_own_is_kept_without_an_id(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("comforts")
        await tonight.press("m", "tab")
        await tonight.write("Ana's soup")
        await tonight.press("enter")
        assert (await tonight.kept())["comforts"] == [{"text": "Ana's soup"}]
        await tonight.press("enter")
        await tonight.at("reflection")
        assert (await tonight.kept())["comforts"] == [{"text": "Ana's soup"}]


async def test_one_of_ones_own_by_mouse_counts_without_enter(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, size=(80, 50)) as tonight:
        await tonight.at("comforts")
        await click(tonight, "m more")
        await tonight.pilot.click("#own")
        await tonight.write("soup")
        await click(tonight, "Friday night pizza")
        await click(tonight, "enter on")
        await tonight.at("reflection")
        assert (await tonight.kept())["comforts"] == [FRIDAY_PIZZA, {"text": "soup"}]


@pytest.mark.parametrize("text", [STRANGE, LONG.strip()])
async def test_whatever_is_pasted_is_shown_and_kept_as_it_is(tmp_path: Path, text: str) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("comforts")
        await tonight.press("m", "tab")
        await paste(tonight, text)
        await tonight.press("enter")
        assert (await tonight.kept())["comforts"] == [{"text": text}]
        await scroll_to_end(tonight)
        assert shows(tonight, text)


async def test_a_comfort_from_config_is_shown_as_it_was_written(tmp_path: Path) -> None:
    config = f"[[comforts]]\nid = 'mine'\ntext = {quoted(STRANGE)}\ndays = ['fri']\n"
    async with night(tmp_path, TONIGHT, config=config) as tonight:
        await tonight.at("comforts")
        assert shows(tonight, STRANGE)
        await tonight.press("space")
        assert (await tonight.kept())["comforts"] == [{"id": "mine", "text": STRANGE}]


async def test_the_whole_list_has_air_between_its_groups_and_ones_own_stand_apart(
    tmp_path: Path,
) -> None:
    config = """
[shipped]
comforts = false
[[comforts]]
id = "cat"
text = "Sit with the cat"
[[comforts]]
id = "stretch"
text = "Stretch"
group = "body"
"""
    async with night(tmp_path, TONIGHT, config=config, size=(80, 40)) as tonight:
        await tonight.at("comforts")
        await tonight.press("m", "tab")
        await tonight.write("The blue chair")
        await tonight.press("enter")
        lines = [line.strip() for line in tonight.text().splitlines()]
    at = lines.index("yours")
    listed = [line.strip("›·✓ ") for line in lines[at : at + 8]]
    assert listed == [
        *("yours", "Sit with the cat", ""),
        *("body", "Stretch", ""),
        *("added tonight", "The blue chair"),
    ]


async def test_on_a_tired_evening_the_whole_list_begins_with_what_takes_least(
    tmp_path: Path,
) -> None:
    config = """
[shipped]
comforts = false
[[comforts]]
id = "bake"
text = "Bake bread"
group = "home"
[[comforts]]
id = "lamp"
text = "Switch on the small lamp"
group = "home"
low = true
"""
    async with night(tmp_path, replace(TONIGHT, route="short"), config=config) as tonight:
        await tonight.at("comforts")
        await tonight.press("m")
        text = tonight.text()
    assert text.index("Switch on the small lamp") < text.index("Bake bread")


async def test_one_that_is_on_no_list_any_more_can_be_let_go_and_chosen_again(
    tmp_path: Path,
) -> None:
    gone = ChosenComfort(id="gone", text="The old armchair")
    async with night(tmp_path, replace(TONIGHT, comforts=(gone,))) as tonight:
        await tonight.at("comforts")
        for _ in range(2):
            await click(tonight, "The old armchair")
        assert (await tonight.kept())["comforts"] == [{"id": "gone", "text": "The old armchair"}]


async def test_a_page_further_takes_the_cursor_along(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.press("m", "home", "pagedown", "space")
        (first,) = (await tonight.kept())["comforts"]
        await tonight.press("space", *["pagedown"] * 20, "space")
        (last,) = (await tonight.kept())["comforts"]
        await tonight.press("space", "home", "space")
        (top,) = (await tonight.kept())["comforts"]
        assert len({first["id"], last["id"], top["id"]}) == 3
