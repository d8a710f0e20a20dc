"""A home on disk for one test, and an evening to keep in it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from winddown.data.locations import Locations, locations
from winddown.routine.evening import Evening

FIXTURE = Path(__file__).parent / "fixtures" / "schema-1.toml"
DAY = date(2026, 11, 22)
BEGUN = Evening(
    evening=DAY,
    started=datetime(2026, 11, 22, 21, 34, 10, tzinfo=timezone(timedelta(hours=1))),
)


@contextmanager
def new_home() -> Iterator[Locations]:
    """Make a home that lasts as long as the block, for tests that need many."""
    with tempfile.TemporaryDirectory() as folder:
        yield locations({"WINDDOWN_HOME": folder})


def put(home: Locations, text: str | bytes, day: date = DAY) -> Path:
    """Put a file where an evening stands, as a person's editor would."""
    path = home.evening(day)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def contents(home: Locations) -> dict[str, bytes]:
    """Give every file of evenings and copies, by its name."""
    return {str(path): path.read_bytes() for path in home.data.rglob("*") if path.is_file()}
