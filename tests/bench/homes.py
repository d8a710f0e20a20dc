"""Homes to measure with: none, ten years of evenings, a hundred."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

from tests.years import evenings, write
from winddown.data.locations import locations
from winddown.routine.evening import evening_of

TEN_YEARS, HUNDRED_YEARS = 3_650, 36_500
"""Evenings, one a day."""
DAY_ENDS = time(5)
"""When the evening before is over, where no config says otherwise."""


def empty(folder: Path) -> Path:
    """Give a home in which nothing was ever kept."""
    home = folder / "empty"
    home.mkdir(exist_ok=True)
    return home


def filled(folder: Path, count: int = TEN_YEARS) -> Path:
    """Give a home with so many evenings up to yesterday, made once."""
    home = folder / str(count)
    if not home.exists():
        write(locations({"WINDDOWN_HOME": str(home)}), evenings(count, today()))
    return home


def today() -> date:
    """Give the day that the measures are of: until the day ends, that is the one before."""
    return evening_of(datetime.now().astimezone(), DAY_ENDS)
