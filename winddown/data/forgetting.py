"""Deletes what is kept of evenings, for good, and says what it could not delete."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from winddown.data.beside import is_file
from winddown.data.locations import Locations
from winddown.data.lock import locked
from winddown.data.toml_file import sync_folder
from winddown.data.traces import folders_of
from winddown.refused import plainly

CRASH = "crash.txt"
"""Where in `state/` it stands how the program ended by a mistake of its own."""


def forget(
    where: Locations, paths: Iterable[Path], *, with_state: bool = False
) -> tuple[int, list[str]]:
    """Delete files, and the folders that are empty then.

    A link is deleted, and what it leads to as well if that lies within the folders.

    Args:
        where: the person's folders.
        paths: what to delete.
        with_state: True to leave nothing of the program's own either.

    Returns:
        How many are gone, and a sentence for each thing that still stands.

    Raises:
        NotWritten: another program keeps writing.
    """
    gone, problems, folders = 0, list[str](), dict[Path, None]()
    with locked(where):
        for path in paths:
            target = Path(os.path.realpath(path)) if path.is_symlink() else None
            try:
                if path.is_dir() and not path.is_symlink():
                    path.rmdir()
                else:
                    path.unlink(missing_ok=True)
            except OSError as problem:
                problems.append(f"{path} could not be deleted: {plainly(problem)}.")
                continue
            gone += 1
            folders[path.parent] = None
            problems += _target_gone(where, path, target) if target else []
        for path in (where.lock, where.state / CRASH) if with_state else ():
            with suppress(OSError):  # it holds nothing of the person's
                path.unlink()
        for folder in folders:
            with suppress(OSError):  # gone all the same, unless the power fails in this moment
                sync_folder(folder)
    for folder in folders_of(where):
        with suppress(OSError):  # something stands in it, or it is a link
            folder.rmdir()
    return gone, problems


def _target_gone(where: Locations, link: Path, target: Path) -> list[str]:
    """Delete what a link led to, or say that it still stands."""
    if not os.path.lexists(target):
        return []
    if not (is_file(target) and any(target.is_relative_to(each) for each in _within(where))):
        return [f"{link} led to {target}, which lies elsewhere and still stands; delete it there."]
    try:
        target.unlink()
    except OSError as problem:
        return [f"{target} could not be deleted: {plainly(problem)}."]
    return []


def _within(where: Locations) -> list[Path]:
    return [Path(os.path.realpath(folder)) for folder in folders_of(where)]
