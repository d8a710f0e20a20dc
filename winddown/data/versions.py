"""Finds and reads the versions of an evening that sync programs and git leave beside it.

Which names those have is in `version_names`. None of them is ever an evening of
its own: `days_kept` knows only the evening's own name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from stat import S_ISREG
from time import sleep
from typing import Literal, NamedTuple

from winddown.data.conflict_markers import halves_of
from winddown.data.evening_file import LIMIT, understood
from winddown.data.locations import Locations
from winddown.data.version_names import OWN, day_of, origin_of
from winddown.errors import UnreadableFile
from winddown.routine.evening import Evening
from winddown.routine.versions import Origin, Version
from winddown.toml_reading import bytes_of, toml_of


class Held(NamedTuple):
    """What a file of a version holds."""

    content: bytes | None
    """None where it cannot be read."""
    halves: tuple[bytes, bytes] | None
    """Its two sides, where git left it in two."""
    version: Version
    """What the whole of it says."""


def days_with_versions(where: Locations) -> dict[date, int]:
    """Give each day beside which other versions stand, and how many there are with its own.

    Only what has to be is read, and other threads come first.
    """
    found: dict[date, int] = {}
    for year in _names_in(where.evenings):
        sleep(0)
        others: dict[date, list[str]] = {}
        for name in _names_in(where.evenings / year):
            if len(name) > len(OWN) and name.startswith(year) and (day := day_of(name)):
                others.setdefault(day, []).append(name)
        for day, names in others.items():
            sleep(0)
            if number := sum(1 for _ in _others(where, day, names)):
                found[day] = number + os.path.lexists(where.evening(day))
    return found


def versions(kind: type[Evening], where: Locations, day: date) -> tuple[Version, ...]:
    """Read every version of an evening: its own first, then the others by their names.

    A file that git left in two, and that is not understood as it stands, is its
    two halves; a half that is the evening's own to the byte is left out.
    """
    own = where.evening(day)
    files: list[tuple[str, Origin]] = [(own.name, Origin())] if os.path.lexists(own) else []
    files += _others(where, day, sorted(_names_in(own.parent)))
    read = [_read(kind, own.with_name(name), day, origin) for name, origin in files]
    standing = next((held.content for held in read if held.version.is_own), None)
    return tuple(
        version
        for held in read
        for version, content in _parts(kind, own.with_name(held.version.file), held)
        if not (version.half and content == standing)
    )


def content_of(path: Path, half: Literal[0, 1, 2]) -> bytes:
    """Give the bytes of a file, or of one half of it.

    Raises:
        OSError: it cannot be read, or has no halves any more.
    """
    content = path.read_bytes()
    if not half:
        return content
    halves = _halves(content)
    if halves is None:
        raise FileNotFoundError
    return halves[half - 1]


def sealed(content: bytes) -> str:
    """Give what tells this content from every other."""
    from hashlib import sha256  # brings all of OpenSSL, for the few who have other versions

    return sha256(content).hexdigest()


def seal_of(path: Path) -> str:
    """Give what tells a file's content from every other; empty where it cannot be read."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            return ""
        if status.st_size > LIMIT:
            return f"{status.st_size} {status.st_mtime_ns}"
        return sealed(path.read_bytes())
    except OSError:
        return ""


def _others(where: Locations, day: date, names: list[str]) -> Iterator[tuple[str, Origin]]:
    folder, begins = where.evening(day).parent, day.isoformat()
    for name in names:
        origin = origin_of(name) if name.startswith(begins) else None
        if origin is None:
            continue
        path = folder / name
        # A name that only might be meant counts where an evening of that day is in it.
        is_sure = origin.is_certain and not path.is_dir()
        if is_sure or _read(Evening, path, day, origin).version.evening is not None:
            yield name, origin


def _read(kind: type[Evening], path: Path, day: date, origin: Origin) -> Held:
    version = Version(day=day, file=path.name, origin=origin, evening=None)
    try:
        content = bytes_of(path, LIMIT)
    except (FileNotFoundError, UnreadableFile) as problem:
        reason = _reason(problem) if isinstance(problem, UnreadableFile) else ""
        return Held(None, None, replace(version, problem=reason, seal=seal_of(path)))
    evening, reason = _understood(kind, path, content, day)
    halves = _halves(content) if evening is None else None
    whole = replace(version, evening=evening, problem=reason, seal=sealed(content))
    return Held(content, halves, whole)


def _parts(kind: type[Evening], path: Path, held: Held) -> Iterator[tuple[Version, bytes | None]]:
    """Give a file's version or, where it is in two, one for each half."""
    whole = held.version
    if held.halves is None:
        yield whole, held.content
        return
    said = [_understood(kind, path, half, whole.day) for half in held.halves]
    if not any(evening for evening, _ in said):
        yield whole, held.content
        return
    numbers: tuple[Literal[1, 2], ...] = (1, 2)
    for half, content, (evening, reason) in zip(numbers, held.halves, said, strict=True):
        yield replace(whole, half=half, evening=evening, problem=reason), content


def _understood(
    kind: type[Evening], path: Path, content: bytes, day: date
) -> tuple[Evening | None, str]:
    try:
        return understood(kind, toml_of(path, content), day), ""
    except UnreadableFile as problem:
        return None, _reason(problem)


def _reason(problem: UnreadableFile) -> str:
    return problem.reason if problem.line is None else f"line {problem.line}: {problem.reason}"


def _halves(content: bytes) -> tuple[bytes, bytes] | None:
    with suppress(UnicodeDecodeError):
        if halves := halves_of(content.decode()):
            return halves.first.encode(), halves.second.encode()
    return None


def _names_in(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208, names are all it takes
    except OSError:
        return []  # whoever reads the evenings names a folder that is closed
