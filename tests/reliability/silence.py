"""A whole evening, and every command, where the first socket would end the program."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.reliability.figure import Figure
from tests.terminal.enter_alone import enter_alone
from tests.terminal.evening import STAGES, TONIGHT, holds, kept, prepared, wait_until_kept
from tests.terminal.hands import Keyboard
from tests.terminal.program import Program

SILENT = (sys.executable, "-m", "tests.terminal.silent")
COMMANDS = (
    ("today",), ("today", "--hint"), ("support",), ("review", "--plain"), ("export", "json"),
    ("export", "csv"), ("export", "md"), ("export", "ics"), ("config", "check"),
    ("config", "init"), ("themes",), ("remind", "--at", "21:30"), ("followup", "did-it"),
    ("check",),
)  # fmt: skip


def measure(scale: float = 1.0) -> Figure:
    """Have evenings and commands in silence; a shorter run has as many of each, but once."""
    evenings = max(1, round(5 * scale))
    with tempfile.TemporaryDirectory() as folder:
        for number in range(evenings):
            home = prepared(Path(folder) / str(number))
            answer_everything(home)
            enter_alone(Path(folder) / f"{number}-alone", *SILENT)
        spoke = [words for words in COMMANDS if _speaks(words, home)]
    return Figure(
        "Nothing is sent anywhere: no socket is opened that could lead to another machine.",
        f"{2 * evenings} evenings, {len(COMMANDS)} commands",
        f"{len(spoke)} sockets",
        not spoke,
    )


def answer_everything(home: Path) -> None:
    """Give every answer there is, and find each of them on disk."""
    with Program(home, "--date", TONIGHT.isoformat(), command=SILENT) as program:
        hands = Keyboard(program)
        for stage in STAGES:
            program.wait_for(stage.title)
            program.rest()
            stage.answer(hands)
            wait_until_kept(program, home, stage)
            hands.on()
        program.wait_for("Good night")
        program.rest()
        program.press("enter")
        if program.wait_until_left() != 0:
            raise AssertionError("the evening did not end as it should")
    assert all(holds(kept(home), each.keeps) for each in STAGES if each.day == TONIGHT)


def _speaks(words: tuple[str, ...], home: Path) -> bool:
    """Run a command, and tell whether it asked for a socket."""
    environ = {"WINDDOWN_HOME": str(home), "LANG": "C.UTF-8"}
    ran = subprocess.run([*SILENT, *words], env=environ, capture_output=True, check=False)
    return ran.returncode == 97


if __name__ == "__main__":
    print(measure())
