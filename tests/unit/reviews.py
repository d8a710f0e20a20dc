"""Looking back from the command line: evenings of long ago, and what is printed of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tests.unit.routine.evenings import DAY, plan
from tests.unit.routine.paged import FULL
from tests.years import write
from winddown.data.locations import locations
from winddown.routine.evening import Evening

LONG_AGO = date(2019, 11, 22)
"""A Friday; of the days around it, the year is always said."""

BEGAN = datetime(2019, 11, 22, 21, 30, tzinfo=UTC)
PLANNED = plan(
    LONG_AGO + DAY,
    cue="I have put the kettle on",
    channel="a postcard",
    words="Saw this and thought of you.",
    expected=4,
    followup=FULL.outreach.followup if FULL.outreach else None,
)
OLD = replace(FULL, evening=LONG_AGO, started=BEGAN, outreach=PLANNED)


def old(days: int = 0, **answers: Any) -> Evening:
    """Give an evening of those days."""
    return Evening(evening=LONG_AGO + days * DAY, started=BEGAN + days * DAY, **answers)


def home_of(home: Path, evenings: Iterable[Evening]) -> Path:
    """Write evenings where they are kept."""
    write(locations({"WINDDOWN_HOME": str(home)}), evenings)
    return home


def review(home: Path, *words: str, code: str = "", **environ: str) -> Any:
    """Look back, written to a pipe."""
    return subprocess.run(
        [sys.executable, *(("-c", code) if code else ("-m", "winddown", "review", *words))],
        env={"WINDDOWN_HOME": str(home), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
