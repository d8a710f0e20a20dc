"""One plan at a time: when it is open, when it is asked about, and when it rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan, whole
from winddown.routine.evening import Evening, Outcome, Plan
from winddown.routine.plans import (
    answered,
    asked_plan,
    before_answer,
    folded,
    is_asked,
    is_open,
    open_plan,
    plan_at_hand,
    rests,
    wants_feeling,
    was_open,
)

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
CLOSING = [each for each in OUTCOMES if each != "carry-on"]

days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
outcomes = st.sampled_from(OUTCOMES)
followups = st.none() | st.builds(outcome, outcomes, days, st.integers(0, 3))
plans = st.builds(lambda on, followup: plan(on, followup=followup), days, followups)


@pytest.mark.parametrize(
    ("days_past", "stands", "asks"),
    [
        (-7, True, False),
        (-1, True, False),
        (0, True, True),
        (7, True, True),
        (8, False, False),
        (400, False, False),
    ],
)
def test_a_plan_is_asked_about_from_its_day_on_and_rests_after_a_week(
    days_past: int, stands: bool, asks: bool
) -> None:
    made = plan(TODAY - days_past * DAY)
    assert is_open(made, TODAY) is stands
    assert is_asked(made, TODAY) is asks
    assert rests(made, TODAY) is not stands


@pytest.mark.parametrize(("carried", "stands"), [(0, True), (1, True), (2, False), (3, False)])
def test_a_plan_kept_twice_rests(carried: int, stands: bool) -> None:
    assert is_open(plan(followup=outcome("carry-on", carried=carried)), TODAY) is stands


@pytest.mark.parametrize("answer", CLOSING)
def test_every_answer_but_keeping_closes_a_plan(answer: Outcome) -> None:
    closed = answered(plan(TODAY), answer, TODAY)
    assert not is_open(closed, TODAY)
    assert closed.on == TODAY


@given(plans, days)
def test_what_is_asked_about_is_always_open_and_what_is_open_never_rests(
    made: Plan, today: date
) -> None:
    assert not is_asked(made, today) or is_open(made, today)
    assert is_open(made, today) is not rests(made, today)


@given(plans, days, st.integers(1, 400))
def test_a_clock_set_back_closes_no_plan(made: Plan, today: date, back: int) -> None:
    assume(is_open(made, today))
    assert is_open(made, today - back * DAY)


@given(days, st.integers(1, 7), st.sampled_from([-1, 1]))
def test_a_flight_over_the_date_line_loses_no_plan(made_on: date, ahead: int, jump: int) -> None:
    landed = made_on + jump * DAY
    past = [evening(made_on, outreach=plan(made_on + ahead * DAY))]
    assert open_plan(past, landed) == past[0]
    assert (asked_plan(past, landed) is not None) is (jump >= ahead)


@given(days, st.integers(1, 7), st.integers(0, 7))
def test_a_plan_that_was_kept_is_asked_about_the_evening_after(
    made_on: date, ahead: int, late: int
) -> None:
    today = made_on + (ahead + late) * DAY
    kept = answered(plan(made_on + ahead * DAY), "carry-on", today)
    past = [evening(made_on, outreach=kept)]
    assert asked_plan(past, today) is None
    assert all(asked_plan(past, today + wait * DAY) == past[0] for wait in range(1, 9))
    assert asked_plan(past, today + 9 * DAY) is None


def test_a_plan_is_never_asked_about_a_third_time_once_it_was_kept_twice() -> None:
    first = answered(plan(TODAY), "carry-on", TODAY)
    second = answered(first, "carry-on", TODAY + DAY)
    assert second.followup is not None
    assert second.followup.carried == 2
    assert all(rests(second, TODAY + wait * DAY) for wait in range(30))


@given(plans, outcomes, outcomes, days, st.none() | st.integers(0, 10))
def test_changing_ones_mind_leaves_no_trace_of_the_first_answer(
    before: Plan, first: Outcome, second: Outcome, tonight: date, felt: int | None
) -> None:
    answered(before, first, tonight, felt=felt, note="at first")
    given_at_last = answered(before, second, tonight)
    kept = second == "carry-on"
    assert given_at_last.followup is not None
    assert given_at_last.followup.carried == kept + (
        before.followup.carried if before.followup else 0
    )
    assert given_at_last.on == (tonight + DAY if kept else before.on)
    assert not given_at_last.followup.note


@given(days, st.integers(0, 7), st.integers(0, 1), outcomes)
def test_an_answer_of_tonight_can_be_asked_about_again_after_the_program_was_left(
    on: date, late: int, carried: int, answer: Outcome
) -> None:
    tonight = on + late * DAY
    kept = outcome("carry-on", on - DAY, carried) if carried else None
    before = plan(on, followup=kept)
    after = answered(before, answer, tonight)
    past = [evening(on - 2 * DAY, outreach=after)]
    assert plan_at_hand(past, tonight) == past[0]
    again = before_answer(after, tonight)
    assert is_asked(again, tonight)
    assert answered(again, answer, tonight) == after
    assert before_answer(before, tonight) == before
    if answer != "carry-on":
        assert again == before


@given(plans, outcomes, days)
def test_an_answer_changes_nothing_of_the_plan_but_its_day(
    before: Plan, answer: Outcome, tonight: date
) -> None:
    after = answered(before, answer, tonight)
    assert replace(after, on=before.on, followup=before.followup) == before


@pytest.mark.parametrize("answer", OUTCOMES)
def test_how_it_felt_is_kept_only_where_something_happened(answer: Outcome) -> None:
    followup = answered(plan(), answer, TODAY, felt=8, note="We laughed.").followup
    assert followup is not None
    asks = answer in ("did-it", "changed-shape", "they-reached-me")
    assert wants_feeling(answer) is asks
    assert followup.felt == (8 if asks else None)
    assert followup.note == "We laughed."


def test_an_older_open_plan_is_found_behind_evenings_without_one() -> None:
    past = [
        evening(TODAY - DAY),
        evening(TODAY - 2 * DAY, outreach=plan(TODAY, followup=outcome("let-go"))),
        evening(TODAY - 3 * DAY, outreach=plan(TODAY)),
    ]
    assert asked_plan(past, TODAY) == past[2]
    assert open_plan(past[:2], TODAY) is None


def test_an_open_plan_whose_day_is_ahead_is_found_but_not_asked_about() -> None:
    past = [evening(TODAY - DAY, outreach=plan(TODAY + DAY))]
    assert open_plan(past, TODAY) == past[0]
    assert asked_plan(past, TODAY) is None


def test_the_search_stops_where_no_plan_can_be_open_any_more() -> None:
    def past() -> Iterator[Evening]:
        yield evening(TODAY - 23 * DAY)
        raise AssertionError("read further back than any open plan can be")

    assert open_plan(past(), TODAY) is None
    assert plan_at_hand(past(), TODAY) is None


@pytest.mark.parametrize(
    ("made", "on_evening", "expected"),
    [
        (plan(TODAY), TODAY - DAY, True),
        (plan(TODAY), TODAY + 8 * DAY, False),
        (plan(TODAY, followup=outcome("did-it", TODAY + DAY)), TODAY, True),
        (plan(TODAY, followup=outcome("did-it", TODAY + DAY)), TODAY + DAY, False),
        (plan(TODAY + DAY, followup=outcome("carry-on", TODAY, 1)), TODAY, True),
        (plan(TODAY + DAY, followup=outcome("carry-on", TODAY, 2)), TODAY, False),
    ],
)
def test_an_earlier_evening_is_known_to_have_had_an_open_plan(
    made: Plan, on_evening: date, expected: bool
) -> None:
    assert was_open(made, on_evening) is expected


def _nights(*answers: Mapping[str, Any]) -> list[Evening]:
    """Whole evenings before today, newest first."""
    return [whole(TODAY - (ago + 1) * DAY, **each) for ago, each in enumerate(answers)]


MADE = {"outreach": plan(TODAY, followup=outcome("did-it", TODAY - timedelta(days=9)))}
SHORT = {"route": "short"}
UNFINISHED = {"ended": None}


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ([], False),
        (_nights({}), False),
        (_nights({}, {}), True),
        (_nights({}, {}, MADE), True),
        (_nights({}, MADE, {}), False),
        (_nights(MADE, {}, {}), False),
        (_nights({}, SHORT), False),
        (_nights(SHORT, {}, SHORT, {}), True),
        (_nights(UNFINISHED, {}), False),
        (_nights({"route": None}, {}), True),
        (_nights({}, {"route": "support"}), False),
        ([whole(TODAY - 15 * DAY), whole(TODAY - 16 * DAY)], False),
    ],
)
def test_reaching_out_folds_only_after_two_whole_evenings_without_a_plan(
    past: list[Evening], expected: bool
) -> None:
    assert folded(past, TODAY) is expected


def test_evenings_on_which_a_plan_was_still_open_do_not_fold_the_step() -> None:
    waiting = {"outreach": plan(TODAY)}
    assert not folded(_nights({}, {}, waiting), TODAY)
