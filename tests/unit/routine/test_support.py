"""Whom to turn to: the right country's lines, and never one called closed that may be open."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.routine.evenings import TODAY
from winddown.routine.support import Support, SupportLine, countries, is_old, is_open_at, lines_for

NIGHT = datetime.combine(TODAY, time(3))


def line(code: str, name: str, **details: object) -> SupportLine:
    """Give a line of a country."""
    given_details = {"country": code, "number": name, "emergency": f"{code}-emergency"} | details
    return SupportLine(code=code, name=name, **given_details)  # type: ignore[arg-type]


IT = line("IT", "Amico", opens=time(9), closes=time(0))
GB = line("GB", "Samaritans")
GB_ABUSE = line("GB", "Refuge", kind="abuse")
DE = line("DE", "Seelsorge")
DE_ABUSE = line("DE", "Hilfetelefon", kind="abuse", number="116 016")
EU = line("EU", "Shared", kind="abuse", number="116 016", emergency="112")
LINES = (IT, GB_ABUSE, EU, DE_ABUSE, GB, DE)


def _support(country: str, *, guess: bool = False) -> Support:
    return Support(country=country, country_is_guess=guess, lines=LINES)


@pytest.mark.parametrize(
    ("country", "crisis", "abuse", "emergency"),
    [
        ("GB", [GB], [GB_ABUSE], "GB-emergency"),
        ("uk ", [GB], [GB_ABUSE], "GB-emergency"),
        ("IT", [IT], [EU], "IT-emergency"),
        ("DE", [DE], [DE_ABUSE], "DE-emergency"),
        ("LT", [], [EU], "112"),
        ("BR", [], [], ""),
        ("", [], [], ""),
    ],
)
def test_a_country_shows_its_own_lines_with_abuse_lines_apart(
    country: str, crisis: list[SupportLine], abuse: list[SupportLine], emergency: str
) -> None:
    shown = lines_for(_support(country), NIGHT)
    assert [each.line for each in shown.crisis] == crisis
    assert [each.line for each in shown.abuse] == abuse
    assert shown.emergency == emergency


@pytest.mark.parametrize(
    ("opens", "closes", "clock", "is_open"),
    [
        (time(9), time(17), time(8, 59), False),
        (time(9), time(17), time(9), True),
        (time(9), time(17), time(16, 59), True),
        (time(9), time(17), time(17), False),
        (time(9), time(0), time(23, 59), True),
        (time(9), time(0), time(0), False),
        (time(9), time(0), time(8), False),
        (time(15, 30), time(0, 30), time(0, 29), True),
        (time(15, 30), time(0, 30), time(0, 30), False),
        (time(15, 30), time(0, 30), time(15, 30), True),
        (time(9), time(9), time(3), True),
        (None, None, time(3), True),
        (time(9), None, time(3), True),
        (None, time(17), time(18), True),
    ],
)
def test_a_line_is_open_by_its_hours_over_midnight_too(
    opens: time | None, closes: time | None, clock: time, is_open: bool
) -> None:
    now = datetime.combine(TODAY, clock)
    assert is_open_at(line("IT", "Amico", opens=opens, closes=closes), now) is is_open


@given(st.times(), st.times(), st.times())
def test_a_line_and_the_hours_it_leaves_out_are_never_open_together(
    opens: time, closes: time, clock: time
) -> None:
    now = datetime.combine(TODAY, clock)
    there = is_open_at(line("IT", "Amico", opens=opens, closes=closes), now)
    otherwise = is_open_at(line("IT", "Amico", opens=closes, closes=opens), now)
    assert there is not otherwise or opens == closes


@pytest.mark.parametrize(("guess", "is_closed"), [(False, True), (True, False)])
def test_a_line_is_called_closed_only_where_the_country_is_known(
    guess: bool, is_closed: bool
) -> None:
    shown = lines_for(_support("IT", guess=guess), NIGHT)
    assert shown.crisis[0].is_closed is is_closed


@pytest.mark.parametrize(
    ("checked", "today", "old"),
    [
        ("2026-11-22", date(2026, 11, 22), False),
        ("2026-11-22", date(2027, 11, 22), False),
        ("2026-11-22", date(2027, 11, 23), True),
        ("2028-02-29", date(2029, 2, 28), False),
        ("2028-02-29", date(2029, 3, 1), True),
        ("2026-11-22", date(2020, 1, 1), False),
        ("", date(2026, 11, 22), True),
        ("last spring", date(2026, 11, 22), True),
    ],
)
def test_a_list_says_so_when_it_was_checked_over_a_year_ago(
    checked: str, today: date, old: bool
) -> None:
    assert is_old(checked, today) is old


def test_every_country_with_a_line_can_be_chosen_once() -> None:
    named = countries(_support(""))
    assert named == (("IT", "IT"), ("GB", "GB"), ("DE", "DE"))
