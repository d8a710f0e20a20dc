"""One sitting with the breath: settling in, a round of a pattern or an anchor, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from winddown.routine.anchoring import Anchoring
from winddown.routine.breathing import Anchor, Pattern
from winddown.routine.evening import Evening, Round
from winddown.routine.occasion import Occasion
from winddown.routine.rounds import Pacing

SETTLING = 3.0
"""Seconds of getting comfortable before the first in-breath."""
MINUTES = (1, 2, 3, 5, 10, 15, 20)
"""The lengths that longer and shorter step through."""
SHORT_MINUTES = 1
"""The length of the short way, and its limit until a longer one is chosen."""

Stage: TypeAlias = Literal["settling", "caution", "round", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Where it stands; its methods take the reading of a clock, in seconds, that only rises."""

    pattern: Pattern
    minutes: int
    is_short: bool = False
    """True on the short way, where a round lasts `SHORT_MINUTES` at the most."""
    stage: Stage = "settling"
    round: Pacing | Anchoring | None = None
    """The round in hand; None before it begins and once it was counted in."""
    begins_at: float = 0.0
    """The clock at which a round begins by itself, while settling in."""
    is_covered: bool = False
    """True while it waits because something covers the screen."""

    @property
    def is_under_way(self) -> bool:
        """True while a round is in hand and goes on."""
        return self.round is not None and not self.round.is_paused

    @property
    def is_paused(self) -> bool:
        """True while a round is in hand and stands still."""
        return self.round is not None and self.round.is_paused

    def is_due(self, now: float) -> bool:
        """Tell whether the first in-breath comes now, by itself."""
        return self.stage == "settling" and now >= self.begins_at and not self.is_covered

    def is_over(self, now: float) -> bool:
        """Tell whether the round in hand has come to its end."""
        return self.round is not None and self.round.is_over(now)

    def kept(self, now: float) -> Round | None:
        """Give the round in hand as an evening keeps it; None where there is too little of it."""
        return self.round.kept(now) if self.round else None

    def settling_in(self, now: float, *, hold_known: bool) -> Sitting:
        """Get comfortable, with no round in hand.

        Holds that are not known yet have a caution, and then it waits until that was read.
        """
        stage: Stage = "caution" if self.pattern.holds and not hold_known else "settling"
        return replace(self, stage=stage, round=None, begins_at=now + SETTLING)

    def begun(self, now: float) -> Sitting:
        """Begin a round of the pattern, at an in-breath."""
        pacing = Pacing(
            pattern=self.pattern, minutes=self.minutes, at_most=self._has_limit, since=now
        )
        return replace(self, stage="round", round=pacing)

    def resting_on(self, anchor: Anchor, now: float) -> Sitting:
        """Begin a round of an anchor."""
        anchoring = Anchoring(anchor=anchor, minutes=self.minutes, since=now)
        return replace(self, stage="round", round=anchoring)

    def next_anchor(self, anchors: Sequence[Anchor]) -> Anchor | None:
        """Give the anchor after the one in hand; None where the breath comes round again."""
        at = anchors.index(self.round.anchor) if isinstance(self.round, Anchoring) else -1
        return anchors[at + 1] if at + 1 < len(anchors) else None

    def next_pattern(self, patterns: Sequence[Pattern]) -> Sitting:
        """Go to the next pattern, round and round."""
        here = [pattern.id for pattern in patterns].index(self.pattern.id)
        return replace(self, pattern=patterns[(here + 1) % len(patterns)])

    def after(self) -> Sitting:
        """Be done, with no round in hand."""
        return replace(self, stage="after", round=None)

    def armed(self, now: float) -> Sitting | None:
        """End with the breath in hand; None where nothing is left to wait for."""
        if not isinstance(self.round, Pacing) or self.round.is_armed or self.round.is_paused:
            return None
        return replace(self, round=self.round.arm(now))

    def paused(self, now: float) -> Sitting:
        """Stop the clock of the round in hand."""
        return replace(self, round=self.round and self.round.pause(now))

    def resumed(self, now: float) -> Sitting:
        """Go on with the round in hand, at an in-breath."""
        return replace(self, round=self.round and self.round.resume(now))

    def covered(self, now: float) -> Sitting:
        """Wait while something covers the screen; a pause of the person's own stays theirs."""
        return self if self.is_paused else replace(self.paused(now), is_covered=True)

    def uncovered(self, now: float) -> Sitting:
        """Go on where it waited, and settle in anew where no round had begun."""
        if not self.is_covered:
            return self
        return replace(self.resumed(now), is_covered=False, begins_at=now + SETTLING)

    def longer(self, by: int, now: float) -> Sitting:
        """Last for the next longer length, or with a negative `by` for the next shorter one.

        It stays as it is where there is none.
        """
        if by > 0:
            minutes = min((each for each in MINUTES if each > self.minutes), default=self.minutes)
        else:
            minutes = max((each for each in MINUTES if each < self.minutes), default=self.minutes)
        if minutes == self.minutes:
            return self
        changed = replace(self, minutes=minutes)
        return replace(changed, round=changed._lasting(now))

    @property
    def _has_limit(self) -> bool:
        return self.is_short and self.minutes <= SHORT_MINUTES

    def _lasting(self, now: float) -> Pacing | Anchoring | None:
        """Give the round in hand these minutes; the limit comes back with them where it can."""
        lasting = self.round and self.round.lasting(self.minutes, now)
        if not self._has_limit or not isinstance(lasting, Pacing):
            return lasting
        limited = replace(lasting, at_most=True)
        # Its last end within the limit may be past: then only the breath in hand is left to end.
        return lasting if limited.is_over(now) else limited


def sitting_down(evening: Evening, occasion: Occasion, *, alone: bool) -> Sitting:
    """Give the sitting an evening begins with; one outside the evening's way is never short."""
    is_short = evening.route in ("short", "support") and not alone
    minutes = SHORT_MINUTES if is_short else occasion.minutes
    return Sitting(pattern=occasion.pattern, minutes=minutes, is_short=is_short)
