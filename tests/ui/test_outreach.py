"""Reaching out: the plan in the file is the sentence on the screen, and nothing untaken is kept."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.ui.hands import LONG, STRANGE, click, earlier, paste, shows, standing, words
from tests.ui.night import FRIDAY, Night, night
from winddown.routine.evening import Plan, Reflection

CONFIG = """
[shipped]
acts = false
cues = false
[outreach]
cues = ["I get home", "I hang up my coat"]
[[people]]
name = "Sam"
[[people]]
name = "Ana"
[[people]]
name = "Bo"
suggest = false
[[acts]]
id = "heart"
text = "Send one heart"
say = "send {who} a heart"
size = "tiny"
channel = "text"
starters = ["Thinking of you."]
[[acts]]
id = "nod"
text = "Nod"
say = "nod at one person"
size = "tiny"
channel = "face"
[[acts]]
id = "line"
text = "Write a line"
say = "write {who} a line"
channel = "text"
smaller = "heart"
[[acts]]
id = "call"
text = "Ring"
say = "ring {who}"
size = "medium"
channel = "voice"
smaller = "line"
[[acts]]
id = "visit"
text = "Visit"
say = "visit {who}"
size = "big"
channel = "face"
smaller = "call"
"""
TONIGHT = standing("outreach")
TOMORROW = FRIDAY + timedelta(days=1)
HEART = {
    "who": "Ana",
    "act": "heart",
    "text": "send Ana a heart",
    "size": "tiny",
    "channel": "text",
    "on": TOMORROW,
    "cue": "I get home",
}
"""What is suggested on this Friday with these lists."""
CALL = Plan(who="Sam", act="call", text="ring Sam", size="medium", channel="voice", on=TOMORROW)
TALL = (80, 60)


def outreach(tmp_path: Path, *past: Any, **arguments: Any) -> Any:
    """Open tonight at this step, after these evenings."""
    return night(tmp_path, *past, arguments.pop("tonight", TONIGHT), config=CONFIG, **arguments)


async def plan(tonight: Night, day: date = FRIDAY) -> Any:
    """The plan as the file has it; None when there is none."""
    return (await tonight.kept(day)).get("outreach")


async def focus(tonight: Night, selector: str) -> None:
    """Go from question to question by tab until this one has the keys."""
    for _ in range(20):
        if tonight.app.screen.query(selector).first().has_focus:
            return
        await tonight.press("tab")
    raise AssertionError(f"tab never comes to {selector}")


@pytest.mark.parametrize("way", ["enter", "s", "n", "-", "down", "right", "m"])
async def test_nothing_is_kept_of_a_suggestion_that_is_not_taken(tmp_path: Path, way: str) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("minus" if way == "-" else way, "enter")
        assert await plan(tonight) is None
        assert (await tonight.kept()).get("step") != "outreach"


@pytest.mark.parametrize("hand", ["keyboard", "footer", "sentence"])
async def test_one_key_or_one_click_takes_it(tmp_path: Path, hand: str) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        if hand == "keyboard":
            await tonight.press("space")
        else:
            await click(tonight, "space take it" if hand == "footer" else "When")
        assert "✓ When I get home tomorrow, I will send Ana a heart." in tonight.text()
        assert await plan(tonight) == HEART


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_given_back_it_is_gone_from_the_file(tmp_path: Path, hand: str) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space")
        assert await plan(tonight) == HEART
        if hand == "keyboard":
            await tonight.press("space")
        else:
            await click(tonight, "When")
        assert await plan(tonight) is None


@pytest.mark.parametrize("taken_first", [True, False])
async def test_minus_makes_it_smaller_step_by_step(tmp_path: Path, taken_first: bool) -> None:
    standing_plan = standing("outreach", outreach=CALL)
    async with outreach(tmp_path, tonight=standing_plan if taken_first else TONIGHT) as tonight:
        await tonight.at("outreach")
        if taken_first:
            await tonight.press("minus")
            assert (await plan(tonight))["act"] == "line"
            await tonight.press("minus", "minus")
        else:
            await tonight.press("minus", "space")
        assert (await plan(tonight))["act"] == "heart"


async def test_smaller_by_mouse_follows_the_ladder(tmp_path: Path) -> None:
    async with outreach(tmp_path, size=TALL) as tonight:
        await tonight.at("outreach")
        await click(tonight, "When")
        await click(tonight, "m more")
        await click(tonight, "medium")
        await click(tonight, "When")
        await click(tonight, "- smaller")
        await click(tonight, "When")
        kept = await plan(tonight)
    assert (kept["act"], kept["size"], kept["who"]) == ("line", "small", "Ana")


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_n_suggests_another_of_the_same_size_and_comes_round(
    tmp_path: Path, hand: str
) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        told = []
        for _ in range(3):
            if hand == "keyboard":
                await tonight.press("n", "space")
            else:
                await click(tonight, "n another")
                await tonight.press("space")
            told.append((await plan(tonight))["text"])
            await tonight.press("space")
    assert told == ["send Sam a heart", "nod at one person", "send Ana a heart"]


@pytest.mark.parametrize(
    ("blank", "keys", "changed"),
    [
        ("cue", ["down"], {"cue": "I hang up my coat"}),
        ("cue", ["up"], {"cue": "I hang up my coat"}),
        ("day", ["right", "down", "down"], {"on": date(2026, 11, 23)}),
        ("day", ["right", "up"], {"on": date(2026, 11, 27)}),
        ("who", ["right"] * 3 + ["down"], {"who": "Sam", "text": "send Sam a heart"}),
    ],
)
@pytest.mark.parametrize("taken_first", [True, False])
async def test_arrows_change_a_blank_in_place(
    tmp_path: Path, blank: str, keys: list[str], changed: dict[str, Any], taken_first: bool
) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press(*(["space", *keys] if taken_first else [*keys, "space"]))
        assert await plan(tonight) == HEART | changed


async def test_arrows_change_the_act_within_its_size(tmp_path: Path) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "right", "right", "down")
        kept = await plan(tonight)
    assert (kept["act"], kept["text"], kept.get("who")) == ("nod", "nod at one person", None)


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("I get home", {"cue": "I hang up my coat"}),
        ("tomorrow,", {"on": date(2026, 11, 22)}),
        ("Ana", {"who": "Sam", "text": "send Sam a heart"}),
    ],
)
async def test_clicks_change_a_blank_in_place(
    tmp_path: Path, words: str, changed: dict[str, Any]
) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space")
        await click(tonight, words, times=2)
        assert await plan(tonight) == HEART | changed


@pytest.mark.parametrize(
    ("right", "written", "changed"),
    [
        (0, "I close the door", {"cue": "I close the door"}),
        (1, "friday", {"on": date(2026, 11, 27)}),
        (1, "someday", {}),
        (3, "Aunt Mo", {"who": "Aunt Mo", "text": "send Aunt Mo a heart"}),
    ],
)
async def test_a_blank_takes_own_words(
    tmp_path: Path, right: int, written: str, changed: dict[str, Any]
) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", *["right"] * right, "w")
        await tonight.write(written)
        await tonight.press("enter")
        assert await plan(tonight) == HEART | changed


async def test_an_act_in_own_words_takes_nothing_over_from_the_suggestion(tmp_path: Path) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "right", "right", "w")
        await tonight.write("wave at the bus")
        await tonight.press("enter")
        kept = await plan(tonight)
    assert kept["text"] == "wave at the bus"
    assert not {"act", "who", "size", "channel"} & set(kept)


async def test_own_words_written_into_a_suggestion_are_the_plan_without_another_key(
    tmp_path: Path,
) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("right", "right", "w")
        await tonight.write("ask: can we talk?")
        await tonight.press("enter")
        assert "✓ When I get home tomorrow, I will ask: can we talk?" in tonight.text()
        assert "talk?." not in tonight.text()
        await tonight.press("enter")
        await tonight.at("closing")
        assert (await plan(tonight))["text"] == "ask: can we talk?"


async def test_what_is_written_is_in_sight_in_the_smallest_window(tmp_path: Path) -> None:
    async with outreach(tmp_path, size=(40, 12)) as tonight:
        await tonight.at("outreach")
        await tonight.press("w")
        await tonight.write("Lunch")
        assert "Lunch" in tonight.text()


async def test_own_words_have_the_size_that_is_chosen_for_them(tmp_path: Path) -> None:
    async with outreach(tmp_path, size=TALL) as tonight:
        await tonight.at("outreach")
        await tonight.press("right", "right", "w")
        await tonight.write("bake for the choir")
        await tonight.press("enter", "m")
        assert "How sure are you" not in tonight.text()
        assert "◉  " not in tonight.text()
        await click(tonight, "medium")
        assert "How sure are you" in tonight.text()
        kept = await plan(tonight)
        assert (kept["text"], kept["size"]) == ("bake for the choir", "medium")
        await tonight.press("delete")
        assert "How sure are you" not in tonight.text()
        kept = await plan(tonight)
        assert kept["text"] == "bake for the choir"
        assert "size" not in kept


@pytest.mark.parametrize("taken_first", [True, False])
async def test_escape_closes_the_line_and_drops_what_was_written(
    tmp_path: Path, taken_first: bool
) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press(*["space"] * taken_first, "right", "right", "w")
        await tonight.write("wave at the bus")
        await tonight.press("escape")
        await tonight.at("outreach")
        assert "in your own words" not in tonight.text()
        assert "I will send Ana a heart." in tonight.text()
        assert await plan(tonight) == (HEART if taken_first else None)
        await tonight.press("left", "down")
        assert "on Sunday" in tonight.text()
        await tonight.press("escape")
        await tonight.at("reflection")


async def test_escape_closes_the_line_also_where_nothing_can_be_suggested(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, config=BARE) as tonight:
        await tonight.at("outreach")
        await tonight.press("m")
        await tonight.write("wave")
        await tonight.press("escape")
        await tonight.at("outreach")
        assert shows(tonight, "Nothing tonight is an answer, too.")
        await tonight.press("escape")
        await tonight.at("reflection")
        assert await plan(tonight) is None


@pytest.mark.parametrize("taken_first", [True, False])
async def test_a_day_that_is_not_known_is_said_and_changes_nothing(
    tmp_path: Path, taken_first: bool
) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press(*["space"] * taken_first, "right", "w")
        await tonight.write("Sam")
        await tonight.press("enter")
        assert shows(tonight, "I did not know that day; it stays as it was.")
        assert await plan(tonight) == (HEART if taken_first else None)
        await tonight.press("w")
        assert "I did not know" not in tonight.text()


async def test_where_nothing_is_smaller_or_else_on_offer_it_is_said(tmp_path: Path) -> None:
    one = CONFIG[: CONFIG.index("[[acts]]")] + (
        '[[acts]]\nid = "nod"\ntext = "Nod"\nsay = "nod at one person"\nsize = "tiny"\n'
    )
    async with night(tmp_path, TONIGHT, config=one) as tonight:
        await tonight.at("outreach")
        await tonight.press("minus")
        assert shows(tonight, "This is as small as it gets.")
        await tonight.press("n")
        assert shows(tonight, "There is no other of this size here.")
        await tonight.press("space")
        assert shows(tonight, "That is the plan.")
        await tonight.press("right", "right", "w")
        await tonight.write("wave")
        await tonight.press("enter", "minus")
        assert shows(tonight, "w writes something smaller.")
        assert (await plan(tonight))["text"] == "wave"


async def test_what_looks_like_a_place_for_a_name_stays_as_it_was_typed(tmp_path: Path) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "right", "right", "w")
        await paste(tonight, "ask {who} along")
        await tonight.press("enter")
        assert "I will ask {who} along." in tonight.text()
        kept = await plan(tonight)
        await tonight.press("enter")
        await tonight.at("closing")
        await tonight.press("escape")
        await tonight.at("outreach")
        assert "I will ask {who} along." in tonight.text()
        await tonight.press("tab", "6")
        assert await plan(tonight) == kept | {"expected": 6}
    assert kept["text"] == "ask {who} along"
    assert not {"act", "who"} & set(kept)


async def test_a_blank_keeps_its_question_wherever_the_keys_go_meanwhile(tmp_path: Path) -> None:
    async with outreach(tmp_path, size=TALL) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "right", "right", "right", "w")
        await tonight.write("Aunt Mo")
        await click(tonight, "I get home")
        await tonight.press("enter")
        await tonight.at("closing")
        assert await plan(tonight) == HEART | {"who": "Aunt Mo", "text": "send Aunt Mo a heart"}


BARE = """
[shipped]
acts = false
[outreach]
cues = ["I get home"]
"""
"""No act on any list, shipped or own."""


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_where_nothing_can_be_suggested_more_leads_to_own_words(
    tmp_path: Path, hand: str
) -> None:
    async with night(tmp_path, TONIGHT, config=BARE) as tonight:
        await tonight.at("outreach")
        assert "I will" not in tonight.text()
        await (tonight.press("m") if hand == "keyboard" else click(tonight, "m more"))
        assert shows(tonight, "I will ... in your own words")
        await tonight.write("wave at the bus")
        await tonight.press("enter")
        assert ", I will wave at the bus." in tonight.text()
        kept = await plan(tonight)
    assert (kept["text"], kept["on"]) == ("wave at the bus", TOMORROW)
    assert not {"act", "who", "size", "channel"} & set(kept)


async def test_own_words_left_empty_fold_the_step_again(tmp_path: Path) -> None:
    async with night(tmp_path, TONIGHT, config=BARE) as tonight:
        await tonight.at("outreach")
        await tonight.press("m", "enter")
        assert shows(tonight, "Nothing tonight is an answer, too.")
        assert "in your own words" not in tonight.text()
        await tonight.press("m")
        assert shows(tonight, "in your own words")
        await tonight.press("enter", "space", "c", "w", "n", "minus", "enter")
        await tonight.at("closing")
        assert await plan(tonight) is None


async def test_own_words_can_be_written_without_a_key(tmp_path: Path) -> None:
    async with outreach(tmp_path, size=TALL) as tonight:
        await tonight.at("outreach")
        await click(tonight, "When")
        await click(tonight, "Ana")
        await click(tonight, "w own words")
        await tonight.write("Aunt Mo")
        await click(tonight, "enter done")
        assert (await plan(tonight))["who"] == "Aunt Mo"


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_how_it_might_feel_is_kept(tmp_path: Path, hand: str) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        assert "How do you think it will feel" not in tonight.text()
        await tonight.press("space")
        if hand == "keyboard":
            await tonight.press("tab", "1", "0")
        else:
            await click(tonight, "10")
        assert await plan(tonight) == HEART | {"expected": 10}


@pytest.mark.parametrize(("size", "asks"), [("tiny", False), ("small", False), ("big", True)])
async def test_how_sure_is_asked_only_of_what_is_not_small(
    tmp_path: Path, size: str, asks: bool
) -> None:
    async with outreach(tmp_path, size=TALL) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "m")
        await click(tonight, f"○  {size}" if size != "tiny" else "◉  tiny")
        assert ("How sure are you" in tonight.text()) is asks
        assert "sure" not in await plan(tonight)


async def test_less_sure_than_seven_offers_a_smaller_one(tmp_path: Path) -> None:
    async with outreach(tmp_path, tonight=standing("outreach", outreach=CALL)) as tonight:
        await tonight.at("outreach")
        await focus(tonight, "#sure")
        await tonight.press("7")
        assert "Not so sure?" not in tonight.text()
        await tonight.press("6")
        assert "Not so sure?" in tonight.text()
        assert (await plan(tonight))["sure"] == 6
        await tonight.press("minus")
        kept = await plan(tonight)
    assert kept["act"] == "line"
    assert "sure" not in kept


async def test_the_size_chosen_is_the_size_of_the_act(tmp_path: Path) -> None:
    async with outreach(tmp_path, size=TALL) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "m")
        await focus(tonight, "#size")
        assert "◉  tiny" in tonight.text()
        await tonight.press("down", "down")
        kept = await plan(tonight)
        assert (kept["size"], kept["text"]) == ("medium", "ring Ana")
        await tonight.press("minus")
        assert "◉  small" in tonight.text()
        assert (await plan(tonight))["size"] == "small"


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("18:30", time(18, 30)),
        ("7:05", time(7, 5)),
        ("18.30", time(18, 30)),
        ("7pm", time(19)),
        ("25:00", None),
        ("soon", None),
    ],
)
async def test_a_time_is_kept_where_it_is_one_and_said_where_it_is_none(
    tmp_path: Path, written: str, at: time | None
) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "m")
        await focus(tonight, "#at")
        await tonight.write(written)
        assert (await plan(tonight)).get("at") == at
        assert ("is kept with the plan." in tonight.text()) is (at is None)


async def test_c_puts_first_words_in_place_and_on_the_clipboard(tmp_path: Path) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "c")
        await tonight.pilot.pause(0.6)
        assert await plan(tonight) == HEART | {"words": "Thinking of you."}
        assert tonight.app.clipboard == "Thinking of you."


async def test_c_keeps_no_words_where_none_are_offered(tmp_path: Path) -> None:
    async with outreach(tmp_path, tonight=standing("outreach", outreach=CALL)) as tonight:
        await tonight.at("outreach")
        await tonight.press("c", "enter")
        await tonight.at("closing")
        assert "words" not in await plan(tonight)


async def test_c_says_what_became_of_the_first_words(tmp_path: Path) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "c")
        await tonight.pilot.pause(0.6)
        assert shows(tonight, "Offered to the clipboard.")


async def test_c_says_so_where_no_first_words_come_with_an_act(tmp_path: Path) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "right", "right", "down", "c")
        assert shows(tonight, "No first words come with this one.")
        await tonight.press("left", "down")
        assert shows(tonight, "That is the plan.")
        assert "words" not in await plan(tonight)


async def test_own_first_words_are_kept(tmp_path: Path) -> None:
    async with outreach(tmp_path, size=TALL) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "m")
        await tonight.pilot.click("#words")
        await tonight.write("Hello, you.")
        assert await plan(tonight) == HEART | {"words": "Hello, you."}


async def test_someone_left_out_is_never_suggested(tmp_path: Path) -> None:
    told = []
    async with outreach(tmp_path, earlier(1, in_touch=("Bo",))) as tonight:
        await tonight.at("outreach")
        await tonight.press("space")
        for key in ["n"] * 4 + ["right"] * 3 + ["down"] * 4:
            await tonight.press(key)
            told.append((await plan(tonight)).get("who"))
    assert set(told) == {"Sam", "Ana", None}


async def test_whoever_was_avoided_tonight_is_not_suggested(tmp_path: Path) -> None:
    avoided = Reflection(id="scroll", text="Scrolling", reading="away", from_what="ringing Ana")
    now = standing("outreach", reflections=(avoided,))
    async with outreach(tmp_path, tonight=now) as tonight:
        await tonight.at("outreach")
        await tonight.press("space")
        assert (await plan(tonight)).get("who") != "Ana"


def waiting(**details: Any) -> Any:
    """Yesterday's evening with a plan for the day after tomorrow."""
    kept = {"who": "Sam", "act": "call", "text": "ring Sam", "size": "medium", "channel": "voice"}
    return earlier(1, outreach=Plan(on=FRIDAY + timedelta(days=2), **(kept | details)))


YESTERDAY = FRIDAY - timedelta(days=1)


@pytest.mark.parametrize("keys", [[], ["down"]], ids=["nothing said", "keep"])
async def test_an_open_plan_stays_as_it_is_and_no_second_one_is_offered(
    tmp_path: Path, keys: list[str]
) -> None:
    async with outreach(tmp_path, waiting()) as tonight:
        await tonight.at("outreach")
        before = await plan(tonight, YESTERDAY)
        assert "Still yours: ring Sam." in tonight.text()
        assert "I will" not in tonight.text()
        await tonight.press(*keys, "n", "minus", "c", "w", "m", "enter")
        await tonight.at("closing")
        assert await plan(tonight, YESTERDAY) == before
        assert await plan(tonight) is None


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_an_open_plan_made_smaller_changes_the_evening_it_stands_in(
    tmp_path: Path, hand: str
) -> None:
    async with outreach(tmp_path, waiting(sure=4, expected=5)) as tonight:
        await tonight.at("outreach")
        before = await plan(tonight, YESTERDAY)
        if hand == "keyboard":
            await tonight.press("down", "down")
        else:
            await click(tonight, "Make it smaller")
        after = await plan(tonight, YESTERDAY)
        assert "Still yours: write Sam a line." in tonight.text()
        assert await plan(tonight) is None
    assert after["on"] == before["on"]
    assert (after["act"], after["text"], after["size"], after["channel"], after["expected"]) == (
        "line", "write Sam a line", "small", "text", 5,
    )  # fmt: skip


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
async def test_an_open_plan_let_go_is_closed_and_makes_room(tmp_path: Path, hand: str) -> None:
    async with outreach(tmp_path, waiting()) as tonight:
        await tonight.at("outreach")
        if hand == "keyboard":
            await tonight.press("down", "down", "down")
        else:
            await click(tonight, "Let it go")
        older = await plan(tonight, YESTERDAY)
        await tonight.press("space")
        assert older["followup"] == {"outcome": "let-go", "answered": FRIDAY}
        assert older["on"] == FRIDAY + timedelta(days=2)
        assert (await plan(tonight))["on"] == TOMORROW


async def test_passing_over_an_answer_about_an_open_plan_changes_nothing(tmp_path: Path) -> None:
    async with outreach(tmp_path, waiting()) as tonight:
        await tonight.at("outreach")
        before = await plan(tonight, YESTERDAY)
        await tonight.press("down", "down", "down", "shift+tab", "up", "up")
        assert await plan(tonight, YESTERDAY) == before


async def test_after_two_evenings_without_a_plan_the_step_is_one_line(tmp_path: Path) -> None:
    async with outreach(tmp_path, earlier(2), earlier(1)) as tonight:
        await tonight.at("outreach")
        assert "I will" not in tonight.text()
        await tonight.press("space", "n", "minus", "c", "w")
        assert await plan(tonight) is None
        await click(tonight, "m more")
        await tonight.press("space")
        assert await plan(tonight) is not None


async def test_a_plan_taken_is_there_again_on_resuming_and_can_be_given_back(
    tmp_path: Path,
) -> None:
    standing_plan = standing("outreach", outreach=CALL)
    async with outreach(tmp_path, tonight=standing_plan) as tonight:
        await tonight.at("outreach")
        before = await plan(tonight)
        await tonight.press("tab", "shift+tab")
        assert await plan(tonight) == before
        await tonight.press("s", "s")
        await tonight.at("closing")
        assert await plan(tonight) is None


@pytest.mark.parametrize("text", [STRANGE, LONG.strip()])
@pytest.mark.parametrize(("right", "key"), [(0, "cue"), (2, "text"), (3, "who")])
async def test_whatever_is_pasted_into_a_blank_is_shown_and_kept_as_it_is(
    tmp_path: Path, text: str, right: int, key: str
) -> None:
    async with outreach(tmp_path, size=(80, 40)) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", *["right"] * right, "w")
        await paste(tonight, text)
        await tonight.press("enter")
        assert (await plan(tonight))[key] == text
        assert shows(tonight, text[:70])
        await tonight.press("enter")
        await tonight.at("closing")
        assert shows(tonight, text[:60])


@pytest.mark.parametrize("text", [STRANGE, LONG])
async def test_whatever_is_pasted_as_first_words_is_shown_and_kept_as_it_is(
    tmp_path: Path, text: str
) -> None:
    async with outreach(tmp_path) as tonight:
        await tonight.at("outreach")
        await tonight.press("space", "m")
        await focus(tonight, "#words")
        await paste(tonight, text)
        await tonight.press("home")
        assert shows(tonight, text[:40])
        assert (await plan(tonight))["words"] == text


async def test_without_any_cue_the_sentence_begins_with_its_day(tmp_path: Path) -> None:
    config = "[shipped]\ncues = false\n"
    async with night(tmp_path, TONIGHT, config=config) as tonight:
        await tonight.at("outreach")
        assert "Tomorrow I will " in tonight.text()
        await tonight.press("space")
        kept = await plan(tonight)
        assert "cue" not in kept
        await tonight.press("enter")
        await tonight.at("closing")
        assert f"Tomorrow I will {kept['text']}." in words(tonight)


async def test_where_nobody_else_is_listed_it_says_how_a_name_is_written(tmp_path: Path) -> None:
    only = CONFIG.replace('name = "Ana"', 'name = "Cy"\nsuggest = false')
    async with night(tmp_path, TONIGHT, config=only) as evening:
        await evening.press("right", "right", "right", "down")
        assert "Nobody else is listed. w writes a name." in evening.text()


async def test_once_all_of_a_size_were_suggested_it_says_that_they_come_round(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, TONIGHT, config=CONFIG) as evening:
        said = "That was the last of this size; this is the first again."
        for _ in range(2):
            await evening.press("n")
            assert said not in evening.text()
        await evening.press("n")
        assert said in evening.text()


async def test_a_time_that_nobody_can_read_is_not_let_go_of_at_the_first_enter(
    tmp_path: Path,
) -> None:
    async with night(tmp_path, TONIGHT, config=CONFIG) as evening:
        await evening.press("space", "m")
        at = evening.app.screen.query_one("#at")
        at.focus()
        await evening.write("half past six")
        await evening.press("enter")
        await evening.at("outreach")
        assert "enter again goes on without." in evening.text()
        await evening.press("enter")
        await evening.at("closing")
        assert "at" not in (await evening.kept())["outreach"]
