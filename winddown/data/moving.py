"""Moves files so that at each moment they stand whole in one place at least."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from functools import partial
from pathlib import Path

from winddown.data.toml_file import Unconfirmed, make_folder, put_atomically, sync_folder


def is_free(path: Path) -> bool:
    """Tell whether nothing has this name, not even a link that leads nowhere."""
    return not os.path.lexists(path)


def copy(source: Path, target: Path) -> None:
    """Have a file stand under a second name as well, to the byte.

    Raises:
        FileExistsError: something stands at the target.
        OSError: it could not be copied.
    """
    if not stat.S_ISREG(source.stat().st_mode):
        raise OSError(errno.EINVAL, "it is something other than a file")
    make_folder(target.parent)
    try:
        os.link(source, target)
    except OSError:
        _copy_bytes(source, target)


def _copy_bytes(source: Path, target: Path) -> None:
    """Copy a file where no second name can be given to it, or leave it where it has that name.

    Second names are not known on every disk, and reach no other one. It has both
    where a power cut has cut a move short.

    Raises:
        FileExistsError: something else stands at the target.
        OSError: it could not be copied.
    """
    with suppress(FileNotFoundError):
        if source.samefile(target):
            return
    with suppress(Unconfirmed):  # whoever moves it makes sure once more
        if not put_atomically(target, source.read_bytes(), partial(is_free, target)):
            raise FileExistsError(errno.EEXIST, "something stands there")


def move(source: Path, target: Path) -> None:
    """Move a file.

    Raises:
        FileExistsError: something stands at the target.
        OSError: it could not be moved, and stands where it stood.
    """
    copy(source, target)
    try:
        sync_folder(target.parent)
        source.unlink()
    except OSError:
        with suppress(OSError):  # a second copy does no harm
            target.unlink()
        raise
    with suppress(OSError):  # after a power cut there may be two, which does none either
        sync_folder(source.parent)


def move_what_it_is(path: Path, target: Path) -> None:
    """Move a file or, of a link, what it leads to; the link goes.

    Raises:
        OSError: as `move`.
    """
    move(path.resolve(strict=True), target)
    if path.is_symlink():
        with suppress(OSError):  # the file itself is safe, and a link to nothing is named
            path.unlink()
