"""The steps of an evening: what always stands, what a route leaves out, and what comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import evenings
from tests.unit.routine.evenings import evening
from winddown.routine.evening import Evening, Route, Tonight
from winddown.routine.paths import route_for, walk

FOUR = ("breathing", "comforts", "reflection", "outreach")
steps = st.permutations(FOUR).flatmap(
    lambda order: st.integers(0, 4).map(lambda length: tuple(order[:length]))
)


@pytest.mark.parametrize(
    ("tonight", "entered", "other"),
    [
        (None, "full", "short"),
        ("light", "full", "short"),
        ("steady", "full", "short"),
        ("tired", "short", "full"),
        ("heavy", "short", "full"),
        ("not-okay", "support", "support"),
    ],
)
def test_enter_goes_the_way_that_suits_tonight_and_f_the_other_one(
    tonight: Tonight | None, entered: Route, other: Route
) -> None:
    assert route_for(tonight, other=False) == entered
    assert route_for(tonight, other=True) == other


@pytest.mark.parametrize(
    ("tonight", "route", "asked", "expected"),
    [
        (None, None, False, ("arrive", *FOUR, "closing")),
        ("light", "full", True, ("arrive", "followup", *FOUR, "closing")),
        ("tired", None, False, ("arrive", "breathing", "comforts", "outreach", "closing")),
        ("tired", "full", False, ("arrive", *FOUR, "closing")),
        (
            "heavy",
            "short",
            True,
            ("arrive", "followup", "breathing", "comforts", "outreach", "closing"),
        ),
        ("not-okay", None, True, ("arrive", "support", "comforts", "closing")),
        ("not-okay", "support", True, ("arrive", "support", "comforts", "closing")),
        (
            "not-okay",
            "short",
            True,
            ("arrive", "support", "breathing", "comforts", "outreach", "closing"),
        ),
    ],
)
def test_each_route_goes_through_its_steps(
    tonight: Tonight | None, route: Route | None, asked: bool, expected: tuple[str, ...]
) -> None:
    assert walk(evening(tonight=tonight, route=route), FOUR, asked=asked) == expected


@given(evenings(), steps, st.booleans())
def test_arriving_and_closing_always_stand_and_no_step_comes_twice(
    tonight: Evening, chosen: tuple[str, ...], asked: bool
) -> None:
    path = walk(tonight, chosen, asked=asked)
    assert (path[0], path[-1]) == ("arrive", "closing")
    assert len(set(path)) == len(path)


@given(evenings(), steps, st.booleans())
def test_the_persons_own_order_holds_and_what_they_leave_out_stays_out(
    tonight: Evening, chosen: tuple[str, ...], asked: bool
) -> None:
    between = [step for step in walk(tonight, chosen, asked=asked) if step in FOUR]
    assert between == [step for step in chosen if step in between]


@given(evenings(), steps, st.booleans())
def test_a_night_that_is_not_okay_begins_with_support_and_asks_about_no_plan(
    tonight: Evening, chosen: tuple[str, ...], asked: bool
) -> None:
    path = walk(tonight, chosen, asked=asked)
    if tonight.tonight == "not-okay":
        assert path[1] == "support"
        assert "followup" not in path
    elif tonight.route != "support":
        assert "support" not in path
        assert ("followup" in path) is asked


def test_a_step_named_twice_in_the_config_comes_once() -> None:
    path = walk(evening(), ("breathing", "outreach", "breathing"), asked=False)
    assert path == ("arrive", "breathing", "outreach", "closing")
