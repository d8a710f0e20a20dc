"""What is on offer tonight: a short list that knows the weekday and what was chosen lately."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan
from winddown.routine.evening import ChosenComfort, Evening, Outcome, Plan, Reflection
from winddown.routine.lists import Comfort, Habit
from winddown.routine.offering import WEEKLY_CALL, comforts_for, habits_for, weekly_call
from winddown.routine.weekdays import WEEKDAYS, Weekday

LIST = tuple(Comfort(id=f"c{number}", text="", low=number % 2 == 0) for number in range(10))
SUNDAY = Comfort(id="sheets", text="", days=("sun",))
FRIDAY = Comfort(id="pizza", text="", days=("fri",), low=True)
HABITS = tuple(Habit(id=f"h{number}", text="") for number in range(8))


def _chose(*ids: str, ago: int = 1) -> Evening:
    comforts = tuple(ChosenComfort(id=each, text=each) for each in ids)
    return evening(TODAY - ago * DAY, comforts=comforts)


def _noticed(*ids: str) -> Evening:
    return evening(reflections=tuple(Reflection(id=each, text=each) for each in ids))


@pytest.mark.parametrize(
    ("past", "low", "expected"),
    [
        ([], False, "sheets c0 c1 c2 c3 c4 c5"),
        ([_chose("c9", "c3")], False, "sheets c9 c3 c0 c1 c2 c4"),
        ([_chose("c3"), _chose("c9", "c3", ago=2)], False, "sheets c3 c9 c0 c1 c2 c4"),
        ([_chose("c9", ago=15)], False, "sheets c0 c1 c2 c3 c4 c5"),
        ([_chose("pizza")], False, "sheets c0 c1 c2 c3 c4 c5"),
        ([_chose("gone", "")], False, "sheets c0 c1 c2 c3 c4 c5"),
        ([], True, "c0 c2 c4"),
        ([_chose("c9", "c8")], True, "c8 c0 c2"),
    ],
)
def test_today_comes_first_then_what_was_chosen_lately_then_the_list(
    past: list[Evening], low: bool, expected: str
) -> None:
    offered = comforts_for((*LIST, FRIDAY, SUNDAY), past, TODAY, low=low)
    assert [comfort.id for comfort in offered] == expected.split()


ids = st.sampled_from("abcdefghijkl")
any_comforts = st.lists(
    st.builds(
        Comfort,
        id=ids,
        text=st.just("words"),
        days=st.lists(st.sampled_from(WEEKDAYS), max_size=2).map(tuple),
        low=st.booleans(),
    ),
    unique_by=lambda comfort: comfort.id,
)
any_past = st.lists(
    st.builds(
        lambda chosen, ago: _chose(*chosen, ago=ago), st.lists(ids, max_size=4), st.integers(1, 20)
    ),
    max_size=6,
)


@given(any_comforts, any_past, st.dates(), st.booleans())
def test_a_short_list_holds_only_what_fits_tonight_and_each_thing_once(
    comforts: list[Comfort], past: list[Evening], today: date, low: bool
) -> None:
    offered = comforts_for(comforts, past, today, low=low)
    weekday: Weekday = WEEKDAYS[today.weekday()]
    fitting = [c for c in comforts if weekday in (c.days or [weekday]) and (c.low or not low)]
    assert len({comfort.id for comfort in offered}) == len(offered)
    assert set(offered) <= set(fitting)
    assert len(offered) == min(3 if low else 7, len(fitting))
    assert offered == comforts_for(comforts, past, today, low=low)


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ([], "h0 h1 h2 h3 h4"),
        ([_noticed("h7", "h2")], "h7 h2 h0 h1 h3"),
        ([_noticed("h2"), _noticed("h7", "h2")], "h2 h7 h0 h1 h3"),
        ([_noticed("gone", "")], "h0 h1 h2 h3 h4"),
    ],
)
def test_five_habits_are_offered_and_recent_ones_come_first(
    past: list[Evening], expected: str
) -> None:
    assert [habit.id for habit in habits_for(HABITS, past)] == expected.split()


def test_a_list_of_ones_own_that_is_short_is_offered_whole() -> None:
    assert comforts_for(LIST[:2], [], TODAY) == LIST[:2]
    assert habits_for(HABITS[:1], []) == HABITS[:1]


# The weekly call


def _called(ago: int = 7, answered: int = 6, answer: Outcome = "did-it", **more: Any) -> Plan:
    """Give a weekly call, its day and its answer so many days ago."""
    followup = outcome(answer, TODAY - answered * DAY)
    return plan(TODAY - ago * DAY, **{"act": WEEKLY_CALL, "followup": followup} | more)


@pytest.mark.parametrize("call", [_called(), _called(answer="changed-shape"), _called(answered=7)])
def test_a_weekly_call_that_was_done_comes_back_on_its_weekday(call: Plan) -> None:
    assert weekly_call([evening(), evening(TODAY - 8 * DAY, outreach=call)], TODAY) == call


@pytest.mark.parametrize(
    "call",
    [
        _called(ago=8),
        _called(ago=14, answered=13),
        _called(answered=0),
        _called(answer="no-reply"),
        _called(followup=None),
        _called(act="send-heart"),
    ],
    ids=["another weekday", "a week later", "answered tonight", "not done", "open", "another act"],
)
def test_nothing_else_comes_back_as_a_weekly_call(call: Plan) -> None:
    assert weekly_call([evening(TODAY - 8 * DAY, outreach=call)], TODAY) is None


def test_a_weekly_call_of_an_evening_kept_out_does_not_come_back() -> None:
    older = evening(TODAY - 9 * DAY, outreach=_called(who="Ana"))
    newer = evening(TODAY - 8 * DAY, outreach=_called(who="Sam"))
    assert weekly_call([newer, older], TODAY) == newer.outreach
    assert weekly_call([replace(newer, keep_out=True), older], TODAY) == older.outreach
