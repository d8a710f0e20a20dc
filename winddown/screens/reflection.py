"""Noticing: what filled the evening, and whether it was rest or a way round something."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from textual import on
from textual.widget import Widget

from winddown.routine.evening import Evening, Reflection
from winddown.routine.habits import answered_by
from winddown.routine.offering import habits_for
from winddown.screens.habit import HabitQuestion
from winddown.screens.step import StepScreen, cleared
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row, Rows
from winddown.widgets.ticks import Ticks


class Reflect(StepScreen):
    """Shows a habit's two honest readings; the pick is the reading, and nothing is computed."""

    STEP = "reflection"

    _unfolded = 0
    """How many things m has unfolded so far."""

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
        yield from self._people()

    def _people(self) -> Iterable[Widget]:
        """Who crossed one's path, and whom to leave out; folded unless it was answered."""
        say, known = self.words, self.occasion.people
        in_touch = group(
            Prose(say["in_touch"], classes="question"),
            Line(", ".join(self.evening.in_touch), id="in-touch"),
            id="people",
        )
        in_touch.display = bool(self.evening.in_touch)
        yield in_touch
        leave_out = group(
            Prose(say["leave_out"], classes="question"),
            Ticks(
                [Row(person.name, person.name) for person in known],
                [person.name for person in known if not person.suggest],
                id="left-out",
            ),
            id="leaving-out",
        )
        leave_out.display = False
        yield leave_out

    def keys(self) -> tuple[Key, ...]:
        """Tab goes to the readings, m unfolds the rest, one thing after another."""
        say = self._frame_words
        own = (Key("enter", say["on"], "screen.on"), Key("tab", say["next"], "app.focus_next"))
        is_whole = self._unfolded == len(self._folds())
        return own if is_whole else (*own, Key("m", say["more"], "screen.more"))

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
        """Unfold one thing more: all of the first habit, then a second one, then the people."""
        folds = self._folds()
        if self._unfolded < len(folds):
            folds[self._unfolded]()
            self._unfolded += 1
            self.refresh_keys()

    def _folds(self) -> tuple[Callable[[], None], ...]:
        return (self._unfold_first, self._unfold_second, self._unfold_people)

    def _unfold_first(self) -> None:
        self.query_one("#first", HabitQuestion).show_all(self.occasion.habits)
        # The list above has grown; whatever has the keys stays in sight.
        if isinstance(rows := self.focused, Rows):
            self.call_after_refresh(rows.reveal_cursor)

    def _unfold_second(self) -> None:
        """Show a second habit, and let the keys go to it, so that the first stays as it is."""
        second = self.query_one("#second", HabitQuestion)
        second.show_all(self.occasion.habits)
        second.display = True
        self.set_focus(second.query_one(".habits"), scroll_visible=False)
        self._bring_into_view(second)

    def _unfold_people(self) -> None:
        people = self.query_one("#people")
        people.display = True
        self.query_one("#leaving-out").display = bool(self.occasion.people)
        self._bring_into_view(people)

    def _bring_into_view(self, unfolded: Widget) -> None:
        self.call_after_refresh(unfolded.scroll_visible, top=True, animate=False)

    def without_answers(self) -> Evening:
        """Nothing noticed, nobody named."""
        return cleared(self.evening, "reflections", "in_touch")
