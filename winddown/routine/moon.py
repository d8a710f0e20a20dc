"""Tonight's moon: how far through its month it is, its name, and where its light falls."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date

_J2000 = date(2000, 1, 1).toordinal()
_EVENING_FROM_NOON = 9 / 24
"""The sky of 21:00, in days after the noon at which the epoch J2000 begins."""
_DAYS_A_CENTURY = 36525

_NAMES = (
    "new moon",
    "waxing crescent",
    "first quarter",
    "waxing gibbous",
    "full moon",
    "waning gibbous",
    "last quarter",
    "waning crescent",
)
_A_DAY = 1 / 29.53
"""A day, as a share of the month from one new moon to the next."""


def phase(evening: date) -> float:
    """Give how far through its month the moon is at 21:00 universal time.

    0 is new, 0.25 the first quarter, 0.5 full, 0.75 the last quarter.
    It is right to within the hour; where the evening's own 21:00 falls earlier
    or later in universal time, to within half a day.

    Source: the moon's elongation from the sun by the mean arguments and the six
    largest terms of Jean Meeus, Astronomical Algorithms, 2nd edition, chapter 48.
    """
    centuries = (evening.toordinal() - _J2000 + _EVENING_FROM_NOON) / _DAYS_A_CENTURY
    elongation = 297.8501921 + 445267.1114034 * centuries
    double = math.radians(2 * elongation)
    sun = math.radians(357.5291092 + 35999.0502909 * centuries)
    moon = math.radians(134.9633964 + 477198.8675055 * centuries)
    seen = (
        elongation
        + 6.289 * math.sin(moon)
        - 2.100 * math.sin(sun)
        + 1.274 * math.sin(double - moon)
        + 0.658 * math.sin(double)
        + 0.214 * math.sin(2 * moon)
        + 0.110 * math.sin(double / 2)
    )
    return seen / 360 % 1.0


def name(phase: float) -> str:
    """Name a phase in plain words; new, full and the quarters last a day either side."""
    quarters = phase % 1.0 * 4
    nearest = round(quarters)
    if abs(quarters - nearest) / 4 <= _A_DAY:
        return _NAMES[nearest % 4 * 2]
    return _NAMES[math.floor(quarters) * 2 + 1]


def light(phase: float) -> Callable[[float, float], float]:
    """Give how squarely the sun shines on the moon's face, 0 to 1, for points x and y of it.

    Args:
        phase: as `phase` gives it.

    x goes from -1 at the left limb to 1 at the right one, north up; y from -1 to 1
    along the other axis. The moon is a ball in parallel light: brightest where the
    sun stands overhead, 0 from the terminator on and outside the disc. Seen from
    north of the equator, a waxing moon is lit from the right.
    """
    around = math.tau * phase
    beside, behind = math.sin(around), math.cos(around)

    def lit(x: float, y: float) -> float:
        depth = 1 - x * x - y * y
        return max(0.0, x * beside - math.sqrt(depth) * behind) if depth >= 0 else 0.0

    return lit
