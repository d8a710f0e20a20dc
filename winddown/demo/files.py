"""Writes the demo's files as winddown lays them out, but fast: nothing waits for the disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from winddown.data.evening_text import layout
from winddown.data.locations import Locations
from winddown.data.records import Table, tables_of
from winddown.data.toml_fresh import fresh
from winddown.demo.said import SAID
from winddown.routine.evening import Evening

FIRST_LINE = "# winddown: the settings of the demo."


def write(where: Locations, evenings: Iterable[Evening]) -> None:
    """Write evenings, and the config of whoever had them.

    Raises:
        OSError: the disk does not allow it.
    """
    _put(where.config_file, fresh(FIRST_LINE, config()))
    for evening in evenings:
        _put(where.evening(evening.evening), layout(tables_of(evening)))


def config() -> Table:
    """Give the settings: people, one of them left out, and a few words of their own."""
    friend, another, *others = SAID.names
    people: list[Table] = [
        {"name": friend, "channels": ["text", "voice"]},
        {"name": another, "channels": ["voice"]},
    ]
    people += [{"name": name} for name in others]
    people += [{"name": SAID.left_out, "suggest": False}]
    comfort = {"id": "own-clock", "text": SAID.own_comfort, "group": "home", "low": True}
    return {
        "comforts": [comfort],
        "people": people,
        "outreach": {"cues": [SAID.own_cue]},
        "support": {
            "plan": [SAID.own_plan],
            "own": [{"name": another, "contact": SAID.own_contact}],
        },
    }


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
