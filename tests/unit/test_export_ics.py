"""`winddown export ics`: the open plan by itself, or all of some evenings, and never a surprise."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from tests.unit.data.test_calendar import is_sound
from tests.unit.routine.evenings import DAY, evening, outcome, plan
from winddown.asked import Asked
from winddown.commands.export_ics import export
from winddown.data import evenings
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError
from winddown.routine.evening import Evening

TODAY = date.today()  # noqa: DTZ011  the command asks the wall clock, as a person does


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Locations:
    """Give a home in which the day never ends while a test runs."""
    monkeypatch.setenv("WINDDOWN_HOME", str(tmp_path))
    where = locations(os.environ)
    where.config.mkdir(parents=True)
    where.config_file.write_text("day_ends = 00:00:00\n")
    return where


def put(home: Locations, *made: Evening) -> None:
    for each in made:
        evenings.save(home, None, replace(each, started=each.started.replace(tzinfo=UTC)))


def asked(
    output: Path | str | None = None, since: date | None = None, until: date | None = None
) -> Asked:
    """Ask for a calendar."""
    found = Asked()
    found.output = str(output) if output else None
    found.since, found.until = since, until
    return found


def events(text: bytes) -> Sequence[Event]:
    """Read what was written."""
    assert is_sound(text.decode())
    found: Sequence[Event] = Calendar.from_ical(text).events
    return found


PLANS = (
    evening(TODAY - DAY, outreach=plan(TODAY + DAY)),
    evening(TODAY - 5 * DAY, outreach=plan(TODAY - 4 * DAY, followup=outcome("did-it", TODAY))),
    evening(TODAY - 6 * DAY),
    evening(TODAY - 40 * DAY, outreach=plan(TODAY - 39 * DAY)),
)
"""Newest first: an open plan, one that was done, none at all, and one that rests."""


@pytest.mark.parametrize("output", [None, "-"])
def test_the_open_plan_is_written_to_standard_output(
    home: Locations, capfdbinary: pytest.CaptureFixture[bytes], output: str | None
) -> None:
    put(home, *PLANS)
    assert export(asked(output)) == 0
    said = capfdbinary.readouterr()
    assert said.err == b""
    (event,) = events(said.out)
    assert event["UID"] == f"{TODAY - DAY}@winddown"
    assert event["SUMMARY"] == "winddown"


def test_tonights_own_plan_counts_as_well(
    home: Locations, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    put(home, evening(TODAY, outreach=plan(TODAY + 2 * DAY)))
    assert export(asked()) == 0
    (event,) = events(capfdbinary.readouterr().out)
    assert event["DTSTART"].dt == TODAY + 2 * DAY


@pytest.mark.parametrize(
    ("since", "until", "ago"),
    [
        (TODAY - 30 * DAY, None, [5, 1]),
        (None, TODAY - 2 * DAY, [40, 5]),
        (TODAY - 5 * DAY, TODAY - 5 * DAY, [5]),
        (None, TODAY, [40, 5, 1]),
    ],
)
def test_between_two_days_every_plan_is_written_oldest_first(
    home: Locations,
    capfdbinary: pytest.CaptureFixture[bytes],
    since: date | None,
    until: date | None,
    ago: list[int],
) -> None:
    put(home, *PLANS)
    assert export(asked(since=since, until=until)) == 0
    uids = [str(event["UID"]) for event in events(capfdbinary.readouterr().out)]
    assert uids == [f"{TODAY - timedelta(days=each)}@winddown" for each in ago]


def test_a_file_is_for_its_owners_eyes_and_one_that_stands_is_written_anew(
    home: Locations, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    put(home, *PLANS)
    file = tmp_path / "plan.ics"
    for _ in range(2):
        assert export(asked(file)) == 0
        assert len(events(file.read_bytes())) == 1
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert capfdbinary.readouterr().out == b""


@pytest.mark.parametrize("output", ["nowhere/plan.ics", "."])
def test_a_place_that_cannot_be_written_to_is_named_and_nothing_is_made(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    monkeypatch.chdir(tmp_path)
    put(home, *PLANS)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(WinddownError, match="could not be written"):
        export(asked(output))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("since", "said_so"),
    [(TODAY - DAY, b"No plan was made on those evenings"), (None, b"No plan is open")],
)
def test_with_nothing_open_that_is_said_kindly_and_no_file_is_touched(
    home: Locations,
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
    since: date | None,
    said_so: bytes,
) -> None:
    put(home, *PLANS[1:])
    file = tmp_path / "plan.ics"
    file.write_text("as it was")
    assert export(asked(file, since=since)) == 1
    said = capfdbinary.readouterr()
    assert said.out == b""
    assert said.err.count(b"\n") == 1
    assert said_so in said.err
    assert file.read_text() == "as it was"


def test_the_title_is_ones_own_where_one_was_chosen(
    home: Locations, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    home.config_file.write_text('day_ends = 00:00:00\n[calendar]\ntitle = "Now: {plan}"\n')
    put(home, evening(TODAY, outreach=plan(TODAY + DAY, text="ring Zoë; Ana, too")))
    assert export(asked()) == 0
    (event,) = events(capfdbinary.readouterr().out)
    assert event["SUMMARY"] == "Now: ring Zoë; Ana, too"


def test_an_evening_that_cannot_be_read_is_named_and_the_others_are_written(
    home: Locations, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    put(home, *PLANS)
    broken = home.evening(TODAY - 6 * DAY)
    broken.write_text("secret = ")
    assert export(asked(since=TODAY - 30 * DAY)) == 1
    said = capfdbinary.readouterr()
    assert len(events(said.out)) == 2
    assert broken.name.encode() in said.err
    assert b"secret" not in said.err
