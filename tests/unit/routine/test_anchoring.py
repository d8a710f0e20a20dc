"""A round of an anchor: it goes by the clock alone, and counts from its first whole step."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.routine.anchoring import STEP_SECONDS, Anchoring
from winddown.routine.breathing import Anchor
from winddown.routine.evening import Round

FEET = Anchor(id="feet", name="feet", steps=("heels", "toes", "floor"))


def begun(minutes: float = 2, at: float = 100.0) -> Anchoring:
    return Anchoring(anchor=FEET, minutes=minutes, since=at)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "heels"), (19.9, "heels"), (20, "toes"), (40, "floor"), (60, "heels"), (500, "heels")],
)
def test_each_step_stands_a_while_and_then_they_come_round(seconds: float, words: str) -> None:
    assert begun(minutes=1).step(100 + min(seconds, 60)) == words


@pytest.mark.parametrize(
    ("seconds", "kept"),
    [
        (0, None),
        (19.9, None),
        (20, Round(kind="anchor", id="feet", seconds=20)),
        (61.4, Round(kind="anchor", id="feet", seconds=61)),
        (9999, Round(kind="anchor", id="feet", seconds=120)),
    ],
)
def test_a_round_counts_from_its_first_whole_step_to_its_end(
    seconds: float, kept: Round | None
) -> None:
    assert begun().kept(100 + seconds) == kept


def test_a_pause_stops_the_clock_until_it_is_over() -> None:
    paused = begun().pause(130)
    assert paused.is_paused
    assert paused.seconds(10_000) == 30
    assert not paused.is_over(10_000)
    again = paused.resume(10_000)
    assert not again.is_paused
    assert again.seconds(10_005) == 35


def test_resuming_what_runs_changes_nothing() -> None:
    assert begun().resume(150) == begun()


def test_it_is_over_when_its_minutes_have_gone() -> None:
    assert not begun().is_over(219.9)
    assert begun().is_over(220)
    assert begun().gone(160) == 0.5


def test_another_length_keeps_what_has_gone() -> None:
    longer = begun().lasting(5, 160)
    assert longer.gone(160) == 0.2
    assert not longer.is_over(399)
    assert begun().lasting(0.5, 160).is_over(160)
    assert begun().lasting(0.5, 160).seconds(160) == 60


@given(
    st.lists(st.floats(0, 60), min_size=1, max_size=8),
    st.floats(0.5, 10),
)
def test_pauses_never_count_and_time_never_runs_back(spans: list[float], minutes: float) -> None:
    anchoring, running, now = begun(minutes), 0.0, 100.0
    for place, span in enumerate(spans):
        before = anchoring.seconds(now)
        now += span
        assert anchoring.seconds(now) >= before
        if place % 2 == 0:
            running += span
            anchoring = anchoring.pause(now)
        else:
            anchoring = anchoring.resume(now)
    assert anchoring.seconds(now) == pytest.approx(min(minutes * 60, running))
    assert anchoring.step(now) in FEET.steps


@given(st.lists(st.floats(0, 30), max_size=20))
def test_the_words_change_at_most_once_a_step(spans: list[float]) -> None:
    anchoring = begun(minutes=10)
    moments = list(accumulate(spans, initial=100.0))
    words = [anchoring.step(now) for now in moments]
    changes = sum(one != other for one, other in pairwise(words))
    assert changes <= (moments[-1] - 100) // STEP_SECONDS
