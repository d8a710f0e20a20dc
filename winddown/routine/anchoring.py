"""A round of an anchor: something to rest the mind on when the breath is not a friend."""

from __future__ import annotations

from dataclasses import dataclass, replace

from winddown.routine.breathing import Anchor
from winddown.routine.evening import Round

STEP_SECONDS = 20.0
"""How long each step of an anchor stands before the next; then they come round again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchoring:
    """An anchor under way: its methods take the reading of a clock, in seconds, that only rises."""

    anchor: Anchor
    minutes: float
    since: float | None
    """The clock when it began or was resumed; None while paused."""
    seconds_before: float = 0.0
    """Seconds before the last pause."""

    @property
    def is_paused(self) -> bool:
        """True between a pause and its resuming."""
        return self.since is None

    def seconds(self, now: float) -> float:
        """Count the seconds, pauses left out, up to its minutes."""
        run = 0.0 if self.since is None else max(0.0, now - self.since)
        return min(self.minutes * 60, self.seconds_before + run)

    def is_over(self, now: float) -> bool:
        """Tell whether its minutes have gone."""
        return not self.is_paused and self.seconds(now) >= self.minutes * 60

    def gone(self, now: float) -> float:
        """Tell how much of it has gone, 0 to 1."""
        return self.seconds(now) / (self.minutes * 60)

    def step(self, now: float) -> str:
        """Give the words that stand now."""
        at = int(self.seconds(now) // STEP_SECONDS) % len(self.anchor.steps)
        return self.anchor.steps[at]

    def pause(self, now: float) -> Anchoring:
        """Stop the clock."""
        return replace(self, since=None, seconds_before=self.seconds(now))

    def resume(self, now: float) -> Anchoring:
        """Go on after a pause."""
        return replace(self, since=now) if self.is_paused else self

    def lasting(self, minutes: float, now: float) -> Anchoring:
        """Change the length; what has gone stays."""
        return replace(self, minutes=max(minutes, self.seconds(now) / 60))

    def kept(self, now: float) -> Round | None:
        """Give the round as an evening keeps it; None before one whole step."""
        seconds = self.seconds(now)
        if seconds < STEP_SECONDS:
            return None
        return Round(kind="anchor", id=self.anchor.id, seconds=round(seconds))
