"""Noticing: habit, reading and whatever else was said stand in the file as they were picked."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.ui.hands import LONG, STRANGE, click, earlier, paste, shows, standing
from tests.ui.night import Night, night
from winddown.routine.evening import Reflection

BINGE = {"id": "binge", "text": "Watching episode after episode"}
SCROLL = {"id": "scroll", "text": "Scrolling social media"}
TONIGHT = standing("reflection")
TALL = (80, 80)
PEOPLE = "# mine\n[[people]]\nname = 'Sam' # from choir\n"


async def reflections(tonight: Night) -> Any:
    """What the file says was noticed; None when nothing was."""
    return (await tonight.kept()).get("reflections")


async def focus(tonight: Night, selector: str) -> None:
    """Go from question to question by tab until this one has the keys."""
    for _ in range(20):
        if tonight.app.screen.query(selector).first().has_focus:
            return
        await tonight.press("tab")
    raise AssertionError(f"tab never comes to {selector}")


@pytest.mark.parametrize(
    ("downs", "reading"), [(0, None), (1, "rest"), (2, "away"), (3, "both"), (4, "unsure")]
)
async def test_a_habit_and_its_reading_picked_by_keyboard_are_kept(
    tmp_path: Path, downs: int, reading: str | None
) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press("down", "tab", *["down"] * downs, "enter")
        await tonight.at("outreach")
        read = {"reading": reading} if reading else {}
        assert await reflections(tonight) == [BINGE | read]


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("A look round, a laugh", "rest"),
        ("It felt like company", "away"),
        ("A bit of both", "both"),
        ("Not sure", "unsure"),
    ],
)
async def test_a_habit_and_its_reading_picked_by_mouse_are_kept(
    tmp_path: Path, words: str, reading: str
) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await click(tonight, "Scrolling social media")
        await click(tonight, words)
        assert await reflections(tonight) == [SCROLL | {"reading": reading}]


@pytest.mark.parametrize("way", ["enter", "s"])
async def test_going_on_without_a_pick_keeps_nothing(tmp_path: Path, way: str) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press(way)
        await tonight.at("outreach")
        assert await reflections(tonight) is None


async def test_delete_takes_a_pick_back(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press("down", "delete")
        assert await reflections(tonight) is None


async def test_another_habit_asks_for_its_reading_anew(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press("down", "tab", "down", "shift+tab", "down")
        assert await reflections(tonight) == [SCROLL]


async def test_five_are_offered_with_the_recent_ones_first(tmp_path: Path) -> None:
    before = earlier(2, reflections=(Reflection(id="work-late", text="Working late"),))
    async with night(tmp_path, before, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press("down")
        assert [each["id"] for each in await reflections(tonight)] == ["work-late"]
        await tonight.press(*["down"] * 20)
        assert [each["id"] for each in await reflections(tonight)] == ["plan"]


async def test_more_offers_every_habit(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, size=TALL) as tonight:
        await tonight.at("reflection")
        await click(tonight, "m more")
        await click(tonight, "Quiet time on my own")
        await click(tonight, "I wanted it, and it did me good")
        (kept,) = await reflections(tonight)
    assert (kept["id"], kept["reading"]) == ("time-alone", "rest")


async def test_more_unfolds_one_thing_at_a_time(tmp_path: Path) -> None:
    folded = ["Or in your own words", "Another one", "Anyone cross your path"]
    async with night(tmp_path, TONIGHT, size=TALL) as tonight:
        await tonight.at("reflection")
        assert not any(words in tonight.text() for words in folded)
        for number in (1, 2, 3):
            assert "m more" in tonight.text()
            await tonight.press("m")
            seen = [words for words in folded if words in tonight.text()]
            assert seen == folded[:number]
            assert tonight.text().count("Quiet time on my own") == min(number, 2)
        assert "m more" not in tonight.text()
        await tonight.press("m")
        assert await reflections(tonight) is None


async def test_a_second_habit_takes_the_keys_and_leaves_the_first_as_it_is(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press("down", "m", "m")
        assert shows(tonight, "Another one, if you like.")
        await tonight.press("down", "down")
        assert await reflections(tonight) == [BINGE, SCROLL]


async def test_what_it_cost_and_from_what_are_kept_by_keyboard(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press("down", "m")
        await focus(tonight, ".costs")
        await tonight.press("down", "down")
        await focus(tonight, ".from-what")
        await tonight.write("ringing my sister")
        kept = await reflections(tonight)
    assert kept == [BINGE | {"cost": "a-little", "from_what": "ringing my sister"}]


async def test_what_it_cost_and_from_what_are_kept_by_mouse(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, size=TALL) as tonight:
        await tonight.at("reflection")
        await click(tonight, BINGE["text"])
        await click(tonight, "m more")
        await click(tonight, "a little")
        await tonight.pilot.click("#first .from-what")
        await tonight.write("the call")
        assert await reflections(tonight) == [BINGE | {"cost": "a-little", "from_what": "the call"}]


async def test_what_still_stands_on_the_screen_goes_along_to_another_habit(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, size=TALL) as tonight:
        await tonight.at("reflection")
        await click(tonight, BINGE["text"])
        await click(tonight, "m more")
        await click(tonight, "a little")
        await tonight.pilot.click("#first .from-what")
        await tonight.write("the call")
        await click(tonight, SCROLL["text"])
        kept = await reflections(tonight)
    assert kept == [SCROLL | {"cost": "a-little", "from_what": "the call"}]


async def test_a_habit_in_own_words_is_kept_without_an_id(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press("m")
        await focus(tonight, "#first .own")
        await tonight.write("rain, watched")
        await tonight.press("tab", "down")
        assert await reflections(tonight) == [{"text": "rain, watched", "reading": "rest"}]


async def test_more_words_for_an_own_habit_keep_its_reading(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press("m")
        await focus(tonight, "#first .own")
        await tonight.write("rain")
        await tonight.press("tab", "down", "shift+tab", "end")
        await tonight.write(", watched")
        assert await reflections(tonight) == [{"text": "rain, watched", "reading": "rest"}]


async def test_an_own_habit_can_be_left_and_chosen_again_on_resuming(tmp_path: Path) -> None:
    own = standing("reflection", reflections=(Reflection(text="rain, watched"),))
    async with night(tmp_path, own) as tonight:
        await tonight.at("reflection")
        await tonight.press("up")
        assert await reflections(tonight) != [{"text": "rain, watched"}]
        await tonight.press("down")
        assert await reflections(tonight) == [{"text": "rain, watched"}]


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_a_second_habit_stands_beside_the_first(tmp_path: Path, hand: str) -> None:
    async with night(tmp_path, TONIGHT, size=TALL) as tonight:
        await tonight.at("reflection")
        await tonight.press("down", "m", "m")
        if hand == "keyboard":
            await focus(tonight, "#second .habits")
            await tonight.press("down", "down", "tab", "tab", "down")
        else:
            second = tonight.app.screen.query_one("#second .habits").region
            await tonight.pilot.click(offset=(second.x + 6, second.y + 1))
            readings = tonight.app.screen.query_one("#second .readings").region
            await tonight.pilot.click(offset=(readings.x + 6, readings.y))
        assert await reflections(tonight) == [BINGE, SCROLL | {"reading": "rest"}]


async def test_the_same_habit_twice_is_one_habit(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, size=TALL) as tonight:
        await tonight.at("reflection")
        await tonight.press("down", "tab", "down", "m", "m")
        await focus(tonight, "#second .habits")
        await tonight.press("down")
        assert await reflections(tonight) == [BINGE | {"reading": "rest"}]


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_who_crossed_ones_path_is_kept_name_by_name(tmp_path: Path, hand: str) -> None:
    async with night(tmp_path, TONIGHT, size=TALL) as tonight:
        await tonight.at("reflection")
        if hand == "keyboard":
            await tonight.press("m", "m", "m")
            await focus(tonight, "#in-touch")
        else:
            await click(tonight, "m more", 3)
            await tonight.pilot.click("#in-touch")
        await tonight.write("Sam, the neighbour")
        await tonight.press("enter")
        await tonight.at("outreach")
        kept = await tonight.kept()
    assert kept["in_touch"] == ["Sam", "the neighbour"]
    assert "reflections" not in kept


async def leave_out_the_first(tonight: Night) -> None:
    await tonight.at("reflection")
    await tonight.press("m", "m", "m")
    await focus(tonight, "#left-out")
    await tonight.press("space")


async def test_leaving_someone_out_changes_one_line_of_the_config_and_nothing_else(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, TONIGHT, config=PEOPLE) as tonight:
        before = await tonight.kept()
        await leave_out_the_first(tonight)
        assert await tonight.kept() == before
    after = (tmp_path / "config" / "config.toml").read_text()
    assert after == PEOPLE + "suggest = false\n"
    naming = [path for path in tmp_path.rglob("*.toml") if "Sam" in path.read_text()]
    copy = tmp_path / "data" / "backups" / "config.toml"  # as the config stood before
    assert sorted(naming) == [tmp_path / "config" / "config.toml", copy]
    assert copy.read_text() == PEOPLE


async def test_someone_left_out_is_not_suggested_any_more_tonight(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, config=PEOPLE + "[[people]]\nname = 'Ana'\n") as tonight:
        await leave_out_the_first(tonight)
        await tonight.press("enter")
        await tonight.at("outreach")
        await tonight.press("space")
        told = set()
        for _ in range(12):
            told.add((await tonight.kept())["outreach"].get("who"))
            await tonight.press("n")
        assert "Ana" in told
        assert "Sam" not in told


async def test_someone_of_past_evenings_can_be_left_out_by_mouse(tmp_path: Path) -> None:
    before = earlier(1, in_touch=("Ana [/b]",))
    async with night(tmp_path, before, TONIGHT, size=TALL) as tonight:
        await tonight.at("reflection")
        await click(tonight, "m more", 3)
        await click(tonight, "Ana [/b]")
        await tonight.kept()
    config = tomllib.loads((tmp_path / "config" / "config.toml").read_text())
    assert config == {"people": [{"name": "Ana [/b]", "suggest": False}]}


async def test_leaving_someone_out_can_be_taken_back(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, config=PEOPLE) as tonight:
        await leave_out_the_first(tonight)
        await tonight.press("space")
    config = tomllib.loads((tmp_path / "config" / "config.toml").read_text())
    assert config == {"people": [{"name": "Sam", "suggest": True}]}


async def test_a_config_that_cannot_be_changed_costs_no_answer(tmp_path: Path) -> None:
    async with night(tmp_path, earlier(1, in_touch=("Sam",)), TONIGHT, config="a = ") as tonight:
        await leave_out_the_first(tonight)
        await focus(tonight, "#first .habits")
        await tonight.press("down")
        assert await reflections(tonight) == [BINGE]
    assert (tmp_path / "config" / "config.toml").read_text() == "a = "


@pytest.mark.parametrize("text", [STRANGE, LONG])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("#first .own", lambda text: {"reflections": [{"text": text}]}),
        ("#first .from-what", lambda text: {"reflections": [BINGE | {"from_what": text}]}),
        ("#in-touch", lambda text: {"reflections": [BINGE], "in_touch": [text]}),
    ],
    ids=["own", "from what", "in touch"],
)
async def test_whatever_is_pasted_is_shown_and_kept_as_it_is(
    tmp_path: Path, text: str, line: str, expected: Any
) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press("down", "m", "m", "m")
        await focus(tonight, line)
        await paste(tonight, text)
        await tonight.press("home")
        assert shows(tonight, text[:40])
        wanted = expected(text)
        assert {key: (await tonight.kept()).get(key) for key in wanted} == wanted


async def test_own_words_take_the_place_of_the_pick_on_the_screen_too(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, size=(80, 60)) as tonight:
        await tonight.at("reflection")
        await tonight.press("down", "m")
        assert f"◉  {BINGE['text']}" in tonight.text()
        await focus(tonight, "#first .own")
        await tonight.write("Staring at the rain")
        assert f"◉  {BINGE['text']}" not in tonight.text()
        assert await reflections(tonight) == [{"text": "Staring at the rain"}]


async def test_what_is_being_answered_stays_in_sight_as_more_is_shown(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT) as tonight:
        await tonight.at("reflection")
        await tonight.press("down", "tab", "down", "down", "m")
        (line,) = (each for each in tonight.text().split("\n") if "›" in each)
        assert "It felt like company" in line or "◉" in line
