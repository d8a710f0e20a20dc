"""The way through an evening: which step follows another, and from when on it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from winddown.routine.evening import Evening

Way = Literal["back", "enough", "leave", "go"]
"""A way out of a step that is no answer."""


def is_begun(evening: Evening) -> bool:
    """Tell whether an evening is kept from now on: something is answered, or its end is reached."""
    return evening.is_answered or evening.step == "closing" or evening.ended is not None


def step_after(here: str, path: Sequence[str], way: Way | None = None, to: str = "") -> str:
    """Name the step that follows; empty where the evening ends, or is left.

    Args:
        here: the step that was left; one that is no longer on the way counts as the first.
        path: the steps of tonight, in their order.
        way: how it was left; None for an answer.
        to: the step to go to, when the way is "go".
    """
    at = path.index(here) if here in path else 0
    if way == "go":
        return to
    if way == "back":
        return path[max(0, at - 1)]
    if way is None and at + 1 < len(path):
        return path[at + 1]
    return ""
