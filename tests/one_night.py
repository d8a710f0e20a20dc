"""One evening of an invented person after the other, each answered as such a night would be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from random import Random
from typing import NamedTuple

from tests.night_answers import Answers
from tests.year_words import BECAME, NOTES, PEOPLE
from winddown.routine.evening import Evening, Plan, Settled, Tonight
from winddown.routine.plans import answered, is_asked, is_open, wants_feeling

DAY = timedelta(days=1)


class Season(NamedTuple):
    """What a date brings with it."""

    name: str
    """winter, spring, summer or autumn."""
    mood: str
    """usual, quiet, drift, mending or open."""


def season_of(day: date) -> Season:
    """Give the season of a date: February is quiet, spring drifts, June mends, then it opens."""
    name = ("winter", "spring", "summer", "autumn")[day.month % 12 // 3]
    at = (day.month, day.day)
    bounds = (((2, 1), "usual"), ((3, 1), "quiet"), ((5, 16), "drift"), ((7, 1), "mending"))
    return Season(name, next((mood for until, mood in bounds if at < until), "open"))


NIGHTS: tuple[Tonight | None, ...] = ("light", "steady", "tired", "heavy", "not-okay", None)
HOW_OFTEN = {
    "usual": (14, 34, 30, 9, 1.5, 3),
    "drift": (4, 22, 36, 19, 4, 4),
    "open": (24, 38, 24, 6, 1, 3),
}
STEPS = ("breathing", "comforts", "reflection", "outreach", "closing")


class Night:
    """Answers one evening after another, and remembers what was said before."""

    def __init__(self, random: Random, unusual: float) -> None:
        """Draw everything from `random`; of rare answers `unusual` (0 to 1) are given."""
        self._random = random
        self._unusual = unusual
        self._answers = Answers(random, unusual)
        self._notes: dict[str, list[str]] = {}
        self._evenings = 0
        self._calls: set[int] = set()
        """Years in which the weekly call has begun."""

    def tonight(self, day: date) -> Tonight | None:
        """Tell how a night is."""
        often = HOW_OFTEN.get(season_of(day).mood, HOW_OFTEN["usual"])
        return self._random.choices(NIGHTS, often)[0]

    def follow_up(
        self, earlier: Evening, day: date, tonight: Tonight | None
    ) -> tuple[Evening, bool]:
        """Answer about an earlier plan, where it is asked; tell whether it is still open then."""
        plan = earlier.outreach
        assert plan is not None
        folded = {"not-okay": 1.0, "heavy": 0.9}.get(tonight or "", 0.1)
        if not is_asked(plan, day) or self._random.random() < folded:
            return earlier, is_open(plan, day)
        outcome = self._answers.outcome(plan, season_of(day).mood)
        felt = None
        if wants_feeling(outcome) and self._random.random() < 0.9:
            felt = min(10, (plan.expected or 4) + self._random.choice((-1, 0, 1, 1, 2, 2, 3)))
        note = self._random.choice(BECAME[outcome])
        plan = answered(plan, outcome, day, felt, note)
        return replace(earlier, outreach=plan), is_open(plan, day)

    def evening(self, day: date, tonight: Tonight | None, *, may_plan: bool) -> Evening:
        """Answer one evening."""
        chance, season = self._random.random, season_of(day)
        self._evenings += 1
        begun = self._begun(day)
        evening = Evening(evening=day, started=begun, tonight=tonight)
        if tonight == "not-okay":
            evening = replace(evening, route="support", comforts=self._answers.comforts(day, 1))
            if chance() < 0.5:
                evening = replace(evening, breathing=self._answers.anchor())
        else:
            is_short = chance() < {"tired": 0.6, "heavy": 0.85}.get(tonight or "", 0.08)
            evening = self._asked(evening, season, is_short=is_short, may_plan=may_plan)
        if chance() < (0.04 if tonight in ("heavy", "not-okay") else 0.012):
            evening = replace(evening, keep_out=True)
        if chance() < 0.03 + self._unusual / 5:
            return self._left(evening)
        minutes = {"full": 9, "short": 2}.get(evening.route or "", 4)
        took = timedelta(minutes=minutes, seconds=self._random.randint(-50, 170))
        return replace(evening, ended=begun + took)

    def _asked(
        self, evening: Evening, season: Season, *, is_short: bool, may_plan: bool
    ) -> Evening:
        """Answer the questions between arriving and closing."""
        day, tonight, chance = evening.evening, evening.tonight, self._random.random
        answers, is_heavy = self._answers, evening.tonight == "heavy"
        note = self._note(season, is_heavy=is_heavy) if chance() < 0.46 else ""
        reflects = chance() < (0.25 if is_short else 0.72)
        plans = may_plan and chance() < (0.25 if is_short or is_heavy else 0.55)
        settled = answers.settled(tonight) if chance() < 0.94 else Settled()
        return replace(
            evening,
            route="short" if is_short else "full",
            settled=settled,
            breathing=answers.breathing(1 if is_short else 5, is_new=self._evenings <= 3),
            comforts=answers.comforts(day, 1 if is_short else 3),
            reflections=answers.reflections(season.mood) if reflects else (),
            in_touch=self._in_touch(day, season.mood, note),
            note=note,
            outreach=self._plan(day, season.mood, is_short=is_short) if plans else None,
        )

    def _plan(self, day: date, mood: str, *, is_short: bool) -> Plan:
        if day.month == 6 and day.year not in self._calls:
            self._calls.add(day.year)
            return self._answers.weekly_call(day)
        return self._answers.plan(day, mood, is_tiny=is_short)

    def _in_touch(self, day: date, mood: str, note: str) -> tuple[str, ...]:
        """Name who crossed the path today: those the note tells of, and others by chance."""
        more = {"drift": 0.2, "quiet": 0.6, "open": 1.5}.get(mood, 1.0)
        often = {"Sam": 0.14, "Ana": 0.13, "the neighbour": 0.18, "Mum": 0.12, "Jo": 0.22}
        if day.weekday() > 4:
            often["Jo"] = 0
        if day.weekday() == 6 and day.month > 5 and day.year in self._calls:
            often["Sam"] = 0.6
        told = note.casefold()
        return tuple(
            name
            for name in PEOPLE
            if self._random.random() < often[name] * more or name.casefold() in told
        )

    def _note(self, season: Season, *, is_heavy: bool) -> str:
        """Take a line that fits; none comes twice before all have come."""
        from_season = self._random.random() < 0.35
        kind = "heavy" if is_heavy else season.name if from_season else "any"
        pool = self._notes.get(kind)
        if not pool:
            pool = self._notes[kind] = self._random.sample(NOTES[kind], len(NOTES[kind]))
        if season.mood == "drift":  # nobody to tell of
            for line in pool:
                if not any(name.casefold() in line.casefold() for name in PEOPLE):
                    pool.remove(line)
                    return line
        return pool.pop()

    def _left(self, evening: Evening) -> Evening:
        """Leave an evening before its end, with nothing answered from there on."""
        step = self._random.choice(STEPS[1:] if evening.route != "support" else STEPS[:2])
        later = {
            "comforts": {"comforts": (), "reflections": (), "outreach": None, "in_touch": ()},
            "reflection": {"reflections": (), "outreach": None, "in_touch": ()},
            "outreach": {"outreach": None},
        }.get(step, {})
        return replace(evening, step=step, note="", **later)  # type: ignore[arg-type]

    def _begun(self, day: date) -> datetime:
        """Give a moment of the evening in central Europe; now and then past midnight."""
        minutes = 24 * 60 + self._random.randint(5, 90)
        if self._random.random() < 0.97:
            minutes = 21 * 60 + self._random.randint(0, 130)
        moment = datetime.combine(day, time()) + timedelta(
            minutes=minutes, seconds=self._random.randrange(60)
        )
        turns = [date(day.year, month, 31) for month in (3, 10)]
        spring, autumn = (last - (last.weekday() + 1) % 7 * DAY for last in turns)
        hours = 2 if spring <= day < autumn else 1
        return moment.replace(tzinfo=timezone(timedelta(hours=hours)))
