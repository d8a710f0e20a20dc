"""What is taken away can be put back to the byte, for thirty days; then it is gone."""

from __future__ import annotations

import errno
import os
import pathlib
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.unit.data.homes import BEGUN, DAY, FIXTURE, contents, put
from tests.unit.data.taking_away import ANY, TODAY, archive, in_backups, refuse
from winddown.data import lock
from winddown.data.evenings import load, save
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError
from winddown.routine.archive import Removed


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


@pytest.mark.parametrize("text", [FIXTURE.read_bytes(), ANY, b""])
def test_an_evening_taken_away_is_put_back_to_the_byte(home: Locations, text: bytes) -> None:
    path = put(home, text)
    path.chmod(0o640)
    back = archive(home)
    removed = back.remove(DAY)
    assert removed == Removed(DAY, "2026-11-22-removed-on-2026-12-01.toml")
    assert contents(home) == {str(home.backups / removed.copy): text}
    assert list(back.evenings()) == []
    assert back.put_back(removed) == (load(home, DAY) if text == FIXTURE.read_bytes() else None)
    assert contents(home) == {str(path): text}
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert stat.S_IMODE(home.backups.stat().st_mode) == 0o700


def test_two_removals_of_one_evening_are_two_copies(home: Locations) -> None:
    back = archive(home)
    put(home, "first = 1")
    first = back.remove(DAY)
    put(home, "second = 2")
    second = back.remove(DAY)
    assert in_backups(home) == [
        "2026-11-22-removed-on-2026-12-01-2.toml",
        "2026-11-22-removed-on-2026-12-01.toml",
    ]
    back.put_back(first)
    assert home.evening(DAY).read_text() == "first = 1"
    with pytest.raises(WinddownError, match="another evening stands there by now"):
        back.put_back(second)
    assert home.evening(DAY).read_text() == "first = 1"
    assert (home.backups / second.copy).read_text() == "second = 2"


def test_tonight_is_left_while_it_is_under_way(home: Locations) -> None:
    put(home, FIXTURE.read_bytes())
    with pytest.raises(WinddownError, match="still under way"):
        archive(home, under_way=lambda: DAY).remove(DAY)
    assert home.evening(DAY).read_bytes() == FIXTURE.read_bytes()
    archive(home, under_way=lambda: TODAY).remove(DAY)
    assert not home.evening(DAY).exists()


def test_what_is_not_there_is_told(home: Locations) -> None:
    back = archive(home)
    with pytest.raises(WinddownError, match="No evening of 2026-11-22 stands on disk"):
        back.remove(DAY)
    with pytest.raises(WinddownError, match="no longer there, so it cannot be put back"):
        back.put_back(Removed(DAY, "2026-11-22-removed-on-2026-12-01.toml"))
    assert contents(home) == {}


@pytest.mark.parametrize(
    "name",
    ["../evenings/2026/2026-11-20.toml", "2026-11-22-other-version-1.toml", "", "notes.toml"],
)
def test_nothing_but_a_removed_evening_is_put_back(home: Locations, name: str) -> None:
    put(home, FIXTURE.read_bytes(), date(2026, 11, 20))
    home.backups.mkdir()
    (home.backups / "notes.toml").write_text("x")
    (home.backups / "2026-11-22-other-version-1.toml").write_text("x")
    before = contents(home)
    with pytest.raises(WinddownError, match="nothing was changed"):
        archive(home).put_back(Removed(DAY, name))
    assert contents(home) == before


def test_a_linked_evening_goes_with_what_the_link_leads_to(home: Locations, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "evening.toml"
    real.parent.mkdir()
    real.write_bytes(FIXTURE.read_bytes())
    path = home.evening(DAY)
    path.parent.mkdir(parents=True)
    path.symlink_to(real)
    back = archive(home)
    removed = back.remove(DAY)
    assert not os.path.lexists(path)
    assert not real.exists()
    back.put_back(removed)
    assert path.read_bytes() == FIXTURE.read_bytes()
    assert not path.is_symlink()


def test_evenings_in_a_linked_folder_are_taken_away_and_put_back(
    home: Locations, tmp_path: Path
) -> None:
    (tmp_path / "synced").mkdir()
    home.data.mkdir()
    home.evenings.symlink_to(tmp_path / "synced")
    save(home, None, BEGUN)
    back = archive(home)
    removed = back.remove(DAY)
    assert list(back.evenings()) == []
    assert back.put_back(removed) == BEGUN
    assert home.evenings.is_symlink()


@pytest.mark.parametrize(("days", "is_there"), [(0, True), (30, True), (31, False), (400, False)])
def test_a_removed_evening_is_gone_after_thirty_days(
    home: Locations, days: int, is_there: bool
) -> None:
    put(home, ANY)
    archive(home).remove(DAY)
    put(home, ANY)
    archive(home).remove(DAY)
    archive(home, TODAY + timedelta(days=days)).purge()
    assert len(in_backups(home)) == (2 if is_there else 0)


def test_with_the_clock_set_back_nothing_goes_early(home: Locations) -> None:
    put(home, ANY)
    archive(home).remove(DAY)
    archive(home, date(2020, 1, 1)).purge()
    assert len(in_backups(home)) == 1


def test_an_evening_removed_with_the_clock_set_back_has_its_thirty_days(home: Locations) -> None:
    put(home, ANY)
    removed = archive(home, date(1970, 1, 1)).remove(DAY)
    assert removed.copy == "2026-11-22-removed-on-2026-11-22.toml"
    archive(home).purge()
    assert in_backups(home) == [removed.copy]


OTHERS = [
    "2020-01-01-other-version-1.toml",
    "2020-01-01-removed-on-2020-01-01.toml.bak",
    "2020-01-01-removed-on-2020-01-01-0.toml",
    "2020-01-01-removed-on-2020-01-01-1.toml",
    "2020-01-01-removed-on-2020-02-30.toml",
    "2020-01-01-removed-on-2020-01-01",
    "2020-01-01-Removed-on-2020-01-01.toml",
    "x2020-01-01-removed-on-2020-01-01.toml",
    "２０２０-01-01-removed-on-2020-01-01.toml",
    "2020-01-01-removed-on-2020-01-01.toml\n",
    "2020-01-01.toml",
]


def test_nothing_else_among_the_backups_is_ever_deleted(home: Locations, tmp_path: Path) -> None:
    home.backups.mkdir(parents=True)
    for name in OTHERS:
        (home.backups / name).write_text("x")
    (home.backups / "2020-01-01-removed-on-2020-01-01.toml").mkdir()
    (tmp_path / "mine").write_text("x")
    (home.backups / "2020-01-01-removed-on-2020-01-01-2.toml").symlink_to(tmp_path / "mine")
    before = in_backups(home)
    archive(home).purge()
    assert in_backups(home) == before


def test_a_copy_that_cannot_be_deleted_is_told(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, ANY)
    archive(home).remove(DAY)
    back = archive(home, TODAY + timedelta(days=31))
    with monkeypatch.context() as patch:
        patch.setattr(pathlib.Path, "unlink", refuse(errno.EACCES))
        back.purge()
    assert list(back.evenings()) == []
    (problem,) = list(back.problems)
    assert "removed-on-2026-12-01.toml could not be deleted: permission denied." in problem
    back.purge()
    assert list(back.problems) == []
    assert in_backups(home) == []


def test_old_copies_stay_while_another_program_writes_and_that_is_told(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, ANY)
    removed = archive(home).remove(DAY)
    later = archive(home, TODAY + timedelta(days=31))
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    with lock.locked(home):
        later.purge()
    (problem,) = later.problems
    assert "another winddown is writing" in problem
    assert in_backups(home) == [removed.copy]
    later.purge()
    assert (list(later.problems), in_backups(home)) == ([], [])
