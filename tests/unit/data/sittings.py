"""What one process knows of itself is a sitting; a test that needs several begins them here."""

from __future__ import annotations

from pathlib import Path

from winddown.data import backups
from winddown.data.locations import Locations


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
