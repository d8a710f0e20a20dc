"""Where the breath is: patterns, and the moment at which a pattern stands."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple, TypeAlias

Cue: TypeAlias = Literal["in", "sip", "out", "hold"]

STARTER = "gentle"
"""The id of the pattern for the first evenings, the only one whose cycle may last 7 seconds."""


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


def names_by_id(patterns: Iterable[Pattern], anchors: Iterable[Anchor]) -> dict[str, str]:
    """Give what each is called, by the id that an evening is kept with."""
    found = {pattern.id: pattern.name for pattern in patterns}
    return found | {anchor.id: anchor.name for anchor in anchors}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where a breath stands at one instant."""

    cycle: int
    """Counts from 0."""
    phase: int
    """Index into the pattern's phases."""
    cue: Cue
    progress: float
    """How much of the phase has gone, 0 to 1."""
    fill: float
    """How full the lungs are, 0 to 1."""
    toward: float
    """How full they will be when the phase ends."""
    count: int
    """Seconds of this phase as a person counts them, from 1."""


class _Leg(NamedTuple):
    """One phase, placed in its cycle."""

    phase: int
    cue: Cue
    start: float
    seconds: float
    before: float
    """Fill of the lungs as the phase begins."""
    after: float


def moment_at(pattern: Pattern, elapsed: float) -> Moment:
    """Tell where the breath is after `elapsed` seconds; before 0 it waits at the first in-breath.

    A cycle begins with its in-breath, however the phases are written. Lungs fill
    and empty quickly at first and then more slowly. The pattern is one that
    `refusal` has nothing to say about.
    """
    elapsed = max(0.0, elapsed)
    cycle = int(elapsed // pattern.seconds)
    into_cycle = max(0.0, elapsed - cycle * pattern.seconds)
    legs = _legs(pattern)
    leg = next((leg for leg in reversed(legs) if leg.start <= into_cycle), legs[0])
    into_phase = into_cycle - leg.start
    progress = min(1.0, into_phase / leg.seconds)
    eased = math.sin(progress * math.pi / 2)
    return Moment(
        cycle=cycle,
        phase=leg.phase,
        cue=leg.cue,
        progress=progress,
        fill=leg.before + (leg.after - leg.before) * eased,
        toward=leg.after,
        count=min(int(into_phase) + 1, _counts(leg.seconds)),
    )


@lru_cache(maxsize=32)
def emptied_at(pattern: Pattern) -> float:
    """Give the second of a cycle at which its last out-breath ends."""
    return max(leg.start + leg.seconds for leg in _legs(pattern) if leg.cue == "out")


def _counts(seconds: float) -> int:
    """Say how far a person counts: a last half second lingers on the number before it."""
    return max(1, math.ceil(seconds - 0.5))


@lru_cache(maxsize=32)
def _legs(pattern: Pattern) -> tuple[_Leg, ...]:
    """Place the phases in a cycle that begins with an in-breath.

    Each run of in-breaths shares the rise by its seconds, each run of out-breaths
    the fall; a hold keeps what there is.
    """
    order = _from_an_in_breath(pattern)
    legs: list[_Leg] = []
    fill = 0.0 if _is_in(pattern.phases[order[0]]) else 1.0
    for place, index in enumerate(order):
        phase = pattern.phases[index]
        after = fill
        if phase.cue != "hold":
            run = _rest_of_run(pattern, order[place:])
            goal = 1.0 if _is_in(phase) else 0.0
            after = goal if run == phase.seconds else fill + (goal - fill) * phase.seconds / run
        start = math.fsum(leg.seconds for leg in legs)
        legs.append(_Leg(index, phase.cue, start, phase.seconds, fill, after))
        fill = after
    return tuple(legs)


def _is_in(phase: Phase) -> bool:
    return phase.cue in ("in", "sip")


def _from_an_in_breath(pattern: Pattern) -> tuple[int, ...]:
    """Order the phases' indexes from the first in-breath that follows an out-breath."""
    breaths = [index for index, phase in enumerate(pattern.phases) if phase.cue != "hold"]
    first = 0
    for before, index in zip(breaths[-1:] + breaths, breaths, strict=False):
        if _is_in(pattern.phases[index]) and not _is_in(pattern.phases[before]):
            first = index
            break
    count = len(pattern.phases)
    return tuple((first + place) % count for place in range(count))


def _rest_of_run(pattern: Pattern, order: tuple[int, ...]) -> float:
    """Add up the seconds until the breath turns, holds left out."""
    way = _is_in(pattern.phases[order[0]])
    seconds = []
    for index in order:
        phase = pattern.phases[index]
        if phase.cue == "hold":
            continue
        if _is_in(phase) != way:
            break
        seconds.append(phase.seconds)
    return math.fsum(seconds)
