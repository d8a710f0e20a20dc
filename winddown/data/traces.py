"""Finds every file in which something of an evening, or of all of them, is kept."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from winddown.data import content
from winddown.data.beside import (
    calendar_of,
    evening_named,
    leftovers_in,
    version_of,
    year_folders,
)
from winddown.data.copies import DAY, day_named, is_copy, names_in
from winddown.data.evening_file import LIMIT
from winddown.data.locations import Locations

_HOLD = re.compile(rf"({DAY})\.lock")


def traces_of(where: Locations, day: date) -> list[Path]:
    """Give every file of one evening; what winddown did not name so is none, unless synced."""
    found = [
        folder / name
        for folder in _folders(where)
        for name in names_in(folder)
        if _day_of(where, folder, name) == day
    ]
    leftovers = (path for folder in _folders(where) for path in leftovers_in(folder))
    return [*found, *(path for path in leftovers if _is_about(path, day))]


def all_traces(where: Locations, *, with_config: bool) -> list[Path]:
    """Give every file of every evening, with all the copies; the config's own if wanted."""
    found = [
        folder / name
        for folder in _folders(where)
        for name in names_in(folder)
        if _day_of(where, folder, name) or (folder == where.backups and is_copy(name))
    ]
    for folder in _folders(where):
        found += leftovers_in(folder)
    return [*found, *(_of_config(where) if with_config else ())]


def strangers(where: Locations, day: date | None, *, with_config: bool) -> list[Path]:
    """Give what stands in the folders and was put there by something else.

    Args:
        where: the person's folders.
        day: only what begins with this day; None for all there is.
        with_config: True to look where the config lies as well.
    """
    folders = [where.data, *(folder for folder in _folders(where) if folder != where.state)]
    if with_config:
        folders += [where.themes, where.content, where.config]
    ours = {where.config_file, *folders_of(where)}
    ours.update(all_traces(where, with_config=with_config))
    return [
        path
        for folder in dict.fromkeys(folders)
        for name in names_in(folder)
        if (path := folder / name) not in ours
        if day is None or name.startswith(str(day))
    ]


def days_held(where: Locations) -> list[date]:
    """Give the days of the evenings that are open in a window, or were when it was killed."""
    found = (_day_of(where, where.state, name) for name in names_in(where.state))
    return [day for day in found if day]


def folders_of(where: Locations) -> list[Path]:
    """Give every folder winddown makes, the inner ones first."""
    inner = [*year_folders(where), where.evenings, where.backups, where.calendar]
    return [*inner, where.data, where.state, where.themes, where.content, where.config]


def _folders(where: Locations) -> list[Path]:
    return [where.evenings, *year_folders(where), where.backups, where.calendar, where.state]


def _day_of(where: Locations, folder: Path, name: str) -> date | None:
    """Give the day of which something in a folder is, if it is of one."""
    if folder == where.state:
        found = _HOLD.fullmatch(name)
        return day_named(found[1]) if found else None
    if folder == where.calendar:
        return calendar_of(name)
    if folder == where.backups and is_copy(name):
        return day_named(name[: len("YYYY-MM-DD")])
    return evening_named(name) or version_of(name)


def _is_about(path: Path, day: date) -> bool:
    """Tell whether a leftover is of this evening: as its file says, or that of its plan."""
    about = rf"^(?:evening\s*=\s*{day}\b|UID:{day}@winddown)".encode()
    with suppress(OSError), path.open("rb") as file:
        return re.search(about, file.read(LIMIT), re.MULTILINE) is not None
    return False


def _of_config(where: Locations) -> Iterator[Path]:
    if os.path.lexists(where.config_file):
        yield where.config_file
    yield from (where.themes / name for name in names_in(where.themes) if name.endswith(".toml"))
    for name in names_in(where.content):
        if name.removesuffix(".toml") in content.names():
            yield where.content / name
    yield from leftovers_in(where.config)
