"""The invented evenings that pictures and measures rest on are ones winddown could have kept."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import evenings as any_evening
from tests.unit.data.homes import new_home
from tests.years import believable_year, evenings, write
from winddown.data.evenings import load_all, save
from winddown.data.locations import Locations, locations
from winddown.routine.evening import Evening
from winddown.routine.plans import is_open

TODAY = date(2026, 11, 22)


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def test_a_written_year_is_read_back_as_it_was(home: Locations) -> None:
    year = believable_year(TODAY)
    write(home, year)
    assert load_all(home) == (year, [])


@given(st.lists(any_evening(), max_size=3, unique_by=lambda each: each.evening))
def test_any_evening_is_written_so_that_it_reads_back(some: list[Evening]) -> None:
    with new_home() as home:
        write(home, some)
        newest_first = sorted(some, key=lambda each: each.evening, reverse=True)
        assert load_all(home) == (newest_first, [])


def test_the_files_are_those_that_winddown_writes(home: Locations, tmp_path: Path) -> None:
    other = locations({"WINDDOWN_HOME": str(tmp_path / "other")})
    some = evenings(60, TODAY)
    write(home, some)
    for evening in some:
        save(other, None, evening)
        mine, theirs = home.evening(evening.evening), other.evening(evening.evening)
        assert mine.read_bytes() == theirs.read_bytes()
        assert mine.stat().st_mode == theirs.stat().st_mode


def test_the_same_day_and_seed_give_the_same_year() -> None:
    assert believable_year(TODAY) == believable_year(TODAY)
    assert believable_year(TODAY) != believable_year(TODAY, seed=5)


@pytest.mark.parametrize("seed", range(5))
def test_a_year_has_gaps_and_stretches_and_never_two_evenings_of_one_day(seed: int) -> None:
    days = [each.evening for each in believable_year(TODAY, seed)]
    assert days == sorted(set(days), reverse=True)
    assert 120 <= len(days) <= 260
    between = [(new - old).days for new, old in pairwise(days)]
    assert max(between) >= 10
    assert between.count(1) >= 50
    assert (TODAY - days[0]).days == 1


@pytest.mark.parametrize("seed", range(5))
def test_a_hard_night_is_answered_as_winddown_asks_then(seed: int) -> None:
    for evening in evenings(800, TODAY, seed):
        assert (evening.route == "support") == (evening.tonight == "not-okay")
        if evening.route == "support":
            assert evening.settled == type(evening.settled)()
            assert not evening.reflections
            assert evening.outreach is None


@pytest.mark.parametrize("seed", range(5))
def test_one_plan_is_open_at_a_time(seed: int) -> None:
    waiting: Evening | None = None
    for evening in reversed(evenings(800, TODAY, seed)):
        if evening.outreach is None:
            continue
        if waiting is not None and waiting.outreach is not None:
            followup = waiting.outreach.followup
            settled = followup is not None and followup.answered <= evening.evening
            assert settled or not is_open(waiting.outreach, evening.evening)
        waiting = evening


def test_spring_drifts_and_autumn_is_among_people() -> None:
    year = believable_year(TODAY)
    spring = [each for each in year if 3 <= each.evening.month <= 4]
    autumn = [each for each in year if 9 <= each.evening.month <= 10]

    def share(some: list[Evening]) -> float:
        return sum(bool(each.in_touch) for each in some) / len(some)

    def away(some: list[Evening]) -> float:
        readings = [each.reading for evening in some for each in evening.reflections]
        return readings.count("away") / len(readings)

    assert share(spring) < share(autumn) / 2
    assert away(spring) > away(autumn)
    assert any(each.outreach and each.outreach.act == "weekly-call" for each in year)


def test_a_year_says_many_different_things() -> None:
    notes = Counter(each.note for each in believable_year(TODAY) if each.note)
    assert len(notes) >= 60
    assert max(notes.values()) <= 3


def test_many_evenings_hold_every_kind_of_answer() -> None:
    many = evenings(2_000, TODAY)
    assert len(many) == 2_000
    plans = [each.outreach for each in many if each.outreach]
    outcomes = {each.followup.outcome if each.followup else None for each in plans}
    assert outcomes == {
        "did-it", "no-reply", "changed-shape", "they-reached-me", "carry-on", "let-go", None,
    }  # fmt: skip
    assert {each.tonight for each in many} == {
        "light", "steady", "tired", "heavy", "not-okay", None,
    }  # fmt: skip
    assert {each.route for each in many} == {"full", "short", "support"}
    assert {each.kind for evening in many for each in evening.breathing} == {"pattern", "anchor"}
    habits = [each for evening in many for each in evening.reflections]
    assert {each.reading for each in habits} == {"rest", "both", "away", "unsure", None}
    assert any(not each.id for each in habits)
    assert any(not each.id for evening in many for each in evening.comforts)
    assert any(not each.act for each in plans)
    assert any(each.at for each in plans)
    assert any(each.keep_out for each in many)
    assert any(each.ended is None for each in many)
    assert any(each.started.date() != each.evening for each in many)
