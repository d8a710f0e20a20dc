"""Rolling copies: how the evenings changed last, and the config, stood before this sitting."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from datetime import date
from itertools import chain, islice
from pathlib import Path

from winddown.data.beside import evening_named
from winddown.data.config import LIMIT as CONFIG_LIMIT
from winddown.data.copies import CONFIG, names_in, rolling, rolling_days
from winddown.data.evening_file import read_evening, understood
from winddown.data.locations import Locations
from winddown.data.toml_file import put_atomically
from winddown.errors import NotCopied, UnreadableFile
from winddown.refused import plainly
from winddown.routine.evening import Evening
from winddown.toml_reading import TomlFile, read_toml

KEPT = 14
"""So many evenings have a copy."""

_begun: set[tuple[Path, str]] = set()
"""What this sitting has copied, by the folder of all data: the evenings, or the config."""

_untold: dict[Path, NotCopied | None] = {}
"""What could not be copied there; None once that was told."""


def copy_first(where: Locations, day: date) -> None:
    """Copy the evenings changed last and the config, once in a sitting; `day` is written next.

    To be called under the lock, before anything is changed. What is not understood
    is not copied, so that a good copy of it stays; what cannot be copied is told by
    `untold` and keeps nothing from being written.
    """
    copy_config_first(where)
    if _has_begun(where, "evenings"):
        return
    days = changed_last(where, day)
    for each in days:
        _copy(where, str(each), _evening_if_understood(where, each))
    _let_go(where, days)


def copy_config_first(where: Locations) -> None:
    """Copy the config, once in a sitting, before it is changed; else like `copy_first`."""
    if not _has_begun(where, CONFIG):
        _copy(where, CONFIG, _config_if_understood(where))


def untold(where: Locations) -> NotCopied | None:
    """Say, once, that copies could not be written."""
    problem = _untold.get(where.data)
    if problem is not None:
        _untold[where.data] = None
    return problem


def changed_last(where: Locations, day: date) -> list[date]:
    """Give the days of the evenings changed last, at most `KEPT`, `day` among them if it stands.

    Every evening is looked at, since any may be changed: by a follow-up, in
    looking back, by an import, in an editor. It is only looked at, never read.
    """
    times = dict(chain.from_iterable(_times(where, year) for year in names_in(where.evenings)))
    first = [day] if times.pop(f"{day}.toml", None) is not None else []
    names = sorted(times, key=lambda name: (times[name], name), reverse=True)
    days = (found for name in names if (found := evening_named(name)))
    return first + list(islice(days, KEPT - len(first)))


def _times(where: Locations, year: str) -> list[tuple[str, int]]:
    """Give when each file in a year's folder was changed that may be an evening of it."""
    found = []
    with suppress(OSError), os.scandir(where.evenings / year) as entries:
        for entry in entries:
            if len(entry.name) == len("YYYY-MM-DD.toml") and entry.name[:4] == year:
                with suppress(OSError):
                    found.append((entry.name, entry.stat().st_mtime_ns))
    return found


def _has_begun(where: Locations, what: str) -> bool:
    known = (where.data, what) in _begun
    _begun.add((where.data, what))
    return known


def _copy(where: Locations, name: str, file: TomlFile | None) -> None:
    """Write a copy unless it says the same already; one in the way keeps no other from it."""
    if file is None:
        return
    copy, content = rolling(where, name), file.text.encode()
    try:
        if _stands(copy) and copy.read_bytes() == content:
            return
        put_atomically(copy, content, None)
    except OSError as problem:
        _untold.setdefault(where.data, NotCopied(where.backups, plainly(problem)))


def _evening_if_understood(where: Locations, day: date) -> TomlFile | None:
    with suppress(UnreadableFile):
        file = read_evening(where.evening(day))
        if file is not None:
            understood(Evening, file, day)
            return file
    return None


def _config_if_understood(where: Locations) -> TomlFile | None:
    with suppress(UnreadableFile, FileNotFoundError):
        return read_toml(where.config_file, limit=CONFIG_LIMIT)
    return None


def _let_go(where: Locations, days: list[date]) -> None:
    """Delete the copies of other evenings, as long as those stand and are understood."""
    for day in rolling_days(where):
        copy = rolling(where, str(day))
        if day not in days and _stands(copy) and _evening_if_understood(where, day):
            with suppress(OSError):  # one copy more does no harm
                copy.unlink()


def _stands(copy: Path) -> bool:
    with suppress(OSError):
        return stat.S_ISREG(copy.lstat().st_mode)
    return False
