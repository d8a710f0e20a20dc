"""How often bytes that are no text, or no key at all, end the evening or cost an answer."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from tests.reliability.figure import Figure
from tests.terminal.evening import kept, opened, prepared
from tests.terminal.moments import MOMENTS, NOTE

TIMES = 12
PIECE = 4096
"""Bytes that come in one go."""
CONTROLS = bytes(range(32)) + b"\x7f"
"""Keys that do something with a line that is written, and so may."""


def _what_broke(seed: int) -> str:
    """Name what was not as promised; empty where all of it was."""
    anything = random.Random(seed).randbytes(PIECE).translate(None, CONTROLS)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        home = prepared(Path(folder) / "home")
        with opened(home) as program:
            MOMENTS["typing a note"].come_to(program)
            program.child.send(anything)
            program.rest()
            if not program.child.isalive():
                return "ended"
            program.press("ctrl+q")
            if program.wait_until_left() != 0 or program.modes_on:
                return "ended"
        if (home / "state/crash.txt").exists():
            return "ended"
        return "" if kept(home).get("note", "").startswith(NOTE) else "lost"


def measure(scale: float = 1.0) -> Figure:
    """Type anything into a line that is being written."""
    times = max(1, round(TIMES * scale))
    came = [_what_broke(seed) for seed in range(times)]
    return Figure(
        "A byte that is no text is shown as a mark for it, and the evening goes on.",
        f"{times} times {PIECE // 1024} kB of anything",
        f"{came.count('ended')} ended by it, {came.count('lost')} lines lost",
        not any(came),
    )
