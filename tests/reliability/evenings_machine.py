"""A thousand evenings with kills, edits, sync and clocks that jump: nothing that was given is lost.

`python -m tests.reliability.evenings_machine 7` lives through the evenings of seed 7 again;
with a second number, through so large a share of the thousand.
"""

from __future__ import annotations

import secrets
import sys
import time

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.reliability.figure import Figure
from tests.reliability.machine.life import counts, failures
from tests.reliability.machine.meddling import Evenings

WHOLE = 1_000
"""Evenings of the whole measure."""
LIVES = 10
"""Homes that are lived in from one seed, each for so many steps."""
STEPS = 60


def measure(scale: float = 1.0, first: int | None = None) -> Figure:
    """Live through evenings until there are enough, each lot from the seed after the one before.

    Where something is lost, its story is told, as short as it could be made, with the
    seed that leads there again.
    """
    counts.clear()
    failures.clear()
    since, number = time.monotonic(), secrets.randbelow(10**6) if first is None else first
    print(f"evenings from seed {number} on", file=sys.stderr, flush=True)
    lost = 0
    while counts["evenings"] < WHOLE * scale:
        try:
            _live(number)
        except Exception as problem:  # a kill comes a little later or sooner each time
            lost += 1
            told = failures[-1] if failures else repr(problem)
            print(f"seed {number}, {type(problem).__name__}: {told}", file=sys.stderr)
            break
        number += 1
        print(_told(), file=sys.stderr, flush=True)
    minutes = (time.monotonic() - since) / 60
    return Figure(
        promise="What was answered more than a second ago is on disk, whatever happens then",
        tried=f"{_told()}, in {minutes:.0f} minutes",
        result=f"{lost} answers lost, {counts['torn']} files torn",
        kept=not lost,
    )


def _told() -> str:
    done = {name: count for name, count in counts.most_common() if name != "torn"}
    return ", ".join(f"{count:,} {name}" for name, count in done.items())


def _live(number: int) -> None:
    run_state_machine_as_test(
        seed(number)(Evenings),
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            derandomize=False,
            print_blob=False,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
        ),
    )


if __name__ == "__main__":
    numbers = [float(each) for each in sys.argv[1:]]
    first = int(numbers[0]) if numbers else None
    print(measure(numbers[1] if len(numbers) > 1 else 1.0, first))
