"""The first page: three short lines, whose help lines, and nothing written unless chosen."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.ui.hands import click, earlier, scroll_to_end, words
from tests.ui.night import Night, night
from winddown.data import content


def config(home: Path) -> str:
    """The config as it stands; empty when there is none."""
    path = home / "config" / "config.toml"
    return path.read_text() if path.exists() else ""


async def choose(tonight: Night, country: str) -> None:
    """Go down the list of countries to this one."""
    await tonight.press("c", *["up"] * 60)
    for _ in range(60):
        if f"◉  {country}" in tonight.text():
            return
        await tonight.press("down")
    raise AssertionError(f"{country} is not on the list")


async def test_three_lines_stand_before_the_first_evening_and_enter_writes_nothing(
    tmp_path: Path,
) -> None:
    async with night(tmp_path) as tonight:
        await tonight.at("FirstPage")
        say = content.words("first")
        assert len(say.each("lines")) == 3
        for told in (*say.each("lines"), say.say("country_guess", country="United Kingdom")):
            assert told in words(tonight)
        await tonight.press("enter")
        await tonight.at("arrive")
        assert await tonight.kept() == {}
    assert [*tmp_path.iterdir()] == []


async def test_the_page_does_not_come_back_once_an_evening_is_kept(tmp_path: Path) -> None:
    async with night(tmp_path, earlier(40)) as tonight:
        await tonight.at("arrive")
        assert await tonight.kept() == {}


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_q_leaves_with_nothing_written(tmp_path: Path, hand: str) -> None:
    async with night(tmp_path) as tonight:
        await tonight.at("FirstPage")
        if hand == "keyboard":
            await tonight.press("q")
        else:
            await click(tonight, "q leave")
        await tonight.pilot.pause(0.1)
        assert tonight.app.return_code == 0
    assert [*tmp_path.iterdir()] == []


async def test_looking_at_the_countries_writes_nothing(tmp_path: Path) -> None:
    async with night(tmp_path) as tonight:
        await tonight.at("FirstPage")
        await choose(tonight, "Ireland")
        assert config(tmp_path) == ""
        await tonight.press("q")
        await tonight.pilot.pause(0.1)
    assert [*tmp_path.iterdir()] == []


async def test_a_country_chosen_by_keyboard_is_written_on_going_on(tmp_path: Path) -> None:
    async with night(tmp_path) as tonight:
        await tonight.at("FirstPage")
        await choose(tonight, "Ireland")
        await tonight.press("enter")
        await tonight.at("arrive")
    assert tomllib.loads(config(tmp_path)) == {"support": {"country": "IE"}}


async def test_a_country_chosen_by_mouse_is_written_on_going_on(tmp_path: Path) -> None:
    async with night(tmp_path, size=(80, 80)) as tonight:
        await tonight.at("FirstPage")
        await click(tonight, "c country")
        await click(tonight, "○  Ireland")
        await click(tonight, "enter on")
        await tonight.at("arrive")
    assert tomllib.loads(config(tmp_path)) == {"support": {"country": "IE"}}


async def test_the_list_says_how_one_chooses_from_it_and_what_enter_would_keep(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, size=(80, 60)) as tonight:
        await tonight.at("FirstPage")
        await tonight.press("c")
        assert "enter on   ↑↓ choose" in tonight.text()
        assert "Help lines: United Kingdom. enter keeps that." in words(tonight)
        await tonight.press("delete")
        assert "Up and down choose a country." in words(tonight)
        await tonight.press("escape")
        assert "c country" in tonight.text()


async def test_the_guess_confirmed_is_a_choice_and_written(tmp_path: Path) -> None:
    async with night(tmp_path) as tonight:
        await tonight.at("FirstPage")
        await tonight.press("c", "down", "up", "enter")
        await tonight.at("arrive")
    assert tomllib.loads(config(tmp_path)) == {"support": {"country": "GB"}}


async def test_the_lines_of_a_chosen_country_are_shown_at_once(tmp_path: Path) -> None:
    async with night(tmp_path, size=(80, 60)) as tonight:
        await tonight.at("FirstPage")
        await choose(tonight, "Germany")
        await tonight.press("enter")
        await tonight.at("arrive")
        await tonight.press("question_mark")
        await tonight.at("Help")
        assert "TelefonSeelsorge" in tonight.text()
        assert "Samaritans" not in tonight.text()
    assert "DE" in config(tmp_path)


async def test_whatever_stood_in_the_config_stays(tmp_path: Path) -> None:
    before = "# mine\ntheme = 'paper' # light\n\n[support] # people\nplan = ['Ring Ana.']\n"
    async with night(tmp_path, config=before) as tonight:
        await tonight.at("FirstPage")
        await choose(tonight, "Ireland")
        await tonight.press("enter")
        await tonight.at("arrive")
    after = config(tmp_path)
    assert tomllib.loads(after)["support"] == {"plan": ["Ring Ana."], "country": "IE"}
    assert [line for line in after.splitlines() if "country" not in line] == before.splitlines()


async def test_a_config_that_cannot_be_changed_is_told_and_left(tmp_path: Path) -> None:
    async with night(tmp_path, config="theme = ") as tonight:
        await tonight.at("FirstPage")
        await choose(tonight, "Ireland")
        await tonight.press("enter")
        await tonight.at("arrive")
        assert await tonight.kept() == {}
    assert config(tmp_path) == "theme = "


async def test_help_is_there_before_anything_else(tmp_path: Path) -> None:
    async with night(tmp_path) as tonight:
        await tonight.at("FirstPage")
        await tonight.press("question_mark")
        await tonight.at("Help")
        assert "116 123" in tonight.text()
        await scroll_to_end(tonight)
        await tonight.press("escape")
        await tonight.at("FirstPage")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_a_country_looked_at_and_not_wanted_is_not_kept(tmp_path: Path, hand: str) -> None:
    async with night(tmp_path) as tonight:
        await tonight.at("FirstPage")
        before = tonight.text()
        await choose(tonight, "France")
        if hand == "keyboard":
            await tonight.press("escape")
        else:
            await click(tonight, "esc back")
        assert tonight.text() == before
        await tonight.press("enter")
        await tonight.at("arrive")
    assert config(tmp_path) == ""
