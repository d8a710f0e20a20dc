"""Files that are still being written, and what is left of them where a writer died."""

from __future__ import annotations

import fcntl
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from winddown.data.flock import has_a_name, try_lock
from winddown.data.locations import Locations

_NAME = re.compile(r"\.winddown-[0-9a-f]{16}")
"""Exactly the names given here: nothing else is ever taken for what a dead writer left."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC

_swept: set[Locations] = set()

_left_clean: dict[Path, int] = {}
"""When a folder had changed last as a write of ours left it, with nothing unfinished in it.

While it has changed no more, there is nothing new to look for. A name that another program made
in the same few milliseconds, and then died, waits for the next change or the next program.
"""


@contextmanager
def unfinished(folder: Path) -> Iterator[tuple[Path, int]]:
    """Give a new file in a folder, for its owner only, and its descriptor to write to.

    It is held as long as its writer lives, and gone afterwards unless it was given
    another name meanwhile. What dead writers left in the folder goes first.

    Raises:
        OSError: it cannot be made.
    """
    left = _left_clean.pop(folder, None)
    is_clean = (left is not None and left == _changed(folder)) or sweep(folder)
    path, descriptor = _begin(folder)
    try:
        yield path, descriptor
    finally:
        with suppress(OSError):
            path.unlink()
        # All that counts is on the disk by now, or given up.
        with suppress(OSError):
            os.close(descriptor)
    if is_clean and (changed := _changed(folder)):
        _left_clean[folder] = changed


def sweep(folder: Path) -> bool:
    """Remove what dead writers left in a folder, as far as the disk allows it.

    Returns:
        True where nothing unfinished is in it any more.
    """
    try:
        names = os.listdir(folder)  # noqa: PTH208, names are all it takes
    except OSError:
        return False
    gone = [_is_gone(folder / name) for name in names if _NAME.fullmatch(name)]
    return all(gone)


def _changed(folder: Path) -> int | None:
    """Give when a folder changed last; None where that is not known."""
    with suppress(OSError):
        return os.stat(folder).st_mtime_ns  # noqa: PTH116, it is asked with every write
    return None


def sweep_once(where: Locations) -> None:
    """Remove what dead writers left in any folder of the person's, at a program's first write."""
    if where in _swept:
        return
    _swept.add(where)
    years: list[Path] = []
    with suppress(OSError):
        # No folder has a dot in its name, so that no file is asked what it is.
        years = [where.evenings / name for name in os.listdir(where.evenings) if "." not in name]  # noqa: PTH208
    for folder in (where.config, where.data, where.evenings, *years, where.backups, where.calendar):
        sweep(folder)


def _begin(folder: Path) -> tuple[Path, int]:
    while True:
        path = folder / f".winddown-{os.urandom(8).hex()}"
        descriptor = os.open(path, _NEW, 0o600)
        if try_lock(descriptor) and has_a_name(descriptor):
            return path, descriptor
        # In the moment before it was held, another program took it for a dead writer's.
        with suppress(OSError):
            os.close(descriptor)


def _is_gone(path: Path) -> bool:
    with suppress(OSError):
        _remove_if_dead(path)
        return True
    return False


def _remove_if_dead(path: Path) -> None:
    """Remove a file that no writer holds any more.

    Raises:
        OSError: its writer lives, or nobody can tell.
    """
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    descriptor = os.open(path, flags)
    try:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            # Shared, since over a network only what is open for writing is held otherwise.
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
            path.unlink()
    finally:
        os.close(descriptor)
