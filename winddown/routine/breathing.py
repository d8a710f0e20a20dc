"""Where the breath is: patterns, and the moment at which a pattern stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

Cue: TypeAlias = Literal["in", "sip", "out", "hold"]


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a breath."""

    cue: Cue
    seconds: float


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A breath to repeat."""

    id: str
    name: str
    about: str = ""
    phases: tuple[Phase, ...]
    max_cycles: int | None = None
    """A round ends after this many cycles, whatever its time."""
    evidence: str = ""

    @cached_property
    def seconds(self) -> float:
        """Length of one cycle."""
        return math.fsum(phase.seconds for phase in self.phases)

    @property
    def holds(self) -> bool:
        """True when the pattern holds the breath anywhere."""
        return any(phase.cue == "hold" for phase in self.phases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Something to rest the mind on instead of the breath, in a few steps."""

    id: str
    name: str
    steps: tuple[str, ...]
