"""What an account may not read costs only itself, and is named with what to do."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.unit.data.closed import close
from tests.unit.data.homes import DAY, put
from tests.unit.data.nights import NIGHT, NOW, keep
from tests.unit.data.taking_away import archive
from winddown.asked import Restore
from winddown.commands.restore import restored
from winddown.data.beside import closed_in
from winddown.data.by_day import at_hand
from winddown.data.evenings_check import check
from winddown.data.exporting import Kept
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError
from winddown.routine.evening import Plan

DENIED = "the folder cannot be read (permission denied)"
LAST_YEAR = DAY - timedelta(days=365)


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def test_a_year_that_may_not_be_listed_costs_only_its_own_evenings(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, year = keep(home, 0, tonight="tired"), home.evening(LAST_YEAR).parent
    put(home, "", LAST_YEAR)
    close(monkeypatch, year)
    back = archive(home)
    assert list(back.evenings()) == [kept]
    (problem,) = back.problems
    assert (str(year) in problem, DENIED in problem) == (True, True)
    exported = Kept(home, None, None)
    assert (exported.days, [each.path for each in exported.problems]) == ([DAY], [year])


def test_a_plan_is_found_beside_a_year_that_may_not_be_listed(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = keep(home, 1, outreach=Plan(text="text Sam", on=DAY))
    next_year = home.evening(DAY + 365 * NIGHT).parent
    next_year.mkdir()
    close(monkeypatch, next_year)
    found = at_hand(home, NOW)
    assert found.evening == planned
    assert [each.path for each in found.problems] == [next_year]


@pytest.mark.parametrize(("what", "mode"), [("file", "rw"), ("folder", "rwx")])
def test_what_may_not_be_read_is_named_with_the_command_that_allows_it(
    home: Locations, monkeypatch: pytest.MonkeyPatch, what: str, mode: str
) -> None:
    path = put(home, "x = ")
    closed = path if what == "file" else path.parent
    close(monkeypatch, closed)
    said = [each for each in check(home).said if each.startswith(str(closed))]
    assert said == [
        f"{closed}: you are not allowed to read this; `chmod u={mode} {closed}` allows it."
    ]


def test_a_folder_of_copies_that_may_not_be_written_to_is_named_before_it_is_needed(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.backups.mkdir(parents=True, mode=0o700)
    assert not any("keep anything" in each for each in check(home).said)
    there = os.access
    refused = {(home.backups, os.W_OK)}
    monkeypatch.setattr(
        os, "access", lambda path, mode: (Path(path), mode) not in refused and there(path, mode)
    )
    assert (
        f"{home.backups}: you are not allowed to keep anything in here; "
        f"`chmod u=rwx {home.backups}` allows it."
    ) in check(home).said


def test_copies_that_may_not_be_looked_into_are_named_and_never_taken_for_none(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.backups.mkdir(parents=True, mode=0o700)
    close(monkeypatch, home.backups)
    allows = f"`chmod u=rwx {home.backups}` allows it."
    assert f"{home.backups}: you are not allowed to look into this; {allows}" in check(home).said
    what: Restore
    for what in ("", DAY):
        with pytest.raises(WinddownError) as raised:
            restored(home, what, agreed=True)
        assert str(raised.value) == (
            f"{home.backups} may not be looked into, so nothing was put back; {allows}"
        )


@pytest.mark.parametrize("above", [0, 1])
def test_where_nothing_may_be_looked_into_that_alone_is_said(
    home: Locations, monkeypatch: pytest.MonkeyPatch, above: int
) -> None:
    put(home, "x = ")
    closed = (home.data, *home.data.parents)[above]
    close(monkeypatch, closed)
    allows = f"`chmod u=rwx {closed}` allows it."
    assert check(home).said == [f"{closed}: you are not allowed to look into this; {allows}"]
    assert closed_in(home) == [closed]


def test_what_belongs_to_another_account_is_not_said_to_be_allowed_by_a_command(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(home, "x = ")
    close(monkeypatch, path)
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    (said,) = (each for each in check(home).said if each.startswith(str(path)))
    assert said.endswith("it belongs to another account, and only that one can allow it.")
