"""What one process knows of itself is a sitting; a test that needs several begins them here."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

from tests.unit.data.homes import BEGUN, DAY, put
from winddown.data import backups
from winddown.data.evenings import load, save
from winddown.data.locations import Locations
from winddown.routine.evening import Evening

NUMBERS = count()
"""So that no two evenings are answered alike."""


def new_sitting() -> None:
    """Begin as a program does that was started just now."""
    backups._begun.clear()
    backups._untold.clear()


def copies(home: Locations) -> dict[str, bytes]:
    """Give every copy by its name."""
    return {path.name: path.read_bytes() for path in home.backups.glob("*")}


def everything(home: Locations) -> dict[Path, tuple[int, bytes]]:
    """Give every file and folder of a home, with its mode and what it holds."""
    return {
        path: (
            path.lstat().st_mode,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in home.data.parent.rglob("*")
    }


def evening(home: Locations, ago: int, *, changed: int | None = None, more: str = "") -> bytes:
    """Put an evening of some days ago, changed minutes ago: as many as days, unless said."""
    day = DAY - timedelta(days=ago)
    text = f"evening = {day}\nstarted = {day}T21:34:10+01:00\n{more}"
    path = put(home, text, day)
    then = time.time() - 60 * (ago if changed is None else changed) - 3600
    os.utime(path, (then, then))
    return text.encode()


def name(ago: int) -> str:
    """Give the name of its file, and of its copy."""
    return f"{DAY - timedelta(days=ago)}.toml"


def write(home: Locations, ago: int = 0, note: str = "") -> Evening:
    """Change an evening, as the program does while it is answered."""
    day = DAY - timedelta(days=ago)
    before = load(home, day)
    note = note or f"rain {next(NUMBERS)}"
    return save(home, before, replace(before or replace(BEGUN, evening=day), note=note))
