"""Names that sync programs, git and editors give to what they leave beside an evening."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from winddown.routine.versions import Maker


class Named(NamedTuple):
    """A name, and what it tells."""

    name: str
    maker: Maker
    at: datetime | date | None = None
    said: str = ""


AT = datetime(2026, 11, 23, 10, 11, 12)  # noqa: DTZ001  by the clock on some wall
ON = date(2026, 11, 23)

VERSIONS = {
    "Syncthing": Named("2026-11-22.sync-conflict-20261123-101112-ABCDEFG.toml", "syncthing", AT),
    "an older Syncthing": Named("2026-11-22.sync-conflict-20261123-101112.toml", "syncthing", AT),
    "Syncthing, of a version of its own": Named(
        "2026-11-22.sync-conflict-20261120-000000-ABCDEFG.sync-conflict-20261123-101112-QWERTY7.toml",
        "syncthing",
        AT,
    ),
    "Syncthing, with a clock gone mad": Named(
        "2026-11-22.sync-conflict-20269923-101112-ABCDEFG.toml", "syncthing"
    ),
    "Dropbox": Named("2026-11-22 (Ana's conflicted copy 2026-11-23).toml", "dropbox", ON),
    "Dropbox, a second one": Named(
        "2026-11-22 (Ana's conflicted copy 2026-11-23 (1)).toml", "dropbox", ON
    ),
    "Dropbox in German": Named(
        "2026-11-22 (In Konflikt stehende Kopie von Ana 2026-11-23).toml", "dropbox", ON
    ),
    "Dropbox in French": Named(
        "2026-11-22 (Copie en conflit de Ana 2026-11-23).toml", "dropbox", ON
    ),
    "Dropbox in Japanese": Named("2026-11-22 (Ana の競合コピー 2026-11-23).toml", "dropbox", ON),
    "Nextcloud": Named("2026-11-22 (conflicted copy 2026-11-23 101112).toml", "nextcloud", AT),
    "Nextcloud with a name": Named(
        "2026-11-22 (conflicted copy ana 2026-11-23 101112).toml", "nextcloud", AT
    ),
    "Nextcloud in Catalan": Named(
        "2026-11-22 (còpia en conflicte 2026-11-23 101112).toml", "nextcloud", AT
    ),
    "ownCloud": Named("2026-11-22_conflict-20261123-101112.toml", "nextcloud", AT),
    "ownCloud with a name": Named("2026-11-22_conflict_ana-20261123-101112.toml", "nextcloud", AT),
    "OneDrive on a laptop": Named("2026-11-22-LAPTOP.toml", "onedrive", None, "LAPTOP"),
    "OneDrive on a desktop": Named(
        "2026-11-22-DESKTOP-AB12CD.toml", "onedrive", None, "DESKTOP-AB12CD"
    ),
    "OneDrive on Ana's": Named("2026-11-22-ANA-PC.toml", "onedrive", None, "ANA-PC"),
    "Google Drive": Named("2026-11-22 (1).toml", "google-drive", None, "1"),
    "a browser": Named("2026-11-22(2).toml", "google-drive", None, "2"),
    "iCloud": Named("2026-11-22 2.toml", "icloud", None, "2"),
    "git's merge tool": Named("2026-11-22.toml.orig", "git", None, "orig"),
    "git, from here": Named("2026-11-22_LOCAL_123.toml", "git-ours"),
    "git, from there": Named("2026-11-22_REMOTE_123.toml", "git-theirs"),
    "git, from before": Named("2026-11-22_BASE_123.toml", "git-base"),
    "git, while merging": Named("2026-11-22_BACKUP_123.toml", "git", None, "BACKUP"),
    "git, a name taken": Named("2026-11-22.toml~HEAD", "git", None, "HEAD"),
    "git, a branch's": Named("2026-11-22.toml~refs_heads_laptop", "git", None, "refs_heads_laptop"),
    "Box": Named("2026-11-22 (Ana's conflicted copy).toml", "other", None, "Ana's conflicted copy"),
    "Seafile": Named("2026-11-22 (SFConflict ana 2026-11-23-10-11-12).toml", "dropbox", ON),
    "Synology": Named(
        "2026-11-22_laptop_Nov-23-101112-2026_Conflict.toml",
        "other",
        None,
        "laptop_Nov-23-101112-2026_Conflict",
    ),
    "Resilio": Named("2026-11-22.Conflict.toml", "other", None, "Conflict"),
    "rclone": Named("2026-11-22.conflict1.toml", "other", None, "conflict1"),
    "OpenCloud": Named("2026-11-22.toml.conflict", "other", None, "conflict"),
    "a backup brought back": Named(
        "2026-11-22-other-version-1.toml", "other", None, "other-version-1"
    ),
}
"""What is another version of the evening of 22 November, where one is in it."""

NONE = {
    "its own": "2026-11-22.toml",
    "Syncthing, half received": ".syncthing.2026-11-22.toml.tmp",
    "Syncthing on Windows, half received": "~syncthing~2026-11-22.toml.tmp",
    "vim": ".2026-11-22.toml.swp",
    "vim's copy": "2026-11-22.toml~",
    "emacs": ".#2026-11-22.toml",
    "emacs's copy": "#2026-11-22.toml#",
    "emacs's numbered copy": "2026-11-22.toml.~1~",
    "nano": ".2026-11-22.toml.save",
    "winddown while it writes": ".winddown-x1y2z3",
    "Nextcloud, half received": ".2026-11-22.toml.~3a4b",
    "iCloud, not here yet": ".2026-11-22.toml.icloud",
    "rsync, half received": ".2026-11-22.toml.AbCdEf",
    "a half written one": "2026-11-22.toml.tmp",
    "a half loaded one": "2026-11-22.toml.part",
    "a copy from long ago": "2026-11-22.toml.bak",
    "a picture": "2026-11-22.jpg",
    "notes of one's own": "2026-11-22 notes.md",
    "a plan for the calendar": "2026-11-22.ics",
    "no day": "2026-02-30 (1).toml",
    "another number": "2026-11-221.toml",
    "no name of a day": "notes (1).toml",
    "a day with something before it": "old 2026-11-22 (1).toml",
}
"""What is no version of anything."""
