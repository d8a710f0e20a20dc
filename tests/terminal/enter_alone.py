"""Takes a new person through an evening with enter alone.

As a command: `python -m tests.terminal.enter_alone WINDDOWN`.

Run from a clean environment by `.ci/package`, to see that what is packaged is whole.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from pathlib import Path

from tests.terminal.program import Program

SCREENS = (
    "Ten quiet minutes",
    "How is tonight?",
    "Settle in",
    "breathe in",
    "Ending",
    "How settled now",
)
MOST = 12
"""Presses of enter that an unanswered evening may take."""


def enter_alone(home: Path, *command: str, columns: int = 80, rows: int = 24) -> int:
    """Press enter until the program ends, and give how many presses that took."""
    with Program(home, command=command, columns=columns, rows=rows) as program:
        presses = 0
        before = ""
        for words in SCREENS:
            program.wait_for(words)
            before = program.text
            program.press("enter")
            presses += 1
        while presses <= MOST and program.settle(before):
            before = program.text
            program.press("enter")
            presses += 1
        code = program.wait_until_left()
    if code != 0:
        raise SystemExit(f"exit code {code} after {presses} presses")
    return presses


def main() -> None:
    """Walk through an evening, and read back what it kept."""
    command = sys.argv[1:]
    with tempfile.TemporaryDirectory() as home:
        presses = enter_alone(Path(home), *command)
        (kept,) = Path(home).glob("data/evenings/*/*.toml")
        evening = tomllib.loads(kept.read_text(encoding="utf-8"))
        if "ended" not in evening:
            raise SystemExit("the evening was not kept as ended")
        print(f"one evening in {presses} presses of enter, kept in {len(evening)} lines")


if __name__ == "__main__":
    main()
