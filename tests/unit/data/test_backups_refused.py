"""Whatever stands in the way of a copy, the evening is kept, and the good copy stays."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.unit.data.homes import DAY
from tests.unit.data.sittings import copies, evening, name, new_sitting, write
from winddown.data import backups
from winddown.data.config_writing import keep_country
from winddown.data.evenings import load
from winddown.data.locations import Locations, locations


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    new_sitting()
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def refuse_copies(monkeypatch: pytest.MonkeyPatch, code: int = errno.ENOSPC) -> None:
    """Let no copy be written, while all else can be."""

    def refused(*_: object) -> bool:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(backups, "put_atomically", refused)


def test_copies_that_cannot_be_written_cost_no_evening_and_are_told_once(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening(home, 0)
    home.config.mkdir()
    home.config_file.write_text("remember = false\n")
    refuse_copies(monkeypatch)
    assert write(home, note="rain").note == "rain"
    assert write(home, note="snow") == load(home, DAY)
    told = backups.untold(home)
    assert str(told) == (
        f"The copies in {home.backups} could not be brought up to date: the disk is full. "
        "What you write is kept as always."
    )
    keep_country(home, "GB")
    write(home, note="wind")
    assert backups.untold(home) is None


def test_a_copy_that_is_broken_off_leaves_the_one_before(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = evening(home, 0)
    write(home)
    new_sitting()
    replace_file = os.replace

    def refused(source: Path, target: Path) -> None:
        if Path(target).parent == home.backups:
            raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))
        replace_file(source, target)

    monkeypatch.setattr(os, "replace", refused)
    write(home, note="snow")
    assert copies(home) == {name(0): before}


def test_nothing_in_the_way_of_the_copies_keeps_an_evening_from_being_saved(
    home: Locations,
) -> None:
    evening(home, 0)
    home.backups.write_text("a file of the person's own")
    assert write(home, note="rain").note == "rain"
    assert backups.untold(home) is not None
    assert home.backups.read_text() == "a file of the person's own"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_backups_that_may_not_be_written_to_cost_no_evening(home: Locations) -> None:
    evening(home, 0)
    home.backups.mkdir()
    home.backups.chmod(0o500)
    try:
        assert write(home, note="rain").note == "rain"
        assert "permission denied" in str(backups.untold(home))
    finally:
        home.backups.chmod(0o700)


def test_what_could_keep_us_waiting_is_never_opened(home: Locations) -> None:
    evening(home, 1)
    os.mkfifo(home.evening(DAY - timedelta(days=2)))
    home.evening(DAY - timedelta(days=3)).symlink_to(home.data / "nowhere")
    home.evening(DAY - timedelta(days=4)).mkdir()
    write(home)
    assert set(copies(home)) == {name(1)}
