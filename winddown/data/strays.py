"""Names what stands in the folders of evenings and is none, each with what to do about it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from winddown.data.beside import (
    allowing,
    evening_named,
    is_folder,
    is_year,
    leftovers_in,
    may_look_into,
    version_of,
    year_folders,
)
from winddown.data.copies import DAY, names_in
from winddown.data.locations import Locations
from winddown.data.version_names import origin_of
from winddown.data.versions import days_with_versions

OF_THE_SYSTEM = frozenset({"Thumbs.db", "desktop.ini", "Icon\r"})
"""What systems put into folders by themselves, besides what they hide."""


def strays(where: Locations) -> Iterator[str]:
    """Give a sentence for each of them; what other programs hide is passed over."""
    for folder in (where.data, where.state, where.evenings, *_written(where)):
        if os.path.lexists(folder) and not is_folder(folder):
            yield f"{folder}: this is a file, where a folder should be; move it elsewhere."
    for folder in (where.backups, where.calendar):
        if is_folder(folder) and not may_look_into(folder):
            yield f"{folder}: you are not allowed to look into this; {allowing(folder, 'rwx')}."
        elif is_folder(folder) and not os.access(folder, os.W_OK):
            allow = allowing(folder, "rwx")
            yield f"{folder}: you are not allowed to keep anything in here; {allow}."
    shown = days_with_versions(where)
    for name in names_in(where.evenings):
        path = where.evenings / name
        if is_year(name) and not is_folder(path):
            yield f"{path}: this is a file, where a year's folder should be; move it elsewhere."
        elif not is_year(name):
            yield from _among_years(path, shown)
    for folder in year_folders(where):
        for name in names_in(folder):
            yield from _in_year(folder / name, shown)
    for folder in dict.fromkeys((where.evenings, *year_folders(where), *_written(where))):
        for path in leftovers_in(folder):
            yield f"{path}: this is left over from a write that was broken off, and may be deleted."


def _written(where: Locations) -> tuple[Path, ...]:
    return where.backups, where.calendar, where.config


def _among_years(path: Path, shown: Mapping[date, int]) -> Iterator[str]:
    if day := evening_named(path.name):
        yield f"{path}: this evening belongs in the folder {day.year:04}; move it there."
    elif version_of(path.name) or not _is_hidden(path.name):
        yield from _other(path, shown)


def _in_year(path: Path, shown: Mapping[date, int]) -> Iterator[str]:
    if day := evening_named(path.name):
        if path.parent.name != f"{day.year:04}":
            yield f"{path}: this evening belongs in the folder {day.year:04}; move it there."
    elif version_of(path.name) or not _is_hidden(path.name):
        yield from _other(path, shown)


def _other(path: Path, shown: Mapping[date, int]) -> Iterator[str]:
    if day := version_of(path.name):
        number = shown.get(day, 0) if origin_of(path.name) else 0
        all_of_them = {1: "it", 2: "both"}.get(number, f"all {number}")
        how = f"`v` in looking back shows {all_of_them}" if number else "keep one of the two"
        yield f"{path}: this is another version of the evening of {day}; {how}."
    elif re.fullmatch(rf"{DAY}\.toml", path.name):
        yield f"{path}: there is no such day; give the file the date of its evening."
    elif is_folder(path):
        yield f"{path}: this folder is no year's, so what is in it does not count."
    elif path.name.endswith(".toml"):
        yield f"{path}: this counts once it is called by its date, such as 2026-11-22.toml."
    else:
        yield f"{path}: this is no evening, so it does not count; move it elsewhere."


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name in OF_THE_SYSTEM
