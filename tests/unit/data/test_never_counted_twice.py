"""Whatever a program leaves beside an evening, it is one evening: in lists, sums and exports."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.unit.data.homes import BEGUN, DAY
from tests.unit.data.sync_names import VERSIONS
from tests.unit.data.taking_away import archive
from tests.unit.routine.evenings import plan
from winddown.asked import Asked
from winddown.commands import export
from winddown.commands.followup import answer_kept
from winddown.commands.today import hint, told
from winddown.data import evenings
from winddown.data.locations import Locations, locations
from winddown.routine.adding_up import over_time
from winddown.routine.evening import Settled
from winddown.routine.following import Answer
from winddown.routine.searching import Filters, haystack, matches

NEXT = DAY + timedelta(days=1)
EVENING = replace(
    BEGUN,
    note="rain",
    in_touch=("Ana",),
    settled=Settled(before=4, after=6),
    outreach=plan(NEXT, text="ring Sam"),
)
OTHER = replace(EVENING, note="snow", outreach=plan(NEXT, text="ring Ana"))


@pytest.fixture(params=VERSIONS)
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Locations:
    """An evening of which another version stands, as one program calls it."""
    where, apart = (locations({"WINDDOWN_HOME": str(tmp_path / each)}) for each in ("here", "x"))
    evenings.save(where, None, EVENING)
    evenings.save(apart, None, OTHER)
    name = VERSIONS[request.param].name
    where.evening(DAY).with_name(name).write_bytes(apart.evening(DAY).read_bytes())
    return where


def test_it_is_one_evening_wherever_evenings_are_read(home: Locations) -> None:
    assert evenings.load_all(home) == ([EVENING], [])
    assert list(evenings.newest(home, date.max)) == [EVENING]
    assert evenings.load_between(home, date.min, date.max) == ([EVENING], [])
    assert list(archive(home).evenings()) == [EVENING]
    assert archive(home).several() == {DAY: 2}


def test_it_is_counted_and_found_once(home: Locations) -> None:
    read = list(archive(home).evenings())
    over = over_time(read, DAY)
    assert len(over.before.marks) == 1
    assert [each.name for each in over.contacts] == ["Ana"]
    for words, found in (("rain", 1), ("snow", 0)):
        hits = [matches(each, Filters(words=words), haystack(each, "")) for each in read]
        assert sum(hits) == found


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_it_is_taken_along_once(
    home: Locations, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setenv("WINDDOWN_HOME", str(home.data.parent))
    asked = Asked()
    asked.format = form  # type: ignore[assignment]  # each is one of the forms
    with redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")) as out:
        assert export.run(asked) == 0
        out.flush()
        written = out.buffer.getvalue().decode()  # type: ignore[attr-defined]  # as made above
    assert written.count("rain") == 1
    assert "snow" not in written
    if form == "json":
        assert len(json.loads(written)["evenings"]) == 1


def test_its_plan_is_told_once_and_by_day_only_its_own_is_answered(home: Locations) -> None:
    noon = datetime(NEXT.year, NEXT.month, NEXT.day, 13)  # noqa: DTZ001  the clock on the wall
    lines, problems = told(home, noon)
    assert ("ring Sam" in lines[0], len(lines), list(problems)) == (True, 1, [])
    assert len(hint(home, noon)) == 1
    (path,) = set(home.evening(DAY).parent.iterdir()) - {home.evening(DAY)}
    before = path.read_bytes()
    answer_kept(home, Answer("did-it", None, ""), noon)
    kept = evenings.load(home, DAY)
    assert kept is not None
    assert kept.outreach != EVENING.outreach
    assert path.read_bytes() == before
