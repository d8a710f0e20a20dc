"""A file is written wholly or not at all, and stays whose it was and where it was."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from winddown.data.toml_file import write_atomically
from winddown.errors import NotWritten


@pytest.fixture
def bare_umask() -> Iterator[None]:
    """Let every new file be open to everyone, unless the program sees to it."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("bare_umask")
def test_what_is_new_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "newer" / "a.toml"
    write_atomically(path, "a = 1\n")
    assert path.read_bytes() == b"a = 1\n"
    assert mode(path) == 0o600
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


@pytest.mark.usefixtures("bare_umask")
def test_a_file_keeps_the_mode_its_owner_gave_it(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.touch(0o640)
    tmp_path.chmod(0o755)
    write_atomically(path, "a = 1\n")
    assert mode(path) == 0o640
    assert mode(tmp_path) == 0o755


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "a.toml", tmp_path / "a.toml"
    target.touch()
    link.symlink_to(target)
    write_atomically(link, "a = 1\n")
    assert link.is_symlink()
    assert target.read_text() == "a = 1\n"
    assert [path.name for path in tmp_path.rglob("*.toml")] == ["a.toml", "a.toml"]


def failing(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize("before", [None, "a = 1\n"])
def test_a_write_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, before: str | None
) -> None:
    path = tmp_path / "a.toml"
    if before is not None:
        path.write_text(before)
    monkeypatch.setattr(os, step, failing)
    with pytest.raises(NotWritten) as raised:
        write_atomically(path, "a = 2\n")
    monkeypatch.undo()
    said = f"{path} could not be written: the disk is full; free some space on it."
    assert str(raised.value) == said
    assert [one.name for one in tmp_path.iterdir()] == ([] if before is None else ["a.toml"])
    assert before is None or path.read_text() == before


def test_a_write_that_is_broken_off_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.toml", "a = 2\n")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:3]))
    write_atomically(tmp_path / "a.toml", 'a = "é and more"\n')
    assert (tmp_path / "a.toml").read_text() == 'a = "é and more"\n'


def test_a_disk_that_takes_nothing_more_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(NotWritten, match="the disk is full"):
        write_atomically(tmp_path / "a.toml", "a = 1\n")
    assert list(tmp_path.iterdir()) == []


def test_on_a_disk_without_owners_and_modes_a_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fstat = os.fstat

    def of_another(descriptor: int) -> os.stat_result:
        found = list(fstat(descriptor))
        found[stat.ST_UID] += 1
        return os.stat_result(found)

    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    path = tmp_path / "a.toml"
    path.touch(0o640)
    monkeypatch.setattr(os, "fstat", of_another)
    monkeypatch.setattr(os, "fchmod", refused)
    monkeypatch.setattr(os, "fchown", refused)
    write_atomically(path, "a = 1\n")
    assert path.read_text() == "a = 1\n"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file to someone else")
def test_a_file_stays_its_owners_when_another_account_writes_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.touch(0o600)
    os.chown(path, 1234, 4321)
    write_atomically(path, "a = 1\n")
    assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (1234, 4321, 0o600)


def test_a_link_that_leads_round_in_a_circle_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to(tmp_path / "b.toml")
    (tmp_path / "b.toml").symlink_to(tmp_path / "a.toml")
    with pytest.raises(NotWritten, match="links lead round in a circle"):
        write_atomically(tmp_path / "a.toml", "a = 1\n")
    assert (tmp_path / "a.toml").is_symlink()


@pytest.mark.parametrize("still_wanted", [True, False])
def test_a_file_is_written_only_if_it_is_to_be_at_the_very_last(
    tmp_path: Path, still_wanted: bool
) -> None:
    path = tmp_path / "a.toml"
    path.write_text("a = 1\n")
    assert write_atomically(path, "a = 2\n", only_if=lambda: still_wanted) == still_wanted
    assert path.read_text() == ("a = 2\n" if still_wanted else "a = 1\n")
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]


@pytest.mark.parametrize("mode", [0o400, 0o555])
def test_a_file_that_is_marked_read_only_is_not_replaced(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.toml"
    path.touch()
    path.chmod(mode)
    with pytest.raises(NotWritten) as raised:
        write_atomically(path, "a = 1\n")
    why = "it is marked read-only; allow writing to it first"
    assert str(raised.value) == f"{path} could not be written: {why}."
    assert path.read_bytes() == b""
