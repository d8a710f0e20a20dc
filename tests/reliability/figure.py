"""One row of the table of what can be relied on."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """A promise, what was tried against it, and what came of that."""

    promise: str
    tried: str
    result: str
    kept: bool
