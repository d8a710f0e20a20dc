"""An evening's page: weeks later it tells what was answered, kindly, and keeps the rest folded."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan
from tests.unit.routine.paged import CLOSING, FULL, NAMES, PLAN, SAY, SCROLL, page
from winddown.routine.evening import (
    ChosenComfort,
    Evening,
    Followup,
    Outcome,
    Reflection,
    Settled,
)
from winddown.routine.pages import line_of, short_title


def became(answer: Outcome | None, expected: int | None = None, felt: int | None = None) -> str:
    """Tell what became of a plan, without the plan itself."""
    followup = replace(outcome(answer), felt=felt) if answer else None
    kept = plan(expected=expected, followup=followup)
    (paragraph,) = page(evening(outreach=kept)).paragraphs
    return paragraph.partition("” ")[2]


def test_a_whole_evening_is_told_in_prose_with_what_is_more_private_folded() -> None:
    told = page(FULL)
    assert told.title == "Sunday 22 November 2026"
    assert told.month == "November 2026"
    assert told.paragraphs == (
        "On a tired evening you breathed for five minutes (Long out-breath). You chose “Pull a"
        " favourite blanket close” for comfort. How settled you felt: 4 before, 6 after.",
        "You noticed “Scrolling social media”, and it may have kept something at arm's length;"
        " that happens. It took a little from something, or someone, that matters to you.",
        "You crossed paths with Sam and the neighbour.",
        "One small thing stood ready: “When I have put the kettle on tomorrow, I will text Sam"
        " that I am thinking of them.” You did it. You guessed it would feel like 4; it felt"
        " like 8.",
    )
    assert told.note == "Rain on the window."
    assert [(each.label, each.text) for each in told.folded] == [
        ("Away from what", "my sister"),
        ("How you would reach out", "a postcard"),
        ("First words", "Saw this and thought of you."),
        ("How it went", "We laughed."),
    ]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ("You came by, and let the rest be.",)),
        ({"step": "reflection", "route": "full"}, ("You came by, and let the rest be.",)),
        ({"note": "Rain."}, ()),
        ({"settled": Settled(before=3)}, ("How settled you felt as the evening began: 3.",)),
        ({"settled": Settled(after=0)}, ("How settled you felt afterwards: 0.",)),
        (
            {"tonight": "heavy", "settled": Settled(before=3, after=3)},
            ("It was a heavy evening. How settled you felt: 3 before, 3 after.",),
        ),
        (
            {"tonight": "not-okay", "route": "support"},
            ("The evening was not okay, and you came here all the same.",),
        ),
        (
            {"reflections": (SCROLL, replace(SCROLL, text="Games", reading="rest", cost="no"))},
            (
                "You noticed “Scrolling social media”. You noticed “Games”, and it was rest."
                " It took nothing from what matters to you.",
            ),
        ),
        (
            {"comforts": tuple(ChosenComfort(text=each) for each in "abcd")},
            ("You chose “a”, “b”, “c” and “d” for comfort.",),
        ),
        (
            {"outreach": plan(TODAY + 3 * DAY, at=time(18, 30), text="ring Ana!")},
            (
                "One small thing stood ready: “On Wednesday at 18:30 I will ring Ana!”"
                " It was left to rest.",
            ),
        ),
    ],
)
def test_only_what_is_there_is_told_and_an_unfinished_evening_is_no_less(
    answers: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert page(evening(**answers)).paragraphs == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (None, "It was left to rest."),
        ("did-it", "You did it."),
        ("no-reply", "You tried, and that was the whole plan."),
        ("changed-shape", "It turned into something else, which is reaching out too."),
        ("they-reached-me", "They reached you first."),
        ("carry-on", "You kept it for another day. It was left to rest."),
        ("let-go", "You let it go; no reason needed."),
    ],
)
def test_whatever_became_of_a_plan_is_told_without_a_mark(
    answer: Outcome | None, expected: str
) -> None:
    assert became(answer) == expected


@pytest.mark.parametrize(
    ("expected", "felt", "told"),
    [
        (4, 8, "You did it. You guessed it would feel like 4; it felt like 8."),
        (8, 0, "You did it. You guessed it would feel like 8; it felt like 0."),
        (6, 6, "You did it. It felt like 6, as you had guessed."),
        (0, None, "You guessed it would feel like 0. You did it."),
        (None, 0, "You did it. It felt like 0."),
    ],
)
def test_what_was_expected_stands_beside_how_it_was(
    expected: int | None, felt: int | None, told: str
) -> None:
    assert became("did-it", expected, felt) == told


@pytest.mark.parametrize(
    ("today", "followup", "told"),
    [
        (TODAY, None, ""),
        (TODAY + DAY, None, "It is still open; there is no hurry."),
        (TODAY + 8 * DAY, None, "It is still open; there is no hurry."),
        (TODAY + 9 * DAY, None, "It was left to rest."),
        (TODAY, outcome("carry-on", carried=1), "You kept it for another day."),
        (
            TODAY + DAY,
            outcome("carry-on", carried=1),
            "You kept it for another day. It is still open; there is no hurry.",
        ),
        (
            TODAY,
            outcome("carry-on", carried=2),
            "You kept it for another day. It was left to rest.",
        ),
    ],
)
def test_a_plan_that_still_waits_is_told_so_and_one_that_rests_as_well(
    today: date, followup: Followup | None, told: str
) -> None:
    (paragraph,) = page(evening(outreach=plan(followup=followup)), today).paragraphs
    assert paragraph.partition("”")[2].strip() == told


def test_the_day_of_a_plan_is_named_as_it_was_that_evening() -> None:
    kept = plan(TODAY + DAY, text="ring Ana")
    told = {page(evening(outreach=kept), TODAY + after * DAY).paragraphs[0] for after in (0, 400)}
    assert all("“Tomorrow I will ring Ana.”" in each for each in told)


def test_what_two_habits_led_away_from_is_told_apart() -> None:
    away = replace(SCROLL, from_what="a call"), Reflection(text="Games", from_what="a bill")
    assert [(each.label, each.text) for each in page(evening(reflections=away)).folded] == [
        ("“Scrolling social media”: away from what", "a call"),
        ("“Games”: away from what", "a bill"),
    ]


@pytest.mark.parametrize("channel", ["none", "text", "voice", "face", ""])
def test_a_usual_way_to_reach_someone_is_not_told_twice(channel: str) -> None:
    assert page(evening(outreach=plan(channel=channel))).folded == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 20), "Fri 20 Nov"),
        (date(2026, 1, 1), "Thu 1 Jan"),
        (date(2025, 11, 20), "Thu 20 Nov 2025"),
        (date(2027, 1, 1), "Fri 1 Jan 2027"),
    ],
)
def test_in_a_list_an_evening_has_a_short_name_with_its_year_where_that_is_another_one(
    day: date, expected: str
) -> None:
    assert short_title(day, TODAY, SAY, PLAN) == expected


@given(st.dates(), st.dates())
def test_a_short_name_leaves_room_for_a_line_beside_it(day: date, today: date) -> None:
    assert len(short_title(day, today, SAY, PLAN)) <= 15


@given(strategies.evenings(), st.dates())
def test_any_evening_makes_a_page_on_any_day(any_evening: Evening, today: date) -> None:
    told = page(any_evening, today)
    assert told.title
    assert told.paragraphs or told.note
    assert all(each.strip() for each in told.paragraphs)


@given(strategies.evenings())
def test_all_that_was_chosen_is_told_and_all_that_was_written_besides_is_folded(
    any_evening: Evening,
) -> None:
    told = page(any_evening)
    prose = "\n".join(told.paragraphs)
    chosen = (*any_evening.comforts, *any_evening.reflections)
    assert all(each.text in prose for each in chosen)
    assert all(name in prose for name in any_evening.in_touch)
    folded = [each.text for each in told.folded]
    written = [each.from_what for each in any_evening.reflections]
    if any_evening.outreach is not None:
        written.append(any_evening.outreach.words)
        if any_evening.outreach.followup is not None:
            written.append(any_evening.outreach.followup.note)
    assert [text for text in written if text and text not in folded] == []


@given(strategies.evenings(), st.dates())
def test_what_is_folded_never_stands_open_on_the_page(any_evening: Evening, today: date) -> None:
    private = "what-nobody-needs-to-see"
    reflections = tuple(replace(each, from_what=private) for each in any_evening.reflections)
    kept = any_evening.outreach
    if kept is not None:
        followup = replace(kept.followup, note=private) if kept.followup else None
        kept = replace(kept, words=private, followup=followup)
    told = page(replace(any_evening, reflections=reflections, outreach=kept), today)
    assert not any(private in each for each in (told.title, *told.paragraphs, told.note))


JUDGED = re.compile(
    r"\b(only|just|unfinished|failed|missed|never|should|not done|nothing came|still not)\b"
)


def test_no_word_of_a_page_shames() -> None:
    kinds = [
        evening(),
        *(evening(tonight=each) for each in ("light", "steady", "tired", "heavy", "not-okay")),
        *(evening(reflections=(replace(SCROLL, reading=each),)) for each in ("away", "unsure")),
        *(
            evening(reflections=(replace(SCROLL, cost=each),))
            for each in ("no", "a-little", "yes", "unsure")
        ),
        *(evening(outreach=plan(followup=outcome(each))) for each in get_args(Outcome)),
        evening(outreach=plan()),
    ]
    for kind in kinds:
        assert [text for text in page(kind).paragraphs if JUDGED.search(text)] == []


def test_a_page_keeps_to_itself_what_it_says_when_it_is_printed_for_a_programmer() -> None:
    assert "Rain" not in repr(page(FULL))
    assert "sister" not in repr(page(FULL).folded[0])


# In a list


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({"note": "  Rain on the window. \nAnd wind.", "tonight": "tired"}, "Rain on the window."),
        ({"tonight": "heavy"}, "It was a heavy evening."),
        (
            {"reflections": (replace(SCROLL, reading="rest"),)},
            "You noticed “Scrolling social media”, and it was rest.",
        ),
        ({"in_touch": ("Sam",)}, "You crossed paths with Sam."),
        (
            {"outreach": plan(text="ring Ana")},
            "One small thing stood ready: “Tomorrow I will ring Ana.”",
        ),
        ({}, "You came by, and let the rest be."),
    ],
)
def test_in_a_list_an_evening_is_the_line_that_was_kept_or_else_a_sentence_of_its_page(
    answers: dict[str, Any], line: str
) -> None:
    assert line_of(evening(**answers), SAY, CLOSING, PLAN, NAMES) == line
