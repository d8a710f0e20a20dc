"""The sums of very many evenings, beside reading their files and nothing more."""

from __future__ import annotations

import gc
import sys
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.bench import homes
from tests.bench.figure import Figure, ratio
from tests.bench.table import shown
from tests.bench.turns import medians
from winddown.data.archive import ArchiveInFiles
from winddown.data.locations import locations
from winddown.routine.adding_up import over_time

COUNTS = (365, 1_825, homes.TEN_YEARS, 18_250, homes.HUNDRED_YEARS)
"""Evenings: one year of them, five, ten, fifty, a hundred."""
ROUNDS, LINE_ROUNDS = 9, 3
MOST, MOST_ABOVE = 0.3, 1.2


def added_up(home: Path) -> float:
    """Read every evening as looking back does, and add all up; the seconds it took."""
    where, today = locations({"WINDDOWN_HOME": str(home)}), homes.today()
    began = perf_counter()
    over_time(ArchiveInFiles(where, lambda: today).evenings(), today)
    took = perf_counter() - began
    gc.unfreeze()
    gc.collect()
    return took


def read(home: Path) -> float:
    """Read every file with tomllib, and keep what it says; the seconds it took."""
    began = perf_counter()
    tables = []
    for path in locations({"WINDDOWN_HOME": str(home)}).evenings.glob("*/*.toml"):
        with path.open("rb") as file:
            tables.append(tomllib.load(file))
    return perf_counter() - began


def measure(folder: Path) -> Iterator[Figure]:
    """Measure ten years, and then how far any number of evenings lies above a straight line."""
    home = homes.filled(folder)
    took = medians({"ours": partial(added_up, home), "floor": partial(read, home)}, ROUNDS)
    yield ratio(
        "All sums of ten years of evenings, from their files.",
        1000 * took["ours"],
        1000 * took["floor"],
        "reading them with tomllib",
        MOST,
    )
    of_each = {count: partial(added_up, homes.filled(folder, count)) for count in COUNTS}
    taken = medians({str(count): one for count, one in of_each.items()}, LINE_ROUNDS)
    seconds = {count: taken[str(count)] for count in COUNTS}
    # The line through nothing at all that comes nearest to all of them, each counting alike.
    slope = sum(seconds[count] / count for count in COUNTS) / len(COUNTS)
    worst = max(COUNTS, key=lambda count: seconds[count] / count)
    yield ratio(
        f"The point furthest above the straight line of 365 to 36,500 evenings: {worst:,}.",
        1000 * seconds[worst],
        1000 * slope * worst,
        "the line",
        MOST_ABOVE,
    )


if __name__ == "__main__":
    sys.exit(shown([measure]))
