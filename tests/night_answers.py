"""Single answers of an invented person: comforts, breaths, habits, plans and their outcomes."""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random

from tests.year_words import CUES, FROM_WHAT, OWN_COMFORTS, OWN_HABITS, PEOPLE
from winddown.data import content
from winddown.routine.evening import (
    ChosenComfort,
    Cost,
    Outcome,
    Plan,
    Reading,
    Reflection,
    Round,
    Settled,
    Tonight,
)

FAVOURITES = ("blanket", "warm-drink", "small-lamp", "playlist", "step-outside", "voice-in-room")
USUAL_HABITS = ("scroll", "binge", "read-news", "time-alone", "work-late")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
READINGS: tuple[Reading, ...] = ("rest", "both", "away", "unsure")
COSTS: tuple[Cost | None, ...] = ("no", "a-little", "yes", "unsure", None)
OUTCOMES: tuple[Outcome, ...] = (
    "did-it",
    "changed-shape",
    "carry-on",
    "let-go",
    "no-reply",
    "they-reached-me",
)
CYCLES = {"gentle": 7, "long-out": 10, "even": 10, "sigh": 12}
"""Seconds of one breath."""


class Answers:
    """Draws answers from chance, in the words that winddown offers."""

    def __init__(self, random: Random, unusual: float) -> None:
        """Draw from `random`; of rare answers `unusual` (0 to 1) are given."""
        self._random = random
        self._unusual = unusual
        self._comforts = content.comforts()
        self._habits = content.habits()
        self._acts = [
            act
            for act in content.acts()
            if act.id not in ("tell-doctor", "weekly-call", "old-friend")
        ]
        self._call = next(act for act in content.acts() if act.id == "weekly-call")

    def _is_rare(self) -> bool:
        return self._random.random() < self._unusual

    def settled(self, tonight: Tonight | None) -> Settled:
        """Mark how settled, before and mostly a little more after."""
        low, high = {"light": (5, 8), "tired": (3, 6), "heavy": (1, 4)}.get(tonight or "", (4, 7))
        before = self._random.randint(low, high)
        after = before + self._random.choice((-1, 0, 0, 1, 1, 1, 2, 2, 3))
        return Settled(
            before=None if self._is_rare() else before,
            after=None if self._is_rare() else max(0, min(10, after)),
        )

    def breathing(self, minutes: int, *, is_new: bool) -> tuple[Round, ...]:
        """Breathe a round, now and then another way or twice; sometimes not at all."""
        if self._random.random() < 0.07:
            return ()
        if self._random.random() < self._unusual / 2:
            return self.anchor()
        pattern = "gentle" if is_new else "long-out"
        if self._is_rare():
            pattern = self._random.choice(("even", "sigh"))
        cycles = -(-minutes * 60 // CYCLES[pattern])
        one = Round(kind="pattern", id=pattern, seconds=cycles * CYCLES[pattern], cycles=cycles)
        return (one, *self.anchor()) if self._random.random() < self._unusual / 4 else (one,)

    def anchor(self) -> tuple[Round, ...]:
        """Keep to something else than the breath for a minute."""
        return (
            Round(kind="anchor", id=self._random.choice(("sounds", "feet", "look")), seconds=60),
        )

    def comforts(self, day: date, most: int) -> tuple[ChosenComfort, ...]:
        """Choose a few: favourites before others, those of the weekday where they are offered."""
        weekday = WEEKDAYS[day.weekday()]
        weights = [
            0
            if each.days and weekday not in each.days
            else 7
            if each.days or each.id in FAVOURITES
            else 1
            for each in self._comforts
        ]
        drawn = self._random.choices(self._comforts, weights, k=self._random.randint(0, most))
        chosen = [ChosenComfort(id=each.id, text=each.text) for each in dict.fromkeys(drawn)]
        if self._is_rare():
            chosen.append(ChosenComfort(text=self._random.choice(OWN_COMFORTS)))
        return tuple(chosen)

    def reflections(self, mood: str) -> tuple[Reflection, ...]:
        """Read one habit of the evening, now and then two."""
        often = {"drift": (18, 18, 52, 12), "open": (56, 20, 15, 9)}.get(mood, (44, 22, 24, 10))
        seen: dict[str, Reflection] = {}
        for _ in range(1 + (self._random.random() < 0.15)):
            usual = self._random.random() < 0.75
            habit = self._random.choice(
                [each for each in self._habits if not usual or each.id in USUAL_HABITS]
            )
            reading = None if self._is_rare() else self._random.choices(READINGS, often)[0]
            is_away = reading in ("away", "both")
            asked = is_away and self._random.random() < 0.5
            own = self._random.random() < self._unusual / 4
            text = self._random.choice(OWN_HABITS) if own else habit.text
            seen[text] = Reflection(
                id="" if own else habit.id,
                text=text,
                reading=reading,
                cost=self._random.choices(COSTS, (2, 5, 2, 2, 1))[0] if asked else None,
                from_what=self._random.choice(FROM_WHAT) if asked else "",
            )
        return tuple(seen.values())

    def weekly_call(self, day: date) -> Plan:
        """Plan to set up a call with Sam, on the Sunday to come."""
        return Plan(
            who="Sam",
            act=self._call.id,
            text=self._call.say.format(who="Sam"),
            size=self._call.size,
            channel=self._call.channel,
            on=day + timedelta(days=6 - day.weekday() or 7),
            at=time(18),
            cue=CUES[0],
            sure=8,
            expected=6,
        )

    def plan(self, day: date, mood: str, *, is_tiny: bool) -> Plan:
        """Plan something for one of the next days; smaller where things are hard."""
        weights = {"tiny": 4, "small": 4, "medium": 2, "big": 0.5}
        if is_tiny or mood == "drift":
            weights = {"tiny": 1, "small": 0 if is_tiny else 0.6, "medium": 0, "big": 0}
        act = self._random.choices(self._acts, [weights[each.size] for each in self._acts])[0]
        who = self._random.choice([name for name in PEOPLE if name != "the neighbour"])
        starters = [each for each in act.starters if "___" not in each]
        is_own = self._random.random() < self._unusual / 4
        return Plan(
            who=who if act.needs_someone or is_own else "",
            act="" if is_own else act.id,
            text=f"take {who} the jar back" if is_own else act.say.format(who=who),
            size=None if is_own else act.size,
            channel="" if is_own else act.channel,
            on=day + timedelta(days=self._random.choices((1, 2, 3, 6), (12, 4, 2, 1))[0]),
            at=time(self._random.choice((8, 13, 18)), 30) if self._random.random() < 0.15 else None,
            cue=self._random.choice(CUES),
            sure=self._random.randint(6, 9) if act.size in ("medium", "big") else None,
            expected=None if self._random.random() < 0.15 else self._random.randint(3, 6),
            words=self._random.choice(starters) if starters and self._random.random() < 0.4 else "",
        )

    def outcome(self, plan: Plan, mood: str) -> Outcome:
        """Tell what became of a plan; only where someone was meant can they answer or not."""
        if plan.act == self._call.id:
            return "did-it"
        often = (28, 5, 28, 19, 14, 6) if mood == "drift" else (52, 9, 11, 7, 12, 9)
        outcomes = len(OUTCOMES) if plan.who else 4
        return self._random.choices(OUTCOMES[:outcomes], often[:outcomes])[0]
