"""Tonight's moon is the one outside the window."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.routine import moon

MONTH = 29.530588
"""Days from one new moon to the next, on average."""

# Universal time, from the almanacs; the ones marked * were eclipses seen by millions.
NEW = (
    "2024-01-11 11:57", "2024-04-08 18:21",  # *
    "2024-10-02 18:49", "2025-03-29 10:58",
    "2025-09-21 19:54", "2026-02-17 12:01",
    "2026-08-12 17:37",  # *
    "2027-02-06 15:56", "2027-08-02 10:05",  # *
)  # fmt: skip
FULL = (
    "2024-03-25 07:00", "2024-09-18 02:34", "2024-12-15 09:02",
    "2025-03-14 06:55",  # *
    "2025-09-07 18:09",  # *
    "2025-10-07 03:48",
    "2026-03-03 11:38",  # *
    "2026-05-31 08:45", "2026-08-28 04:18", "2027-02-20 23:24", "2027-07-18 15:45",
)  # fmt: skip


@pytest.mark.parametrize(
    ("moment", "exact"), [(text, 0.0) for text in NEW] + [(text, 0.5) for text in FULL]
)
def test_the_moon_is_new_and_full_when_the_almanacs_say(moment: str, exact: float) -> None:
    """The drawn moon is within a few hours of the almanac's, all year round."""
    there = datetime.fromisoformat(moment)
    shown = (moon.phase(there.date()) - exact + 0.5) % 1 - 0.5
    since = (datetime.combine(there.date(), time(21)) - there) / timedelta(days=1)
    assert abs(shown * MONTH - since) < 3 / 24


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_each_evening_the_moon_is_a_day_older(evening: date) -> None:
    """From one evening to the next the moon moves on by about a day, never back."""
    gone = (moon.phase(evening + timedelta(days=1)) - moon.phase(evening)) % 1
    assert 0.8 < gone * MONTH < 1.25


@pytest.mark.parametrize(
    ("phase", "name"),
    [
        (0.0, "new moon"), (0.03, "new moon"), (0.97, "new moon"), (1.0, "new moon"),
        (0.12, "waxing crescent"), (0.25, "first quarter"), (0.4, "waxing gibbous"),
        (0.48, "full moon"), (0.5, "full moon"), (0.6, "waning gibbous"),
        (0.74, "last quarter"), (0.9, "waning crescent"),
    ],
)  # fmt: skip
def test_every_phase_has_its_usual_name(phase: float, name: str) -> None:
    """A phase is called what an almanac calls it."""
    assert moon.name(phase) == name


@pytest.mark.parametrize(
    ("phase", "left", "right"),
    [
        (0.0, False, False), (0.1, False, True), (0.25, False, True),
        (0.5, True, True), (0.75, True, False), (0.9, True, False),
    ],
)  # fmt: skip
def test_a_waxing_moon_is_lit_from_the_right(phase: float, left: bool, right: bool) -> None:
    """The light lies on the side where it lies outside."""
    assert (moon.light(phase)(-0.97, 0) > 0.05) is left
    assert (moon.light(phase)(0.97, 0) > 0.05) is right


def test_a_half_moon_is_lit_to_its_middle() -> None:
    """At a quarter the line between light and dark is straight."""
    for y in (-0.9, -0.4, 0.0, 0.4, 0.9):
        assert moon.light(0.25)(0.01, y) > 0
        assert moon.light(0.25)(-0.01, y) == 0


@given(st.floats(0, 1), st.floats(-2, 2), st.floats(-2, 2))
def test_light_never_leaves_the_disc(phase: float, x: float, y: float) -> None:
    """Light is 0 to 1 on the moon and 0 beside it."""
    light = moon.light(phase)(x, y)
    assert 0 <= light <= 1 + 1e-9
    assert light == 0 or x * x + y * y <= 1
