"""How often a mistake in the program tells what was written, costs an answer or the terminal."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from tests.reliability.figure import Figure
from tests.terminal.breaking import HOW, SECRET
from tests.terminal.evening import TONIGHT, kept, prepared
from tests.terminal.moments import arrived
from tests.terminal.program import Program

STEP = "winddown.screens.step:StepScreen.action_more"
BREAKS = (
    *((STEP, how, "m") for how in HOW if how != "clearing"),
    ("winddown.app:WinddownApp.look_back", "at-once", "r"),
    ("winddown.data.archive:ArchiveInFiles.purge", "at-once", "r"),
    ("winddown.screens.help:Help.compose", "at-once", "F1"),
    ("winddown.screens.curtain:Curtain.__init__", "at-once", "ctrl+l"),
    ("winddown.app:WinddownApp.gather", "at-once", "ctrl+q"),
    ("winddown.terminal:Terminal.stop_application_mode", "at-once", "ctrl+q"),
    ("winddown.app:WinddownApp._shutdown", "at-once", "ctrl+q"),
)
"""Where there is a mistake, from where it is raised, and the key that comes upon it."""


def _what_broke(place: str, how: str, key: str) -> str:
    """Name what was not as promised; empty where all of it was."""
    command = (sys.executable, "-m", "tests.terminal.breaking", place, how)
    with tempfile.TemporaryDirectory() as folder:
        home = prepared(Path(folder) / "home")
        with Program(home, "--date", TONIGHT.isoformat(), command=command) as program:
            before = program.attributes
            arrived(program)
            program.press(key)
            if program.wait_until_left() != 1:
                return "exit code"
            if program.attributes != before or program.modes_on:
                return "terminal"
            if len(re.findall(rb"winddown: [^\n]*crash\.txt[^\n]*\.\r\n", program.raw)) != 1:
                return "sentence"
            if SECRET.encode() in program.raw or b"Traceback" in program.raw:
                return "told"
        if any(SECRET in path.read_text() for path in home.rglob("*") if path.is_file()):
            return "told"
        return "" if kept(home).get("tonight") == "steady" else "lost"


def measure(scale: float = 1.0) -> Figure:
    """Have a mistake in every kind of place come up."""
    breaks = BREAKS * max(1, round(scale))
    came = [_what_broke(*each) for each in breaks]
    lost, told = came.count("lost"), came.count("told")
    others = len([each for each in came if each]) - lost - told
    return Figure(
        "A mistake in the program is one sentence and exit code 1: nothing lost, nothing told.",
        f"mistakes in {len(BREAKS)} kinds of places, {len(came)} times",
        f"{lost} answers lost, {told} told what was written, {others} ended otherwise",
        not any(came),
    )
