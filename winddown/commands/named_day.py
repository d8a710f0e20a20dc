"""Which evening is meant by a day on the command line."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from winddown.asked import Named
from winddown.data import config as config_file
from winddown.data.locations import Locations
from winddown.routine.evening import evening_of


def day_meant(where: Locations, named: Named, now: datetime) -> date:
    """Give the day that was named; the evening before tonight's for "yesterday"."""
    if isinstance(named, date):
        return named
    config, _ = config_file.load(where.config_file, ())
    return evening_of(now, config.day_ends) - timedelta(days=1)
