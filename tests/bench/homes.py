"""Homes to measure with: none, ten years of evenings, a hundred."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.years import evenings, write
from winddown.data.locations import locations

TEN_YEARS, HUNDRED_YEARS = 3_650, 36_500
"""Evenings, one a day."""


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
    """Give the day that the measures are of."""
    return date.today()  # noqa: DTZ011  an evening goes by the wall clock
