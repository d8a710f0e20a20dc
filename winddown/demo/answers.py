"""Single answers of the demo's person: how settled, breaths, comforts and habits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from winddown.data import content
from winddown.demo.said import SAID
from winddown.routine.evening import (
    ChosenComfort,
    Cost,
    Reading,
    Reflection,
    Round,
    Settled,
    Tonight,
)
from winddown.routine.weekdays import WEEKDAYS

FAVOURITES = ("blanket", "warm-drink", "small-lamp", "playlist", "step-outside", "voice-in-room")
USUAL_HABITS = ("scroll", "binge", "read-news", "time-alone", "work-late")
READINGS: tuple[Reading, ...] = ("rest", "both", "away", "unsure")
COSTS: tuple[Cost, ...] = ("no", "a-little", "yes", "unsure")
ANCHORS = ("sounds", "feet", "look")


class Answers:
    """Draws answers from chance, in the words that winddown offers."""

    def __init__(self, random: Random) -> None:
        """Draw from `random`."""
        self._random = random
        self._comforts = content.comforts()
        self._habits = content.habits()
        self._seconds = {each.id: round(each.seconds) for each in content.patterns()}

    def settled(self, mood: Tonight | None) -> Settled:
        """Mark how settled, before and mostly a little more after."""
        low, high = {"light": (5, 8), "tired": (3, 6), "heavy": (1, 4)}.get(mood or "", (4, 7))
        before = self._random.randint(low, high)
        after = before + self._random.choice((-1, 0, 0, 1, 1, 1, 2, 2, 3))
        return Settled(before=before, after=max(0, min(10, after)))

    def breathing(self, minutes: int, *, is_new: bool) -> tuple[Round, ...]:
        """Breathe a round, now and then another way; sometimes not at all."""
        drawn = self._random.random()
        if drawn < 0.06:
            return ()
        if drawn < 0.12:
            return self.anchor()
        pattern = "gentle" if is_new else "long-out"
        if drawn > 0.9 and not is_new:
            pattern = self._random.choice(("even", "sigh"))
        cycles = -(-minutes * 60 // self._seconds[pattern])
        seconds = cycles * self._seconds[pattern]
        return (Round(kind="pattern", id=pattern, seconds=seconds, cycles=cycles),)

    def anchor(self) -> tuple[Round, ...]:
        """Rest on something else than the breath for a minute."""
        return (Round(kind="anchor", id=self._random.choice(ANCHORS), seconds=60),)

    def comforts(self, day: date, most: int) -> tuple[ChosenComfort, ...]:
        """Choose a few: favourites before others, those of a weekday only then."""
        weekday = WEEKDAYS[day.weekday()]
        weights = [
            0 if each.days and weekday not in each.days else 8 if each.id in FAVOURITES else 1
            for each in self._comforts
        ]
        drawn = self._random.choices(self._comforts, weights, k=self._random.randint(1, most))
        chosen = [ChosenComfort(id=each.id, text=each.text) for each in dict.fromkeys(drawn)]
        if self._random.random() < 0.06:
            chosen.append(ChosenComfort(text=self._random.choice(SAID.own_comforts)))
        if self._random.random() < 0.12:
            chosen.append(ChosenComfort(id="own-clock", text=SAID.own_comfort))
        return tuple(chosen)

    def reflections(self, often: Sequence[float]) -> tuple[Reflection, ...]:
        """Read one habit of the evening, now and then two.

        Args:
            often: how often each of `READINGS` is picked.
        """
        usual = [each for each in self._habits if each.id in USUAL_HABITS]
        listed = usual if self._random.random() < 0.75 else self._habits
        habits = self._random.sample(listed, 2 if self._random.random() < 0.12 else 1)
        return tuple(self._read(habit.id, habit.text, often) for habit in habits)

    def _read(self, habit_id: str, text: str, often: Sequence[float]) -> Reflection:
        reading = self._random.choices(READINGS, often)[0]
        tells = reading in ("away", "both") and self._random.random() < 0.4
        return Reflection(
            id=habit_id,
            text=text,
            reading=reading,
            cost=self._random.choices(COSTS, (3, 5, 1, 2))[0] if tells else None,
            from_what=self._random.choice(SAID.away_from) if tells else "",
        )
