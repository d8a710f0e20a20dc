"""Earlier evenings are read as far back as somebody asks, and no file twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.years import evenings, write
from winddown.data import evenings as kept_evenings
from winddown.data.evening_file import read_evening
from winddown.data.locations import locations
from winddown.data.past import Past
from winddown.opening import open_evening
from winddown.routine.evening import Evening, Plan
from winddown.toml_reading import TomlFile

DAY = date(2026, 11, 22)
EVENINGS = tuple(
    Evening(evening=DAY - timedelta(days=ago), started=datetime(2026, 11, 22, tzinfo=UTC))
    for ago in range(1, 6)
)


@pytest.mark.parametrize(
    ("ask", "answer", "reads"),
    [
        (lambda past: None, None, 0),
        (bool, True, 1),
        (lambda past: next(iter(past)), EVENINGS[0], 1),
        (lambda past: past[1:3], EVENINGS[1:3], 5),
        (lambda past: past[-1], EVENINGS[-1], 5),
        (len, 5, 5),
        (tuple, EVENINGS, 5),
        (lambda past: (tuple(past), len(past), tuple(past))[-1], EVENINGS, 5),
    ],
)
def test_no_more_is_read_than_is_asked_for(
    ask: Callable[[Past], object], answer: object, reads: int
) -> None:
    read = []
    past = Past(evening for evening in EVENINGS if not read.append(evening))  # type: ignore[func-returns-value]
    assert ask(past) == answer
    assert len(read) == reads


def test_no_evening_is_nothing(tmp_path: Path) -> None:
    past = Past(kept_evenings.newest(locations({"WINDDOWN_HOME": str(tmp_path)}), DAY))
    assert (bool(past), len(past), tuple(past)) == (False, 0, ())


def test_an_open_plan_is_found_without_reading_further_than_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many evenings there are: arriving waits for none of the others."""
    environ = {"WINDDOWN_HOME": str(tmp_path)}
    where, plan = locations(environ), Plan(text="Write to Sam.", on=DAY)
    days = [Evening(evening=each.evening, started=each.started) for each in evenings(60, DAY)]
    planned = Evening(evening=days[1].evening, started=days[1].started, outreach=plan)
    write(where, [days[0], planned, *days[2:]])
    occasion = open_evening(environ, now=lambda: datetime(2026, 11, 22, 22, tzinfo=UTC)).occasion
    read: list[str] = []

    def noted(path: Path) -> TomlFile | None:
        read.append(path.stem)
        return read_evening(path)

    monkeypatch.setattr(kept_evenings, "read_evening", noted)
    assert occasion.open_plan == planned
    assert read == ["2026-11-21", "2026-11-20"]
