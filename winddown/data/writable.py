"""Tells before the first answer whether the person's folders can be written at all."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from winddown.data.locations import Locations


def hindrance(where: Locations, day: date) -> str:
    """Say in a sentence why an evening could not be kept; empty where it can be.

    Nothing is made or written to find out, so that a disk which fills up later, or a
    system that promises more than it holds, only shows with the first answer.
    """
    for folder in (where.evening(day).parent, where.state):
        standing = _standing(folder)
        if reason := _reason(standing):
            return f"{standing} {reason}."
    return ""


def _standing(folder: Path) -> Path:
    """Give the folder itself, or what stands where it would be made."""
    return next(each for each in (folder, *folder.parents) if os.path.lexists(each))


def _reason(path: Path) -> str:
    if not os.path.isdir(path):  # noqa: PTH112  a folder that is closed is no reason to stop
        return "is no folder, where one should be; move it away"
    if not os.access(path, os.W_OK | os.X_OK):
        # Not even a disk's owner may write where it can only be read: that says more.
        return _reason_of_disk(path) or "does not let you write into it"
    return _reason_of_disk(path)


def _reason_of_disk(path: Path) -> str:
    try:
        disk = os.statvfs(path)
    except OSError:
        return ""
    if disk.f_flag & os.ST_RDONLY:
        return "lies on a disk that can only be read"
    if disk.f_blocks and not disk.f_bavail:
        return "lies on a disk that is full; free some space"
    return ""
