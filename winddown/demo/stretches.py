"""The stretches of the demo's year: a beginning, a quieter time, mending, and among people."""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """What a part of the year is like."""

    until: int
    """So many days ago it ends."""
    often: float
    """How many of its days have an evening, about."""
    moods: tuple[float, ...]
    """How often a night is light, steady, tired, heavy, or not told."""
    readings: tuple[float, ...]
    """How often a habit is read as rest, both, away, or not sure."""
    company: float
    """How many people cross its days, beside the usual."""


STRETCHES = (
    Stretch(290, 0.5, (14, 34, 30, 9, 3), (44, 22, 24, 10), 1.0),
    Stretch(215, 0.38, (5, 24, 36, 16, 4), (20, 20, 48, 12), 0.35),
    Stretch(160, 0.5, (14, 34, 30, 9, 3), (44, 24, 22, 10), 1.0),
    Stretch(0, 0.56, (24, 38, 24, 6, 3), (56, 20, 15, 9), 1.4),
)
AWAY = (range(196, 213), range(92, 102), range(31, 36))
"""Days ago on which there was no evening at all; nothing is made of it."""

NOT_OKAY = (262, 243, 131)
"""Days ago on which the night was not okay."""

CALLS_FROM = 180
"""So many days ago, a call was planned that has come each week since."""


def stretch_of(ago: int) -> Stretch:
    """Give the stretch that a day lies in."""
    return next(each for each in STRETCHES if ago > each.until)
