"""The person's own wording on the screens: it is what they show, and no screen fails on it."""

from __future__ import annotations

import json
import re
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.snapshots.scenes import SCENES, seen
from tests.ui.breaths import BEFORE
from tests.ui.hands import earlier, standing
from tests.ui.night import night
from tests.ui.test_settings import PAGES, settings
from winddown.data import content
from winddown.data.wording import room_for


def put(home: Path, name: str, words: str) -> None:
    """Put a file of words beside the config."""
    path = home / "config" / "content" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"[words]\n{words}", encoding="utf-8")


STRANGE = (
    "[/b] [@click=app.quit]x[/]",
    "🌙🧑‍🚀 שלום",
    "wort " * 200,
    "[link=https://x]",
    "\\[ [$accent on",
    "\u0301",
    "x" * 200,
)
"""What a screen could stumble over; cut to the room there is."""


def say_all_strangely(home: Path, begin: int) -> None:
    """Say every string of the program otherwise, one strange thing after the other."""
    things = islice(cycle(STRANGE), begin % len(STRANGE), None)
    for name in content.names():
        lines = []
        for key, usual in content.strings(name).items():
            said: object
            if isinstance(usual, str):
                said = fitting(next(things), usual)
            else:
                said = [fitting(next(things), line) for line in usual]
            lines.append(f"{key} = {json.dumps(said, ensure_ascii=False)}\n")
        put(home, name, "".join(lines))


def fitting(said: str, usual: str) -> str:
    """Cut to the room there is, with the fields of the usual words at the end."""
    fields = " ".join(re.findall(r"{\w+}", usual))
    return f"{said[: room_for(usual) - len(fields) - 1]} {fields}".strip()


async def test_words_that_were_changed_are_what_the_screen_shows(tmp_path: Path) -> None:
    put(tmp_path, "closing", 'title = "Das war heute"\n')
    put(tmp_path, "frame", 'closing = "Schluss"\ngood_night = "Gute Nacht"\n')
    put(tmp_path, "help", 'keys = "Tasten"\n')
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await tonight.at("closing")
        screen = tonight.text()
        assert "Das war heute" in screen
        assert "◉ Schluss" in screen
        assert "enter Gute Nacht" in screen
        assert content.words("closing")["title"] not in screen
        assert content.words("closing")["note"] in screen


GROUP = """\
# config/content/closing.toml
[words]
title = "That was our evening"
note = "One line for the group's book, if there is one"
"""


async def test_a_group_changes_two_sentences_with_one_small_file(tmp_path: Path) -> None:
    path = tmp_path / "config" / "content" / "closing.toml"
    path.parent.mkdir(parents=True)
    path.write_text(GROUP, encoding="utf-8")
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await tonight.at("closing")
        assert tonight.app._opening.notices == ()
        assert "That was our evening" in tonight.text()
        assert "One line for the group's book, if there is one" in tonight.text()
        assert content.words("closing")["keep_out"] not in tonight.text()
        await tonight.press("m")
        assert content.words("closing")["keep_out"] in tonight.text()


async def test_words_that_cannot_be_said_are_told_and_the_usual_ones_are_shown(
    tmp_path: Path,
) -> None:
    put(tmp_path, "closing", 'title = "{name}"\nnote = "Noch eine Zeile?"\n')
    async with night(tmp_path, BEFORE, standing("closing")) as tonight:
        await tonight.at("closing")
        assert tonight.app._opening.notices == (
            "content/closing.toml line 2: 'words.title' should have no { or } in it at all,"
            " so the usual words stay.",
        )
        assert content.words("closing")["title"] in tonight.text()
        assert "Noch eine Zeile?" in tonight.text()


@pytest.mark.parametrize(("place", "scene"), [*enumerate(SCENES)])
async def test_no_screen_fails_on_any_words(tmp_path: Path, place: int, scene: str) -> None:
    say_all_strangely(tmp_path, place)
    async with seen(tmp_path, scene, (80, 24)) as tonight:
        assert tonight.app._opening.notices == ()
        await tonight.press("tab", "tab", "m", "question_mark", "escape")
        assert tonight.app.is_running


@pytest.mark.parametrize(("place", "page"), [*enumerate(PAGES)])
async def test_no_page_of_the_settings_fails_on_any_words(
    tmp_path: Path, place: int, page: str
) -> None:
    say_all_strangely(tmp_path, place)
    async with settings(tmp_path, page) as tonight:
        await tonight.press("down", "enter", "tab", "escape")
        assert tonight.app.is_running


@pytest.mark.parametrize("searched", ["", "go"])
async def test_the_palette_shows_any_words_and_finds_them(tmp_path: Path, searched: str) -> None:
    put(tmp_path, "frame", 'go_to = "Go [/b] {step}"\ncomforts = "[link=x]"\npalette = "[/]"\n')
    async with night(tmp_path, BEFORE) as tonight:
        await tonight.at("arrive")
        await tonight.press("ctrl+p", *searched)
        await tonight.pilot.pause(0.5)
        assert "Go [/b] [link=x]" in tonight.text()
        await tonight.press("down", "down", "enter")
        await tonight.at("comforts")


async def test_a_sentence_may_have_its_blanks_in_another_order(tmp_path: Path) -> None:
    put(tmp_path, "plan", 'sentence = "{day}: {say}, sobald {cue}, {day}."\n')
    async with night(tmp_path, earlier(1), standing("outreach")) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "m", "tab", "left", "right", "n", "minus")
        assert "sobald" in tonight.text()
        await tonight.press("enter")
        await tonight.at("closing")
        assert "outreach" in await tonight.kept()
