"""One habit and how the person read it: a part of the reflection screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from winddown.routine.evening import Reflection
from winddown.routine.habits import OWN, value_of
from winddown.routine.lists import Habit
from winddown.routine.words import Words
from winddown.screens.habit_reading import HabitReading
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.ground import Box
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row


class HabitQuestion(Box):
    """Which habit, and how it was read; behind more, every habit and one in own words."""

    DEFAULT_CSS = "HabitQuestion { height: auto; width: 100%; }"

    @dataclass
    class Changed(Message):
        """Posted when the habit or anything about it changes; None when none is chosen."""

        question: HabitQuestion
        reflection: Reflection | None
        written: bool = False
        """True for a key in a line of text."""

        @property
        def control(self) -> HabitQuestion:
            """The question that changed."""
            return self.question

    def __init__(
        self,
        habits: Sequence[Habit],
        words: Words,
        pick: str,
        reflection: Reflection | None,
        *,
        id: str,
    ) -> None:
        """Ask `pick` over `habits`, with `reflection` as the answer so far."""
        super().__init__(id=id)
        self._habits = {habit.id: habit for habit in habits}
        self._words = words
        self._pick = pick
        self._reflection = reflection
        self._reading = HabitReading(words, self._habit, reflection)

    def compose(self) -> ComposeResult:
        """The habits, what is folded, and below them how the chosen one was read."""
        given = self._reflection
        yield group(
            Prose(self._pick, classes="question"),
            Choice(self._habit_rows(), value_of(given) if given else None, classes="habits"),
        )
        own = group(
            Prose(self._words["own"], classes="question"),
            Line(given.text if given and not given.id else "", classes="own"),
            classes="more",
        )
        own.display = False
        yield own
        self._reading.display = given is not None
        yield self._reading

    def show_all(self, habits: Sequence[Habit]) -> None:
        """Unfold: every habit, one in own words, what it cost and from what."""
        self._habits = {habit.id: habit for habit in habits}
        self.query_one(".habits", Choice).show_rows(
            [Row(value, label) for value, label in self._habit_rows()]
        )
        self.query_one(".more").display = True
        self._reading.unfold()

    def _habit_rows(self) -> list[tuple[str, str]]:
        rows = [(habit.id, habit.text) for habit in self._habits.values()]
        given = self._reflection
        if given and value_of(given) not in self._habits:
            rows.append((value_of(given), given.text))
        return rows

    @property
    def _habit(self) -> Habit | None:
        return self._habits.get(self._reflection.id) if self._reflection else None

    @on(Choice.Changed, ".habits")
    def _choose_habit(self, event: Choice.Changed) -> None:
        event.stop()
        value, reading = event.value, self._reading
        reading.take_back()
        if value is None:
            self._set(None)
        elif value in self._habits:
            self._set(reading.of(value, self._habits[value].text))
        else:
            self._set(reading.of("", value.removeprefix(OWN)))
        reading.ask_about(self._habit)

    @on(Line.Changed, ".own")
    def _write_own(self, event: Line.Changed) -> None:
        event.stop()
        text, given = event.value.strip(), self._reflection
        if not text:
            if given is not None and not given.id:
                self._set(None, written=True)
            return
        reading = self._reading
        if given is not None and given.id:
            # The readings that were shown are another habit's.
            reading.take_back()
        self._set(reading.of("", text), written=True)
        picked = self.query_one(".habits", Choice)
        if picked.value in self._habits:
            picked.show_value(None)
        reading.ask_about(None)

    @on(Choice.Changed, ".readings, .costs")
    def _choose_how_it_was(self, event: Choice.Changed) -> None:
        event.stop()
        self._read_again()

    @on(Line.Changed, ".from-what")
    def _write_from_what(self, event: Line.Changed) -> None:
        event.stop()
        self._read_again(written=True)

    def _read_again(self, *, written: bool = False) -> None:
        given = self._reflection
        if given is not None:
            self._set(self._reading.of(given.id, given.text), written=written)

    def _set(self, reflection: Reflection | None, *, written: bool = False) -> None:
        if reflection != self._reflection:
            self._reflection = reflection
            self._reading.display = reflection is not None
            self.post_message(self.Changed(self, reflection, written))
