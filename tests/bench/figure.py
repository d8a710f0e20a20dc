"""One row of the table of what was measured: what, against what, and how it came out."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """What was measured, beside what it is measured against."""

    what: str
    """What is measured, in a sentence that anyone can follow."""
    ours: str
    """What winddown took, with its unit."""
    floor: str
    """What it is measured against, with the same unit."""
    result: str
    goal: str
    holds: bool
    """True where the result keeps to the goal."""


def ratio(
    what: str, ours: float, floor: float, against: str, goal: float, unit: str = "ms"
) -> Figure:
    """Give two medians of one unit as a row, where the goal is the most that their ratio may be."""
    times = ours / floor
    return Figure(
        what,
        f"{_plain(ours)} {unit}",
        f"{_plain(floor)} {unit}, {against}",
        f"{times:.2f}",
        f"at most {goal:g}",
        times <= goal,
    )


def _plain(number: float) -> str:
    """Give a number with three digits that count, or as a whole one."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
