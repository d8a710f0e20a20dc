"""The settings: every page works by keyboard alone, writes at once, and can be undone."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from tests.ui.night import Night, night
from winddown.data import content

FIRST = content.comforts()[0]
PAGES = ("comforts", "habits", "people", "acts", "cues", "support", "breathing", "evening")


def config(home: Path) -> dict[str, Any]:
    """Read the config as it stands."""
    path = home / "config" / "config.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


@asynccontextmanager
async def settings(
    home: Path, page: str, *, size: tuple[int, int] = (80, 24), text: str = ""
) -> AsyncIterator[Night]:
    """Open the settings by their key, and one page of them."""
    async with night(home, size=size, config=text) as evening:
        await evening.press("enter")
        await evening.at("arrive")
        await evening.press("comma", *["down"] * PAGES.index(page), "enter")
        yield evening


async def write(evening: Night, text: str) -> None:
    """Write on the line that has the keys, in place of what stands there."""
    line = evening.app.focused
    assert isinstance(line, Input)
    line.value = ""
    await evening.write(text)


async def test_a_comfort_is_added_and_offered_tonight(tmp_path: Path) -> None:
    async with settings(tmp_path, "comforts", text='steps = ["comforts"]\n') as evening:
        await evening.press("a")
        await write(evening, "Wind the clock")
        await evening.press("enter")
        assert config(tmp_path)["comforts"] == [{"id": "own-1", "text": "Wind the clock"}]
        await evening.press("escape", "escape")
        await evening.at("arrive")
        await evening.press("enter")
        await evening.at("comforts")
        assert "Wind the clock" in evening.text()


async def test_a_comfort_is_left_out_and_brought_back_with_space(tmp_path: Path) -> None:
    async with settings(tmp_path, "comforts") as evening:
        await evening.press("space")
        assert config(tmp_path) == {"comforts": [{"id": FIRST.id, "hide": True}]}
        await evening.press("space")
        assert config(tmp_path) == {}


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_what_is_removed_comes_back_with_u(tmp_path: Path, key: str) -> None:
    before = '# mine\n[[comforts]]\nid = "clock"   # the loud one\ntext = "Wind the clock"\n'
    async with settings(tmp_path, "comforts", text=before) as evening:
        await evening.press(key)
        assert config(tmp_path) == {}
        await evening.press("u")
        assert (tmp_path / "config" / "config.toml").read_text() == before
        assert "Wind the clock" in evening.text()


@pytest.mark.parametrize("keys", [("J", "K"), ("shift+down", "shift+up")])
async def test_own_comforts_change_places(tmp_path: Path, keys: tuple[str, str]) -> None:
    text = "".join(f'[[comforts]]\nid = "{each}"\ntext = "{each}"\n' for each in ("a", "b"))
    async with settings(tmp_path, "comforts", text=text) as evening:
        await evening.press(keys[0])
        assert [each["id"] for each in config(tmp_path)["comforts"]] == ["b", "a"]
        await evening.press(keys[1])
        assert [each["id"] for each in config(tmp_path)["comforts"]] == ["a", "b"]


async def test_a_comfort_is_reworded_and_given_its_days(tmp_path: Path) -> None:
    async with settings(tmp_path, "comforts") as evening:
        await evening.press("enter")
        await write(evening, "Pull the green blanket close")
        await evening.press("enter", "down", "space")
        (own,) = config(tmp_path)["comforts"]
        assert (own["id"], own["text"]) == (FIRST.id, "Pull the green blanket close")
        assert own["days"] == ["tue"]
        await evening.press("escape")
        assert "Pull the green blanket close" in evening.text()


async def test_words_are_kept_although_the_program_is_left_in_the_middle(tmp_path: Path) -> None:
    async with settings(tmp_path, "comforts") as evening:
        await evening.press("enter", "end")
        await evening.pilot.press("e", "r")
        await evening.pilot.press("ctrl+q")
        await evening.pilot.pause()
    assert config(tmp_path)["comforts"][0]["text"] == FIRST.text + "er"


async def test_an_entry_never_loses_its_last_words(tmp_path: Path) -> None:
    text = '[[comforts]]\nid = "clock"\ntext = "Wind the clock"\n'
    async with settings(tmp_path, "comforts", text=text) as evening:
        await evening.press("enter")
        await write(evening, "")
        await evening.press("escape", "escape")
        assert config(tmp_path)["comforts"][0]["text"] == "Wind the clock"


async def test_a_person_is_added_with_the_ways_to_reach_them(tmp_path: Path) -> None:
    async with settings(tmp_path, "people") as evening:
        await evening.press("a")
        await write(evening, "Sam")
        await evening.press("enter", "enter", "tab", "space", "down", "space")
        await evening.press("escape", "space")
        assert config(tmp_path)["people"] == [
            {"name": "Sam", "channels": ["text", "voice"], "suggest": False}
        ]


async def test_a_habit_has_two_readings_of_ones_own(tmp_path: Path) -> None:
    async with settings(tmp_path, "habits") as evening:
        await evening.press("a")
        await write(evening, "Chess")
        await evening.press("enter", "enter", "tab")
        await write(evening, "A good game")
        await evening.press("enter")
        assert config(tmp_path)["habits"] == [
            {"id": "own-1", "text": "Chess", "rest": "A good game"}
        ]


async def test_an_act_gets_its_size_and_first_words(tmp_path: Path) -> None:
    async with settings(tmp_path, "acts") as evening:
        await evening.press("a")
        await write(evening, "Wave at the ferry")
        await evening.press("enter", "enter", "tab", "tab", "down")
        (act,) = config(tmp_path)["acts"]
        assert act == {"id": "own-1", "text": "Wave at the ferry", "size": "medium"}


async def test_an_act_gets_a_smaller_one_to_fall_back_on(tmp_path: Path) -> None:
    async with settings(tmp_path, "acts") as evening:
        await evening.press("a")
        await write(evening, "Go to choir")
        await evening.press("enter", "enter")
        await evening.press(*["tab"] * 6, "down")
        (act,) = config(tmp_path)["acts"]
        assert act["smaller"] == next(each.id for each in content.acts() if each.size == "tiny")


async def test_what_comes_with_the_program_can_give_way_to_ones_own_alone(tmp_path: Path) -> None:
    async with settings(tmp_path, "habits") as evening:
        await evening.press("a")
        await write(evening, "Chess")
        await evening.press("enter", "tab", "space")
        assert config(tmp_path)["shipped"] == {"habits": False}
        assert content.habits()[0].text not in evening.text()
        await evening.press("u")
        assert "shipped" not in config(tmp_path)
        assert content.habits()[0].text in evening.text()


async def test_a_moment_that_comes_with_the_program_stays_as_it_is(tmp_path: Path) -> None:
    async with settings(tmp_path, "cues") as evening:
        await evening.press("enter", "x", "space")
        assert content.cues()[0] in evening.text()
        assert config(tmp_path) == {}


async def test_a_pattern_is_renamed(tmp_path: Path) -> None:
    async with settings(tmp_path, "breathing") as evening:
        await evening.press("enter", "tab")
        await write(evening, "Mine")
        await evening.press("enter", "escape")
        (own,) = config(tmp_path)["breathing"]["patterns"]
        assert (own["id"], own["name"]) == (content.patterns()[0].id, "Mine")
        assert "Mine" in evening.text()


async def test_a_moment_and_the_plan_for_a_bad_night_are_sentences(tmp_path: Path) -> None:
    async with settings(tmp_path, "cues") as evening:
        await evening.press("a")
        await write(evening, "I hang up my coat")
        await evening.press("enter", "escape", "down", "enter", "enter", "a")
        await write(evening, "Ring Ana")
        await evening.press("enter")
        assert config(tmp_path) == {
            "outreach": {"cues": ["I hang up my coat"]},
            "support": {"plan": ["Ring Ana"]},
        }


async def test_a_number_of_ones_own_stands_first_in_help(tmp_path: Path) -> None:
    async with settings(tmp_path, "support") as evening:
        await evening.press("down", "enter", "a")
        await write(evening, "Dr Shah")
        await evening.press("enter")
        await write(evening, "020 7946 0000")
        await evening.press("enter", "escape", "escape", "escape", "escape")
        await evening.at("arrive")
        await evening.press("f1")
        assert "020 7946 0000" in evening.text()


async def test_a_number_stands_beside_its_name(tmp_path: Path) -> None:
    text = '[[support.own]]\nname = "Dr Shah"\ncontact = "020 7946 0000"\n'
    async with settings(tmp_path, "support", text=text) as evening:
        await evening.press("down", "enter")
        assert "Dr Shah  020 7946 0000" in evening.text()


async def test_two_lines_written_one_right_after_the_other_are_both_kept(tmp_path: Path) -> None:
    text = '[[habits]]\nid = "chess"\ntext = "Chess"\n'
    async with settings(tmp_path, "habits", text=text) as evening:
        await evening.press("enter")
        await evening.pilot.press("end", "s", "tab", "f", "u", "n")
        await evening.press("escape")
        assert config(tmp_path)["habits"] == [{"id": "chess", "text": "Chesss", "rest": "fun"}]


async def test_a_line_is_taken_back_as_it_was_ended(tmp_path: Path) -> None:
    text = '[[habits]]\nid = "chess"\ntext = "Chess"\n'
    async with settings(tmp_path, "habits", text=text) as evening:
        for word in ("Go", "Goose"):
            await evening.press("enter")
            await write(evening, word)
            await evening.press("escape")
        await evening.press("u")
        assert config(tmp_path)["habits"][0]["text"] == "Go"
        await evening.press("u")
        assert config(tmp_path)["habits"][0]["text"] == "Chess"


async def test_what_is_left_out_stays_so_when_it_is_reworded(tmp_path: Path) -> None:
    async with settings(tmp_path, "comforts") as evening:
        await evening.press("space", "enter")
        await write(evening, "Green blanket")
        await evening.press("escape")
        (own,) = config(tmp_path)["comforts"]
        assert (own["text"], own["hide"]) == ("Green blanket", True)


async def test_when_the_usual_pattern_goes_none_is_the_usual_one(tmp_path: Path) -> None:
    text = '[breathing]\npattern = "mine"\n\n[[breathing.patterns]]\nid = "mine"\n'
    text += 'phases = [{cue = "in", s = 4}, {cue = "out", s = 6}]\n'
    async with settings(tmp_path, "breathing", text=text) as evening:
        await evening.press("x")
        assert not config(tmp_path).get("breathing")
        await evening.press("u")
        assert (tmp_path / "config" / "config.toml").read_text() == text


async def test_no_act_falls_back_on_one_that_has_gone(tmp_path: Path) -> None:
    text = '[[acts]]\nid = "nod-once"\ntext = "Nod"\nsize = "tiny"\n'
    text += '[[acts]]\nid = "choir"\ntext = "Choir"\nsmaller = "nod-once"\n'
    async with settings(tmp_path, "acts", text=text) as evening:
        await evening.press("x")
        assert config(tmp_path)["acts"] == [{"id": "choir", "text": "Choir"}]


@pytest.mark.parametrize("way", ["escape", "ctrl+q", "enter"])
async def test_a_new_entry_is_kept_however_its_line_is_left(tmp_path: Path, way: str) -> None:
    async with settings(tmp_path, "cues") as evening:
        await evening.press("a")
        await write(evening, "I feed the cat")
        await evening.press(way)
    assert config(tmp_path) == {"outreach": {"cues": ["I feed the cat"]}}


async def test_an_empty_list_says_so_and_takes_no_letter_for_words(tmp_path: Path) -> None:
    async with settings(tmp_path, "people") as evening:
        assert "Nothing here yet." in evening.text()
        await evening.press("s", "a")
        await write(evening, "Sam")
        await evening.press("enter")
        assert config(tmp_path) == {"people": [{"name": "Sam"}]}


async def test_space_never_takes_back_what_the_arrows_chose(tmp_path: Path) -> None:
    async with settings(tmp_path, "evening") as evening:
        await evening.press("tab", "down", "space")
        assert config(tmp_path) == {"motion": "gentle"}


async def test_home_and_end_go_to_the_first_entry_and_the_last(tmp_path: Path) -> None:
    async with settings(tmp_path, "comforts", size=(60, 20)) as evening:
        await evening.press("end", "x")
        assert config(tmp_path)["comforts"] == [{"id": content.comforts()[-1].id, "hide": True}]
        assert "Ticked ones" not in evening.text()
        await evening.press("home")
        assert "Ticked ones" in evening.text()


async def test_the_country_of_the_help_lines_is_chosen(tmp_path: Path) -> None:
    async with settings(tmp_path, "support") as evening:
        await evening.press("down", "down", "enter", "down")
        assert len(config(tmp_path)["support"]["country"]) == 2
        await evening.press("u")
        assert config(tmp_path) == {}


async def test_the_usual_pattern_and_the_minutes_are_chosen(tmp_path: Path) -> None:
    async with settings(tmp_path, "breathing") as evening:
        await evening.press("down", "space", "tab", "right", "right", "left")
        second = content.patterns()[1].id
        assert config(tmp_path)["breathing"] == {"pattern": second, "minutes": 10}


async def test_a_pattern_is_made_by_turning_its_seconds(tmp_path: Path) -> None:
    async with settings(tmp_path, "breathing") as evening:
        await evening.press("a")
        await write(evening, "Slow six")
        await evening.press("enter", "right", "down", "right")
        (own,) = config(tmp_path)["breathing"]["patterns"]
        assert (own["id"], own["name"]) == ("own-1", "Slow six")
        assert own["phases"] == [
            {"cue": "in", "s": 4.5},
            {"cue": "hold", "s": 1.0},
            {"cue": "out", "s": 6.0},
        ]


async def test_a_breath_that_is_too_quick_is_said_and_not_written(tmp_path: Path) -> None:
    async with settings(tmp_path, "breathing") as evening:
        await evening.press("a")
        await write(evening, "Quick")
        await evening.press("enter", *["left"] * 5)
        (own,) = config(tmp_path)["breathing"]["patterns"]
        assert own["phases"][0] == {"cue": "in", "s": 2.0}
        assert "8 to 60 seconds" in evening.text()


async def test_why_a_breath_is_refused_can_be_read_in_a_small_window(tmp_path: Path) -> None:
    async with settings(tmp_path, "breathing", size=(60, 20)) as evening:
        await evening.press("a")
        await write(evening, "Quick")
        await evening.press("enter", *["left"] * 5)
        assert "the last one that could be used is kept." in " ".join(evening.text().split())


async def test_only_keys_that_count_stand_below_a_list(tmp_path: Path) -> None:
    async with settings(tmp_path, "people") as evening:
        assert "remove" not in evening.text()
        await evening.press("a")
        await write(evening, "Sam")
        await evening.press("enter")
        assert "x remove" in evening.text()


async def test_the_breath_on_the_page_follows_the_numbers(tmp_path: Path) -> None:
    async with settings(tmp_path, "breathing") as evening:
        await evening.press("enter")
        await evening.pass_time(1.0)
        assert " in" in evening.text()
        await evening.pass_time(3.0)
        assert " out" in evening.text()


async def test_steps_change_places_and_are_left_out(tmp_path: Path) -> None:
    async with settings(tmp_path, "evening") as evening:
        await evening.press("J", "K", "J", "up", "space")
        assert config(tmp_path)["steps"] == ["breathing", "reflection", "outreach"]
        await evening.press("escape", "escape")
        await evening.at("arrive")
        assert "comfort" not in evening.text().split("\n")[0] + evening.text().split("\n")[1]


async def test_the_evenings_own_words_and_times_are_kept(tmp_path: Path) -> None:
    async with settings(tmp_path, "evening") as evening:
        await evening.press("tab", "down", "tab", "space", "tab")
        await write(evening, "Sleep well.")
        await evening.press("tab")
        await write(evening, "4.30")
        assert config(tmp_path) == {
            "motion": "gentle",
            "breathing": {"bell": True},
            "closing": "Sleep well.",
            "day_ends": time(4, 30),
        }


async def test_a_day_that_cannot_end_so_is_said_and_not_written(tmp_path: Path) -> None:
    async with settings(tmp_path, "evening") as evening:
        await evening.press("tab", "tab", "tab", "tab")
        await write(evening, "23:00")
        assert "noon at the latest" in evening.text()
        assert config(tmp_path) == {}


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)], ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("page", PAGES)
async def test_every_change_of_a_page_is_undone_to_the_byte(
    tmp_path: Path, page: str, size: tuple[int, int]
) -> None:
    before = '# mine\ntheme = "dusk"\n'
    async with settings(tmp_path, page, size=size, text=before) as evening:
        for key in ("space", "J", "x", "tab", "space", "right", "down", "space"):
            if not isinstance(evening.app.focused, Input):
                await evening.press(key)
        for _ in range(9):
            if isinstance(evening.app.focused, Input):
                await evening.press("escape")
            await evening.press("u")
    assert (tmp_path / "config" / "config.toml").read_text() == before


async def test_what_is_answered_tonight_stays_when_the_settings_were_open(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await evening.press("enter", "down", "comma", "enter", "space", "escape", "escape")
        await evening.at("arrive")
        assert (await evening.kept())["tonight"] == "light"


async def test_a_comma_in_a_line_of_text_is_a_comma(tmp_path: Path) -> None:
    async with settings(tmp_path, "comforts") as evening:
        await evening.press("a")
        await write(evening, "Tea, honey")
        await evening.press("enter")
        assert config(tmp_path)["comforts"][0]["text"] == "Tea, honey"


async def test_the_settings_open_by_themselves(tmp_path: Path) -> None:
    async with night(tmp_path, errand="settings") as evening:
        assert "Yours to shape" in evening.text()
        await evening.press("escape")
    assert evening.app.return_code == 0
    assert not (tmp_path / "data").exists()


async def test_help_shows_the_keys_of_the_settings(tmp_path: Path) -> None:
    async with settings(tmp_path, "comforts", size=(80, 200)) as evening:
        await evening.press("question_mark")
        assert "leave out, bring back" in evening.text()


async def test_less_motion_counts_at_once(tmp_path: Path) -> None:
    async with settings(tmp_path, "evening") as evening:
        await evening.press("tab", "down", "down")
        assert evening.app._occasion.motion == "still"
        await evening.press("u")
        assert evening.app._occasion.motion == "full"


async def test_the_step_stays_as_it_is_when_nothing_was_changed(tmp_path: Path) -> None:
    async with night(tmp_path) as evening:
        await evening.press("enter")
        await evening.at("arrive")
        before = evening.app.screen
        await evening.press("comma", "enter", "escape", "escape")
        assert evening.app.screen is before
