"""Lets one program write at a time; what only reads never asks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from math import inf
from pathlib import Path
from time import monotonic, sleep

from winddown.data.flock import has_a_name, try_lock
from winddown.data.locations import Locations
from winddown.data.toml_file import make_folder
from winddown.data.unfinished import sweep_once
from winddown.errors import NothingIsKept, NotWritten
from winddown.refused import with_remedy

PATIENCE = 5.0
"""Seconds to wait for another program that is writing: a slow disk may well take two."""

HURRY = 0.5
"""Seconds to wait for it in all once the person is leaving, who is gone within one."""

_PAUSE = 0.01
"""Seconds between two looks at whether the other one has finished."""

_leaving = inf


def hasten() -> None:
    """From now on hardly wait for other programs, since the person is leaving."""
    global _leaving
    _leaving = min(_leaving, monotonic() + HURRY)


@contextmanager
def locked(locations: Locations) -> Iterator[None]:
    """Be the only one to write meanwhile.

    The system itself frees the lock of a program that ends, however it ends. On a
    disk that knows no locks it is written all the same: two that write in the very
    same moment are rarer than an evening that is lost for want of a lock.

    Raises:
        NotWritten: another program keeps writing, or the disk does not allow it.
        NothingIsKept: the evening is a private one.

    """
    if locations.is_private:
        raise NothingIsKept(locations.data)
    try:
        descriptor = _awaited(locations)
    except OSError as problem:
        raise NotWritten(locations.data, with_remedy(problem)) from problem
    try:
        sweep_once(locations)
        yield
    except OSError as problem:
        # Whatever the disk refuses while writing is told as a sentence.
        name = problem.filename
        path = Path(name) if isinstance(name, str) else locations.data
        raise NotWritten(path, with_remedy(problem)) from problem
    finally:
        with suppress(OSError):
            os.close(descriptor)


def held(path: Path) -> int | None:
    """Open a file, made where there is none, and hold it until it is closed.

    Returns:
        Its descriptor; None where another program holds it.

    Raises:
        OSError: it cannot be opened.
    """
    while True:
        descriptor = os.open(path, _NEW_OR_OLD, 0o600)
        is_ours = try_lock(descriptor)
        if is_ours and has_a_name(descriptor):
            return descriptor
        with suppress(OSError):
            os.close(descriptor)
        if not is_ours:
            return None


_NEW_OR_OLD = os.O_RDWR | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC


def _awaited(locations: Locations) -> int:
    """Give what is held open, and with it the lock."""
    began = monotonic()
    while (descriptor := _lock_of(locations)) is None:
        if monotonic() >= min(began + PATIENCE, _leaving):
            reason = "another winddown is writing; let it finish, or close it"
            raise NotWritten(locations.evenings, reason)
        sleep(_PAUSE)
    return descriptor


def _lock_of(locations: Locations) -> int | None:
    """Hold the lock's file or, where there can be none, the folder of what is written.

    Raises:
        OSError: neither can be opened.
    """
    try:
        make_folder(locations.state)
        return held(locations.lock)
    except OSError:
        make_folder(locations.data)
        descriptor = os.open(locations.data, os.O_RDONLY | os.O_CLOEXEC)
    if try_lock(descriptor):
        return descriptor
    os.close(descriptor)
    return None
