"""What the tests of taking evenings away share: an archive of one day, and disks that refuse."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import Any

from winddown.data.archive import ArchiveInFiles
from winddown.data.locations import Locations

TODAY = date(2026, 12, 1)
ANY = b'schema = 1\r\nnote = "\xf0\x9f\x99\x82" # mine\n\xff\x00 no TOML at all'
"""Bytes that are no evening."""


def archive(home: Locations, today: date = TODAY, **known: Any) -> ArchiveInFiles:
    return ArchiveInFiles(home, lambda: today, **known)


def in_backups(home: Locations) -> list[str]:
    return sorted(path.name for path in home.backups.glob("*"))


def refuse(code: int) -> Callable[..., None]:
    """Give a call to the system that it refuses."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return refused
