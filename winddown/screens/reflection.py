"""Noticing: what filled the evening, and whether it was rest or a way round something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.widget import Widget

from winddown.routine.evening import Evening, Reflection
from winddown.routine.offering import habits_for
from winddown.screens.habit import HabitQuestion, answered_by
from winddown.screens.step import StepScreen, cleared
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row
from winddown.widgets.ticks import Ticks


class Reflect(StepScreen):
    """Shows a habit's two honest readings; the pick is the reading, and nothing is computed."""

    STEP = "reflection"

    def questions(self) -> Iterable[Widget]:
        """One habit; behind more a second one and the people of today."""
        say = self.words
        first, second = (*self.evening.reflections, None, None)[:2]
        self._given: dict[str, Reflection | None] = {"first": first, "second": second}
        habits = habits_for(self.occasion.habits, self.occasion.past)
        yield Prose(say["title"], classes="heading")
        yield Prose(say["intro"], classes="quiet airy")
        yield HabitQuestion(habits, say, say["pick"], first, id="first")
        another = HabitQuestion(habits, say, say["another"], second, id="second")
        another.display = second is not None
        yield another
        people = group(
            Prose(say["in_touch"], classes="question"),
            Line(", ".join(self.evening.in_touch), id="in-touch"),
            id="people",
        )
        people.display = bool(self.evening.in_touch)
        yield people
        leave_out = group(
            Prose(say["leave_out"], classes="question"),
            Ticks(
                [Row(person.name, person.name) for person in self.occasion.people],
                [person.name for person in self.occasion.people if not person.suggest],
                id="left-out",
            ),
            id="leaving-out",
        )
        leave_out.display = False
        yield leave_out

    def keys(self) -> tuple[Key, ...]:
        """Tab goes to the readings, m unfolds the rest."""
        say = self._frame_words
        return (
            Key("enter", say["on"], "screen.on"),
            Key("tab", say["next"], "app.focus_next"),
            Key("m", say["more"], "screen.more"),
        )

    @on(HabitQuestion.Changed)
    def _keep_reflection(self, event: HabitQuestion.Changed) -> None:
        self._given[str(event.question.id)] = event.reflection
        evening = replace(self.evening, reflections=answered_by(self._given.values()))
        (self.answer_text if event.written else self.answer)(evening)

    @on(Line.Changed, "#in-touch")
    def _keep_in_touch(self, event: Line.Changed) -> None:
        names = dict.fromkeys(name.strip() for name in event.value.split(","))
        self.answer_text(replace(self.evening, in_touch=tuple(filter(None, names))))

    @on(Ticks.Changed, "#left-out")
    def _leave_out(self, event: Ticks.Changed) -> None:
        self.post_message(self.LeftOut(event.value, suggest=not event.ticked))

    def action_more(self) -> None:
        """Unfold every habit, what it cost, a second one, and the people."""
        self.query_one("#first", HabitQuestion).show_all(self.occasion.habits)
        self.query_one("#second", HabitQuestion).show_all(self.occasion.habits)
        self.query_one("#second").display = True
        self.query_one("#people").display = True
        self.query_one("#leaving-out").display = bool(self.occasion.people)

    def without_answers(self) -> Evening:
        """Nothing noticed, nobody named."""
        return cleared(self.evening, "reflections", "in_touch")
