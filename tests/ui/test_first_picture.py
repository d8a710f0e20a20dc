"""What the first picture takes: few widgets, few files, and nothing of later steps."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import winddown
from tests.ui.night import FRIDAY, Clock, night
from tests.years import evenings, write
from winddown import toml_reading
from winddown.data.locations import locations
from winddown.routine.plans import REACHES_BACK_DAYS

CODE = """
import asyncio, json, sys
from pathlib import Path
from winddown.unconnected import load_asyncio
load_asyncio()
from winddown.app import WinddownApp
from winddown.opening import open_evening
from winddown.theme_files import worn

async def main():
    opening = open_evening({"WINDDOWN_HOME": sys.argv[1]})
    app = WinddownApp(opening, worn((), "dusk")[0])
    async with app.run_test() as pilot:
        print(json.dumps([type(app.screen).__name__, *sys.modules]))

asyncio.run(main())
"""
LATER = {
    "icalendar",
    "tomlkit",
    "winddown.routine.breathing",
    "winddown.screens.breathing",
    "winddown.screens.look_back",
    "winddown.screens.standing",
    "winddown.widgets.pacer",
}
"""What no first picture shows; each would keep it waiting."""


def on_saturday(clock: Clock) -> None:
    """Come on an evening that brings no line back, for which more would be read."""
    clock.wall += timedelta(days=1)


async def test_arriving_takes_few_widgets(tmp_path: Path) -> None:
    async with night(tmp_path, *evenings(3, FRIDAY)) as tonight:
        await tonight.at("arrive")
        assert len([*tonight.app.screen.walk_children()]) <= 17


async def test_arriving_reads_no_further_back_than_a_plan_can_reach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many evenings there are, and with no plan among them that ends the search."""
    past = [replace(each, outreach=None) for each in evenings(120, FRIDAY)]
    write(locations({"WINDDOWN_HOME": str(tmp_path)}), past)
    read: list[str] = []
    reading = toml_reading.bytes_of

    def noted(path: Path, limit: int) -> bytes:
        read.append(path.name)
        return reading(path, limit)

    monkeypatch.setattr(toml_reading, "bytes_of", noted)
    async with night(tmp_path, prepare=on_saturday) as tonight:
        await tonight.at("arrive")
        assert 2 <= len([name for name in read if name.startswith("20")]) <= REACHES_BACK_DAYS + 2


def test_nothing_of_the_later_steps_is_loaded_for_the_first_page(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path)],
        env={"PYTHONPATH": str(Path(winddown.__file__).parent.parent), "HOME": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    screen, *loaded = json.loads(ran.stdout)
    assert screen == "FirstPage"
    assert not LATER & {*loaded}
