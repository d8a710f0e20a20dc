"""The demo's invented year is one that winddown could have kept, whenever it is looked at."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from winddown.data import config as config_file
from winddown.data.evenings import load_all, save
from winddown.data.locations import Locations, locations
from winddown.demo.files import write
from winddown.demo.said import SAID
from winddown.demo.year import evenings_before
from winddown.routine.evening import Evening, Outcome, Plan, Settled
from winddown.routine.plans import asked_plan, is_open
from winddown.steps import between

TODAY = date(2026, 11, 22)
WHENEVER = [TODAY + timedelta(days=days) for days in range(0, 420, 19)]
"""Days on which somebody may look around: of every weekday, and in every month."""


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def plans(year: list[Evening]) -> list[Plan]:
    """Give every plan there is, the oldest first."""
    return [each.outreach for each in year if each.outreach is not None]


def test_what_is_written_is_read_back_as_it_was(home: Locations) -> None:
    year = evenings_before(TODAY)
    write(home, year)
    assert load_all(home) == (year[::-1], [])


def test_the_files_are_to_the_byte_those_that_winddown_writes(
    home: Locations, tmp_path: Path
) -> None:
    other = locations({"WINDDOWN_HOME": str(tmp_path / "other")})
    some = evenings_before(TODAY)[::7]
    write(home, some)
    for evening in some:
        save(other, None, evening)
        mine, theirs = home.evening(evening.evening), other.evening(evening.evening)
        assert mine.read_bytes() == theirs.read_bytes()


def test_nothing_in_its_settings_is_left_aside(home: Locations) -> None:
    write(home, [])
    config, problems = config_file.load(home.config_file, between())
    assert problems == ()
    assert [each.name for each in config.people if each.suggest] == list(SAID.names)
    assert [each.name for each in config.people if not each.suggest] == [SAID.left_out]
    assert config.comforts
    assert config.support.plan
    assert config.support.own


def test_the_same_day_gives_the_same_year() -> None:
    assert evenings_before(TODAY) == evenings_before(TODAY)
    assert evenings_before(TODAY) != evenings_before(TODAY, seed=5)


@pytest.mark.parametrize("today", WHENEVER, ids=str)
def test_one_plan_is_open_tonight_and_its_day_has_come(today: date) -> None:
    year = evenings_before(today)
    assert [plan.on for plan in plans(year) if is_open(plan, today)] == [today]
    assert asked_plan(reversed(year), today) == year[-1]


@pytest.mark.parametrize("today", WHENEVER, ids=str)
def test_one_plan_is_open_at_a_time(today: date) -> None:
    with_plans = [each for each in evenings_before(today) if each.outreach is not None]
    for earlier, later in pairwise(with_plans):
        assert earlier.outreach is not None
        followup = earlier.outreach.followup
        settled = followup is not None and followup.answered <= later.evening
        assert settled or not is_open(earlier.outreach, later.evening)


@pytest.mark.parametrize("today", WHENEVER, ids=str)
def test_it_holds_every_answer_there_is_to_see(today: date) -> None:
    year = evenings_before(today)
    outcomes = {plan.followup.outcome if plan.followup else None for plan in plans(year)}
    assert outcomes >= {*get_args(Outcome), None} - {"carry-on"}
    assert any(plan.followup and plan.followup.carried for plan in plans(year))
    assert {each.tonight for each in year} >= {"light", "steady", "tired", "heavy", "not-okay"}
    assert {each.route for each in year} == {"full", "short", "support"}
    readings = {each.reading for evening in year for each in evening.reflections}
    assert readings >= {"rest", "both", "away"}
    assert sum(plan.act == "weekly-call" for plan in plans(year)) == 1
    assert any(each.keep_out for each in year)
    assert {name for each in year for name in each.in_touch} == {*SAID.names}
    assert sum(bool(each.note) for each in year) > 50


@pytest.mark.parametrize("today", WHENEVER, ids=str)
def test_it_has_days_and_weeks_without_an_evening_and_never_two_of_one_day(today: date) -> None:
    days = [each.evening for each in evenings_before(today)]
    assert days == sorted(set(days))
    assert 140 <= len(days) <= 240
    assert today - days[0] == timedelta(days=365)
    assert days[-1] == today - timedelta(days=1)
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    assert max(gaps) > 14
    assert gaps.count(1) > 50


@pytest.mark.parametrize("today", WHENEVER, ids=str)
def test_who_looks_around_comes_upon_no_hard_night_first(today: date) -> None:
    assert all(each.tonight != "not-okay" for each in evenings_before(today)[-5:])


def test_a_hard_night_is_answered_as_winddown_asks_then() -> None:
    for evening in evenings_before(TODAY):
        assert (evening.route == "support") == (evening.tonight == "not-okay")
        if evening.route == "support":
            assert evening.settled == Settled()
            assert not evening.reflections
            assert evening.outreach is None


def test_whoever_is_left_out_is_neither_met_nor_planned_for() -> None:
    for evening in evenings_before(TODAY):
        assert SAID.left_out not in evening.in_touch
        assert evening.outreach is None or evening.outreach.who != SAID.left_out


def test_a_line_comes_again_only_after_a_long_while() -> None:
    notes = Counter(each.note for each in evenings_before(TODAY) if each.note)
    assert len(notes) > 40
    assert max(notes[line] for line in SAID.notes) <= 3
