"""A home that cannot be written is known before the first answer; nothing is made to know it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from winddown.data.locations import Locations, locations
from winddown.data.writable import hindrance

DAY = date(2026, 11, 20)


@pytest.fixture
def where(tmp_path: Path) -> Locations:
    """A home in which nothing has been written yet."""
    return locations({"WINDDOWN_HOME": str(tmp_path / "some" / "home")})


def disk(monkeypatch: pytest.MonkeyPatch, **differs: int) -> None:
    """Have the disk look otherwise than it is."""
    looks = {"f_flag": 0, "f_blocks": 1000, "f_bavail": 500} | differs
    monkeypatch.setattr(os, "statvfs", lambda _: SimpleNamespace(**looks))


def test_a_home_that_is_not_there_yet_can_be_written_and_stays_unmade(where: Locations) -> None:
    assert hindrance(where, DAY) == ""
    assert not where.data.parent.exists()


@pytest.mark.parametrize("name", ["data", "state"])
def test_a_file_where_a_folder_should_be_is_named(where: Locations, name: str) -> None:
    where.data.parent.mkdir(parents=True)
    (where.data.parent / name).write_text("")
    assert (
        hindrance(where, DAY)
        == f"{where.data.parent / name} is no folder, where one should be; move it away."
    )


def test_a_link_that_leads_nowhere_is_named(where: Locations) -> None:
    where.data.parent.mkdir(parents=True)
    where.data.symlink_to("gone")
    assert hindrance(where, DAY) == f"{where.data} is no folder, where one should be; move it away."


def test_a_disk_that_is_full_is_named(where: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    disk(monkeypatch, f_bavail=0)
    assert hindrance(where, DAY).endswith("lies on a disk that is full; free some space.")


def test_a_disk_that_counts_no_blocks_is_not_taken_for_a_full_one(
    where: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk(monkeypatch, f_blocks=0, f_bavail=0)
    assert hindrance(where, DAY) == ""


def test_a_disk_that_can_only_be_read_is_named(
    where: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk(monkeypatch, f_flag=os.ST_RDONLY)
    assert hindrance(where, DAY).endswith("lies on a disk that can only be read.")


def test_a_folder_of_someone_elses_is_named(
    where: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    where.data.mkdir(parents=True)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != where.data)
    assert hindrance(where, DAY) == f"{where.data} does not let you write into it."


def test_a_disk_that_does_not_say_is_tried(
    where: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_: Path) -> None:
        raise OSError

    monkeypatch.setattr(os, "statvfs", unknown)
    assert hindrance(where, DAY) == ""
