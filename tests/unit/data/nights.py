"""Earlier evenings to keep in a home, and the occasion read from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from tests.unit.data.homes import DAY
from winddown.data import config as config_file
from winddown.data import evenings
from winddown.data.locations import Locations
from winddown.data.occasion import OccasionFromFiles
from winddown.routine.evening import Evening, Round
from winddown.steps import between

NOW = datetime(2026, 11, 22, 21, 34, 10, tzinfo=timezone(timedelta(hours=1)))
NIGHT = timedelta(days=1)


def occasion(home: Locations, text: str = "", **asked: Any) -> OccasionFromFiles:
    """Give tonight's occasion with a config of this text, which has no mistake in it."""
    home.config.mkdir(parents=True, exist_ok=True)
    home.config_file.write_text(text)
    config, problems = config_file.load(home.config_file, between())
    assert problems == ()
    given: dict[str, Any] = {"today": DAY, "motion": "full"} | asked
    return OccasionFromFiles(home, config, now=lambda: NOW, clock=lambda: 0.0, **given)


def keep(home: Locations, nights_ago: int, **answers: Any) -> Evening:
    """Keep an evening with these answers."""
    day = DAY - nights_ago * NIGHT
    evening = Evening(evening=day, started=NOW - nights_ago * NIGHT, **answers)
    evenings.save(home, None, evening)
    return evening


def rounds(pattern: str = "long-out", **details: Any) -> tuple[Round, ...]:
    """Give one round of a pattern."""
    return (replace(Round(kind="pattern", id=pattern, seconds=60, cycles=6), **details),)
