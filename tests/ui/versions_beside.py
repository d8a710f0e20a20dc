"""Other versions of an evening for the tests of screens, as programs leave them beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.ui.hands import earlier
from winddown.data import evenings
from winddown.data.locations import Locations, locations
from winddown.routine.evening import ChosenComfort, Evening, Reflection, Round, Settled

SYNCTHING = "{day}.sync-conflict-20261120-071112-ABCDEFG.toml"
DROPBOX = "{day} (Ana's conflicted copy 2026-11-20).toml"
HERE = earlier(
    1,
    tonight="tired",
    note="Rain on the window.",
    settled=Settled(before=4, after=6),
    breathing=(Round(kind="pattern", id="gentle", seconds=301, cycles=43),),
    comforts=(ChosenComfort(id="blanket", text="Pull a favourite blanket close"),),
    in_touch=("Ana",),
)
THERE = replace(
    HERE,
    note="Rain on the window, and Sam rang.",
    in_touch=("Ana", "Sam"),
    reflections=(
        Reflection(id="scroll", text="Scrolling", reading="both", from_what="ringing my sister"),
    ),
)
DAY = HERE.evening


def write(home: Path, evening: Evening, name: str = SYNCTHING) -> Path:
    """Write an evening under another name, beside where it would stand."""
    path = folder(home, evening.evening) / name.format(day=evening.evening)
    apart = locations({"WINDDOWN_HOME": str(home / "apart")})
    evenings.save(apart, None, evening)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(apart.evening(evening.evening).read_bytes())
    apart.evening(evening.evening).unlink()
    return path


def folder(home: Path, day: date) -> Path:
    """The folder of an evening."""
    return where(home).evening(day).parent


def where(home: Path) -> Locations:
    """The folders of a home."""
    return locations({"WINDDOWN_HOME": str(home)})


def contents(home: Path) -> dict[str, bytes]:
    """Give every file of evenings and copies, by its name alone."""
    files = [path for path in where(home).data.rglob("*") if path.is_file()]
    return {path.name: path.read_bytes() for path in files}
