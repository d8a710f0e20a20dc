"""How long a round of breathing lasts, and the stopwatch that keeps one."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

from winddown.routine.breathing import Moment, Pattern, emptied_at, moment_at
from winddown.routine.evening import Round

_SLACK = 1e-9
"""Share of a cycle by which sums of seconds may miss the boundary they stand for."""


def whole_cycles(pattern: Pattern, elapsed: float) -> int:
    """Count the cycles whose last out-breath has ended after `elapsed` seconds."""
    since_first = (elapsed - emptied_at(pattern)) / pattern.seconds
    return max(0, math.floor(since_first + _SLACK) + 1)


def next_rest(pattern: Pattern, elapsed: float) -> float:
    """Give the second at which the out-breath in hand, or the next one, ends.

    Only the last out-breath of a cycle counts; one that ends right now is in hand.
    """
    since_first = (elapsed - emptied_at(pattern)) / pattern.seconds
    return _rest(pattern, math.ceil(since_first - _SLACK) + 1)


def round_seconds(pattern: Pattern, minutes: float, *, at_most: bool = False) -> float:
    """Give the length of a round: it ends on empty lungs, after `max_cycles` at the latest.

    That is the first end of a cycle's last out-breath at or after `minutes`; with
    `at_most` the last one at or before, but never less than one breath.
    """
    return _rest(pattern, _cycles_in(pattern, minutes * 60, at_most=at_most))


def _rest(pattern: Pattern, cycles: int) -> float:
    """Give the second at which so many cycles have had their last out-breath, one at least."""
    return max(0, cycles - 1) * pattern.seconds + emptied_at(pattern)


def _cycles_in(pattern: Pattern, seconds: float, *, at_most: bool, before: int = 0) -> int:
    """Count the cycles that a round still has in it after `before` others."""
    end = seconds if at_most else next_rest(pattern, seconds)
    cycles = whole_cycles(pattern, end)
    return cycles if pattern.max_cycles is None else min(cycles, pattern.max_cycles - before)


@dataclass(frozen=True, kw_only=True)
class Pacing:
    """A round under way: every method takes the reading of a clock, in seconds, that only rises.

    A pause lets the cycle in hand go and resumes at an in-breath; its seconds
    count as breathing, the cut cycle does not count as a cycle.
    """

    pattern: Pattern
    minutes: float
    at_most: bool = False
    """True when the round may never last longer than its minutes."""
    since: float | None
    """The clock at this run's first in-breath, now or soon; None while paused."""
    seconds_before: float = 0.0
    """Breathing before the last pause."""
    cycles_before: int = 0
    armed_at: float | None = None
    """Seconds into this run at which the person asked to end with the breath in hand."""

    @property
    def is_paused(self) -> bool:
        """True between a pause and its resuming."""
        return self.since is None

    @property
    def is_armed(self) -> bool:
        """True once the round is to end with the breath in hand."""
        return self.armed_at is not None

    def is_over(self, now: float) -> bool:
        """Tell whether the lungs are empty and nothing is left of the round."""
        return self.since is not None and now - self.since >= self._end

    def moment(self, now: float) -> Moment:
        """Tell where the breath is; while paused, at the in-breath it will resume with."""
        return moment_at(self.pattern, self._run(now))

    def seconds(self, now: float) -> float:
        """Count the seconds of breathing, pauses left out."""
        return self.seconds_before + self._run(now)

    def cycles(self, now: float) -> int:
        """Count the whole cycles, over all pauses."""
        return self.cycles_before + whole_cycles(self.pattern, self._run(now))

    def gone(self, now: float) -> float:
        """Tell how much of the round as planned has gone, 0 to 1; its light follows this."""
        planned = self.seconds_before + self._planned_end
        return min(1.0, self.seconds(now) / planned)

    def pause(self, now: float) -> Pacing:
        """Stop the clock and let the cycle in hand go."""
        if self.is_paused or self.is_over(now):
            return self
        return replace(
            self,
            since=None,
            seconds_before=self.seconds(now),
            cycles_before=self.cycles(now),
            armed_at=None if self.armed_at is None else 0.0,
        )

    def resume(self, now: float) -> Pacing:
        """Go on after a pause, at an in-breath."""
        return replace(self, since=now) if self.is_paused else self

    def arm(self, now: float) -> Pacing:
        """End the round with the out-breath in hand, or the next one."""
        return self if self.is_armed else replace(self, armed_at=self._run(now))

    def lasting(self, minutes: float, now: float) -> Pacing:
        """Change the length; what has been breathed already stays, and ends on empty lungs."""
        return replace(self, minutes=max(minutes, self.seconds(now) / 60), at_most=False)

    def kept(self, now: float) -> Round | None:
        """Give the round as an evening keeps it; None without a whole cycle."""
        cycles = self.cycles(now)
        if not cycles:
            return None
        seconds = round(self.seconds(now))
        return Round(kind="pattern", id=self.pattern.id, seconds=seconds, cycles=cycles)

    def _run(self, now: float) -> float:
        """Seconds since this run's first in-breath, its end at the most."""
        return 0.0 if self.since is None else min(max(0.0, now - self.since), self._end)

    @cached_property
    def _planned_end(self) -> float:
        """Seconds into this run at which the round ends by itself; 0 when no breath fits."""
        left = self.minutes * 60 - self.seconds_before
        before = self.cycles_before
        cycles = _cycles_in(self.pattern, left, at_most=self.at_most, before=before)
        fits = cycles > 0 or not self.seconds_before
        return _rest(self.pattern, cycles) if fits else 0.0

    @cached_property
    def _end(self) -> float:
        """Seconds into this run at which the round ends."""
        if self.armed_at is None:
            return self._planned_end
        return min(self._planned_end, next_rest(self.pattern, self.armed_at))
