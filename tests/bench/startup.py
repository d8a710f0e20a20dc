"""From process start to the arrive screen: `python -m tests.bench.startup`.

Measured beside a bare Textual app, both in a real pseudo-terminal, until the
words "How is tonight?" are drawn. Rounds go in turns, so that whatever else the
machine does falls on both. The home holds one past evening, since an empty one
begins with the first page. Both start from compiled files, as an installed program
does: PYTHONDONTWRITEBYTECODE is left out of their environment.
"""

from __future__ import annotations

import os
import signal
import statistics
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pexpect

from tests.bench.bare import WORDS
from winddown.data import evenings
from winddown.data.locations import locations
from winddown.routine.evening import Evening

ROUNDS = 41
COMMANDS = {
    "winddown": (sys.executable, "-m", "winddown"),
    "bare Textual": (sys.executable, "-m", "tests.bench.bare"),
}


def seconds_to(words: str, home: Path, command: tuple[str, ...]) -> float:
    """Start a program and give the seconds until these words can be read."""
    environ = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "WINDDOWN_HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "en_GB.UTF-8",
    }
    began = time.perf_counter()
    program = pexpect.spawn(command[0], [*command[1:]], env=environ, dimensions=(24, 80))
    try:
        program.expect_exact(words)
        return time.perf_counter() - began
    finally:
        program.kill(signal.SIGKILL)
        program.close()


def keep_one_evening(home: Path) -> None:
    """Keep an evening of last week, so that the first page is over."""
    day = date.today() - timedelta(days=7)  # noqa: DTZ011  an evening goes by the wall clock
    began = datetime(day.year, day.month, day.day, 21, 30, tzinfo=UTC)
    where = locations({"WINDDOWN_HOME": str(home)})
    ended = began + timedelta(minutes=9)
    evenings.save(where, None, Evening(evening=day, started=began, ended=ended, tonight="steady"))


def main() -> None:
    """Measure in turns and print both medians and their ratio."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        keep_one_evening(home)
        for command in COMMANDS.values():
            seconds_to(WORDS, home, command)  # warms up, and compiles
        for _ in range(ROUNDS):
            for name, command in COMMANDS.items():
                times[name].append(seconds_to(WORDS, home, command))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, taken in times.items():
        print(f"{name:13} {1000 * medians[name]:4.0f} ms  (fastest {1000 * min(taken):.0f})")
    print(f"{'ratio':13} {medians['winddown'] / medians['bare Textual']:4.2f}")


if __name__ == "__main__":
    main()
