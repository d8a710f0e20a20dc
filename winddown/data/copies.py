"""The copies in `backups/`: what each is called, and the writing of one under a name of its own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from itertools import chain, count
from pathlib import Path

from winddown.data.locations import Locations
from winddown.data.meanwhile import still_holds
from winddown.data.moving import is_free
from winddown.data.toml_file import write_atomically

CONFIG = "config"
"""What the copies of the config are called after, as those of an evening after its day."""

DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ROLLING = re.compile(rf"({DAY}|{CONFIG})\.toml")
_ANY = re.compile(
    rf"({DAY}|{CONFIG})"
    rf"(?:-(?:other-version|imported|left-aside|schema)(?:-[0-9]+)*|-removed-on-{DAY}(?:-[0-9]+)?)?"
    r"\.toml"
)
_REMOVED = re.compile(rf"({DAY})-removed-on-({DAY})(?:-([0-9]+))?\.toml")


def rolling(where: Locations, name: str) -> Path:
    """Name the rolling copy of an evening, called by its day, or of the config."""
    return where.backups / f"{name}.toml"


def rolling_days(where: Locations) -> list[date]:
    """Give the days of which a rolling copy stands, oldest first."""
    names = (found[1] for each in names_in(where.backups) if (found := _ROLLING.fullmatch(each)))
    return [day for name in names if (day := day_named(name))]


def is_copy(name: str, of: str | None = None) -> bool:
    """Tell whether a name is that of a copy winddown made: of anything, or of this day."""
    found = _ANY.fullmatch(name)
    return found is not None and found[1] == (of or found[1])


def removed(where: Locations, day: date) -> list[Path]:
    """Give the copies of an evening that was taken away, the latest first."""
    found = (_REMOVED.fullmatch(name) for name in names_in(where.backups))
    mine = [each for each in found if each and each[1] == str(day)]
    mine.sort(key=lambda each: (each[2], int(each[3] or 1)), reverse=True)
    return [where.backups / each[0] for each in mine]


def keep_other_version(where: Locations, name: str, text: str) -> Path:
    """Copy the whole text of a file that gives way, unless that was done before; give the copy.

    Raises:
        NotWritten: the disk does not allow it.
    """
    return _keep(where, (f"{name}-other-version-{number}.toml" for number in count(1)), text)


def free_for_other_version(where: Locations, name: str) -> Path:
    """Find the name under which a version that gives way is kept."""
    names = (f"{name}-other-version-{number}.toml" for number in count(1))
    return next(copy for each in names if is_free(copy := where.backups / each))


def keep_schema(where: Locations, day: date, schema: int, text: str) -> None:
    """Copy the whole text of an evening's file of an earlier layout, unless that was done before.

    Raises:
        NotWritten: the disk does not allow it.
    """
    name = f"{day}-schema-{schema}"
    others = (f"{name}-{number}.toml" for number in count(2))
    _keep(where, chain([f"{name}.toml"], others), text)


def _keep(where: Locations, names: Iterable[str], text: str) -> Path:
    """Write a text under the first name that is free, unless it stands under one before that.

    What could not be written beside it is tried again and again, and is to leave one copy.
    """
    copies = (where.backups / name for name in names)
    copy = next(each for each in copies if is_free(each) or still_holds(each, text))
    if is_free(copy):
        write_atomically(copy, text)
    return copy


def day_named(text: str) -> date | None:
    """Give the day of which this is the name; None for anything else."""
    with suppress(ValueError):  # there is no 30th of February
        return date.fromisoformat(text) if re.fullmatch(DAY, text) else None
    return None


def names_in(folder: Path) -> list[str]:
    """Name what stands in a folder, sorted; nothing where there is none, or it is closed."""
    with suppress(OSError):
        return sorted(os.listdir(folder))  # noqa: PTH208, names are all it takes
    return []
