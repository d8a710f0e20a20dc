"""A month has all its days beneath their weekdays, and none is reached that cannot be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.routine.months import days_away, months_away, weeks_of

LAST = date(2026, 11, 22)
days = st.dates(date.min, LAST)


@given(st.dates())
def test_every_month_has_all_its_days_beneath_their_weekdays(day: date) -> None:
    weeks = weeks_of(day)
    assert all(len(week) == 7 for week in weeks)
    lying = [each for week in weeks for each in week if each is not None]
    assert [each.day for each in lying] == list(range(1, len(lying) + 1))
    assert {(each.year, each.month) for each in lying} == {(day.year, day.month)}
    assert len(lying) == 31 or (lying[-1] + timedelta(days=1)).day == 1
    for week in weeks:
        assert any(week)
        assert all(each is None or each.weekday() == at for at, each in enumerate(week))


@given(days, st.sampled_from([-7, -1, 1, 7]))
def test_a_way_by_days_leads_back_or_nowhere(day: date, by: int) -> None:
    there = days_away(day, by, LAST)
    assert there <= LAST
    assert there == day or (there - day).days == by
    if there != day:
        assert days_away(there, -by, LAST) == day


@given(days, st.sampled_from([-1, 1]))
def test_a_way_by_months_leads_to_the_next_or_nowhere(day: date, by: int) -> None:
    there = months_away(day, by, LAST)
    assert there <= LAST
    assert there == day or (there.year - day.year) * 12 + there.month - day.month == by
    assert there.day <= day.day


@pytest.mark.parametrize(
    ("day", "by", "there"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2026, 10, 31), 1, LAST),
        (date(2026, 11, 3), 1, date(2026, 11, 3)),
        (date(1, 1, 9), -1, date(1, 1, 9)),
    ],
)
def test_another_month_keeps_the_day_as_near_as_it_can(day: date, by: int, there: date) -> None:
    assert months_away(day, by, LAST) == there


def test_nothing_is_reached_before_the_first_day_or_after_the_last() -> None:
    assert days_away(date.min, -1, LAST) == date.min
    assert days_away(date.max, 1, date.max) == date.max
    assert days_away(LAST, 1, LAST) == LAST
    assert days_away(date(2027, 1, 5), -7, LAST) == date(2026, 12, 29)
