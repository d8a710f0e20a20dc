"""One evening of the demo after the other, each answered as such a night would be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from winddown.demo.answers import Answers
from winddown.demo.plans import Plans
from winddown.demo.said import SAID
from winddown.demo.stretches import CALLS_FROM, NOT_OKAY, Stretch, stretch_of
from winddown.routine.evening import Evening, Settled, Tonight
from winddown.routine.plans import is_asked, is_open

NIGHTS: tuple[Tonight | None, ...] = ("light", "steady", "tired", "heavy", None)
SHORT = {"tired": 0.5, "heavy": 0.85}
"""How often the short way is taken after such an answer."""

FOLDED = {"heavy": 0.9, "not-okay": 1.0, "tired": 0.15}
"""How often there is no word of a plan after such an answer."""

MEETS = dict(zip(SAID.names, (0.14, 0.13, 0.1, 0.16, 0.2), strict=True))
"""How often each name crosses a day."""


class Night:
    """Answers one evening after another, and remembers what was said before."""

    def __init__(self, random: Random) -> None:
        """Draw everything from `random`."""
        self._random = random
        self._answers = Answers(random)
        self._plans = Plans(random)
        self._notes: list[str] = []
        self._evenings = 0
        self._calls = False
        """True once the weekly call was planned."""

    def mood(self, ago: int) -> Tonight | None:
        """Tell how a night is, so many days ago."""
        drawn = self._random.choices(NIGHTS, stretch_of(ago).moods)[0]
        return "not-okay" if ago in NOT_OKAY else drawn

    def follow_up(
        self, earlier: Evening, day: date, mood: Tonight | None, *, must: bool
    ) -> tuple[Evening, bool]:
        """Answer about an earlier plan where it is asked; tell whether it is still open then."""
        plan, folds = earlier.outreach, self._random.random() < FOLDED.get(mood or "", 0.08)
        if plan is not None and is_asked(plan, day) and (must or not folds):
            plan = self._plans.followed_up(plan, day, closes=must)
        return replace(earlier, outreach=plan), plan is not None and is_open(plan, day)

    def evening(self, day: date, ago: int, mood: Tonight | None, *, may_plan: bool) -> Evening:
        """Answer one evening."""
        self._evenings += 1
        begun = self._begun(day)
        evening = Evening(evening=day, started=begun, tonight=mood)
        if mood == "not-okay":
            chosen, anchor = self._answers.comforts(day, 1), self._answers.anchor()
            evening = replace(evening, route="support", comforts=chosen, breathing=anchor)
        else:
            evening = self._asked(evening, ago, may_plan=may_plan)
        if self._random.random() < (0.1 if mood in ("heavy", "not-okay") else 0.01):
            evening = replace(evening, keep_out=True)
        if self._random.random() < 0.03 and evening.outreach is None and not evening.note:
            return replace(evening, step="closing")  # left before its end
        minutes = {"full": 9, "short": 2}.get(evening.route or "", 4)
        return replace(evening, ended=begun + timedelta(minutes=minutes, seconds=self._some(150)))

    def with_plan_for(self, evening: Evening, day: date) -> Evening:
        """Give an evening its ordinary end, and a plan for a day."""
        ended = evening.ended or evening.started + timedelta(minutes=9)
        plan = self._plans.thinking_of_you(day)
        return replace(evening, route="full", ended=ended, step="", keep_out=False, outreach=plan)

    def _asked(self, evening: Evening, ago: int, *, may_plan: bool) -> Evening:
        """Answer the questions between arriving and closing."""
        day, mood, chance = evening.evening, evening.tonight, self._random.random
        answers, stretch = self._answers, stretch_of(ago)
        is_short = chance() < SHORT.get(mood or "", 0.06)
        note = self._note(stretch, is_heavy=mood == "heavy") if chance() < 0.5 else ""
        plans = may_plan and chance() < (0.25 if is_short or mood == "heavy" else 0.6)
        reflects = chance() < (0.2 if is_short else 0.72)
        evening = replace(
            evening,
            route="short" if is_short else "full",
            settled=answers.settled(mood) if chance() < 0.92 else Settled(),
            breathing=answers.breathing(1 if is_short else 5, is_new=self._evenings <= 3),
            comforts=answers.comforts(day, 1 if is_short else 3),
            reflections=answers.reflections(stretch.readings) if reflects else (),
            in_touch=self._in_touch(day, stretch, note),
            note=note,
        )
        if not plans:
            return evening
        if ago <= CALLS_FROM and not self._calls and not is_short:
            self._calls = True
            return replace(evening, outreach=self._plans.weekly_call(day))
        plan = self._plans.plan(day, is_tiny=is_short, ahead=ago - 1)
        return replace(evening, outreach=plan)

    def _in_touch(self, day: date, stretch: Stretch, note: str) -> tuple[str, ...]:
        """Name who crossed the path today: those the note tells of, and others by chance."""
        often = {name: share * stretch.company for name, share in MEETS.items()}
        friend, *_, colleague = SAID.names
        if day.weekday() >= 5:
            often[colleague] = 0
        if day.weekday() == 6 and self._calls:
            often[friend] = 0.7
        return tuple(name for name in often if name in note or self._random.random() < often[name])

    def _note(self, stretch: Stretch, *, is_heavy: bool) -> str:
        """Take a line that fits; in a quieter time, one that tells of nobody."""
        if is_heavy:
            return self._random.choice(SAID.heavy_notes)
        if not self._notes:
            self._notes = self._random.sample(SAID.notes, len(SAID.notes))
        alone = [line for line in self._notes if not any(name in line for name in SAID.names)]
        line = (alone or self._notes)[0] if stretch.company < 1 else self._notes[0]
        self._notes.remove(line)
        return line

    def _begun(self, day: date) -> datetime:
        """Give a moment of an evening by the clock on the wall; now and then past midnight."""
        is_late = self._random.random() < 0.03
        minutes = 24 * 60 + 5 + self._some(70) if is_late else 21 * 60 + self._some(130)
        moment = datetime.combine(day, time()) + timedelta(minutes=minutes, seconds=self._some(60))
        return moment.astimezone()

    def _some(self, below: int) -> int:
        return self._random.randrange(below)
