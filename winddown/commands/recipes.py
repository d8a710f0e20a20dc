"""Recipes for a daily reminder: the files and commands of each system, none of them run here."""

from __future__ import annotations

import plistlib
import shlex
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import NamedTuple

from winddown.routine.text import visible
from winddown.routine.wrapping import wrapped

TITLE = "winddown"
UNIT = "winddown-reminder"
LABEL = "winddown.reminder"


class Recipe(NamedTuple):
    """What to save where, and how to switch it on and off again."""

    files: dict[Path, str]
    """The text of each file by its path, all in one folder; with `line`, of none."""
    on: tuple[str, ...]
    """Commands for a shell."""
    off: tuple[str, ...]
    caveats: tuple[str, ...]
    """What may stand in the way, a paragraph each."""
    line: str = ""
    """A line to add to the table that `on` opens."""


def systemd(at: time, words: str, folder: Path, notifier: str = "notify-send") -> Recipe:
    """Give a timer and a service of the person's own systemd.

    Args:
        at: the hour and minute, by the wall clock.
        words: what is shown.
        folder: where systemd looks for a person's units.
        notifier: the command that shows a title and words.
    """
    service, timer = folder / f"{UNIT}.service", folder / f"{UNIT}.timer"
    shown = " ".join(map(_in_unit, (notifier, TITLE, words)))
    about = "[Unit]\nDescription=winddown, an evening reminder\n"
    return Recipe(
        files={
            service: f"{about}\n[Service]\nType=oneshot\nExecStart={shown}\n",
            timer: (
                f"{about}\n[Timer]\nOnCalendar=*-*-* {at:%H:%M}:00\n"
                "\n[Install]\nWantedBy=timers.target\n"
            ),
        },
        on=(
            "systemctl --user daemon-reload",
            f"systemctl --user enable --now {UNIT}.timer",
        ),
        off=(
            f"systemctl --user disable --now {UNIT}.timer",
            f"rm {shlex.quote(str(timer))} {shlex.quote(str(service))}",
            "systemctl --user daemon-reload",
        ),
        caveats=(
            "It is shown while you are logged in to a desktop. If the computer is asleep at that "
            "hour, it comes on waking; if it is off, the evening passes without one. It needs "
            "notify-send, which many systems have in a package called libnotify.",
        ),
    )


def launchd(at: time, words: str, home: Path) -> Recipe:
    """Give an agent of launchd; `home` is the person's own folder."""
    path = home / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    script = f"display notification {_in_script(words)} with title {_in_script(TITLE)}"
    agent = {
        "Label": LABEL,
        "ProgramArguments": ["/usr/bin/osascript", "-e", script],
        "StartCalendarInterval": {"Hour": at.hour, "Minute": at.minute},
    }
    return Recipe(
        files={path: plistlib.dumps(agent, sort_keys=False).decode()},
        on=(f"launchctl bootstrap gui/$(id -u) {shlex.quote(str(path))}",),
        off=(f"launchctl bootout gui/$(id -u)/{LABEL}", f"rm {shlex.quote(str(path))}"),
        caveats=(
            "It is shown while you are logged in. If the computer is asleep at that hour, it comes "
            "on waking; if it is off, the evening passes without one. The first time, macOS may "
            "ask whether Script Editor may show notifications.",
        ),
    )


def cron(at: time, words: str, display: str, bus: str, notifier: str = "notify-send") -> Recipe:
    """Give a line for the person's crontab.

    Args:
        at: the hour and minute, by the wall clock.
        words: what is shown.
        display: the screen it is shown on, as the desktop names it in DISPLAY.
        bus: where notifications are taken, as in DBUS_SESSION_BUS_ADDRESS.
        notifier: the command that shows a title and words.
    """
    desktop = f"DISPLAY={shlex.quote(display)} DBUS_SESSION_BUS_ADDRESS={shlex.quote(bus)}"
    command = f"{desktop} {shlex.join((notifier, TITLE, words))}".replace("%", r"\%")
    return Recipe(
        files={},
        on=("crontab -e",),
        off=("crontab -e",),
        caveats=(
            "cron runs apart from your desktop and cannot see its screen, so the line names the "
            "screen (DISPLAY) and where notifications are taken (DBUS_SESSION_BUS_ADDRESS). If "
            "nothing is shown, this in a terminal on your desktop says what should stand there: "
            "echo $DISPLAY $DBUS_SESSION_BUS_ADDRESS",
            "If the computer is asleep or off at that hour, the evening passes without one.",
        ),
        line=f"{at.minute} {at.hour} * * * {command}",
    )


def told(recipe: Recipe, width: int) -> Iterator[str]:
    """Tell a recipe in lines; what is to be copied stands as it is, the rest wraps at `width`."""
    yield from wrapped(
        "A reminder is never needed; the evening is there whenever you are. If one would be "
        "kind, this is how. Nothing has been installed or written.",
        width,
    )
    for folder in dict.fromkeys(path.parent for path in recipe.files):
        yield from ("", "Make the folder, where it is not there yet:", "")
        yield f"mkdir -p {shlex.quote(str(folder))}"
    for path, text in recipe.files.items():
        yield from ("", f"Save as {visible(str(path))}:", "", *text.splitlines())
    yield from ("", "Switch it on:", "", *recipe.on)
    if recipe.line:
        yield from ("", "and add this line:", "", recipe.line)
    yield from ("", "Switch it off again:", "", *recipe.off)
    if recipe.line:
        yield from ("", "and take the line out.")
    for caveat in recipe.caveats:
        yield from ("", *wrapped(caveat, width))


def _in_unit(word: str) -> str:
    """Quote a word as systemd reads it, in which % and $ would stand for something else."""
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        word = word.replace(sign, written)
    return f'"{word}"'


def _in_script(text: str) -> str:
    """Quote a text as AppleScript reads it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
