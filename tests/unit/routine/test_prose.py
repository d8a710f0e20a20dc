"""The evening read back: only what was answered, in the person's words, with no mark given."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan
from winddown.data import content
from winddown.routine.evening import ChosenComfort, Evening, Plan, Reflection, Round, Settled
from winddown.routine.prose import plan_line, read_back

SAY, PLAN = content.words("closing"), content.words("plan")
NAMES = {"long-out": "Long out-breath", "box": "Box", "feet": "Feet and hands"}
FIVE_MINUTES = Round(kind="pattern", id="long-out", seconds=300, cycles=30)
FEET = Round(kind="anchor", id="feet", seconds=60)
BLANKET = ChosenComfort(id="blanket", text="Pull a favourite blanket close")
PIZZA = ChosenComfort(id="friday-pizza", text="Friday night pizza")
SCROLL = Reflection(id="scroll", text="Scrolling social media")
KETTLE = plan(cue="I have put the kettle on", who="Sam")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "Nothing was needed, and nothing is missing."),
        ({"keep_out": True}, "Nothing was needed, and nothing is missing."),
        ({"note": "Rain on the window."}, "You kept a line, and let the rest be."),
        (
            {"settled": Settled(before=3)},
            "You noticed how settled you were, and let the rest be.",
        ),
        ({"tonight": "light"}, "It was a light evening."),
        ({"tonight": "not-okay"}, "The evening was not okay, and you came here all the same."),
        (
            {"tonight": "not-okay", "comforts": (BLANKET,)},
            "On an evening that was not okay you chose “Pull a favourite blanket close”"
            " for comfort.",
        ),
        (
            {"breathing": (FIVE_MINUTES,)},
            "You breathed for five minutes (Long out-breath).",
        ),
        (
            {"breathing": (replace(FIVE_MINUTES, id="mine", seconds=60),)},
            "You breathed for a minute.",
        ),
        ({"breathing": (replace(FIVE_MINUTES, seconds=20),)}, None),
        (
            {"breathing": (FIVE_MINUTES, replace(FIVE_MINUTES, id="box", seconds=600))},
            "You breathed for 15 minutes (Long out-breath and Box).",
        ),
        (
            {"tonight": "heavy", "breathing": (FEET,)},
            "On a heavy evening you let the breath be for a minute (Feet and hands).",
        ),
        (
            {"tonight": "tired", "breathing": (FIVE_MINUTES,), "comforts": (BLANKET, PIZZA)},
            "On a tired evening you breathed for five minutes (Long out-breath).\nYou chose"
            " “Pull a favourite blanket close” and “Friday night pizza” for comfort.",
        ),
        (
            {
                "comforts": (
                    BLANKET,
                    PIZZA,
                    ChosenComfort(text="Ana's tea"),
                    ChosenComfort(text="x"),
                )
            },
            "You chose “Pull a favourite blanket close”, “Friday night pizza”, “Ana's tea” and"
            " more besides for comfort.",
        ),
        (
            {"comforts": (ChosenComfort(text="x"), ChosenComfort(text="y"), PIZZA)},
            "You chose “x”, “y” and “Friday night pizza” for comfort.",
        ),
        ({"reflections": (SCROLL,)}, "You noticed “Scrolling social media”."),
        (
            {"reflections": (replace(SCROLL, reading="rest"),)},
            "You noticed “Scrolling social media”, and it was rest.",
        ),
        (
            {"reflections": (replace(SCROLL, reading="both"),)},
            "You noticed “Scrolling social media”, and it was a bit of both.",
        ),
        (
            {"reflections": (replace(SCROLL, reading="away"),)},
            "You noticed “Scrolling social media”, and it may have kept something at arm's"
            " length; that happens.",
        ),
        (
            {"reflections": (replace(SCROLL, reading="unsure"),)},
            "You noticed “Scrolling social media”, and left open what it was.",
        ),
        (
            {"in_touch": ("Sam", "the neighbour")},
            "You crossed paths with Sam and the neighbour.",
        ),
        (
            {"outreach": KETTLE},
            "One small thing stands ready: When I have put the kettle on tomorrow, I will text"
            " Sam that I am thinking of them.",
        ),
        (
            {"tonight": "steady", "outreach": plan(TODAY - DAY, followup=outcome("did-it"))},
            "It was a steady evening.\n“text Sam that I am thinking of them”: you did it.",
        ),
    ],
)
def test_an_evening_is_read_back_in_plain_words(
    answers: dict[str, Any], expected: str | None
) -> None:
    expected = expected or "You breathed for a little while (Long out-breath)."
    assert read_back(evening(**answers), TODAY, SAY, PLAN, NAMES) == expected


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (plan(TODAY), "Today I will text Sam that I am thinking of them."),
        (
            replace(KETTLE, at=time(18, 30)),
            "When I have put the kettle on tomorrow at 18:30, I will text Sam that I am"
            " thinking of them.",
        ),
        (
            plan(TODAY + 5 * DAY, cue="I get home"),
            "When I get home on Friday, I will text Sam that I am thinking of them.",
        ),
        (plan(TODAY - DAY, text="ring Ana."), "Still open: ring Ana."),
        (
            plan(TODAY, text="ring Ana", followup=outcome("carry-on", carried=1)),
            "Today I will ring Ana.",
        ),
        (plan(TODAY - 8 * DAY, text="ring Ana"), "“ring Ana”: resting now."),
        (
            plan(TODAY, text="ring Ana", followup=outcome("carry-on", carried=2)),
            "“ring Ana”: resting now.",
        ),
        (
            plan(TODAY, text="ring Ana", followup=outcome("no-reply")),
            "“ring Ana”: you tried, and that was the whole plan.",
        ),
        (
            plan(TODAY, text="ring Ana", followup=outcome("changed-shape")),
            "“ring Ana”: it turned into something else.",
        ),
        (
            plan(TODAY, text="ring Ana", followup=outcome("they-reached-me")),
            "“ring Ana”: they reached you first.",
        ),
        (plan(TODAY, text="ring Ana", followup=outcome("let-go")), "“ring Ana”: let go."),
    ],
)
def test_a_plan_is_one_line_as_it_stands_tonight(kept: Plan, expected: str) -> None:
    assert plan_line(kept, TODAY, PLAN) == expected


@given(strategies.evenings(), st.dates())
def test_any_evening_can_be_read_back_from_any_day(any_evening: Evening, today: date) -> None:
    told = read_back(any_evening, today, SAY, PLAN, NAMES)
    assert told
    for comfort in any_evening.comforts[:3]:
        assert comfort.text in told
    for reflection in any_evening.reflections:
        assert reflection.text in told
    if any_evening.outreach is not None:
        assert any_evening.outreach.text in told


@given(strategies.evenings(TODAY))
def test_no_number_on_a_scale_is_ever_read_back(any_evening: Evening) -> None:
    marked = replace(any_evening, settled=Settled(before=9, after=2))
    unmarked = replace(any_evening, settled=Settled())
    told = read_back(marked, TODAY, SAY, PLAN)
    assert told == read_back(unmarked, TODAY, SAY, PLAN) or not re.search(r"\d", told)


@given(strategies.evenings(TODAY))
def test_why_someone_stepped_back_and_what_it_cost_is_never_read_back(
    any_evening: Evening,
) -> None:
    private = tuple(
        replace(each, cost="yes", from_what="my sister") for each in any_evening.reflections
    )
    bare = tuple(replace(each, cost=None, from_what="") for each in any_evening.reflections)
    told = read_back(replace(any_evening, reflections=private), TODAY, SAY, PLAN)
    assert told == read_back(replace(any_evening, reflections=bare), TODAY, SAY, PLAN)
