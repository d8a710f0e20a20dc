"""Puts copies from the backups back; what stood in their place is kept whole."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from winddown.data.config import LIMIT as CONFIG_LIMIT
from winddown.data.copies import (
    CONFIG,
    free_for_other_version,
    removed,
    rolling,
    rolling_days,
)
from winddown.data.evening_file import read_evening, understood
from winddown.data.locations import Locations
from winddown.data.lock import locked
from winddown.data.meanwhile import KEEPS_WRITING
from winddown.data.moving import is_free
from winddown.data.toml_file import Unconfirmed, make_folder, put_atomically
from winddown.errors import NotConfirmed, NotWritten, UnreadableFile
from winddown.refused import with_remedy
from winddown.routine.evening import Evening
from winddown.toml_reading import read_toml


def place_of(where: Locations, name: str) -> Path:
    """Give the file whose copies go by this name: an evening's by its day, or the config's."""
    return where.config_file if name == CONFIG else where.evening(date.fromisoformat(name))


def is_understood(path: Path, name: str) -> bool:
    """Tell whether a file, or a copy of it, can be read as what it should be."""
    try:
        if name == CONFIG:
            read_toml(path, limit=CONFIG_LIMIT)
            return True
        day, file = date.fromisoformat(name), read_evening(path)
        return file is not None and understood(Evening, file, day).evening == day
    except (UnreadableFile, FileNotFoundError):
        return False


def copy_of(where: Locations, name: str) -> Path | None:
    """Find the copy that would be put back: the rolling one or, without, of a removed evening."""
    copies = [rolling(where, name)]
    if name != CONFIG:
        copies += removed(where, date.fromisoformat(name))
    return next((copy for copy in copies if is_understood(copy, name)), None)


def missing(where: Locations) -> list[date]:
    """Give the days of which a rolling copy stands and the evening itself does not."""
    return [
        day
        for day in rolling_days(where)
        if _is_gone(where.evening(day)) and copy_of(where, str(day))
    ]


def restorable(where: Locations) -> dict[str, Path]:
    """Give what is broken or missing with its copy, evenings first, the newest before others."""
    names = [*map(str, reversed(rolling_days(where))), CONFIG]
    return {
        name: copy
        for name in names
        if not is_understood(place_of(where, name), name) and (copy := copy_of(where, name))
    }


def stands_as(path: Path, copy: Path) -> bool:
    """Tell whether a file is its copy to the byte."""
    with suppress(OSError):
        return path.read_bytes() == copy.read_bytes()
    return False


def put_back(where: Locations, name: str, copy: Path) -> Path | None:
    """Put a copy in its place, and say where what stood there is kept; None where nothing did.

    Raises:
        NotWritten: something else than a file stands there, or the disk does not allow it.
        NotConfirmed: it is back, and the disk did not make sure that it lasts.
    """
    path, content = place_of(where, name), copy.read_bytes()
    with locked(where):
        try:
            if is_free(path):
                return _put(path, content, partial(is_free, path), None)
            real = Path(os.path.realpath(path, strict=True))
            return _put_instead(where, name, real, content)
        except FileNotFoundError:
            reason = "it links to a file that is not there; delete the link first"
        except Unconfirmed as problem:
            raise NotConfirmed(path, with_remedy(problem)) from None
        except OSError as problem:
            reason = with_remedy(problem)
        raise NotWritten(path, reason)


def _put_instead(where: Locations, name: str, real: Path, content: bytes) -> Path | None:
    """Keep what stands in a place, and put something else there."""
    seen = real.stat()
    if not stat.S_ISREG(seen.st_mode):
        raise NotWritten(real, "something other than a file stands there; move that away first")
    aside = free_for_other_version(where, name)
    _keep(real, aside)
    try:
        return _put(real, content, partial(_is_same, real, seen), aside)
    except (OSError, NotWritten):
        if _is_same(real, seen):  # it still stands where it stood
            with suppress(OSError):
                aside.unlink()
        raise


def _put(
    path: Path, content: bytes, only_if: Callable[[], bool], aside: Path | None
) -> Path | None:
    if not put_atomically(path, content, only_if):
        raise NotWritten(path, KEEPS_WRITING)
    return aside


def _keep(real: Path, aside: Path) -> None:
    """Give a file a second name among the copies: so nothing needs to be read of it."""
    make_folder(aside.parent)
    try:
        os.link(real, aside)
        aside.chmod(0o600)
    except OSError:  # the disk knows no second names
        put_atomically(aside, real.read_bytes(), partial(is_free, aside))


def _is_same(path: Path, seen: os.stat_result) -> bool:
    with suppress(OSError):
        now = path.stat()
        return (now.st_ino, now.st_size, now.st_mtime_ns) == (
            seen.st_ino, seen.st_size, seen.st_mtime_ns,
        )  # fmt: skip
    return False


def _is_gone(path: Path) -> bool:
    """Tell whether nothing stands here for sure, rather than behind a door that is closed."""
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False
