"""`winddown remind`: prints how this computer could remind once a day; it installs nothing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from datetime import time
from pathlib import Path

from winddown.asked import Asked
from winddown.commands.recipes import Recipe, cron, launchd, systemd, told
from winddown.commands.saying import room, say
from winddown.data.by_day import words
from winddown.data.locations import locations
from winddown.routine.text import visible

BOOTED = Path("/run/systemd/system")
"""Stands where systemd runs the system, as sd_booted(3) has it."""


def run(asked: Asked) -> int:
    """Print a recipe for this system. What it will show names no one, and no plan."""
    shown = visible(words(locations(os.environ), "by_day")["reminder"])
    recipe = recipe_for(sys.platform, os.environ, asked.at, shown, has_systemd=BOOTED.is_dir())
    say(told(recipe, room()))
    return 0


def recipe_for(
    platform: str, environ: Mapping[str, str], at: time, shown: str, *, has_systemd: bool
) -> Recipe:
    """Choose the recipe of a system.

    Args:
        platform: as in `sys.platform`.
        environ: where the person's folders and desktop are named.
        at: the hour and minute, by the wall clock.
        shown: the words of the reminder.
        has_systemd: whether systemd runs the system.
    """
    home = Path(environ.get("HOME") or Path.home())
    if platform == "darwin":
        return launchd(at, shown, home)
    # A full path, since neither of them looks for commands where a shell does.
    notifier = shutil.which("notify-send", path=environ.get("PATH")) or "/usr/bin/notify-send"
    if has_systemd:
        config = environ.get("XDG_CONFIG_HOME") or home / ".config"
        return systemd(at, shown, Path(config) / "systemd" / "user", notifier)
    display = environ.get("DISPLAY") or ":0"
    bus = environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path=/run/user/{os.getuid()}/bus"
    return cron(at, shown, display, bus, notifier)
