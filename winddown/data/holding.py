"""Holds an evening for one window, so that a second one knows to read only."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from winddown.data.flock import try_lock
from winddown.data.locations import Locations
from winddown.errors import WinddownError


class Hold:
    """One window's hold on one evening, from its first write until it is left.

    It is a lock of the system's on a file in `state/`, so that a program that was killed
    holds nothing. A disk that knows no locks holds nothing either: what two windows
    write there is brought together as what two computers wrote would be.
    """

    def __init__(self, where: Locations, day: date) -> None:
        """Hold nothing yet; nothing is made."""
        self.day = day
        self._path = hold_file(where, day)
        self._held: int | None = None

    @property
    def is_elsewhere(self) -> bool:
        """True while another window holds the evening."""
        # Where nobody has begun to write there is no file, and nothing to load.
        if self._held is not None or not os.path.lexists(self._path):
            return False
        if not self._acquire():
            return True
        self.let_go()
        return False

    def take(self) -> bool:
        """Hold the evening, without waiting; False where another window does."""
        return self._held is not None or self._acquire()

    def let_go(self) -> None:
        """Hold it no longer, and leave no file behind."""
        if self._held is None:
            return
        # Taken away while it is still held: whoever comes next makes a new one.
        with suppress(OSError):
            self._path.unlink()
        with suppress(OSError):
            os.close(self._held)
        self._held = None

    def _acquire(self) -> bool:
        """Try once; False only where another window is known to hold it."""
        from winddown.data.lock import held  # only once somebody has begun to write
        from winddown.data.toml_file import make_folder

        try:
            make_folder(self._path.parent)
            self._held = held(self._path)
        except OSError:
            return True
        return self._held is not None


class Presence:
    """Tells other programs that a window is open, which has read what is kept.

    It is a lock on the folder of evenings that any number of windows share. Where there
    is no such folder yet, nothing was read that could come back; nothing is ever made.
    """

    def __init__(self, where: Locations) -> None:
        """Tell nobody yet."""
        self._folder = where.evenings
        self._shared: int | None = None

    def begin(self) -> None:
        """Be known of from now on, until the program ends."""
        if self._shared is None:
            self._shared = _locked(self._folder, fcntl.LOCK_SH)

    def end(self) -> None:
        """Be known of no longer."""
        if self._shared is not None:
            os.close(self._shared)
            self._shared = None


def _locked(folder: Path, how: int) -> int | None:
    """Lock a folder without waiting; None where it cannot be opened, or there is none.

    Raises:
        BlockingIOError: another program has it otherwise.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return None
    if try_lock(descriptor, how):
        return descriptor
    os.close(descriptor)
    raise BlockingIOError


def refuse_open(where: Locations) -> None:
    """Refuse to delete what a window may have read, and would write again.

    Raises:
        WinddownError: a window is open.
    """
    try:
        alone = _locked(where.evenings, fcntl.LOCK_EX)
    except BlockingIOError:
        raise WinddownError(
            "winddown is open in a window, which has read your evenings; close it first "
            "(fg brings back one left with ctrl+z). Nothing was deleted."
        ) from None
    if alone is not None:
        os.close(alone)


def hold_file(where: Locations, day: date) -> Path:
    """Name the file by which an evening is held."""
    return where.state / f"{day.isoformat()}.lock"


def refuse_held(where: Locations, day: date) -> None:
    """Refuse to change an evening from outside while a window is in the middle of it.

    Raises:
        WinddownError: a window holds it.
    """
    if Hold(where, day).is_elsewhere:
        raise WinddownError(f"The evening of {day} is open in another window; close that first.")
