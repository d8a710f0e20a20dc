"""What a program leaves that dies while it writes goes with the next write, and nothing else."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.data.homes import BEGUN
from winddown.data import unfinished
from winddown.data.evenings import save
from winddown.data.locations import Locations, locations
from winddown.data.toml_file import write_atomically

LEFT = ".winddown-0123456789abcdef"


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that is writing into the folder, and waits."""
    code = (
        "import pathlib, sys\n"
        "from winddown.data.unfinished import unfinished\n"
        "with unfinished(pathlib.Path(sys.argv[1])):\n"
        "    print(flush=True)\n"
        "    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    environ = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environ
    ) as program:
        assert program.stdout is not None
        program.stdout.readline()
        yield program
        program.kill()


def test_what_a_dead_writer_left_goes_with_the_next_write_into_that_folder(tmp_path: Path) -> None:
    for mode in (0o600, 0o400):
        (tmp_path / f"{LEFT[:-1]}{mode % 7}").touch(mode)
    write_atomically(tmp_path / "a.toml", "a = 1\n")
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]


def test_a_folder_that_is_as_the_last_write_left_it_is_not_looked_through_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []
    usual = os.listdir

    def told(folder: Path) -> list[str]:
        looked.append(folder)
        return usual(folder)

    monkeypatch.setattr(os, "listdir", told)
    for number in range(3):
        write_atomically(tmp_path / "a.toml", f"a = {number}\n")
    assert looked == [tmp_path]
    (tmp_path / LEFT).touch()
    os.utime(tmp_path)  # as a moment later, by the clock that the disk goes by
    write_atomically(tmp_path / "a.toml", "a = 3\n")
    assert looked == [tmp_path, tmp_path]
    assert usual(tmp_path) == ["a.toml"]


def test_what_another_program_is_writing_stays_until_that_program_dies(
    tmp_path: Path, writer: subprocess.Popen[str]
) -> None:
    write_atomically(tmp_path / "a.toml", "a = 1\n")
    assert len(list(tmp_path.glob(".winddown-*"))) == 1
    writer.kill()
    writer.wait()
    assert len(list(tmp_path.glob(".winddown-*"))) == 1
    write_atomically(tmp_path / "a.toml", "a = 2\n")
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]


@pytest.mark.parametrize(
    "name",
    [
        ".winddown-0123456789abcde",
        ".winddown-0123456789abcdef0",
        ".winddown-0123456789ABCDEF",
        ".winddown-0123456789abcdef.toml",
        "winddown-0123456789abcdef",
        ".winddown-mine",
    ],
)
def test_nothing_of_another_name_is_taken_for_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    write_atomically(tmp_path / "a.toml", "a = 1\n")
    assert (tmp_path / name).exists()


def test_nothing_but_a_file_is_taken_for_it(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / LEFT).symlink_to(tmp_path / "mine")
    (tmp_path / f"{LEFT[:-1]}0").mkdir()
    os.mkfifo(tmp_path / f"{LEFT[:-1]}1")
    before = sorted(tmp_path.iterdir())
    unfinished.sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == before


def test_the_first_write_of_a_program_looks_into_every_folder(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = save(home, None, BEGUN)
    years = [home.evenings / year for year in ("2024", "2025")]
    for folder in (*years, home.config, home.backups, home.calendar):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / LEFT).touch()
    monkeypatch.setattr(unfinished, "_swept", set())
    save(home, known, replace(known, note="rain"))
    assert list(home.data.parent.rglob(".winddown-*")) == []


def test_where_nothing_can_be_held_it_is_written_and_nothing_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise OSError(37, "No locks available")

    (tmp_path / LEFT).touch()
    monkeypatch.setattr(fcntl, "flock", unknown)
    write_atomically(tmp_path / "a.toml", "a = 1\n")
    assert sorted(each.name for each in tmp_path.iterdir()) == [LEFT, "a.toml"]


def test_what_was_taken_away_in_the_moment_before_it_was_held_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock, hindered = fcntl.flock, ["held", "gone"]

    def late(descriptor: int, how: int) -> None:
        if how & fcntl.LOCK_EX and hindered:
            for each in tmp_path.glob(".winddown-*"):
                each.unlink()
            if hindered.pop() == "held":
                raise BlockingIOError
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", late)
    write_atomically(tmp_path / "a.toml", "a = 1\n")
    assert not hindered
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]
