"""How much memory winddown holds, beside a bare Textual app, and whether it grows.

What a process holds is its resident memory, shared pages included, once it neither writes
nor works any more. The hour of breathing is breathed inside this process, on a clock of the
tests' own; its first ten minutes warm up.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.bench import homes
from tests.bench.bare import WORDS
from tests.bench.figure import Figure, ratio
from tests.bench.looking_back import NEWEST, REVIEW
from tests.bench.opened import BARE, LAST_WORD, WINDDOWN, opened
from tests.bench.process import resident, worked
from tests.bench.table import shown
from tests.bench.turns import medians
from tests.ui.night import night

MOST, MOST_LOOKING_BACK, MOST_GROWN = 1.15, 1.35, 1.02
"""The goals; what grows by less than a fiftieth has not grown: a page more or less is noise."""
QUIET = 0.5
"""Seconds without a byte and without work after which a program is at rest."""
LITTLE = 0.01
"""Seconds of work in that time that are still rest."""
STEP, FRAME = 1.7, 0.033
"""Seconds by which the clock goes on at a time, and in which the app draws that."""
WARM_UP, HOUR = 600, 3_600


def megabytes(words: str, home: Path, command: Sequence[str]) -> float:
    """Open a program, let it come to rest, and give what it holds."""
    with opened(command, home) as program:
        program.until(words)
        before = -1.0
        while before + LITTLE < (before := worked(program.pid)):
            program.rest(QUIET)
        return resident(program.pid)


def measure(folder: Path) -> Iterator[Figure]:
    """Measure arriving, looking back on ten years, and an hour of breathing."""
    home = homes.filled(folder)
    held = medians(
        {
            "arrive": partial(megabytes, LAST_WORD, home, WINDDOWN),
            "review": partial(megabytes, NEWEST, home, REVIEW),
            "bare": partial(megabytes, WORDS, home, BARE),
        }
    )
    for what, name, most in (
        ("Memory while arriving, after ten years of evenings.", "arrive", MOST),
        ("Memory in looking back, with all of ten years read.", "review", MOST_LOOKING_BACK),
    ):
        yield ratio(what, held[name], held["bare"], "a bare Textual app", most, "MB")
    before, after = asyncio.run(_breathed(homes.empty(folder)))
    what = "Memory after an hour of breathing, on a clock that is sped up."
    yield ratio(what, after, before, "after ten minutes", MOST_GROWN, "MB")


async def _breathed(home: Path) -> tuple[float, float]:
    """Breathe for an hour; give the megabytes that are held after ten minutes, and at its end."""
    async with night(home, errand="breathe", minutes=60) as evening:
        await evening.at("breathing")
        await evening.press("enter")

        async def breathe(until: float) -> float:
            while evening.clock.seconds < until:
                evening.clock.seconds += STEP
                await evening.pilot.pause(FRAME)
            gc.collect()
            return resident(os.getpid())

        return await breathe(WARM_UP), await breathe(HOUR)


if __name__ == "__main__":
    sys.exit(shown([measure]))
