"""A round of breathing, or of an anchor, told as it goes on: one line for each phase."""

from __future__ import annotations

from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.plain.prompt import turn_by
from winddown.routine.anchoring import STEP_SECONDS, Anchoring
from winddown.routine.evening import Evening
from winddown.routine.rounds import Pacing
from winddown.routine.sitting import Sitting

_MOMENT = 0.002
"""Seconds past the end of a phase at which the next one has certainly begun."""
_LATE = 2.0
"""Seconds by which a wait can only be too long where the whole program stood still."""


def paced(evening: Evening, sitting: Sitting, asker: Asker, *, counts: bool) -> Evening:
    """Tell a round to its end; a line typed meanwhile ends it with the breath in hand.

    What was breathed is kept also where it is left another way.

    Args:
        evening: to be kept with the round.
        sitting: with a round that has just begun.
        asker: whom it is told to.
        counts: True to say besides how many seconds each phase lasts.
    """
    leader = _Leader(sitting, asker, counts=counts)
    try:
        leader.lead()
    finally:
        kept = leader.sitting.kept(asker.occasion.clock())
        if kept is not None:
            evening = replace(evening, breathing=(*evening.breathing, kept))
            asker.answer(evening)
    return evening


class _Leader:
    """Leads through a round, phase by phase."""

    def __init__(self, sitting: Sitting, asker: Asker, *, counts: bool) -> None:
        self.sitting = sitting
        self._asker, self._talk, self._counts = asker, asker.talk, counts
        self._told: object = None
        self._for_later: list[str] = []
        """What a pipe holds for the questions that come after."""
        self._is_done = False

    def lead(self) -> None:
        """Tell phase after phase until the round is over."""
        try:
            self._lead()
        finally:
            for line in self._for_later:
                self._talk.put_back(line)

    def _lead(self) -> None:
        is_anchor = isinstance(self.sitting.round, Anchoring)
        self._talk.say(self._asker.words["under_way-anchor" if is_anchor else "under_way"])
        while not self._is_done:
            now = self._asker.occasion.clock()
            if self.sitting.is_over(now):
                return
            left = self._tell(now)
            typed = self._talk.wait(left + _MOMENT, listens=not self._for_later)
            later = self._asker.occasion.clock()
            if later - now > left + _LATE:
                # The program was stopped meanwhile: that is a pause, and no breathing.
                self.sitting = self.sitting.paused(now + left).resumed(later)
            if typed is not None:
                self._heed(typed)

    def _tell(self, now: float) -> float:
        """Say what comes now, unless that was said; give the seconds until something else does."""
        match self.sitting.round:
            case Pacing() as pacing:
                moment = pacing.moment(now)
                seconds = pacing.pattern.phases[moment.phase].seconds
                cue = self._asker.words["cue-" + moment.cue]
                counted = self._asker.words.say("counted", cue=cue, seconds=f"{seconds:g}")
                self._say((moment.cycle, moment.phase), counted if self._counts else cue)
                return seconds * (1 - moment.progress)
            case Anchoring() as anchoring:
                gone = anchoring.seconds(now)
                self._say(gone // STEP_SECONDS, anchoring.step(now))
                return min(STEP_SECONDS - gone % STEP_SECONDS, anchoring.minutes * 60 - gone)
        raise AssertionError("only a round that has begun is led through")

    def _say(self, what: object, words: str) -> None:
        if what != self._told:
            self._told = what
            self._talk.go_on(words)

    def _heed(self, typed: str) -> None:
        """Follow a word; end for a bare enter; what a pipe says else answers the next question."""
        word = typed.strip().casefold()
        turn_by(word)
        now, say = self._asker.occasion.clock(), self._asker.words
        if word in ("pause", "help", "country"):
            self.sitting = self.sitting.paused(now)
            self._told = None
            if word == "pause":
                self._talk.ask(say["paused"], hint="goes_on")
            else:
                self._talk.tell_of(word)
            self.sitting = self.sitting.resumed(self._asker.occasion.clock())
        elif word and self._talk.is_live:
            self._talk.go_on(say["while_breathing"])
        elif word:
            self._for_later.append(typed)
        elif armed := self.sitting.armed(now):
            self.sitting = armed
            self._talk.go_on(say["armed"])
        else:
            self._is_done = True
