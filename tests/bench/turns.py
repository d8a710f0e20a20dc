"""Measures taken in turns, so that whatever else the machine does falls on all of them."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from typing import TypeVar

ROUNDS = 9
"""Rounds at the least, of which the median counts."""

Taken = TypeVar("Taken")


def in_turns(
    measures: Mapping[str, Callable[[], Taken]], rounds: int = ROUNDS
) -> dict[str, list[Taken]]:
    """Take each measure once to warm up, then all of them in turns; give what each came to."""
    for measure in measures.values():
        measure()
    taken: dict[str, list[Taken]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            taken[name].append(measure())
    return taken


def medians(measures: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, float]:
    """Give the median of each measure, taken in turns."""
    return {name: statistics.median(taken) for name, taken in in_turns(measures, rounds).items()}
