"""Which breathing patterns are not offered, and why."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from winddown.routine.breathing import STARTER, Pattern
from winddown.routine.words import Words

Reason: TypeAlias = Literal["no-out", "no-in", "phase", "breath", "cycles"]


class Refusal(NamedTuple):
    """Why a pattern is not offered."""

    reason: Reason
    shortest: int
    """Seconds that one whole breath of this pattern lasts at least."""

    def said(self, words: Words) -> str:
        """Say it in one plain sentence, in the words of breathing."""
        return words.say("refused-" + self.reason, shortest=self.shortest)


def refusal(pattern: Pattern) -> Refusal | None:
    """Tell why a pattern is not offered; None when it is.

    The limits keep to slow, easy breathing, so that nobody over-breathes.
    """
    shortest = 7 if pattern.id == STARTER else 8
    why = _why_not(pattern, shortest)
    return None if why is None else Refusal(why, shortest)


def _why_not(pattern: Pattern, shortest: int) -> Reason | None:
    cues = {phase.cue for phase in pattern.phases}
    if "out" not in cues:
        return "no-out"
    if not cues & {"in", "sip"}:
        return "no-in"
    if not all(1 <= phase.seconds <= 20 for phase in pattern.phases):
        return "phase"
    if not shortest <= pattern.seconds <= 60:
        return "breath"
    if pattern.max_cycles is not None and pattern.max_cycles < 1:
        return "cycles"
    return None
