"""Presses by chance at the real program: nothing crashes, nothing stalls, no answer is lost.

`python -m tests.reliability.random_keys SEED` does one seed again, and says what it pressed.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.reliability.figure import Figure
from tests.reliability.pressed_evening import Came, Log, PressedEvening

SEEDS = 20
SECONDS = 30.0
"""How long one seed presses."""
STALL = 1.0
"""Seconds that a key may take at most."""


def pressed_at(seed: int, seconds: float = SECONDS, log: Log = lambda line: None) -> Came:
    """Press by the chance of one seed, in a home of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return PressedEvening(Path(folder) / "home", seed, log).press_for(seconds)


def measure(scale: float = 1.0) -> Figure:
    """Press at as many seeds as the scale asks for."""
    seeds = max(1, round(SEEDS * scale))
    came = [_told(seed, pressed_at(seed)) for seed in range(seeds)]
    longest, faults = max(each.longest for each in came), sum(len(each.faults) for each in came)
    seen = max(each.longest_seen for each in came)
    stalls = sum(each.longest > STALL for each in came)
    return Figure(
        "Whatever is pressed, clicked or pasted, it goes on at once and keeps every answer.",
        f"{sum(each.presses for each in came):,} presses in {seeds} times {SECONDS:.0f} seconds, "
        f"{sum(each.answers for each in came)} kills a second after an answer",
        f"{faults} crashes or answers lost, {stalls} stalls; the longest wait {longest:.2f} s "
        f"({seen:.2f} s with what a busy machine had no core for)",
        kept=not faults and not stalls,
    )


def _told(seed: int, came: Came) -> Came:
    """Say what went wrong, while the rest goes on."""
    for fault in came.faults:
        print(f"seed {seed}: {fault}", file=sys.stderr, flush=True)
    return came


def main() -> None:
    """Do one seed, and say what was pressed and what came of it."""
    began = time.monotonic()
    came = pressed_at(
        int(sys.argv[1]),
        float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS,
        lambda line: print(f"{time.monotonic() - began:7.3f} {line}", flush=True),
    )
    print(came._replace(faults=()), *came.faults, sep="\n")


if __name__ == "__main__":
    main()
