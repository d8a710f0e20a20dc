"""The small acts of the demo's year, and what became of each."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from winddown.data import content
from winddown.demo.said import SAID
from winddown.routine.evening import Outcome, Plan
from winddown.routine.lists import Act
from winddown.routine.plans import answered, wants_feeling

DECK: tuple[Outcome, ...] = (
    *("did-it",) * 6,
    *("carry-on",) * 2,
    "no-reply",
    "changed-shape",
    "they-reached-me",
    "let-go",
)
"""What becomes of a dozen plans; each kind comes up before any dozen is over."""

OF_SOMEONE = ("no-reply", "they-reached-me")
"""What only someone who was meant can bring about."""

OFTEN = {"tiny": 5.0, "small": 4.0, "medium": 1.5, "big": 0.4}
NOT_DRAWN = ("weekly-call", "tell-doctor", "old-friend", "finish-talk")
"""Acts that need a story of their own."""


class Plans:
    """Draws plans and their outcomes from chance."""

    def __init__(self, random: Random) -> None:
        """Draw from `random`."""
        self._random = random
        self._acts = {act.id: act for act in content.acts()}
        self._cues = (SAID.own_cue, *content.cues(), "")
        self._deck: list[Outcome] = []

    def weekly_call(self, day: date) -> Plan:
        """Plan to set up a call with a friend, on the Sunday to come."""
        sunday = day + timedelta(days=6 - day.weekday() or 7)
        return self._plan(self._acts["weekly-call"], SAID.names[0], sunday, self._cues[1])

    def thinking_of_you(self, day: date) -> Plan:
        """Plan to send a friend one line."""
        return self._plan(self._acts["thinking-of-you"], SAID.names[0], day, self._cues[1])

    def plan(self, day: date, *, is_tiny: bool, ahead: int) -> Plan:
        """Plan something for one of the next days, at most so many ahead."""
        drawn = [act for each, act in self._acts.items() if each not in NOT_DRAWN]
        weights = [float(act.size == "tiny") if is_tiny else OFTEN[act.size] for act in drawn]
        act = self._random.choices(drawn, weights)[0]
        ahead = min(ahead, self._random.choices((1, 2, 3, 6), (12, 4, 2, 1))[0])
        who = self._random.choice(SAID.names)
        return self._plan(act, who, day + timedelta(days=ahead), self._random.choice(self._cues))

    def _plan(self, act: Act, who: str, on: date, cue: str) -> Plan:
        starters = [each for each in act.starters if "___" not in each]
        return Plan(
            who=who if act.needs_someone else "",
            act=act.id,
            text=act.say.format(who=who),
            size=act.size,
            channel=act.channel,
            on=on,
            cue=cue,
            sure=self._random.randint(7, 9) if act.size in ("medium", "big") else None,
            expected=self._random.randint(3, 6) if self._random.random() < 0.85 else None,
            words=starters[0] if starters and self._random.random() < 0.5 else "",
        )

    def followed_up(self, plan: Plan, day: date, *, closes: bool) -> Plan:
        """Answer about a plan, now and then with a note; for good where it `closes`."""
        outcome = self._drawn(plan, closes=closes)
        felt = None
        if wants_feeling(outcome) and self._random.random() < 0.9:
            more = self._random.choice((-1, 0, 1, 1, 2, 2, 3))
            felt = min(10, (4 if plan.expected is None else plan.expected) + more)
        return answered(plan, outcome, day, felt, self._random.choice(SAID.after[outcome]))

    def _drawn(self, plan: Plan, *, closes: bool) -> Outcome:
        """Draw the next outcome that can be one of this plan."""
        if plan.act == "weekly-call":
            return "did-it"
        if len(self._deck) < len(DECK):  # so that there always is one that fits
            self._deck += self._random.sample(DECK, len(DECK))
        outcome = next(
            each
            for each in self._deck
            if (plan.who or each not in OF_SOMEONE) and not (closes and each == "carry-on")
        )
        self._deck.remove(outcome)
        return outcome
