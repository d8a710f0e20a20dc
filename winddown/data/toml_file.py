"""Writes a file so that it stands wholly or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from winddown.errors import NotWritten
from winddown.toml_reading import plainly


def write_atomically(path: Path, text: str, *, only_if: Callable[[], bool] | None = None) -> bool:
    """Put a text into a file, in one step that no crash can interrupt.

    A new file can be read by its owner only; one that stands keeps its mode, and
    a link keeps leading where it led. Folders that are missing are made.

    Args:
        path: the file.
        text: all that it should hold.
        only_if: asked last of all, since a lock binds no editor; where it says no,
            nothing is written.

    Returns:
        True when the file was written.

    Raises:
        NotWritten: what stood there before still does, unless it was the last
            step that failed, of making sure.

    """
    try:
        return put_atomically(path.resolve(), text.encode(), only_if)
    except OSError as problem:
        raise NotWritten(path, plainly(problem)) from problem


def make_folder(path: Path) -> None:
    """Make a folder, and those it lies in, for their owner only; one that stands stays as it is.

    Raises:
        OSError: it cannot be made.

    """
    if path.is_dir():
        return
    make_folder(path.parent)
    # Another program may make it at the same moment, which is as good.
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, "a file stands where a folder should") from None


def put_atomically(path: Path, content: bytes, only_if: Callable[[], bool] | None) -> bool:
    """Put bytes into a file as `write_atomically` does its text, but in place of a link.

    Raises:
        OSError: as `NotWritten` there.
    """
    import tempfile  # only when something is written

    make_folder(path.parent)
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o600
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".winddown-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if only_if and not only_if():
            return False
        os.replace(temporary, path)  # noqa: PTH105, so that it stands beside os.fsync
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    sync_folder(path.parent)
    if path.read_bytes() != content:
        raise OSError(errno.EIO, "it does not read back as it was written")
    return True


def sync_folder(folder: Path) -> None:
    """Have the new name itself reach the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as problem:
        # Some file systems have no such thing as a folder to sync.
        if problem.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
