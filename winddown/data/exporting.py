"""The evenings that are to be written out, oldest first, and the file they are written to."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from winddown.data.evening_file import days_kept
from winddown.data.evenings import load
from winddown.data.locations import Locations
from winddown.data.toml_file import Unconfirmed, take_place
from winddown.data.unfinished import unfinished
from winddown.errors import NotConfirmed, NotWritten, UnreadableEvening
from winddown.refused import with_remedy
from winddown.routine.evening import Evening


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


def refuse_own(where: Locations, path: Path) -> None:
    """Refuse to write out over what is kept, by whichever name that is reached.

    Raises:
        NotWritten: the file would lie in one of the person's folders.
    """
    target = os.path.realpath(path)
    for folder in (where.data, where.config, where.state):
        if os.path.commonpath([target, os.path.realpath(folder)]) == os.path.realpath(folder):
            raise NotWritten(path, f"{folder} is where winddown keeps your own; choose elsewhere")


def write_all(path: Path, texts: Iterable[str]) -> None:
    """Write texts into a file as they come, for its owner only, all of them or none.

    A link keeps leading where it led. What is no regular file, as a pipe or a
    device, is written to as it stands.

    Raises:
        NotWritten: what stood there before still does.
        NotConfirmed: it is written, and the disk did not make sure that it lasts.
    """
    try:
        _write_all(Path(os.path.realpath(path)), texts)
    except Unconfirmed as problem:
        raise NotConfirmed(path, with_remedy(problem)) from None
    except OSError as problem:
        raise NotWritten(path, with_remedy(problem)) from None


def _write_all(path: Path, texts: Iterable[str]) -> None:
    if path.is_symlink():  # which it no longer is, unless it leads round in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not path.parent.is_dir():
        raise OSError(errno.ENOENT, "there is no such folder")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        with path.open("wb") as pipe:
            pipe.writelines(text.encode() for text in texts)
        return
    with unfinished(path.parent) as (temporary, descriptor):
        with os.fdopen(descriptor, "wb", closefd=False) as file:
            file.writelines(text.encode() for text in texts)
        os.fsync(descriptor)
        take_place(temporary, path)
