"""Tells from its name what stands beside the evenings: other versions of one, and leftovers."""

from __future__ import annotations

import os
import re
import shlex
from contextlib import suppress
from datetime import date
from pathlib import Path

from winddown.data.copies import DAY, day_named, names_in
from winddown.data.locations import Locations

LEFTOVER = ".winddown-"
"""What the files begin with that a write makes before it puts them in their place."""

_VERSION = re.compile(rf"(?:\.syncthing\.|~syncthing~|[.#~])?({DAY})(?![0-9]).*\.toml.*", re.DOTALL)
_CALENDAR = re.compile(rf"({DAY})(?![0-9]).*\.ics", re.DOTALL)


def evening_named(name: str) -> date | None:
    """Give the day of which a file is the evening; None where it is something else."""
    return day_named(name.removesuffix(".toml")) if name.endswith(".toml") else None


def version_of(name: str) -> date | None:
    """Give the day of which a file is another version, as sync programs and editors leave them."""
    if evening_named(name):
        return None
    found = _VERSION.fullmatch(name)
    return day_named(found[1]) if found else None


def calendar_of(name: str) -> date | None:
    """Give the day whose plan a calendar file holds, or a sync program's copy of it."""
    found = _CALENDAR.fullmatch(name)
    return day_named(found[1]) if found else None


def leftovers_in(folder: Path) -> list[Path]:
    """Give what a write left in a folder that was broken off."""
    found = [folder / name for name in names_in(folder) if name.startswith(LEFTOVER)]
    return [path for path in found if is_file(path)]


def is_file(path: Path) -> bool:
    """Tell whether this is a file itself, and neither a link nor a folder nor a pipe."""
    return os.path.isfile(path) and not os.path.islink(path)  # noqa: PTH113, PTH114  as below


def year_folders(where: Locations) -> list[Path]:
    """Give the folders that evenings lie in."""
    years = (where.evenings / name for name in names_in(where.evenings) if is_year(name))
    return [folder for folder in years if is_folder(folder)]


def closed_in(where: Locations) -> list[Path]:
    """Give the folders of evenings, copies and calendar files that may not be looked into.

    Behind one that is closed nothing is known, and it is the only one.
    """
    if above := closed_above(where):
        return [above]
    folders = (where.evenings, *year_folders(where), where.backups, where.calendar)
    return [each for each in folders if is_folder(each) and not may_look_into(each)]


def closed_above(where: Locations) -> Path | None:
    """Give the folder that keeps everything from being looked into; None where none does."""
    for folder in reversed(where.data.parents):
        if is_folder(folder) and not os.access(folder, os.X_OK):
            return folder
    return where.data if is_folder(where.data) and not may_look_into(where.data) else None


def may_look_into(folder: Path) -> bool:
    """Tell whether what stands in a folder can be named and read."""
    return os.access(folder, os.R_OK | os.X_OK)


def allowing(path: Path, mode: str) -> str:
    """Say what would allow it: `mode` as for chmod, or whoever it belongs to."""
    with suppress(OSError):
        if path.stat().st_uid != os.geteuid():
            return "it belongs to another account, and only that one can allow it"
    return f"`chmod u={mode} {shlex.quote(str(path))}` allows it"


def is_year(name: str) -> bool:
    """Tell whether a folder of this name may hold evenings."""
    return re.fullmatch(r"[0-9]{4}", name) is not None


def is_folder(path: Path) -> bool:
    """Tell whether this is a folder, or leads to one."""
    return os.path.isdir(path)  # noqa: PTH112  behind a folder that is closed, it is none
