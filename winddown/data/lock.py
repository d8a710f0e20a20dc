"""Lets one program write at a time; what only reads never asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from winddown.data.locations import Locations
from winddown.data.toml_file import make_folder
from winddown.errors import NothingIsKept, NotWritten
from winddown.toml_reading import plainly

PATIENCE = 10.0
"""Seconds to wait for another program that is writing."""


@contextmanager
def locked(locations: Locations) -> Iterator[None]:
    """Be the only one to write meanwhile.

    Raises:
        NotWritten: another program keeps writing, or the disk does not allow it.
        NothingIsKept: the evening is a private one.

    """
    if locations.is_private:
        raise NothingIsKept(locations.data)
    from filelock import FileLock, Timeout  # as slow to import as all that reads evenings

    try:
        make_folder(locations.state)
        lock = FileLock(locations.lock, timeout=PATIENCE, mode=0o600)
        lock.acquire()
    except Timeout:
        reason = "another winddown is writing; close it, and this one will keep what it has"
        raise NotWritten(locations.evenings, reason) from None
    except OSError as problem:
        raise NotWritten(locations.lock, plainly(problem)) from problem
    try:
        yield
    finally:
        lock.release()
