"""A config that cannot be written stays to the byte, and the person reads in a sentence why."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from winddown.data import config_writing
from winddown.data.config_writing import Change
from winddown.data.locations import Locations, locations
from winddown.data.records import Table
from winddown.errors import NotWritten, WinddownError

BEFORE = b"# mine\r\ntheme = 'dusk'"


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    where = locations({"WINDDOWN_HOME": str(tmp_path)})
    where.config.mkdir()
    return where


def set_theme(table: Table) -> None:
    table["theme"] = "moss"


def refusal_of_a_change(home: Locations) -> str:
    with pytest.raises(WinddownError) as raised:
        config_writing.change(home, set_theme)
    return said(home, raised.value)


def refusal_of_undo(home: Locations, done: Change | None) -> str:
    assert done is not None
    with pytest.raises(NotWritten) as raised:
        config_writing.undo(home, done)
    return said(home, raised.value)


def said(home: Locations, problem: WinddownError) -> str:
    assert list(home.config.glob(".*")) == []  # nothing half-written is left behind
    return str(problem).replace(str(home.config_file), "config.toml")


READ_ONLY = "config.toml could not be written: it is marked read-only; allow writing to it first."
CHANGED = (
    "config.toml could not be written: it was changed elsewhere since, so it is left as it is now."
)


def test_a_file_marked_read_only_is_not_replaced(home: Locations) -> None:
    home.config_file.write_bytes(BEFORE)
    home.config_file.chmod(0o444)
    assert refusal_of_a_change(home) == READ_ONLY
    assert home.config_file.read_bytes() == BEFORE
    assert stat.S_IMODE(home.config_file.stat().st_mode) == 0o444


def test_a_link_to_a_file_marked_read_only_is_not_followed_to_replace_it(
    home: Locations, tmp_path: Path
) -> None:
    target = tmp_path / "winddown.toml"
    target.write_bytes(BEFORE)
    target.chmod(0o400)
    home.config_file.symlink_to(target)
    assert refusal_of_a_change(home) == READ_ONLY
    assert home.config_file.is_symlink()
    assert target.read_bytes() == BEFORE


@pytest.mark.parametrize("before", [None, BEFORE])
def test_a_file_marked_read_only_since_is_not_taken_back(
    home: Locations, before: bytes | None
) -> None:
    if before:
        home.config_file.write_bytes(before)
    done = config_writing.change(home, set_theme)
    after = home.config_file.read_bytes()
    home.config_file.chmod(0o400)
    assert refusal_of_undo(home, done) == READ_ONLY
    assert home.config_file.read_bytes() == after
    home.config_file.chmod(0o600)
    assert done is not None
    config_writing.undo(home, done)
    assert (home.config_file.read_bytes() if home.config_file.exists() else None) == before


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "permission denied; allow your account to write there"),
        (errno.EROFS, "the disk can only be read at present; allow writing to it"),
    ],
)
def test_a_folder_that_cannot_be_written_to_is_told(
    home: Locations, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    home.config_file.write_bytes(BEFORE)
    monkeypatch.setattr(os, "replace", refused)  # who runs as root may write anywhere
    assert refusal_of_a_change(home) == f"config.toml could not be written: {reason}."
    assert home.config_file.read_bytes() == BEFORE


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_link_to_nowhere(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere.toml")


LEFT = "it is left as it is until that is put right."
NO_FILES = [
    (Path.mkdir, stat.S_ISDIR, f"this is a folder, where a file should be; {LEFT}"),
    (
        make_pipe,
        stat.S_ISFIFO,
        f"this is something other than a file, where a file should be; {LEFT}",
    ),
    (make_link_to_nowhere, stat.S_ISLNK, f"this links to a file that is not there; {LEFT}"),
]


@pytest.mark.parametrize(("make", "is_still", "reason"), NO_FILES)
def test_what_is_no_file_is_left_and_never_waited_for(
    home: Locations, make: Callable[[Path], None], is_still: Callable[[int], bool], reason: str
) -> None:
    make(home.config_file)
    assert refusal_of_a_change(home) == f"config.toml: {reason}"
    assert is_still(home.config_file.lstat().st_mode)
    assert list(home.config.iterdir()) == [home.config_file]


@pytest.mark.parametrize(("make", "is_still"), [(make, kind) for make, kind, _ in NO_FILES])
def test_what_stands_in_place_of_the_file_by_now_is_not_undone(
    home: Locations, make: Callable[[Path], None], is_still: Callable[[int], bool]
) -> None:
    home.config_file.write_bytes(BEFORE)
    done = config_writing.change(home, set_theme)
    home.config_file.unlink()
    make(home.config_file)
    assert refusal_of_undo(home, done) == CHANGED
    assert is_still(home.config_file.lstat().st_mode)


def test_a_file_that_an_editor_spoilt_meanwhile_is_left_to_the_editor(home: Locations) -> None:
    home.config_file.write_bytes(BEFORE)

    def make(table: Table) -> None:
        set_theme(table)
        home.config_file.write_bytes(b"# half\ntheme = 'du")

    with pytest.raises(WinddownError, match=r"config\.toml line 2: .* it is left as it is"):
        config_writing.change(home, make)
    assert home.config_file.read_bytes() == b"# half\ntheme = 'du"


def test_a_file_that_an_editor_takes_away_meanwhile_is_made_anew_with_the_change_alone(
    home: Locations,
) -> None:
    home.config_file.write_bytes(BEFORE)

    def make(table: Table) -> None:
        set_theme(table)
        home.config_file.unlink(missing_ok=True)

    config_writing.change(home, make)
    assert home.config_file.read_bytes() == b'theme = "moss"\n'


def test_a_first_change_that_the_disk_does_not_let_go_stays_and_is_told(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = config_writing.change(home, set_theme)
    after = home.config_file.read_bytes()

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "unlink", refused)
    assert refusal_of_undo(home, done) == (
        "config.toml could not be written: permission denied; allow your account to write there."
    )
    assert home.config_file.read_bytes() == after
