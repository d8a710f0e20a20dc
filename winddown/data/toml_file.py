"""Writes a file so that it stands wholly or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from winddown.data.unfinished import unfinished
from winddown.errors import NotConfirmed, NotWritten
from winddown.refused import with_remedy


def write_atomically(path: Path, text: str, *, only_if: Callable[[], bool] | None = None) -> bool:
    """Put a text into a file, in one step that no crash can interrupt.

    A new file can be read by its owner only; one that stands keeps its owner and
    its mode, and a link keeps leading where it led. Folders that are missing are
    made.

    Args:
        path: the file.
        text: all that it should hold.
        only_if: asked last of all, since a lock binds no editor; where it says no,
            nothing is written.

    Returns:
        True when the file was written.

    Raises:
        NotWritten: what stood there before still does.
        NotConfirmed: it is written, and the disk did not make sure that it lasts.

    """
    try:
        refuse_read_only(path)
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        return put_atomically(target, text.encode(), only_if)
    except Unconfirmed as problem:
        raise NotConfirmed(path, with_remedy(problem)) from problem
    except OSError as problem:
        raise NotWritten(path, with_remedy(problem)) from problem


def refuse_read_only(path: Path) -> None:
    """Refuse to replace a file that its owner made read-only, though the folder would allow it.

    Raises:
        NotWritten: it is.
    """
    with suppress(OSError):
        if not path.stat().st_mode & 0o222:
            raise NotWritten(path, "it is marked read-only; allow writing to it first")


def make_folder(path: Path) -> None:
    """Make a folder that lasts, and those it lies in, for their owner only.

    One that stands stays as it is.

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
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None
    try:
        sync_folder(path.parent)
    except OSError:
        with suppress(OSError):  # made anew, it is made sure of anew
            path.rmdir()
        raise


class Unconfirmed(OSError):
    """All was written, and the disk did not make sure that it lasts."""


def put_atomically(path: Path, content: bytes, only_if: Callable[[], bool] | None) -> bool:
    """Put bytes into a file as `write_atomically` does its text, but in place of a link.

    Raises:
        Unconfirmed: as `NotConfirmed` there.
        OSError: as `NotWritten` there.
    """
    make_folder(path.parent)
    with unfinished(path.parent) as (temporary, descriptor):
        _liken(descriptor, path)
        _write(descriptor, content)
        os.fsync(descriptor)
        if only_if and not only_if():
            return False
        take_place(temporary, path)
    return True


def take_place(temporary: Path, path: Path) -> None:
    """Have a file that is written take the place of the one that stands, if one does.

    Raises:
        Unconfirmed: it has, and the disk did not make sure that it lasts.
        OSError: it has not.
    """
    os.replace(temporary, path)  # noqa: PTH105, so that it stands beside os.fsync
    try:
        sync_folder(path.parent)
    except OSError as problem:
        raise Unconfirmed(problem.errno, problem.strerror) from problem


def sync_folder(folder: Path) -> None:
    """Have the new name itself reach the disk.

    Raises:
        OSError: the disk reported an error.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # one may write into a folder that one may not read
    try:
        os.fsync(descriptor)
    except OSError as problem:
        # Some file systems have no such thing as a folder to sync.
        if problem.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        with suppress(OSError):
            os.close(descriptor)


def _liken(descriptor: int, path: Path) -> None:
    """Give a new file the owner and the mode of the one whose place it takes, if there is one."""
    try:
        before = path.stat()
    except FileNotFoundError:
        return
    now = os.fstat(descriptor)
    # Some disks have no owners and modes of their own; there, nothing is lost without.
    with suppress(PermissionError):
        if (before.st_uid, before.st_gid) != (now.st_uid, now.st_gid):
            os.fchown(descriptor, before.st_uid, before.st_gid)
    with suppress(PermissionError):
        if stat.S_IMODE(before.st_mode) != stat.S_IMODE(now.st_mode):
            os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _write(descriptor: int, content: bytes) -> None:
    """Write all of the content, however little of it the disk takes at a time."""
    left = memoryview(content)
    while left:
        written = os.write(descriptor, left)
        if not written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left = left[written:]
