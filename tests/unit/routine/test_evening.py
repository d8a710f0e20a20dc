"""Which evening a moment belongs to, whatever the clocks do, and what counts as an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.routine.evenings import DAY, TODAY, evening, plan
from winddown.routine.evening import ChosenComfort, Reflection, Round, Settled, evening_of

FIVE = time(5)
ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Tokyo")
moments = st.datetimes(
    datetime.combine(date(2000, 1, 1), time()),
    datetime.combine(date(2100, 1, 1), time()),
    timezones=st.just(UTC),
)
zones = st.sampled_from(ZONES).map(ZoneInfo)


@pytest.mark.parametrize(
    ("day", "clock", "belongs_to"),
    [
        (date(2026, 11, 22), time(21, 34), date(2026, 11, 22)),
        (date(2026, 11, 22), time(23, 59, 59), date(2026, 11, 22)),
        (date(2026, 11, 23), time(0, 0), date(2026, 11, 22)),
        (date(2026, 11, 23), time(0, 40), date(2026, 11, 22)),
        (date(2026, 11, 23), time(4, 59, 59), date(2026, 11, 22)),
        (date(2026, 11, 23), time(5, 0), date(2026, 11, 23)),
        (date(2027, 1, 1), time(0, 40), date(2026, 12, 31)),
        (date(2028, 3, 1), time(0, 40), date(2028, 2, 29)),
    ],
)
def test_twenty_to_one_belongs_to_yesterday_and_five_to_today(
    day: date, clock: time, belongs_to: date
) -> None:
    assert evening_of(datetime.combine(day, clock), FIVE) == belongs_to


@pytest.mark.parametrize(
    ("day_ends", "belongs_to"),
    [(time(0), date(2026, 11, 23)), (time(0, 40), date(2026, 11, 23)), (time(12), TODAY)],
)
def test_the_hour_at_which_a_day_ends_is_the_persons_own(day_ends: time, belongs_to: date) -> None:
    assert evening_of(datetime.combine(TODAY + DAY, time(0, 40)), day_ends) == belongs_to


@given(moments, zones)
def test_only_the_clock_on_the_wall_decides_in_any_zone(moment: datetime, zone: ZoneInfo) -> None:
    wall = moment.astimezone(zone)
    belongs_to = evening_of(wall, FIVE)
    assert belongs_to == evening_of(wall.replace(tzinfo=None), FIVE)
    opens = datetime.combine(belongs_to, FIVE)
    assert opens <= wall.replace(tzinfo=None) < opens + DAY


@given(
    st.integers(2000, 2037),
    st.sampled_from(("Europe/London", "America/New_York", "Australia/Lord_Howe")).map(ZoneInfo),
)
def test_both_changes_of_the_clocks_leave_every_night_in_one_piece(
    year: int, zone: ZoneInfo
) -> None:
    changes = [
        night for night in _nights_of(year) if _offset(night, zone) != _offset(night + DAY, zone)
    ]
    assert len(changes) == 2
    for night in changes:
        nine = datetime.combine(night, time(21), zone).astimezone(UTC)
        walls = [(nine + minutes * timedelta(minutes=10)).astimezone(zone) for minutes in range(90)]
        for wall in walls:
            ends = wall.date() > night and wall.time() >= FIVE
            assert evening_of(wall, FIVE) == (night + DAY if ends else night)


def _nights_of(year: int) -> list[date]:
    return [date(year, 1, 1) + night * DAY for night in range(364)]


def _offset(day: date, zone: ZoneInfo) -> timedelta | None:
    return datetime.combine(day, time(12), zone).utcoffset()


def test_the_hour_that_comes_twice_belongs_to_one_evening_both_times() -> None:
    london = ZoneInfo("Europe/London")
    once = datetime(2026, 10, 25, 1, 30, tzinfo=london)
    assert once.utcoffset() != once.replace(fold=1).utcoffset()
    assert evening_of(once, FIVE) == evening_of(once.replace(fold=1), FIVE) == date(2026, 10, 24)


@pytest.mark.parametrize(
    ("left_from", "landed_in", "belongs_to"),
    [
        ("Pacific/Auckland", "Pacific/Honolulu", TODAY),
        ("Pacific/Honolulu", "Pacific/Auckland", TODAY + 2 * DAY),
    ],
)
def test_after_a_flight_over_the_date_line_the_clock_one_lands_under_counts(
    left_from: str, landed_in: str, belongs_to: date
) -> None:
    left = datetime.combine(TODAY, time(22), ZoneInfo(left_from))
    landed = (left.astimezone(UTC) + timedelta(hours=9)).astimezone(ZoneInfo(landed_in))
    assert evening_of(left, FIVE) == TODAY
    assert evening_of(landed, FIVE) == belongs_to


def test_a_day_that_a_country_skipped_is_nobodys_evening() -> None:
    apia = ZoneInfo("Pacific/Apia")
    before = datetime(2011, 12, 29, 23, 30, tzinfo=apia).astimezone(UTC)
    evenings = [
        evening_of((before + timedelta(hours=hours)).astimezone(apia), FIVE) for hours in range(30)
    ]
    # Until five on the 31st the wall says that it is still the evening of the 30th.
    assert evenings == sorted(evenings)
    assert {date(2011, 12, 29), date(2011, 12, 31)} <= set(evenings)


@given(moments, st.integers(0, 10**6))
def test_a_clock_set_back_never_moves_an_evening_forward(moment: datetime, seconds: int) -> None:
    back = moment - timedelta(seconds=seconds)
    assert evening_of(back, FIVE) <= evening_of(moment, FIVE)


@pytest.mark.parametrize(
    "answers",
    [
        {"tonight": "light"},
        {"note": "Rain on the window."},
        {"in_touch": ("Sam",)},
        {"keep_out": True},
        {"settled": Settled(before=0)},
        {"breathing": (Round(kind="anchor", id="feet", seconds=20),)},
        {"comforts": (ChosenComfort(text="tea"),)},
        {"reflections": (Reflection(text="Scrolling"),)},
        {"outreach": plan()},
    ],
    ids=lambda answers: next(iter(answers)),
)
def test_anything_a_person_gives_counts_as_an_answer(answers: dict[str, Any]) -> None:
    assert evening(**answers).is_answered


def test_what_the_program_fills_by_itself_is_nobodys_answer() -> None:
    untouched = evening(step="closing", route="short", ended=datetime.combine(TODAY, time(22)))
    assert not untouched.is_answered
    assert not replace(untouched, settled=Settled()).is_answered
