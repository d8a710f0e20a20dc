"""Two programs never write at once, and none waits for long or for one that is dead."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from tests.unit.data.homes import BEGUN
from winddown.data import lock
from winddown.data.evenings import load, save
from winddown.data.locations import Locations, locations
from winddown.errors import NothingIsKept, NotWritten


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path / "home")})


@contextmanager
def another_that_writes(home: Locations) -> Iterator[subprocess.Popen[str]]:
    """Have another program hold the lock, and wait."""
    code = (
        "import os, sys\n"
        "from winddown.data.locations import locations\n"
        "from winddown.data.lock import locked\n"
        "with locked(locations(os.environ)):\n"
        "    print(flush=True)\n"
        "    sys.stdin.read()\n"
    )
    environ = {"WINDDOWN_HOME": str(home.data.parent), "PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environ,
    ) as program:
        assert program.stdout is not None
        program.stdout.readline()
        yield program
        program.kill()


def test_a_program_that_is_killed_holds_nothing(home: Locations) -> None:
    with another_that_writes(home) as program:
        program.kill()
        program.wait()
        assert home.lock.exists()
        began = monotonic()
        save(home, None, BEGUN)
    assert monotonic() - began < lock.HURRY
    assert load(home, BEGUN.evening) == BEGUN


def test_one_that_keeps_writing_is_told_once_patience_is_at_an_end(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with (
        another_that_writes(home),
        pytest.raises(NotWritten, match="another winddown is writing; let it finish, or close it"),
    ):
        save(home, None, BEGUN)
    assert load(home, BEGUN.evening) is None


def test_one_that_finishes_is_waited_for(home: Locations) -> None:
    with another_that_writes(home) as program:
        assert program.stdin is not None
        program.stdin.close()
        save(home, None, BEGUN)
    assert load(home, BEGUN.evening) == BEGUN


def test_who_leaves_is_gone_within_a_second_whoever_writes(home: Locations) -> None:
    with another_that_writes(home):
        began = monotonic()
        lock.hasten()
        for _ in range(3):
            lock.hasten()  # asking again gives no new time
            with pytest.raises(NotWritten):
                save(home, None, BEGUN)
        assert monotonic() - began < 1.0
    save(home, None, BEGUN)  # what is free is taken all the same
    assert load(home, BEGUN.evening) == BEGUN


def test_a_lock_that_was_deleted_meanwhile_is_none(home: Locations) -> None:
    with lock.locked(home):
        first = home.lock.stat().st_ino
        home.lock.unlink()
        with lock.locked(home):  # what another program would find now
            assert home.lock.stat().st_ino != first


def test_a_lock_is_not_taken_on_a_file_that_nobody_else_finds(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock, times = fcntl.flock, []

    def late(descriptor: int, how: int) -> None:
        if not times:
            home.lock.unlink()  # between opening and holding it
        times.append(how)
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with lock.locked(home):
        assert home.lock.exists()


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_where_the_lock_cannot_be_made_the_folder_of_evenings_stands_for_it(
    home: Locations, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    opened = os.open

    def refused(path: str | Path, *given: int) -> int:
        if path == home.lock:
            raise OSError(number, os.strerror(number))
        return opened(path, *given)

    monkeypatch.setattr(os, "open", refused)
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    known = save(home, None, BEGUN)
    assert not home.lock.exists()
    with lock.locked(home), pytest.raises(NotWritten, match="another winddown"):
        save(home, known, replace(known, note="rain"))
    assert save(home, known, replace(known, note="rain")).note == "rain"


def test_on_a_disk_that_knows_no_locks_an_evening_is_kept(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    known = save(home, None, BEGUN)
    save(home, known, replace(known, note="rain"))
    monkeypatch.undo()
    assert load(home, BEGUN.evening) == replace(BEGUN, note="rain")


@pytest.mark.parametrize(
    ("number", "name", "said"),
    [
        (errno.EIO, "a.toml", "a.toml could not be written: the disk reported an error"),
        (errno.ENOSPC, None, "data could not be written: the disk is full"),
    ],
)
def test_whatever_a_disk_refuses_meanwhile_is_a_sentence(
    home: Locations, number: int, name: str | None, said: str
) -> None:
    with pytest.raises(NotWritten, match=said), lock.locked(home):
        raise OSError(number, os.strerror(number), name)
    with lock.locked(home):
        pass


def test_on_a_private_evening_nothing_is_locked_and_nothing_made(tmp_path: Path) -> None:
    home = locations({"WINDDOWN_HOME": str(tmp_path / "home")})._replace(is_private=True)
    with pytest.raises(NothingIsKept), lock.locked(home):
        raise AssertionError("something could be written")
    assert not (tmp_path / "home").exists()
