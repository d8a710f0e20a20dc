"""Saving an answer, beside the least that keeps the same bytes safe."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from time import perf_counter

from tests.bench import homes
from tests.bench.figure import Figure, ratio
from tests.bench.table import shown
from tests.bench.turns import medians
from tests.years import evenings
from winddown.data.keeper import Keeper
from winddown.data.locations import locations
from winddown.opening import open_evening
from winddown.routine.evening import Evening

ANSWERS, IN_A_ROW = 4, 20
"""Answers saved in one turn, so that the disk treats both alike; and while a loop turns beside."""
TURNS, ROUNDS = 60, 15
"""How often those turns are taken, and those with a loop."""
MOST, BEAT = 2.0, 0.0005
"""The goal, and seconds between two beats of a loop that nothing holds up."""


def write_safely(path: Path, content: bytes) -> None:
    """Write, and wait for the disk, in the way that leaves the old file or the new one."""
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


class Answering:
    """An evening that goes on being answered, after ten years of them."""

    def __init__(self, folder: Path) -> None:
        """Open it and save it once, since the first write copies what was there before."""
        home = {"WINDDOWN_HOME": str(homes.filled(folder))}
        opening = open_evening(home)
        self._save = opening.writing.save
        self._lines = count()
        (like,) = evenings(1, homes.today())
        self._evening = replace(like, evening=opening.evening.evening, ended=None)
        self._save(None, self._evening)
        self._file = locations(home).evening(self._evening.evening)
        self._beside = folder / "written" / "evening.toml"
        self._beside.parent.mkdir()

    def save(self) -> float:
        """Save answers as the program does; seconds for each."""
        began = perf_counter()
        for _ in range(ANSWERS):
            before, self._evening = self._evening, self._answered()
            self._save(before, self._evening)
        return (perf_counter() - began) / ANSWERS

    def write(self) -> float:
        """Write the same bytes safely, and nothing besides; seconds for each."""
        content = self._file.read_bytes()
        began = perf_counter()
        for _ in range(ANSWERS):
            write_safely(self._beside, content)
        return (perf_counter() - began) / ANSWERS

    def hold_up(self) -> float:
        """Keep answers while a loop turns; the longest for which it stood still, in seconds."""
        return asyncio.run(self._longest_wait())

    async def _longest_wait(self) -> float:
        keeper = Keeper(self._save, lambda problem: None)
        keeper.knows(self._evening)
        longest, last = 0.0, perf_counter()
        for _ in range(IN_A_ROW):
            self._evening = self._answered()
            keeper.keep(self._evening)
            kept = asyncio.ensure_future(keeper.flush())
            while not kept.done():
                await asyncio.sleep(BEAT)
                now = perf_counter()
                longest, last = max(longest, now - last - BEAT), now
        return longest

    def _answered(self) -> Evening:
        """Give the evening with another answer."""
        return replace(self._evening, note=f"Rain on the window, {next(self._lines):06}.")


def measure(folder: Path) -> Iterator[Figure]:
    """Measure in turns how long a save takes, and for how long the loop waits for it."""
    answering = Answering(folder)
    took = medians({"ours": answering.save, "floor": answering.write}, TURNS)
    beside = medians({"wait": answering.hold_up, "floor": answering.write}, ROUNDS)
    ours, floor = 1000 * took["ours"], 1000 * took["floor"]
    least = "write, fsync, replace, fsync of the folder"
    yield ratio("An answer, from being given to being safe on disk.", ours, floor, least, MOST)
    what = "The longest that keys wait while one is written."
    yield ratio(what, 1000 * beside["wait"], 1000 * beside["floor"], "the same", MOST)


if __name__ == "__main__":
    sys.exit(shown([measure]))
