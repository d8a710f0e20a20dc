"""The evenings that are to be written out, oldest first, and the file they are written to."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from winddown.data.evening_file import days_kept
from winddown.data.evenings import load
from winddown.data.locations import Locations
from winddown.data.toml_file import sync_folder
from winddown.errors import NotWritten, UnreadableEvening
from winddown.routine.evening import Evening
from winddown.toml_reading import plainly


class Kept:
    """The evenings between two days, and what could not be read of them so far."""

    def __init__(self, where: Locations, since: date | None, until: date | None) -> None:
        """Find the files from one day up to another, both among them; None is no bound."""
        self.where = where
        self.problems: list[UnreadableEvening] = []
        self.days: list[date] = []
        """Every day with a file, oldest first."""
        for day in days_kept(where):
            if isinstance(day, UnreadableEvening):
                self.problems.append(day)
            elif (since or date.min) <= day <= (until or date.max):
                self.days.append(day)
        self.days.sort()

    def evenings(self) -> Iterator[Evening]:
        """Read one evening after the other; what is not understood goes to the problems."""
        for day in self.days:
            try:
                evening = load(self.where, day)
            except UnreadableEvening as problem:
                self.problems.append(problem)
            else:
                if evening is not None:
                    yield evening


def write_all(path: Path, texts: Iterable[str]) -> None:
    """Write texts into a file as they come, for its owner only, all of them or none.

    A link keeps leading where it led. What is no regular file, as a pipe or a
    device, is written to as it stands.

    Raises:
        NotWritten: what stood there before still does.
    """
    try:
        _write_all(Path(os.path.realpath(path)), texts)
    except OSError as problem:
        raise NotWritten(path, plainly(problem)) from None


def _write_all(path: Path, texts: Iterable[str]) -> None:
    import tempfile  # only when something is written

    if path.is_symlink():  # which it no longer is, unless it leads round in a circle
        raise OSError(errno.ELOOP, "too many levels of symbolic links")
    if not path.parent.is_dir():
        raise OSError(errno.ENOENT, "there is no such folder")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        with path.open("wb") as pipe:
            pipe.writelines(text.encode() for text in texts)
        return
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".winddown-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(text.encode() for text in texts)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105, so that it stands beside os.fsync
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    sync_folder(path.parent)
