"""Help, curtain and palette: there on every screen, and no answer is touched by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.hands import click, scroll_to_end, standing, words
from tests.ui.night import Night, night
from winddown.screens.offers import Offers

STEPS = ("arrive", "breathing", "comforts", "reflection", "outreach", "closing")
TALL = (80, 200)


async def whole_help(tonight: Night) -> str:
    """The help page as one line of words."""
    await tonight.at("Help")
    return words(tonight)


@pytest.mark.parametrize(
    ("step", "key", "why"),
    [
        ("arrive", "f the other length", "Saying how tonight is"),
        ("breathing", "p another pattern", "Many people feel calmer"),
        ("comforts", "space choose, tick", "The same small comforts"),
        ("reflection", "space choose, tick", "The same habit can be rest"),
        ("outreach", "n another", "People tend to be gladder"),
        ("closing", "s nothing here", "An evening that is closed"),
    ],
)
async def test_help_shows_lines_this_screens_keys_and_why(
    tmp_path: Path, step: str, key: str, why: str
) -> None:
    async with night(tmp_path, standing(step), size=TALL) as tonight:
        await tonight.at(step)
        before = await tonight.kept()
        await tonight.press("question_mark")
        text = await whole_help(tonight)
        assert text.index("116 123") < text.index(key) < text.index(why)
        await tonight.press("escape")
        await tonight.at(step)
        assert await tonight.kept() == before


@pytest.mark.parametrize("key", ["question_mark", "f1", "ctrl+g"])
async def test_the_key_that_opens_help_closes_it(tmp_path: Path, key: str) -> None:
    async with night(tmp_path, standing("comforts")) as tonight:
        await tonight.at("comforts")
        await tonight.press("space", key)
        await tonight.at("Help")
        await tonight.press(key)
        await tonight.at("comforts")
        assert len((await tonight.kept())["comforts"]) == 1


async def test_help_opens_and_closes_by_mouse(tmp_path: Path) -> None:
    async with night(tmp_path, standing("comforts")) as tonight:
        await tonight.at("comforts")
        await click(tonight, "? help")
        await tonight.at("Help")
        await click(tonight, "esc back")
        await tonight.at("comforts")
        assert "comforts" not in await tonight.kept()


async def test_help_can_be_read_to_its_end(tmp_path: Path) -> None:
    async with night(tmp_path, standing("comforts")) as tonight:
        await tonight.at("comforts")
        await tonight.press("question_mark")
        await tonight.at("Help")
        await tonight.press(*["pagedown"] * 20)
        assert "Its parts rest on studies" in words(tonight)
        await scroll_to_end(tonight)
        await tonight.press("enter")
        await tonight.at("comforts")
        assert (await tonight.kept())["step"] == "comforts"


@pytest.mark.parametrize("key", ["f1", "ctrl+g"])
async def test_a_question_mark_while_writing_is_text_and_help_still_opens(
    tmp_path: Path, key: str
) -> None:
    async with night(tmp_path, standing("closing")) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await tonight.write("why? sqme")
        await tonight.press(key)
        await tonight.at("Help")
        await tonight.press("escape")
        await tonight.at("closing")
        await tonight.write("!")
        assert (await tonight.kept())["note"] == "why? sqme!"


async def test_where_there_is_nothing_to_go_back_to_the_footer_says_how_to_leave(
    tmp_path: Path,
) -> None:
    async with night(tmp_path) as tonight:
        await tonight.press("enter")
        await tonight.at("arrive")
        assert "q leave   e enough   ? help" in tonight.text()
        assert "esc back" not in tonight.text()
        await click(tonight, "q leave")
        assert not tonight.app.is_running


async def test_the_footer_says_what_counts_while_writing(tmp_path: Path) -> None:
    async with night(tmp_path, standing("closing")) as tonight:
        await tonight.at("closing")
        assert "esc back   e enough   ? help" in tonight.text()
        await tonight.press("tab")
        assert "enter done   F1 help" in tonight.text()
        assert "esc back" not in tonight.text()
        assert "note" not in await tonight.kept()


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("key", ["ctrl+l", "f9"])
async def test_the_curtain_hides_every_word_until_the_same_key(
    tmp_path: Path, step: str, key: str
) -> None:
    async with night(tmp_path, standing(step), config="oops = 1\n") as tonight:
        await tonight.at(step)
        before = await tonight.kept()
        await tonight.press(key)
        assert tonight.text().strip() == ""
        await tonight.press("space", "enter", "escape", "q", "e", "question_mark", "f1", "ctrl+p")
        await tonight.pilot.pause(0.1)
        assert tonight.text().strip() == ""
        await tonight.press(key)
        await tonight.at(step)
        assert tonight.text().strip() != ""
        assert await tonight.kept() == before


async def test_no_message_stands_on_the_curtain(tmp_path: Path) -> None:
    async with night(tmp_path, standing("comforts")) as tonight:
        await tonight.at("comforts")
        tonight.app._disable_notifications = False  # as it is outside of tests, from here on
        await tonight.press("s")
        await tonight.at("reflection")
        tonight.app.notify("a word", timeout=60)
        await tonight.pilot.pause(0.5)
        assert "a word" in tonight.text()
        await tonight.press("ctrl+l")
        await tonight.pilot.pause(0.2)
        assert tonight.text().strip() == ""
        assert (await tonight.kept())["step"] == "reflection"


async def test_the_curtain_falls_over_help_and_over_writing_too(tmp_path: Path) -> None:
    async with night(tmp_path, standing("closing")) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await tonight.write("rain")
        await tonight.press("ctrl+l")
        assert tonight.text().strip() == ""
        await tonight.press("x", "ctrl+l", "f1")
        await tonight.at("Help")
        await tonight.press("f9")
        assert tonight.text().strip() == ""
        await tonight.press("f9", "escape")
        await tonight.at("closing")
        assert (await tonight.kept())["note"] == "rain"


@pytest.mark.parametrize(("key", "code"), [("ctrl+q", 0), ("ctrl+c", 130)])
async def test_one_can_leave_from_behind_the_curtain_with_everything_kept(
    tmp_path: Path, key: str, code: int
) -> None:
    async with night(tmp_path, standing("closing")) as tonight:
        await tonight.at("closing")
        await tonight.press("tab")
        await tonight.pilot.press(*"rain", "ctrl+l", key)
        await tonight.pilot.pause(0.1)
        assert tonight.app.return_code == code
        assert (await tonight.kept())["note"] == "rain"


async def palette(tonight: Night, wish: str) -> None:
    """Open the palette, write these words and take the first thing it finds."""
    await tonight.press("ctrl+p")
    assert isinstance(tonight.app.screen, Offers)
    await tonight.pilot.press(*wish)
    await tonight.pilot.pause(0.5)
    await tonight.press("enter")
    await tonight.pilot.pause(0.2)


async def test_the_palette_goes_to_a_step_and_keeps_what_was_answered(tmp_path: Path) -> None:
    async with night(tmp_path, standing("comforts")) as tonight:
        await tonight.at("comforts")
        await tonight.press("space")
        await palette(tonight, "reach")
        await tonight.at("outreach")
        kept = await tonight.kept()
    assert [each["id"] for each in kept["comforts"]] == ["friday-pizza"]
    assert kept["step"] == "outreach"


@pytest.mark.parametrize(("wish", "kept"), [("paper", "theme"), ("still", "motion")])
async def test_looks_and_motion_change_at_once_and_are_kept(
    tmp_path: Path, wish: str, kept: str
) -> None:
    async with night(tmp_path, standing("comforts")) as tonight:
        await tonight.at("comforts")
        before = tonight.app.theme
        await palette(tonight, wish)
        assert (tonight.app.theme != before) is (wish == "paper")
        assert tonight.app._occasion.motion == ("full" if wish == "paper" else "still")
        await tonight.press("space")
        assert len((await tonight.kept())["comforts"]) == 1
    config = (tmp_path / "config" / "config.toml").read_text("utf-8")
    assert config == f'{kept} = "{wish}"\n'


async def test_the_palette_offers_steps_looks_motion_and_looking_back_and_nothing_else(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, standing("comforts")) as tonight:
        await tonight.at("comforts")
        offered = [each.title for each in tonight.app.get_system_commands(tonight.app.screen)]
        kinds = {title.split()[0] for title in offered}
        assert kinds == {"Go", "Look:", "Motion:", "Looks:", "Settings:", "Look"}
        assert [title for title in offered if title.startswith("Go")] == [
            f"Go to {name}" for name in ("arrive", "breathe", "comfort", "notice", "reach", "close")
        ]
        assert len(tonight.app.COMMANDS) == 1
        for wish, found in (("still", True), ("screenshot", False), ("quit", False)):
            await tonight.press("ctrl+p")
            await tonight.pilot.press(*wish)
            await tonight.pilot.pause(0.5)
            assert ("Nothing here goes by that name" not in words(tonight)) is found
            while isinstance(tonight.app.screen, Offers):
                await tonight.press("escape")
        assert "comforts" not in await tonight.kept()
