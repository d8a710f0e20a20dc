"""The folder a file is written into is there, lasts as the file does, and is told of if not."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from winddown.data import toml_file
from winddown.data.toml_file import write_atomically
from winddown.errors import NotConfirmed, NotWritten


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.EINVAL, ""),
        (errno.ENOTSUP, ""),
        (errno.EIO, "the disk reported an error; copy your evenings to another one"),
        (errno.EBADF, "refused"),
    ],
)
def test_a_folder_that_cannot_be_synced_is_told_unless_none_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    fsync = os.fsync

    def files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, "Refused")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", files_only)
    path = tmp_path / "a.toml"
    if told:
        # It stands there, so that nothing else may be said than that it may not last.
        with pytest.raises(NotConfirmed) as raised:
            write_atomically(path, "a = 2\n")
        said = f"{path} is written, but may not outlast a power cut: {told}."
        assert str(raised.value) == said
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


def test_a_folder_that_was_not_made_sure_of_stays_for_what_another_put_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def used(_: Path) -> None:
        (tmp_path / "new" / "theirs").touch()
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(toml_file, "sync_folder", used)
    with pytest.raises(NotWritten, match="the disk reported an error"):
        write_atomically(tmp_path / "new" / "a.toml", "a = 1\n")
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["theirs"]


def test_a_folder_that_another_makes_at_the_same_moment_is_as_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    within = tmp_path / "new" / "within"
    monkeypatch.setattr(toml_file, "sync_folder", lambda _: within.mkdir(exist_ok=True))
    write_atomically(within / "a.toml", "a = 1\n")
    assert (within / "a.toml").read_text() == "a = 1\n"


def test_a_folder_that_is_synced_and_will_not_close_takes_nothing_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = os.close

    def stuck(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        close(descriptor)
        if is_folder:
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "close", stuck)
    assert write_atomically(tmp_path / "a.toml", "a = 1\n")
    assert (tmp_path / "a.toml").read_text() == "a = 1\n"


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


def test_a_folder_in_the_way_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotWritten, match="a file stands where a folder should"):
        write_atomically(tmp_path / "file" / "a.toml", "a = 1\n")
