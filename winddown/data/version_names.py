"""Tells from a file's name whether it is another version of an evening, and what put it there.

Programs that keep a folder the same on two computers put a version they cannot
bring together beside the file, named after it:

- Syncthing: `2026-11-22.sync-conflict-20261123-101112-ABCDEFG.toml`, by the clock
  of the computer it happened on; older ones without the computer.
- Dropbox, Box: ` (Ana's conflicted copy 2026-11-23)` before the ending, in the
  language of the person; what stays is the parenthesis, and mostly the date.
- Nextcloud: ` (conflicted copy 2026-11-23 101112)`, translated as well; ownCloud and
  older Nextcloud: `_conflict-20261123-101112`, with a name in between for some.
- OneDrive: a hyphen and the computer's name, `-LAPTOP` or `-DESKTOP-AB12CD`.
- Google Drive, and OneDrive on the web: ` (1)`. iCloud, and macOS itself: ` 2`.
- git: `.toml.orig` and `_LOCAL_123`, `_REMOTE_`, `_BASE_`, `_BACKUP_` of its merge
  tool, and `.toml~HEAD` where a name was taken.

Whatever else begins with the day and ends in .toml may come from a program that
is not known here, or be a file of the person's own: what it says has to decide.
Temporary files, and the copies that editors make, are none of these.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime

from winddown.routine.versions import Maker, Origin

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

OWN = "YYYY-MM-DD.toml"
"""The shape of an evening's own name; whatever is no longer is no version of one."""

SHAPES: tuple[tuple[Maker, str], ...] = (
    ("syncthing", r"(?:.*)\.sync-conflict-(?P<at>[0-9]{8}-[0-9]{6})(?:-[0-9A-Z]+)?\.toml"),
    ("google-drive", r" ?\((?P<name>[0-9]{1,3})\)\.toml"),
    ("icloud", r" (?P<name>[0-9]{1,3})\.toml"),
    ("nextcloud", r" \([^()]*?(?P<at>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{6})[^()]*\)\.toml"),
    ("nextcloud", r"_conflict[-_](?:.*-)?(?P<at>[0-9]{8}-[0-9]{6})\.toml"),
    ("dropbox", r" \(.*(?P<at>[0-9]{4}-[0-9]{2}-[0-9]{2}).*\)\.toml"),
    ("git-ours", r"_LOCAL_[0-9]+\.toml"),
    ("git-theirs", r"_REMOTE_[0-9]+\.toml"),
    ("git-base", r"_BASE_[0-9]+\.toml"),
    ("git", r"_(?P<name>BACKUP)_[0-9]+\.toml"),
    ("git", r"\.toml\.(?P<name>orig)"),
    ("git", r"\.toml~(?P<name>.*[^~])"),
    ("onedrive", r"-(?P<name>(?:DESKTOP|LAPTOP)(?:-[A-Z0-9]+)*)\.toml"),
)
"""What stands behind the day, by who puts it there; the first that fits."""

PERHAPS: tuple[tuple[Maker, str], ...] = (
    ("onedrive", r"-(?P<name>(?=[0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{0,30})\.toml"),
    ("other", r"[ ._(\[~-](?P<name>.*)\.toml"),
    ("other", r"\.toml[ ._-](?P<name>conflict.*)"),
)
"""The same, where a file of the person's own could be called so as well."""

TIMES = ("%Y%m%d-%H%M%S", "%Y-%m-%d %H%M%S")


def day_of(name: str) -> date | None:
    """Give the day that a name begins with; None where it begins with none."""
    if found := DAY.match(name):
        with suppress(ValueError):  # there is no 30th of February
            return date.fromisoformat(found[0])
    return None


def origin_of(name: str) -> Origin | None:
    """Tell where the version with this name is from.

    Returns:
        None for an evening's own file, and for whatever is no version of one.
        Where it is not certain, what the file says has to decide.
    """
    if len(name) <= len(OWN) or day_of(name) is None:
        return None
    behind = DAY.sub("", name, count=1)
    for shapes in (SHAPES, PERHAPS):
        for maker, shape in shapes:
            if found := re.fullmatch(shape, behind, re.DOTALL):
                parts = found.groupdict()
                said = (parts.get("name") or "").strip(" ()._-~")
                at = _when(parts.get("at"))
                return Origin(maker=maker, at=at, name=said, is_certain=shapes is SHAPES)
    return None


def _when(text: str | None) -> datetime | date | None:
    """Read the moment in a name; None where it is none after all."""
    if text is None:
        return None
    for form in TIMES:
        with suppress(ValueError):
            return datetime.strptime(text, form)  # noqa: DTZ007  by the clock on some wall
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None
