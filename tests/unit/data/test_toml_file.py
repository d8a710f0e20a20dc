"""A file is read whole or refused in a sentence, and written wholly or not at all."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from winddown.data import toml_file
from winddown.data.toml_file import write_atomically
from winddown.errors import NotConfirmed, NotWritten, UnreadableFile
from winddown.toml_reading import read_toml


@pytest.fixture
def bare_umask() -> Iterator[None]:
    """Let every new file be open to everyone, unless the program sees to it."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_stands_in_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b'a = "\xc3\xa9"\r\n[b]\nc = 1')
    file = read_toml(path, limit=100)
    assert file.table == {"a": "é", "b": {"c": 1}}
    assert file.text == 'a = "é"\r\n[b]\nc = 1'
    assert file.line_of(("b", "c")) == 3


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b'\xef\xbb\xbfa = "Tell nobody"', 1, "byte order mark"),
        (b'a = 1\nb = "Tell nobody\0"', 2, "NUL byte"),
        (b'a = 1\n\nb = "Tell nobody \xff"', 3, "saved as UTF-8"),
        (b'a = 1\nb = "Tell nobody', 2, "not TOML"),
        (b"a = 1\nb = Tell nobody\nc = 2", 2, "not TOML"),
        (b'a = "Tell nobody"\na = 2\n', 2, "not TOML"),
        (b"a = [", 1, "not TOML"),
        (b"a = 1\n<<<<<<< x\nb = 1\n=======\nb = 2\n>>>>>>> Tell nobody\n", 2, "sides of a merge"),
        (b"<<<<<<< x\r\n||||||| y\r\n=======\r\nb = 2\r\n>>>>>>>\r\n", 1, "both sides of a mer"),
        (b"a = 1\nHeading\n=======\n", 2, "not TOML (a name has no ="),
        (b"a = 1\n>>>>>>> x\n=======\n<<<<<<< y\n", 2, "not TOML"),
        (b"a = 2026-02-30 # Tell nobody", 1, "not TOML"),
        (b"a = " + b"[" * 5000 + b"]" * 5000, 1, "not TOML"),
        (b"a = " + b"1" * 5000, None, "not TOML"),
        (b'a = "Tell nobody' + b"x" * 20_000 + b'"', None, "longer than 19 kB"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_in_one_sentence_without_its_words(
    tmp_path: Path, content: bytes, line: int | None, said: str
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as raised:
        read_toml(path, limit=20_000)
    problem: BaseException | None = raised.value
    assert raised.value.line == line
    assert said in str(problem)
    assert str(path) in str(problem)
    assert "\n" not in str(problem)
    while problem is not None:
        assert "nobody" not in repr(vars(problem)) + repr(problem.args)
        problem = problem.__context__


@pytest.mark.parametrize("line", ["<<<<<<< x\n", "<<<<<<< x\n=======\n", ">>>>>>> x\n"])
def test_a_long_file_of_merge_marks_is_told_before_anyone_gives_up(
    tmp_path: Path, line: str
) -> None:
    path = tmp_path / "a.toml"
    path.write_text(line * (1_000_000 // len(line)))
    began = time.process_time()
    with pytest.raises(UnreadableFile, match="line 1: this is not TOML"):
        read_toml(path, limit=2_000_000)
    assert time.process_time() - began < 5


def test_something_other_than_a_file_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "file").touch()
    for name, said in [
        ("pipe", "something other than a file"),
        ("folder", "a folder"),
        ("link", "links to a file that is not there"),
        ("round", "cannot be read (links lead round in a circle)"),
        ("file/within", "cannot be read (a file stands where a folder should)"),
    ]:
        with pytest.raises(UnreadableFile) as raised:
            read_toml(tmp_path / name, limit=100)
        assert said in str(raised.value)
    with pytest.raises(FileNotFoundError):
        read_toml(tmp_path / "nowhere", limit=100)


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
    with pytest.raises(NotWritten, match="the disk is full; free some space on it"):
        write_atomically(path, "a = 2\n")
    monkeypatch.undo()
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


def test_on_a_disk_without_modes_a_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    path = tmp_path / "a.toml"
    path.touch(0o640)
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


@pytest.mark.parametrize(("number", "told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_folder_that_cannot_be_synced_is_told_unless_none_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: bool
) -> None:
    fsync = os.fsync

    def files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, "refused")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", files_only)
    path = tmp_path / "a.toml"
    if told:
        # It stands there, so that nothing else may be said than that it may not last.
        with pytest.raises(NotConfirmed, match="is written, but may not outlast a power cut"):
            write_atomically(path, "a = 2\n")
    else:
        write_atomically(path, "a = 2\n")
    assert path.read_text() == "a = 2\n"


def test_a_folder_that_was_not_made_sure_of_is_made_sure_of_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []

    def noting(folder: Path) -> None:
        synced.append(folder)
        if synced == [tmp_path]:
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(toml_file, "sync_folder", noting)
    for _ in range(2):
        with suppress(NotWritten):
            write_atomically(tmp_path / "new" / "a.toml", "a = 1\n")
    assert synced == [tmp_path, tmp_path, tmp_path / "new"]


def test_into_a_folder_that_may_be_written_to_but_not_read_a_file_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def closed(path: Path, *given: int) -> int:
        if path == tmp_path:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *given)

    monkeypatch.setattr(os, "open", closed)
    write_atomically(tmp_path / "a.toml", "a = 1\n")
    assert (tmp_path / "a.toml").read_text() == "a = 1\n"


def test_a_file_that_is_marked_read_only_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.touch(0o400)
    with pytest.raises(NotWritten, match="it is marked read-only; allow writing to it first"):
        write_atomically(path, "a = 1\n")
    assert path.read_bytes() == b""


def test_a_folder_in_the_way_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotWritten, match="a file stands where a folder should"):
        write_atomically(tmp_path / "file" / "a.toml", "a = 1\n")
