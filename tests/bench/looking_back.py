"""From the command to the newest evenings, with ten years of them, a hundred, and with none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench import homes
from tests.bench.figure import Figure, ratio
from tests.bench.opened import LAST_WORD, WINDDOWN, opened
from tests.bench.table import shown
from tests.bench.turns import medians
from winddown.data import content

ROUNDS, MOST = 11, 1.5
REVIEW = (*WINDDOWN, "review")
NEWEST = "›"
"""Stands beside the newest evening, as soon as that is in the list."""


def seconds_to(words: str, home: Path) -> float:
    """Look back, and give the seconds until these words and the footer can be read."""
    with opened(REVIEW, home) as program:
        return program.until(words, LAST_WORD) - program.began


def measure(folder: Path) -> Iterator[Figure]:
    """Measure the first picture of ten years and of a hundred."""
    nothing_yet = content.words("leafing")["nothing_yet"].partition(".")[0]
    took = medians(
        {
            "ten": partial(seconds_to, NEWEST, homes.filled(folder)),
            "hundred": partial(seconds_to, NEWEST, homes.filled(folder, homes.HUNDRED_YEARS)),
            "none": partial(seconds_to, nothing_yet, homes.empty(folder)),
        },
        ROUNDS,
    )
    for name, years in (("ten", "ten years"), ("hundred", "a hundred years")):
        what = f"From `winddown review` to the newest of {years} of evenings."
        ours, floor = 1000 * took[name], 1000 * took["none"]
        yield ratio(what, ours, floor, "looking back on none", MOST)


if __name__ == "__main__":
    sys.exit(shown([measure]))
