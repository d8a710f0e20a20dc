"""A round ends on empty lungs, whatever is paused, armed or changed on the way."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.routine.breaths import SHIPPED, any_pattern, pattern
from winddown.routine.breathing import Pattern, moment_at
from winddown.routine.evening import Round
from winddown.routine.rounds import Pacing, next_rest, round_seconds, whole_cycles

BY_ID = {shipped.id: shipped for shipped in SHIPPED}
BOX = BY_ID["box"]
LONG_OUT = BY_ID["long-out"]
minutes = st.sampled_from([1, 2, 3, 5, 10])
seconds = st.floats(0, 1200)


def begin(breath: Pattern, length: float = 5, *, at_most: bool = False) -> Pacing:
    return Pacing(pattern=breath, minutes=length, at_most=at_most, since=100.0)


def is_empty(breath: Pattern, elapsed: float) -> bool:
    return moment_at(breath, elapsed).fill == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("id_", "length", "at_most", "expected"),
    [
        ("long-out", 5, False, 300),
        ("gentle", 1, False, 63),
        ("gentle", 1, True, 56),
        ("sigh", 1, True, 60),
        ("box", 1, False, 60),
        ("box", 5, False, 300),
        ("coherent", 1, True, 55),
        ("four-seven-eight", 5, False, 76),
        ("four-seven-eight", 1, True, 57),
    ],
)
def test_a_round_lasts_until_the_out_breath_that_completes_it(
    id_: str, length: float, at_most: bool, expected: float
) -> None:
    assert round_seconds(BY_ID[id_], length, at_most=at_most) == pytest.approx(expected)


@given(any_pattern, minutes, st.booleans())
def test_a_round_ends_on_empty_lungs_and_on_a_whole_cycle(
    breath: Pattern, length: int, at_most: bool
) -> None:
    end = round_seconds(breath, length, at_most=at_most)
    assert is_empty(breath, end)
    assert whole_cycles(breath, end) == whole_cycles(breath, end - 0.01) + 1


@given(any_pattern, minutes)
def test_a_round_is_as_close_to_its_minutes_as_a_whole_breath_allows(
    breath: Pattern, length: int
) -> None:
    at_least = round_seconds(breath, length)
    at_most = round_seconds(breath, length, at_most=True)
    assert at_most <= length * 60 + 1e-6
    assert at_least < length * 60 + breath.seconds
    if breath.max_cycles is None:
        assert at_least >= length * 60 - 1e-6
        assert at_most > length * 60 - breath.seconds
    else:
        assert whole_cycles(breath, at_least) <= breath.max_cycles


@given(any_pattern, seconds)
def test_ending_early_still_lets_the_breath_out(breath: Pattern, elapsed: float) -> None:
    rest = next_rest(breath, elapsed)
    assert elapsed - 1e-6 <= rest <= elapsed + breath.seconds * 2
    assert is_empty(breath, rest)
    assert whole_cycles(breath, rest) >= 1


@pytest.mark.parametrize(("elapsed", "cycles"), [(0, 0), (11.9, 0), (12, 1), (27.9, 1), (28, 2)])
def test_a_cycle_counts_once_its_out_breath_has_ended(elapsed: float, cycles: int) -> None:
    assert whole_cycles(BOX, elapsed) == cycles


@example(pattern(("in", 18.1), ("out", 20.0)), 2, False, [121.0, 38.0], False)
@example(pattern(("in", 1.0), ("out", 1.0), ("hold", 6.0)), 1, False, [2.0], False)
@given(any_pattern, minutes, st.booleans(), st.lists(st.floats(0, 200), max_size=4), st.booleans())
def test_however_often_it_is_paused_a_round_ends_on_empty_lungs(
    breath: Pattern, length: int, at_most: bool, runs: list[float], arms: bool
) -> None:
    now, pauses = 100.0, 0
    pacing = begin(breath, length, at_most=at_most)
    for run in runs:
        now += run
        if pacing.is_over(now):
            break
        pauses += 1
        pacing = pacing.pause(now)
        assert pacing.moment(now + 50).fill == 0
        assert pacing.seconds(now) == pacing.seconds(now + 50)
        now += 50
        pacing = pacing.resume(now)
        assert pacing.moment(now).cue in ("in", "sip")
        assert pacing.moment(now).progress == 0
    pacing = pacing.arm(now) if arms else pacing
    over = now + 700
    assert pacing.is_over(over)
    assert pacing.moment(over).fill == pytest.approx(0, abs=1e-6)
    # After each pause a breath is begun anew, and what was breathed of the last one counts.
    breaths = 1 + pauses
    assert (
        pacing.seconds(over)
        <= length * 60 + (0 if at_most else breath.seconds * (1 + breaths)) + 1e-6
    )
    assert pacing.cycles(over) * breath.seconds <= pacing.seconds(over) + breath.seconds * breaths
    if breath.max_cycles is not None:
        assert pacing.cycles(over) <= breath.max_cycles
    assert pacing.gone(over) <= 1


def test_a_pause_lets_the_cut_cycle_go_and_keeps_the_whole_ones() -> None:
    pacing = begin(LONG_OUT).pause(127.0).resume(500.0)
    assert pacing.seconds(503.0) == 30.0
    assert pacing.cycles(503.0) == 2
    assert pacing.cycles(510.0) == 3
    assert pacing.moment(503.0) == moment_at(LONG_OUT, 3.0)


def test_settling_in_waits_and_counts_for_nothing() -> None:
    pacing = begin(LONG_OUT)
    assert pacing.seconds(97.0) == 0
    assert pacing.moment(97.0) == moment_at(LONG_OUT, 0)


def test_once_armed_a_round_ends_with_the_breath_in_hand() -> None:
    pacing = begin(LONG_OUT).arm(125.0)
    assert pacing.is_armed
    assert not pacing.is_over(129.9)
    assert pacing.is_over(130.0)
    assert pacing.kept(130.0) == Round(kind="pattern", id="long-out", seconds=30, cycles=3)
    assert pacing.arm(129.0) == pacing


def test_arming_survives_a_pause() -> None:
    pacing = begin(LONG_OUT).arm(125.0).pause(126.0).resume(200.0)
    assert not pacing.is_over(209.9)
    assert pacing.is_over(210.0)


def test_a_round_without_a_whole_cycle_is_not_kept() -> None:
    assert begin(LONG_OUT).kept(109.9) is None
    assert begin(LONG_OUT).pause(109.0).kept(300.0) is None


def test_an_ended_round_stays_as_it_ended() -> None:
    pacing = begin(LONG_OUT, 1)
    assert pacing.kept(10_000.0) == Round(kind="pattern", id="long-out", seconds=60, cycles=6)
    assert pacing.pause(10_000.0) == pacing


def test_a_pattern_of_few_cycles_counts_those_before_a_pause() -> None:
    pacing = begin(BY_ID["four-seven-eight"]).pause(140.0).resume(200.0)
    assert pacing.cycles(200.0) == 2
    assert not pacing.is_over(237.9)
    assert pacing.is_over(238.0)
    assert pacing.cycles(238.0) == 4


@pytest.mark.parametrize("at_most", [True, False])
def test_asked_for_less_than_has_gone_a_round_ends_with_the_breath_in_hand(at_most: bool) -> None:
    pacing = begin(LONG_OUT, 1, at_most=at_most).lasting(0.5, 153.0)
    assert not pacing.is_over(159.9)
    assert pacing.is_over(160.0)


@given(any_pattern, minutes, minutes, st.floats(0, 300))
def test_a_change_of_minutes_never_stops_in_the_middle_of_a_breath(
    breath: Pattern, first: int, then: int, elapsed: float
) -> None:
    now = 100.0 + elapsed
    pacing = begin(breath, first)
    if pacing.is_over(now):
        return
    pacing = pacing.lasting(then, now)
    assert not pacing.is_over(now) or pacing.moment(now).fill == pytest.approx(0, abs=1e-6)
    assert pacing.moment(now + 1000).fill == pytest.approx(0, abs=1e-6)


@given(any_pattern, minutes, st.floats(0, 700), st.floats(0, 700))
def test_the_light_only_ever_wanes(breath: Pattern, length: int, one: float, two: float) -> None:
    pacing = begin(breath, length)
    early, late = sorted((one, two))
    assert 0 <= pacing.gone(100 + early) <= pacing.gone(100 + late) <= 1


def test_the_short_evening_never_breathes_past_its_minute() -> None:
    pacing = begin(pattern(("in", 4), ("out", 6)), 1, at_most=True).pause(155.0).resume(200.0)
    assert pacing.is_over(200.0)
    assert pacing.kept(200.0) == Round(kind="pattern", id="own", seconds=55, cycles=5)
