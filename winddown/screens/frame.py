"""What stands around a step, and the ways out of it that are no answer."""

from __future__ import annotations

from typing import NamedTuple

from winddown.routine.evening import Evening
from winddown.routine.fold import Way as Way


class Turn(NamedTuple):
    """A way out of a step other than on, with the evening as it stood."""

    way: Way
    evening: Evening
    to: str = ""
    """The step to go to, when the way is "go"."""


class Frame(NamedTuple):
    """What stands around a step: its place on the trail, and a word about the evening."""

    trail: tuple[str, ...] = ()
    here: int = 0
    notice: str = ""
    heavy: bool = False
    """True on an evening that was called heavy: what is not needed stays folded."""
    alone: bool = False
    """True for a step shown by itself, outside the evening's way."""
