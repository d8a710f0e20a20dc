"""Takes evenings away into the backups and puts them back, to the byte; what is old there goes."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

from winddown.data.copies import rolling
from winddown.data.locations import Locations
from winddown.data.lock import locked
from winddown.data.moving import is_free, move, move_what_it_is
from winddown.errors import NotWritten, WinddownError
from winddown.refused import plainly, with_remedy
from winddown.routine.archive import Removed

KEPT_DAYS = 30
"""So many days a removed evening can still be put back."""


def remove(where: Locations, day: date, today: date) -> Removed:
    """Move an evening's file into the backups, whether or not it is understood.

    Of a link, what it leads to is moved and the link goes. The day of the removal
    stands in the copy's name, since a program that syncs folders may give files
    other times than they had.

    Raises:
        WinddownError: it could not be moved; it stands where it stood.
    """
    path = where.evening(day)
    with locked(where):
        if is_free(path):
            raise WinddownError(f"No evening of {day} stands on disk any more.")
        for second in _needless(where, today, of=day):
            with suppress(OSError):
                second.unlink()
        # With the clock set back, a removal would seem to be older than its evening.
        copy = _free_copy(where, day, max(day, today))
        try:
            move_what_it_is(path, copy)
        except OSError as problem:
            raise WinddownError(f"{path} could not be removed: {with_remedy(problem)}.") from None
        _take_along(where, day, copy, max(day, today))
    return Removed(day, copy.name)


def _take_along(where: Locations, day: date, copy: Path, on: date) -> None:
    """Let the rolling copy go as soon as the removed evening; where it says something else, too."""
    other = rolling(where, str(day))
    with suppress(OSError):  # there is none
        if stat.S_ISREG(other.lstat().st_mode):
            if other.read_bytes() == copy.read_bytes():
                other.unlink()
            else:
                other.rename(_free_copy(where, day, on))


def put_back(where: Locations, removed: Removed) -> None:
    """Move a removed evening back to where it stood.

    Raises:
        WinddownError: another file stands there by now, or the copy is gone.
    """
    copy, path = where.backups / removed.copy, where.evening(removed.day)
    if _parts_of(removed.copy) is None:
        raise WinddownError("This is not the copy of a removed evening, so nothing was changed.")
    with locked(where):
        if not copy.is_file():
            raise WinddownError(f"{copy} is no longer there, so it cannot be put back.")
        try:
            move(copy, path)
        except FileExistsError:
            reason = f"another evening stands there by now; the removed one is still in {copy}"
            raise NotWritten(path, reason) from None
        except OSError as problem:
            raise NotWritten(path, with_remedy(problem)) from None


def purge(where: Locations, today: date) -> list[str]:
    """Delete copies of evenings that were removed more than `KEPT_DAYS` days ago.

    So are second names of evenings that stand, which a power cut may leave. Only
    what has exactly the name that `remove` gives is ever deleted. With the clock set
    back no evening is, and a removal that is still ahead waits for its day.

    Returns:
        A sentence for each copy that could not be deleted.
    """
    if where.is_private or not any(True for _ in _needless(where, today)):
        return []  # so that opening takes no lock
    problems = []
    try:
        with locked(where):
            for copy in list(_needless(where, today)):
                try:
                    copy.unlink(missing_ok=True)
                except OSError as problem:
                    problems.append(f"{copy} could not be deleted: {plainly(problem)}.")
    except NotWritten as problem:
        problems.append(str(problem))
    return problems


_REMOVED = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})-removed-on-([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:-(?:[2-9]|[1-9][0-9]+))?\.toml"
)


def _free_copy(where: Locations, day: date, on: date) -> Path:
    """Give a name of which nothing stands yet."""
    name = f"{day}-removed-on-{on}"
    names = (f"{name}-{n}.toml" if n > 1 else f"{name}.toml" for n in count(1))
    return next(path for each in names if is_free(path := where.backups / each))


def _parts_of(name: str) -> tuple[date, date] | None:
    """Give the evening's day and that of its removal; None for any other name."""
    if found := _REMOVED.fullmatch(name):
        with suppress(ValueError):  # there is no 30th of February
            return date.fromisoformat(found[1]), date.fromisoformat(found[2])
    return None


def _needless(where: Locations, today: date, *, of: date | None = None) -> Iterator[Path]:
    """Give the copies that may go: of all days what is old as well, of one its second names."""
    try:
        names = sorted(os.listdir(where.backups))  # noqa: PTH208, names are all it takes
    except OSError:
        return  # none yet, or closed to this program
    for name in names:
        parts = _parts_of(name)
        if parts and of in (None, parts[0]):
            day, on = parts
            with suppress(OSError):
                copy = (where.backups / name).lstat()
                is_old = of is None and (today - on).days > KEPT_DAYS
                if stat.S_ISREG(copy.st_mode) and (is_old or _is(copy, where.evening(day))):
                    yield where.backups / name


def _is(copy: os.stat_result, path: Path) -> bool:
    """Tell whether a copy is but a second name of the file that stands here."""
    return copy.st_nlink > 1 and os.path.samestat(copy, path.stat())
