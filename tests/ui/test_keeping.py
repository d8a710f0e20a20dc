"""What is added in the middle of an evening: asked about once, and kept only on a yes."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.ui.hands import STRANGE, click, earlier, paste, standing, words
from tests.ui.night import FRIDAY, Night, night
from winddown.widgets.asking import Asking

COMFORTS = standing("comforts")
OUTREACH = standing("outreach")
QUESTION = "Keep it for other evenings?"
OF_A_NAME = "Keep this name for other evenings?"
KEPT = "Kept. It stands with your own now."
SOUP = {"id": "own-1", "text": "Ana's soup"}

BY_HAND = """\
# The evening as I like it.
theme = "dusk"    # warm

[[comforts]]
id = "clock"   # the loud one
text = "Wind the clock"

# People, nearest first.
[[people]]
name = "Sam"
"""
ONE_ACT = """
[shipped]
acts = false
cues = false
[outreach]
cues = ["I get home"]
[[people]]
name = "Sam"
[[acts]]
id = "heart"
text = "Send one heart"
say = "send {who} a heart"
size = "tiny"
"""


def config(home: Path) -> bytes | None:
    """Read the config to the byte; None when there is none."""
    path = home / "config" / "config.toml"
    return path.read_bytes() if path.exists() else None


def parsed(home: Path) -> dict[str, Any]:
    """Read the config as the program does."""
    return tomllib.loads((config(home) or b"").decode())


async def add_comfort(tonight: Night, text: str) -> None:
    """Write a comfort of one's own on its line, and add it."""
    await tonight.at("comforts")
    if not tonight.app.screen.query_one("#adding").display:
        await tonight.press("m", "tab")
    await tonight.write(text)
    await tonight.press("enter")


async def add_act(tonight: Night, text: str) -> None:
    """Put an act of one's own into the sentence, which has its cue before it and its day."""
    await tonight.at("outreach")
    await tonight.press("right", "right", "w")
    await tonight.write(text)
    await tonight.press("enter")


async def add_person(tonight: Night, name: str) -> None:
    """Put someone into the sentence."""
    await tonight.at("outreach")
    await tonight.press("right", "right", "right", "w")
    await tonight.write(name)
    await tonight.press("enter")


def told(tonight: Night) -> list[str]:
    """What was said beside the screen."""
    return [notification.message for notification in tonight.app._notifications]


# A comfort


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_a_comfort_that_is_kept_stands_in_the_config_and_in_tonights_file_by_its_id(
    tmp_path: Path, hand: str
) -> None:
    async with night(tmp_path, COMFORTS) as tonight:
        await add_comfort(tonight, "Ana's soup")
        assert QUESTION in tonight.text()
        assert (await tonight.kept())["comforts"] == [{"text": "Ana's soup"}]
        if hand == "keyboard":
            await tonight.press("space")
        else:
            await click(tonight, "space yes")
        assert KEPT in tonight.text()
        assert (await tonight.kept())["comforts"] == [SOUP]
        await tonight.press("enter")
        await tonight.at("reflection")
        assert (await tonight.kept())["comforts"] == [SOUP]
    assert config(tmp_path) == b'[[comforts]]\nid = "own-1"\ntext = "Ana\'s soup"\n'


@pytest.mark.parametrize("hand", ["escape", "backspace", "mouse"])
async def test_a_no_writes_nothing_and_stays_where_the_next_one_can_be_added(
    tmp_path: Path, hand: str
) -> None:
    async with night(tmp_path, COMFORTS, config=BY_HAND) as tonight:
        await add_comfort(tonight, "Ana's soup")
        if hand == "mouse":
            await click(tonight, "esc no")
        else:
            await tonight.press(hand)
        await tonight.at("comforts")
        assert QUESTION not in tonight.text()
        await tonight.write("Cat")
        await tonight.press("enter", "enter")
        await tonight.at("reflection")
        assert (await tonight.kept())["comforts"] == [{"text": "Ana's soup"}, {"text": "Cat"}]
    assert config(tmp_path) == BY_HAND.encode()


@pytest.mark.parametrize("key", ["enter", "e", "q", "ctrl+q"])
async def test_going_on_without_an_answer_is_no_yes(tmp_path: Path, key: str) -> None:
    async with night(tmp_path, COMFORTS) as tonight:
        await add_comfort(tonight, "Ana's soup")
        await tonight.press(key)
        kept = await tonight.kept()
        assert kept["comforts"] == [{"text": "Ana's soup"}]
        if key == "enter":
            await tonight.at("reflection")
    assert config(tmp_path) is None


async def test_an_answer_can_wait_while_something_else_is_ticked(tmp_path: Path) -> None:
    async with night(tmp_path, COMFORTS) as tonight:
        await add_comfort(tonight, "Ana's soup")
        await tonight.press("shift+tab", "down", "space", "tab", "space")
        kept = (await tonight.kept())["comforts"]
    assert kept[0] == SOUP
    assert len(kept) == 2
    assert parsed(tmp_path) == {"comforts": [SOUP]}


async def test_each_one_is_asked_about_and_gets_an_id_of_its_own(tmp_path: Path) -> None:
    async with night(tmp_path, COMFORTS) as tonight:
        for text in ("Soup", "Cat", "Rain"):
            await add_comfort(tonight, text)
            await tonight.press("escape" if text == "Cat" else "space")
        assert (await tonight.kept())["comforts"] == [
            {"id": "own-1", "text": "Soup"},
            {"text": "Cat"},
            {"id": "own-2", "text": "Rain"},
        ]
    assert [entry["text"] for entry in parsed(tmp_path)["comforts"]] == ["Soup", "Rain"]


async def test_the_same_one_is_asked_about_once_an_evening(tmp_path: Path) -> None:
    async with night(tmp_path, COMFORTS) as tonight:
        await add_comfort(tonight, "Soup")
        await tonight.press("escape")
        await add_comfort(tonight, "soup")
        assert QUESTION not in tonight.text()
        await tonight.press("enter")
        await tonight.at("reflection")
        await tonight.press("escape")
        await add_comfort(tonight, "Soup")
        assert QUESTION not in tonight.text()
        assert (await tonight.kept())["comforts"][0] == {"text": "Soup"}
    assert config(tmp_path) is None


async def test_one_that_stands_in_the_list_is_ticked_there_and_not_asked_about(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, COMFORTS) as tonight:
        await add_comfort(tonight, "friday night pizza")
        assert QUESTION not in tonight.text()
        pizza = {"id": "friday-pizza", "text": "Friday night pizza"}
        assert (await tonight.kept())["comforts"] == [pizza]


async def test_a_night_that_is_not_okay_has_no_such_question(tmp_path: Path) -> None:
    hard = standing("comforts", tonight="not-okay", route="support")
    async with night(tmp_path, hard) as tonight:
        await add_comfort(tonight, "Ana's soup")
        assert QUESTION not in tonight.text()
        assert (await tonight.kept())["comforts"] == [{"text": "Ana's soup"}]


async def test_one_that_is_kept_on_a_low_evening_is_offered_on_the_next_low_one(
    tmp_path: Path,
) -> None:
    low = standing("comforts", tonight="tired", route="short")
    async with night(tmp_path, low) as tonight:
        await add_comfort(tonight, "Ana's soup")
        await tonight.press("space")
    assert parsed(tmp_path) == {"comforts": [SOUP | {"low": True}]}


async def test_gone_back_to_what_was_kept_stands_first_and_is_ticked(tmp_path: Path) -> None:
    async with night(tmp_path, COMFORTS) as tonight:
        await add_comfort(tonight, "Ana's soup")
        await tonight.press("space", "enter")
        await tonight.at("reflection")
        await tonight.press("escape")
        await tonight.at("comforts")
        assert "✓  Ana's soup" in tonight.text()
        await tonight.press("m")
        assert "added tonight" not in tonight.text()
        assert words(tonight).index("yours") < words(tonight).index("Ana's soup")
        await click(tonight, "Ana's soup")
        assert "comforts" not in await tonight.kept()
    assert parsed(tmp_path) == {"comforts": [SOUP]}


async def test_the_settings_take_it_back_and_the_evening_keeps_what_was_chosen(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, COMFORTS, config=BY_HAND) as tonight:
        await add_comfort(tonight, "Ana's soup")
        await tonight.press("space", "shift+tab", "comma", "enter")
        assert "✓  Ana's soup" in tonight.text()
        await tonight.press("u", "escape", "escape")
        await tonight.at("comforts")
        assert "✓  Ana's soup" in tonight.text()
        assert (await tonight.kept())["comforts"] == [SOUP]
        await add_comfort(tonight, "Cat")
        await tonight.press("space")
        cat = {"id": "own-2", "text": "Cat"}
        assert (await tonight.kept())["comforts"] == [SOUP, cat]
    assert (
        config(tmp_path)
        == BY_HAND.replace(
            "\n# People", '\n[[comforts]]\nid = "own-2"\ntext = "Cat"\n\n# People'
        ).encode()
    )


async def test_another_evening_offers_what_was_kept(tmp_path: Path) -> None:
    async with night(tmp_path, COMFORTS) as tonight:
        await add_comfort(tonight, "Ana's soup")
        await tonight.press("space", "enter")

    def tomorrow(clock: Any) -> None:
        clock.wall += timedelta(days=1)

    config = 'steps = ["comforts"]\n' + (tmp_path / "config" / "config.toml").read_text()
    async with night(tmp_path, prepare=tomorrow, config=config) as later:
        await later.at("arrive")
        await later.press("enter")
        await later.at("comforts")
        await later.press("down", "space")
        kept = (await later.kept(FRIDAY + timedelta(days=1)))["comforts"]
    assert kept == [SOUP]


# The config


async def test_every_byte_that_was_there_stays(tmp_path: Path) -> None:
    async with night(tmp_path, COMFORTS, config=BY_HAND) as tonight:
        await add_comfort(tonight, "Ana's soup")
        await tonight.press("space")
        assert (await tonight.kept())["comforts"] == [SOUP]
    after = config(tmp_path) or b""
    new = b'\n[[comforts]]\nid = "own-1"\ntext = "Ana\'s soup"\n'
    assert after.count(new) == 1
    assert after.replace(new, b"", 1) == BY_HAND.encode()


async def test_a_config_that_is_no_toml_stays_as_it_is_and_says_where(tmp_path: Path) -> None:
    broken = 'theme = "dusk"\n[[comforts]\ntext = "Wind the clock"\n'
    async with night(tmp_path, COMFORTS, config=broken) as tonight:
        tonight.app._disable_notifications = False  # as it is outside of tests
        await add_comfort(tonight, "Ana's soup")
        before = told(tonight)
        await tonight.press("space")
        (said,) = told(tonight)[len(before) :]
        assert "config.toml line 2" in said
        assert "soup" not in said
        assert "clock" not in said
        assert KEPT not in tonight.text()
        assert (await tonight.kept())["comforts"] == [{"text": "Ana's soup"}]
        await tonight.press("enter")
        await tonight.at("reflection")
    assert config(tmp_path) == broken.encode()


async def test_a_list_that_is_none_stays_as_it_is_and_says_where(tmp_path: Path) -> None:
    odd = 'theme = "dusk"\ncomforts = "none"\n'
    async with night(tmp_path, COMFORTS, config=odd) as tonight:
        tonight.app._disable_notifications = False
        await add_comfort(tonight, "Ana's soup")
        before = told(tonight)
        await tonight.press("space")
        (said,) = told(tonight)[len(before) :]
        assert "config.toml line 2" in said
        assert "soup" not in said
        assert (await tonight.kept())["comforts"] == [{"text": "Ana's soup"}]
    assert config(tmp_path) == odd.encode()


async def test_what_an_editor_wrote_meanwhile_is_kept(tmp_path: Path) -> None:
    async with night(tmp_path, COMFORTS, config=BY_HAND) as tonight:
        await add_comfort(tonight, "Ana's soup")
        path = tmp_path / "config" / "config.toml"
        path.write_text(BY_HAND + "# and one more line\n", encoding="utf-8")
        await tonight.press("space")
    after = config(tmp_path) or b""
    assert after.endswith(b"# and one more line\n")
    assert SOUP in parsed(tmp_path)["comforts"]


async def test_whatever_is_added_comes_back_as_it_was_written(tmp_path: Path) -> None:
    async with night(tmp_path, COMFORTS) as tonight:
        await tonight.at("comforts")
        await tonight.press("m", "tab")
        await paste(tonight, STRANGE)
        await tonight.press("enter", "space")
        assert (await tonight.kept())["comforts"] == [{"id": "own-1", "text": STRANGE}]
    assert parsed(tmp_path) == {"comforts": [{"id": "own-1", "text": STRANGE}]}


# An act and a person


async def test_an_act_that_is_kept_stands_in_the_config_and_in_the_plan_by_its_id(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, earlier(1), OUTREACH) as tonight:
        await add_act(tonight, "ring my sister")
        plan = (await tonight.kept())["outreach"]
        assert plan["text"] == "ring my sister"
        assert "act" not in plan
        await tonight.press("space")
        assert KEPT in tonight.text()
        plan = (await tonight.kept())["outreach"]
        assert (plan["act"], plan["text"]) == ("own-1", "ring my sister")
        await tonight.press("enter")
        await tonight.at("closing")
        assert (await tonight.kept())["outreach"] == plan
    assert config(tmp_path) == b'[[acts]]\nid = "own-1"\ntext = "ring my sister"\n'


async def test_an_act_is_kept_in_the_size_that_was_given(tmp_path: Path) -> None:
    async with night(tmp_path, earlier(1), OUTREACH, size=(80, 60)) as tonight:
        await add_act(tonight, "see my sister")
        await tonight.press("escape", "m")
        await click(tonight, "medium")
        await tonight.press("shift+tab", "w")
        await tonight.write("meet my brother")
        await tonight.press("enter", "space")
        assert (await tonight.kept())["outreach"]["size"] == "medium"
    assert parsed(tmp_path) == {
        "acts": [{"id": "own-1", "text": "meet my brother", "size": "medium"}]
    }


async def test_a_person_that_is_kept_stands_among_the_people(tmp_path: Path) -> None:
    async with night(tmp_path, earlier(1), OUTREACH, config=ONE_ACT) as tonight:
        await add_person(tonight, "Mrs Ortiz")
        assert OF_A_NAME in tonight.text()
        await tonight.press("space")
        plan = (await tonight.kept())["outreach"]
        assert (plan["who"], plan["text"]) == ("Mrs Ortiz", "send Mrs Ortiz a heart")
        await tonight.press("down", "down")
        assert (await tonight.kept())["outreach"]["who"] == "Mrs Ortiz"
    assert parsed(tmp_path)["people"] == [{"name": "Sam"}, {"name": "Mrs Ortiz"}]


@pytest.mark.parametrize("known", ["Sam", "sam", "Ana"])
async def test_someone_known_already_is_not_asked_about(tmp_path: Path, known: str) -> None:
    before = earlier(1, in_touch=("Ana",))
    async with night(tmp_path, before, OUTREACH, config=ONE_ACT) as tonight:
        await add_person(tonight, known)
        assert OF_A_NAME not in tonight.text()
        assert (await tonight.kept())["outreach"]["who"] == known
    assert config(tmp_path) == ONE_ACT.encode()


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_an_act_that_is_not_kept_stays_tonights_own(tmp_path: Path, key: str) -> None:
    async with night(tmp_path, earlier(1), OUTREACH, config=ONE_ACT) as tonight:
        await add_act(tonight, "ring my sister")
        await tonight.press(key)
        await tonight.at("outreach" if key == "escape" else "closing")
        assert "act" not in (await tonight.kept())["outreach"]
    assert config(tmp_path) == ONE_ACT.encode()


async def test_another_sentence_takes_the_question_about_this_one_away(tmp_path: Path) -> None:
    async with night(tmp_path, earlier(1), OUTREACH, config=ONE_ACT) as tonight:
        await add_act(tonight, "ring my sister")
        await tonight.press("n")
        assert QUESTION not in tonight.text()
        await tonight.press("space")
        assert "outreach" in await tonight.kept()
    assert config(tmp_path) == ONE_ACT.encode()


async def test_own_words_with_a_place_for_a_name_stay_own_words_tonight(tmp_path: Path) -> None:
    async with night(tmp_path, earlier(1), OUTREACH, config=ONE_ACT) as tonight:
        await tonight.at("outreach")
        await tonight.press("right", "right", "w")
        await paste(tonight, "ask {who} along")
        await tonight.press("enter", "space")
        plan = (await tonight.kept())["outreach"]
    assert plan["text"] == "ask {who} along"
    assert "act" not in plan
    assert parsed(tmp_path)["acts"][1] == {"id": "own-1", "text": "ask {who} along"}


# How it looks


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
@pytest.mark.parametrize("step", ["comforts", "outreach", "outreach, a name"])
async def test_the_whole_question_is_in_sight(
    tmp_path: Path, step: str, size: tuple[int, int]
) -> None:
    tonight_left = COMFORTS if step == "comforts" else OUTREACH
    text = ONE_ACT if step == "outreach, a name" else ""
    async with night(tmp_path, earlier(1), tonight_left, config=text, size=size) as tonight:
        if step == "comforts":
            await add_comfort(tonight, "The odd little thing that I do on evenings such as this")
        elif step == "outreach":
            await add_act(tonight, "ring my sister")
        else:
            await add_person(tonight, "Mrs Ortiz")
        await tonight.pilot.pause()
        question = OF_A_NAME if text else QUESTION
        assert f"› {question} space yes esc no" in words(tonight)
        assert tonight.app.screen.query_one(Asking).region.bottom <= size[1] - 1
        await tonight.press("space")
        assert f"✓ {KEPT}" in words(tonight)


async def test_the_footer_leaves_the_answer_to_the_question_and_says_how_to_go_on(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, COMFORTS) as tonight:
        await add_comfort(tonight, "Ana's soup")
        footer = tonight.text().rstrip().splitlines()[-1].split()
        assert footer[:4] == ["enter", "on", "esc", "no"]
        await tonight.press("space")
        assert tonight.text().rstrip().splitlines()[-1].split()[:2] == ["enter", "done"]


async def test_an_arrow_gives_the_keys_back_and_the_question_waits(tmp_path: Path) -> None:
    async with night(tmp_path, earlier(1), OUTREACH, config=ONE_ACT) as tonight:
        await add_person(tonight, "Mrs Ortiz")
        await tonight.press("down")
        assert OF_A_NAME in tonight.text()
        assert not tonight.app.screen.query_one(Asking).has_focus
        await tonight.press("down")
        assert (await tonight.kept())["outreach"]["who"] == "Sam"
    assert config(tmp_path) == ONE_ACT.encode()
