"""A sitting: how long it lasts, how it is covered and paused, and what comes after what."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.routine.breaths import SHIPPED, any_pattern
from tests.unit.routine.evenings import evening
from winddown.data import content
from winddown.routine.breathing import Pattern
from winddown.routine.occasion import Occasion
from winddown.routine.sitting import MINUTES, SETTLING, Sitting, sitting_down

GENTLE = SHIPPED[0]
SHORT = Sitting(pattern=GENTLE, minutes=1, is_short=True)
FULL = Sitting(pattern=GENTLE, minutes=5)


@given(any_pattern, st.floats(0, 60))
def test_the_short_one_made_longer_and_short_again_keeps_within_its_minute(
    pattern: Pattern, at: float
) -> None:
    begun = replace(SHORT, pattern=pattern).begun(0)
    changed = begun.longer(1, at).longer(-1, at)
    assert begun.is_over(at) or changed.is_over(60)


@pytest.mark.parametrize(("at", "ends"), [(10, 56), (55, 56), (58, 63), (70.5, 77)])
def test_past_the_last_end_within_the_minute_it_ends_with_the_breath_in_hand(
    at: float, ends: float
) -> None:
    sitting = SHORT.begun(0).longer(1, 5).longer(-1, at)
    assert not sitting.is_over(ends - 0.01)
    assert sitting.is_over(ends)


def test_a_longer_one_that_was_chosen_has_no_limit_whenever_it_was_chosen() -> None:
    for sitting in (SHORT.longer(1, 0).begun(0), SHORT.begun(0).longer(1, 30)):
        assert not sitting.is_over(120)
        assert sitting.is_over(126)


def test_a_pause_after_the_minute_is_short_again_keeps_the_limit() -> None:
    sitting = SHORT.begun(0).longer(1, 5).paused(30).longer(-1, 90).resumed(100)
    assert not sitting.is_over(127)
    assert sitting.is_over(128)
    assert sitting.kept(130) == SHORT.begun(0).paused(30).resumed(100).kept(130)


@pytest.mark.parametrize("by", [1, -1])
def test_longer_and_shorter_go_through_the_lengths_and_stay_at_the_last(by: int) -> None:
    sitting, gone_through = replace(FULL, minutes=4), []
    for _ in range(8):
        sitting = sitting.longer(by, 0)
        gone_through.append(sitting.minutes)
    lengths = [each for each in MINUTES[::by] if (each - 4) * by > 0]
    assert gone_through[: len(lengths)] == lengths
    assert set(gone_through[len(lengths) :]) == {lengths[-1]}


def test_an_anchor_made_longer_goes_on_for_so_long() -> None:
    sitting = SHORT.resting_on(content.anchors()[0], 0).longer(1, 10)
    assert not sitting.is_over(119)
    assert sitting.is_over(120)


def test_it_begins_by_itself_but_not_while_covered_nor_before_a_caution_was_read() -> None:
    settling = FULL.settling_in(10, hold_known=False)
    assert not settling.is_due(10 + SETTLING - 0.1)
    assert settling.is_due(10 + SETTLING)
    covered = settling.covered(11)
    assert not covered.is_due(60)
    assert not covered.uncovered(60).is_due(60)
    assert covered.uncovered(60).is_due(60 + SETTLING)
    holding = next(each for each in SHIPPED if each.holds)
    cautious = replace(FULL, pattern=holding)
    assert not cautious.settling_in(0, hold_known=False).is_due(600)
    assert cautious.settling_in(0, hold_known=True).is_due(SETTLING)


def test_what_covers_it_stops_the_clock_and_a_pause_of_ones_own_outlasts_it() -> None:
    begun = FULL.begun(0)
    kept = begun.covered(21).uncovered(500).kept(500)
    assert kept == begun.kept(21)
    paused = begun.paused(21)
    assert paused.covered(30).uncovered(500) == paused


def test_every_anchor_comes_once_and_then_the_breath() -> None:
    anchors, sitting, come = content.anchors(), FULL, []
    while anchor := sitting.next_anchor(anchors):
        come.append(anchor)
        sitting = sitting.resting_on(anchor, 0)
    assert tuple(come) == anchors


def test_the_patterns_come_round() -> None:
    sitting, come = FULL, []
    for _ in SHIPPED:
        sitting = sitting.next_pattern(SHIPPED)
        come.append(sitting.pattern)
    assert come == [*SHIPPED[1:], SHIPPED[0]]


def test_only_a_breath_that_goes_on_is_waited_for() -> None:
    begun = FULL.begun(0)
    armed = begun.armed(8)
    assert armed is not None
    assert not armed.is_over(13)
    assert armed.is_over(14)
    assert armed.armed(9) is None
    assert begun.paused(8).armed(9) is None
    assert FULL.resting_on(content.anchors()[0], 0).armed(9) is None


def test_only_a_round_that_goes_on_is_under_way() -> None:
    begun = FULL.begun(0)
    assert begun.is_under_way
    for still in (FULL, begun.paused(8), begun.covered(8), begun.after()):
        assert not still.is_under_way
    assert begun.paused(8).resumed(9).is_under_way


def test_after_a_round_no_more_of_it_is_kept() -> None:
    done = FULL.begun(0).after()
    assert (done.stage, done.round, done.kept(60)) == ("after", None, None)


@pytest.mark.parametrize(
    ("route", "alone", "minutes", "is_short"),
    [
        ("full", False, 10, False),
        ("short", False, 1, True),
        ("support", False, 1, True),
        ("short", True, 10, False),
        ("full", True, 10, False),
    ],
)
def test_on_the_short_ways_a_minute_is_enough_and_alone_it_lasts_as_long_as_was_chosen(
    route: str, alone: bool, minutes: int, is_short: bool
) -> None:
    chosen = cast(Occasion, SimpleNamespace(pattern=GENTLE, minutes=10))
    sitting = sitting_down(evening(route=route), chosen, alone=alone)
    assert sitting == Sitting(pattern=GENTLE, minutes=minutes, is_short=is_short)
