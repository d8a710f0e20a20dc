"""The limits of a number."""

from __future__ import annotations

from typing import NamedTuple


class Within(NamedTuple):
    """The lowest and highest whole number a field may hold, both included."""

    low: int
    high: int
