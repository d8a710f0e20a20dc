"""What evenings add up to, in plain sentences: counted, compared with nobody, and not too early."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.unit.routine.evenings import TODAY
from tests.unit.routine.paged import CLOSING, PLAN, SAY
from tests.unit.routine.sums import FORTNIGHT, MUCH, NOTHING
from winddown.routine.ago import ago
from winddown.routine.over_time import OverTime
from winddown.routine.over_time_told import PLANS, over_time_told


def told(over: OverTime) -> list[str]:
    """Tell it, a paragraph each."""
    return list(over_time_told(over, TODAY, SAY, CLOSING, PLAN))


def test_everything_that_is_drawn_over_time_can_be_read_as_well() -> None:
    assert told(MUCH) == [
        "How settled you felt as evenings began, in the last four weeks: 4.5 in the middle,"
        " from 2 to 7.",
        "How settled you felt afterwards, in the last four weeks: 6.",
        "Habits in the last fortnight, as you read them: 2 rest, 1 a bit of both and 5 at arm's"
        " length; 8 in all.",
        "Habits in the fortnight before: 3 rest, 1 at arm's length and 1 not sure; 5 in all.",
        "Weeks in which someone crossed your path, of the last twelve: 7.",
        "Quieter weeks, with evenings and no name: 3.",
        "Who crossed your path, and how long ago\nSam, 3 days ago\nthe neighbour, 2 weeks ago",
        "Comforts chosen most in the last four weeks: “Tea” (5) and “Green blanket” (3).",
        "Comforts you may have forgotten about: “A bath”.",
        "Plans, and what became of them\nThu 19 Nov: “text Sam”. You did it. You guessed it would"
        " feel like 4; it felt like 8.\nSat 18 Oct 2025: “ring Ana”. You let it go; no reason"
        " needed.",
    ]


def test_under_eight_evenings_it_is_too_early_to_say_anything_else() -> None:
    assert told(replace(MUCH, evenings=7)) == ["It is too early to say anything about the weeks."]


def test_of_what_there_is_nothing_nothing_is_said() -> None:
    assert told(replace(NOTHING, evenings=8)) == []


def test_a_fortnight_that_stands_alone_is_compared_with_none() -> None:
    alone = replace(NOTHING, evenings=8, fortnights=(FORTNIGHT,))
    assert told(alone) == [
        "Habits in the last fortnight, as you read them: 2 rest, 1 a bit of both and 5 at arm's"
        " length; 8 in all."
    ]


def test_of_many_plans_the_latest_are_told() -> None:
    (plans,) = told(replace(NOTHING, evenings=8, plans=MUCH.plans[:1] * 30))
    assert len(plans.split("\n")) == 1 + PLANS


def test_a_plan_that_was_kept_until_it_rests_is_told_so() -> None:
    kept = replace(MUCH.plans[1], outcome="carry-on")
    (plans,) = told(replace(NOTHING, evenings=8, plans=(kept,)))
    assert plans.endswith("“ring Ana”. You kept it for another day. It was left to rest.")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, "today"),
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (62, "8 weeks ago"),
        (63, "2 months ago"),
        (365, "12 months ago"),
        (729, "23 months ago"),
        (730, "24 months ago"),
        (731, "2 years ago"),
        (3653, "10 years ago"),
    ],
)
def test_how_long_ago_a_day_was_is_said_as_a_person_would(days: int, expected: str) -> None:
    assert ago(TODAY - timedelta(days), TODAY, SAY) == expected
