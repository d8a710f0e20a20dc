"""Last night's plan, and the morning after it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from tests.unit.data.homes import put
from winddown.data import evenings
from winddown.data.locations import Locations, locations
from winddown.routine.evening import Evening, Plan, evening_of

MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=timezone(timedelta(hours=1)))
"""By the wall clock, of a Sunday."""

DAY = timedelta(days=1)
HINT = ["One small thing is waiting."]


def home_of(folder: Path) -> Locations:
    """Give the places of a home that may not be there yet."""
    return locations({"WINDDOWN_HOME": str(folder)})


def planned(where: Locations, nights_ago: int = 1, **details: Any) -> Evening:
    """Keep an evening with a plan, for the day after it unless another is named."""
    began = at(21) - nights_ago * DAY
    given = {"who": "Sam", "text": "text Sam one line", "on": (began + DAY).date()} | details
    evening = Evening(evening=began.date(), started=began, outreach=Plan(**given))
    evenings.save(where, None, evening)
    return evening


def at(hour: int, days: int = 0) -> datetime:
    """Give another moment, so many days after that morning."""
    return MORNING.replace(hour=hour) + days * DAY


def this_day() -> date:
    """Name the day on which the program runs, as the program would."""
    return evening_of(datetime.now().astimezone(), time(5))


def nights_since(day: date) -> int:
    """Count the nights from a day to the usual morning, for evenings around another one."""
    return (MORNING.date() - day).days


def broken(where: Locations, nights_ago: int) -> Path:
    """Put an evening there that no one can read."""
    return put(where, 'schema = 1\nnote = "a secret', (MORNING - nights_ago * DAY).date())


def winddown(home: Path, *arguments: str, piped: str = "") -> Any:
    """Run the program without a terminal, at this very moment."""
    return subprocess.run(
        [sys.executable, "-m", "winddown", *arguments],
        env={"WINDDOWN_HOME": str(home), "PATH": os.environ["PATH"], "LANG": "en_GB.UTF-8"},
        input=piped,
        capture_output=True,
        check=False,
        text=True,
    )
