"""Where the breath is, from the seconds that have gone and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.routine.breaths import SHIPPED, any_pattern, pattern
from winddown.data import content
from winddown.routine.breathing import Anchor, Pattern, moment_at, names_by_id
from winddown.routine.refusal import refusal

FRAME = Fraction(1, 30)
LONG_OUT = pattern(("in", 4), ("out", 6))
SIGH = pattern(("in", 3), ("sip", 1), ("out", 8))
seconds = st.floats(0, 3600)


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda shipped: shipped.id)
def test_no_phase_is_ever_more_than_a_frame_late_in_ten_minutes(shipped: Pattern) -> None:
    schedule = []
    begins = Fraction(0)
    while begins < 600:
        for index, phase in enumerate(shipped.phases):
            schedule.append((begins, index))
            begins += Fraction(phase.seconds)
    expected = iter(schedule)
    showing = None
    for frame in range(600 * 30):
        moment = moment_at(shipped, frame / 30)
        if (moment.cycle, moment.phase) != showing:
            showing = moment.cycle, moment.phase
            due, index = next(expected)
            assert moment.phase == index
            assert abs(frame * FRAME - due) <= FRAME


@pytest.mark.parametrize(
    ("breath", "elapsed", "cue", "fill"),
    [
        (LONG_OUT, -3, "in", 0.0),
        (LONG_OUT, 0, "in", 0.0),
        (LONG_OUT, 4, "out", 1.0),
        (LONG_OUT, 10, "in", 0.0),
        (SIGH, 3, "sip", 0.75),
        (SIGH, 4, "out", 1.0),
        (pattern(("in", 4), ("hold", 4), ("out", 4), ("hold", 4)), 6, "hold", 1.0),
        (pattern(("in", 4), ("hold", 4), ("out", 4), ("hold", 4)), 14, "hold", 0.0),
        (pattern(("out", 6), ("in", 4)), 0, "in", 0.0),
        (pattern(("in", 3), ("hold", 1), ("in", 1), ("out", 5)), 3.5, "hold", 0.75),
        (pattern(("in", 2), ("out", 2), ("in", 2), ("out", 4)), 4, "in", 0.0),
        (pattern(("in", 4), ("out", 2), ("hold", 1), ("out", 2)), 6.5, "hold", 0.5),
    ],
)
def test_the_lungs_fill_and_empty_by_the_seconds_of_each_part(
    breath: Pattern, elapsed: float, cue: str, fill: float
) -> None:
    moment = moment_at(breath, elapsed)
    assert moment.cue == cue
    assert moment.fill == pytest.approx(fill)


@pytest.mark.parametrize(
    ("length", "counted"),
    [(4.0, [1, 2, 3, 4]), (5.5, [1, 2, 3, 4, 5]), (3.7, [1, 2, 3, 4]), (1.0, [1])],
)
def test_a_phase_is_counted_as_a_person_counts(length: float, counted: list[int]) -> None:
    breath = pattern(("in", length), ("out", 8))
    counts = [moment_at(breath, frame / 30).count for frame in range(int(length * 30))]
    assert sorted(set(counts)) == counted
    assert counts == sorted(counts)


@given(any_pattern, seconds)
def test_the_lungs_are_never_emptier_than_empty_or_fuller_than_full(
    breath: Pattern, elapsed: float
) -> None:
    moment = moment_at(breath, elapsed)
    assert 0 <= moment.fill <= 1
    assert 0 <= moment.toward <= 1
    assert 0 <= moment.progress <= 1
    assert 1 <= moment.count <= breath.phases[moment.phase].seconds + 0.5
    assert moment.cue == breath.phases[moment.phase].cue


@given(any_pattern, seconds)
def test_the_light_never_jumps(breath: Pattern, elapsed: float) -> None:
    before, after = moment_at(breath, elapsed), moment_at(breath, elapsed + 0.001)
    assert abs(after.fill - before.fill) < 0.002


@given(any_pattern, seconds)
def test_the_breath_moves_quickly_at_first_and_then_slows(breath: Pattern, elapsed: float) -> None:
    moment = moment_at(breath, elapsed)
    begins = elapsed - moment.progress * breath.phases[moment.phase].seconds
    start = moment_at(breath, begins + 1e-6).fill
    way, gone = moment.toward - start, moment.fill - start
    assert gone * way >= (moment.progress - 1e-3) * way * way - 1e-5


def test_half_way_through_an_in_breath_most_of_the_air_is_in() -> None:
    assert moment_at(LONG_OUT, 2).fill > 0.65
    assert moment_at(LONG_OUT, 7).fill < 0.35


@given(any_pattern)
def test_every_cycle_begins_with_empty_lungs_and_an_in_breath(breath: Pattern) -> None:
    moment = moment_at(breath, 0)
    assert moment.cue in ("in", "sip")
    assert moment.fill == 0


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda shipped: shipped.id)
def test_every_shipped_pattern_is_offered(shipped: Pattern) -> None:
    assert refusal(shipped) is None


@pytest.mark.parametrize(
    ("breath", "word"),
    [
        (pattern(("in", 4), ("hold", 6)), "out-breath"),
        (pattern(("out", 9)), "in-breath"),
        (pattern(("in", 0.9), ("out", 8)), "1 to 20"),
        (pattern(("in", 4), ("out", 20.5)), "1 to 20"),
        (pattern(("in", float("nan")), ("out", 8)), "1 to 20"),
        (pattern(("in", 3), ("out", 4)), "8 to 60"),
        (pattern(("in", 20), ("hold", 20), ("out", 20), ("hold", 1)), "8 to 60"),
        (pattern(("in", 4), ("out", 6), max_cycles=0), "max_cycles"),
        (pattern(), "out-breath"),
    ],
)
def test_a_pattern_that_could_strain_is_refused_in_one_plain_sentence(
    breath: Pattern, word: str
) -> None:
    refused = refusal(breath)
    assert refused is not None
    said = refused.said(content.words("breathing"))
    assert word in said
    assert len(said) <= 72
    assert said.endswith(".")


def test_only_the_starter_may_last_seven_seconds() -> None:
    short = pattern(("in", 3), ("out", 4))
    assert refusal(replace(short, id="gentle")) is None
    assert refusal(replace(short, id="mine")) is not None


def test_patterns_and_anchors_are_called_as_the_person_calls_them() -> None:
    feet = Anchor(id="feet", name="both feet", steps=("heels",))
    slow = replace(LONG_OUT, id="slow", name="slow out")
    assert names_by_id([slow], [feet]) == {"slow": "slow out", "feet": "both feet"}
