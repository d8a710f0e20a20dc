"""Files of evenings laid into a home, under every name that something of one may have."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

from tests.unit.data.homes import DAY
from winddown.data.locations import Locations

OTHER = DAY - timedelta(days=1)

TRACES = [
    "evenings/2026/{}.toml",
    "evenings/2026/{}.sync-conflict-20261123-101112-ABCDEFG.toml",
    "evenings/2026/{} (Ana's conflicted copy 2026-11-23).toml",
    "evenings/2026/{}-LAPTOP.toml",
    "evenings/2026/{} (1).toml",
    "evenings/2026/{} 2.toml",
    "evenings/2026/{}_REMOTE_4242.toml",
    "evenings/2026/{}.toml.orig",
    "evenings/2026/{}.toml~",
    "evenings/2026/.{}.toml.swp",
    "evenings/2026/.syncthing.{}.toml.tmp",
    "evenings/2025/{}.toml",
    "evenings/{}.toml",
    "backups/{}.toml",
    "backups/{}.sync-conflict-20261123-101112-ABCDEFG.toml",
    "backups/{}-other-version-1.toml",
    "backups/{}-other-version-12.toml",
    "backups/{}-imported-3.toml",
    "backups/{}-left-aside-1.toml",
    "backups/{}-left-aside.toml",
    "backups/{}-schema-1.toml",
    "backups/{}-schema-1-2.toml",
    "backups/{}-removed-on-2026-12-01.toml",
    "backups/{}-removed-on-2026-12-01-2.toml",
    "calendar/{}.ics",
    "calendar/{}.sync-conflict-20261123-101112-ABCDEFG.ics",
    "../state/{}.lock",
]
"""Every name under which something of an evening may lie."""


def lay(home: Locations, name: str, day: date = DAY, text: str = "private") -> Path:
    """Lay a file under a name within the data folder, in which {} stands for the day."""
    path = Path(os.path.normpath(home.data / name.format(day)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def files(home: Locations) -> set[Path]:
    """Give everything in a home that is no folder."""
    return {path for path in home.data.parent.rglob("*") if not path.is_dir() or path.is_symlink()}
