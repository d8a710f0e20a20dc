"""The words of a plan: whatever is filled in, one sentence comes out, and it reads well."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.routine.evenings import ACTS, DAY, TODAY, plan
from winddown.data import content
from winddown.routine.lists import Act
from winddown.routine.outreach import days_ahead
from winddown.routine.sentences import day_word, named_day, say, says, sentence, told

PLAN = content.words("plan")


@pytest.mark.parametrize("name", ["{x}", "{who}", "{0.__class__}", "{", "[/b]", "مريم", ""])
def test_a_name_is_only_a_name(name: str) -> None:
    act = Act(id="ring", text="", say="ring {who} {later}")
    assert say(act, name) == f"ring {name} {{later}}"


@given(st.sampled_from(ACTS), st.text())
def test_an_act_says_the_name_exactly_as_it_was_typed(act: Act, who: str) -> None:
    before, named, after = act.say.partition("{who}")
    assert say(act, who) == (before + who + after if named else before)


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (TODAY, "today"),
        (TODAY + DAY, "tomorrow"),
        (TODAY + 2 * DAY, "on Tuesday"),
        (TODAY + 5 * DAY, "on Friday"),
        (TODAY + 6 * DAY, "on Saturday"),
        (TODAY + 7 * DAY, "on Sunday next week"),
        (TODAY + 8 * DAY, "on 30 November"),
        (TODAY - DAY, "yesterday"),
        (TODAY - 2 * DAY, "on 20 November"),
        (date(2027, 1, 2), "on 2 January 2027"),
    ],
)
def test_a_day_is_named_as_it_is_said_tonight(on: date, words: str) -> None:
    assert day_word(on, TODAY, PLAN) == words


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("tomorrow", 1), ("Tomorrow.", 1), ("monday", 1), ("mon", 1), ("on Friday", 5),
        ("sat", 6), ("Sunday", 7), ("sunday next week", 7), ("Sam", None), ("day", None),
        ("on", None), ("t", None), ("", None), ("the day after tomorrow", None),
    ],
)  # fmt: skip
def test_a_day_is_known_by_any_of_its_names_and_never_guessed(text: str, ahead: int | None) -> None:
    expected = None if ahead is None else TODAY + ahead * DAY
    assert named_day(text, days_ahead(TODAY), TODAY, PLAN) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_no_two_days_to_choose_from_have_the_same_name(today: date) -> None:
    words = [day_word(day, today, PLAN) for day in (today, *days_ahead(today))]
    assert len(set(words)) == 8


@pytest.mark.parametrize(
    ("cue", "day", "say", "expected"),
    [
        ("I get home", "tomorrow", "text Sam", "When I get home tomorrow, I will text Sam."),
        (
            "I have put the kettle on",
            "tomorrow",
            "text Sam",
            "When I have put the kettle on tomorrow, I will text Sam.",
        ),
        (
            "I have put the kettle on",
            "on Friday",
            "text Sam",
            "When I have put the kettle on, on Friday, I will text Sam.",
        ),
        ("", "on Friday", "text Sam", "On Friday I will text Sam."),
        ("I get home", "today", "ask: why?", "When I get home today, I will ask: why?"),
        ("the kettle is ON", "on Friday", "rest", "When the kettle is ON, on Friday, I will rest."),
        (
            "after I walk the dog",
            "tomorrow",
            "text Sam",
            "After I walk the dog tomorrow, I will text Sam.",
        ),
        (
            "As soon as I get home",
            "on Friday",
            "text Sam",
            "As soon as I get home on Friday, I will text Sam.",
        ),
        (
            "afternoon tea is over",
            "tomorrow",
            "text Sam",
            "When afternoon tea is over tomorrow, I will text Sam.",
        ),
    ],
)
def test_a_plan_is_one_sentence(cue: str, day: str, say: str, expected: str) -> None:
    assert sentence(cue, day, say, PLAN) == expected


@pytest.mark.parametrize(
    ("template", "say", "expected"),
    [
        ("Still open: {say}. Any news?", "ring Ana", "Still open: ring Ana. Any news?"),
        ("Still open: {say}. Any news?", "ring Ana.", "Still open: ring Ana. Any news?"),
        ("Still open: {say}. Any news?", "ask: why?", "Still open: ask: why? Any news?"),
        ("まだです：{say}。", "ring Ana.", "まだです：ring Ana."),
        ("{say}: still open.", "ring Ana", "Ring Ana: still open."),
        ("Still open: {say}", "{say}", "Still open: {say}"),
    ],
)
def test_a_sentence_ends_once_whatever_is_filled_in(template: str, say: str, expected: str) -> None:
    assert told(template, say=say) == expected


GERMAN = PLAN.changed(
    {
        "sentence": "{day}, wenn {cue}: {say}.",
        "tomorrow": "morgen",
        "this_week": "am {weekday}",
        "next_week": "am {weekday} nächster Woche",
        "weekday-fri": "Freitag",
        "weekday-sun": "Sonntag",
    }
)


@pytest.mark.parametrize(
    ("text", "ahead"),
    [("freitag", 5), ("am Freitag", 5), ("fr", 5), ("Sonntag", 7), ("morgen", 1), ("am", None)],
)
def test_a_day_is_known_by_its_names_in_other_words(text: str, ahead: int | None) -> None:
    expected = None if ahead is None else TODAY + ahead * DAY
    assert named_day(text, days_ahead(TODAY), TODAY, GERMAN) == expected


def test_other_words_may_put_the_sentence_in_another_order() -> None:
    day = day_word(TODAY + 5 * DAY, TODAY, GERMAN)
    said = sentence("ich heimkomme", day, "Sam schreiben", GERMAN)
    assert said == "Am Freitag, wenn ich heimkomme: Sam schreiben."


@pytest.mark.parametrize(
    ("who", "text", "is_said"),
    [
        ("Sam", "ring Sam today", True),
        ("Sam", "ring Ana today", False),
        ("", "ring someone kind today", True),
        ("", "text someone kind today", False),
        ("", "ring someone kind", False),
    ],
)
def test_a_plan_is_known_as_an_act_of_the_list_whoever_stands_in_it(
    who: str, text: str, is_said: bool
) -> None:
    act = Act(id="ring", text="", say="ring {who} today")
    assert says(act, plan(who=who, text=text)) is is_said
