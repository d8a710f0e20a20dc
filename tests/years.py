"""Believable evenings of an invented person: a year to look at, and many years to measure with.

The same seed and day always give the same evenings; no clock is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from pathlib import Path
from random import Random

from tests.one_night import Night, season_of
from winddown.data.evenings import FIRST_LINE
from winddown.data.locations import Locations
from winddown.data.migration import SCHEMA
from winddown.data.records import Table, tables_of
from winddown.routine.evening import Evening

DAY = timedelta(days=1)


def believable_year(today: date, seed: int = 4) -> list[Evening]:
    """Give the evenings of the year before `today`, newest first; yesterday's is the newest.

    About half of the days have one. There are quiet stretches and gaps of weeks,
    a spring that drifts away from people, and from June on a weekly call.
    """
    random = Random(seed)  # noqa: S311  the same each time is what is wanted
    days = [today - back * DAY for back in range(365, 0, -1)]
    return _lived(random, _on_some(random, days), unusual=0.05)


def evenings(count: int, today: date, seed: int = 4) -> list[Evening]:
    """Give so many evenings before `today`, newest first, with gaps and every kind of answer."""
    random = Random(seed)  # noqa: S311  the same each time is what is wanted
    days: list[date] = []
    day = today - DAY
    while len(days) < count:
        days.append(day)
        gap = random.choices((1, 2, 3, 16), (78, 16, 5, 1))[0]
        day -= gap * DAY
    return _lived(random, reversed(days), unusual=0.3)


def write(home: Locations, evenings: Iterable[Evening]) -> None:
    """Write the files of evenings as winddown would, but fast: nothing waits for the disk."""
    folders: set[Path] = set()
    for evening in evenings:
        path = home.evening(evening.evening)
        if path.parent not in folders:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_text(toml_of(evening), encoding="utf-8")
        path.chmod(0o600)


def toml_of(evening: Evening) -> str:
    """Give the text of an evening's file."""
    return f"{FIRST_LINE}\n{toml_of_table({'schema': SCHEMA, **tables_of(evening)})}"


def toml_of_table(table: Table) -> str:
    """Give a table as the text of a file."""
    return "\n".join((*_lines("", table), ""))


def _on_some(random: Random, days: list[date]) -> Iterator[date]:
    """Choose days in stretches: an evening follows an evening more often than a gap."""
    was_one, away = True, 0
    for day in days:
        if away == 0 and day in (days[105], days[262]):
            away = random.randint(11, 15)
        away = max(0, away - 1)
        often = {"drift": 0.34, "quiet": 0.4}.get(season_of(day).mood, 0.52)
        was_one = not away and random.random() < often + (0.26 if was_one else -0.1)
        if was_one or day == days[-1]:
            yield day


def _lived(random: Random, days: Iterable[date], unusual: float) -> list[Evening]:
    """Live through days, oldest first, and give their evenings newest first."""
    lived: list[Evening] = []
    night = Night(random, unusual)
    waiting: int | None = None
    """Where the evening stands whose plan is still open, if one is."""
    for day in days:
        tonight = night.tonight(day)
        if waiting is not None:
            lived[waiting], is_open = night.follow_up(lived[waiting], day, tonight)
            waiting = waiting if is_open else None
        lived.append(night.evening(day, tonight, may_plan=waiting is None))
        if lived[-1].outreach is not None:
            waiting = len(lived) - 1
    return lived[::-1]


def _lines(name: str, table: Table) -> Iterator[str]:
    """Write a table: its plain values first, then the tables in it, each under its header."""
    inner = []
    for key, value in table.items():
        if isinstance(value, dict) or (isinstance(value, list) and isinstance(value[0], dict)):
            inner.append((f"{name}.{key}" if name else key, value))
        else:
            yield f"{key} = {_literal(value)}"
    for path, value in inner:
        header, tables = (
            (f"[{path}]", [value]) if isinstance(value, dict) else (f"[[{path}]]", value)
        )
        for each in tables:
            yield ""
            yield header
            yield from _lines(path, each)


def _literal(value: object) -> str:
    if isinstance(value, str | bool | int | float):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    assert isinstance(value, date | time)
    return value.isoformat()
