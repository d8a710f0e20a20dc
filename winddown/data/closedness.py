"""Names what others on the computer are not kept out of, and how to close it."""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Iterator
from pathlib import Path

from winddown.data.beside import is_folder, year_folders
from winddown.data.locations import Locations

OTHERS = 0o077
"""The bits of a mode that are for anyone but the owner."""


def not_closed(where: Locations) -> Iterator[str]:
    """Give a sentence for each of the person's folders in which something is open to others."""
    seen: set[str] = set()
    for root in _roots(where):
        found = [path for path in _within(root, seen) if _is_open(path)]
        if len(found) == 1:
            yield f"{found[0]}: this is not closed to others; {_close(found[0])} closes it."
        elif found:
            what = f"{len(found)} files and folders here are not closed to others"
            yield f"{root}: {what}; {_close(root, '-R ')} closes them."


def _roots(where: Locations) -> Iterator[Path]:
    """Give the folders to look into; where a link leads is one of its own."""
    data = (where.data, where.state, where.evenings, where.backups, where.calendar)
    config = (where.config, where.themes, where.content)
    # An editor gives what it makes a mode of its own: behind a closed folder, that does no harm.
    is_closed = is_folder(where.config) and not _is_open(where.config)
    for folder in (*(() if is_closed else config), *data, *year_folders(where)):
        yield Path(os.path.realpath(folder)) if os.path.islink(folder) else folder  # noqa: PTH114  behind a folder that is closed, it is none


def _within(root: Path, seen: set[str]) -> Iterator[Path]:
    """Give a folder and everything in it, but nothing twice, by whatever way it is reached."""
    for folder, names, files in os.walk(root):
        if (known := os.path.realpath(folder)) in seen:
            names.clear()
            continue
        seen.add(known)
        yield Path(folder)
        yield from (Path(folder, name) for name in files)


def _is_open(path: Path) -> bool:
    try:
        mode = path.stat().st_mode if path.suffix == ".toml" else path.lstat().st_mode
    except OSError:
        return False  # it has gone, or is named for what is wrong with it
    return not stat.S_ISLNK(mode) and bool(mode & OTHERS)


def _close(path: Path, how: str = "") -> str:
    return f"`chmod {how}go= {shlex.quote(str(path))}`"
