"""One habit and how the person read it: a part of the reflection screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from winddown.routine.evening import Cost, Reading, Reflection
from winddown.routine.lists import Habit
from winddown.routine.words import Words
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row

OWN = "own:"
"""Begins the row value of a habit in the person's own words."""


class HabitQuestion(Vertical):
    """Which habit, and which of its two readings; behind more, what it cost."""

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
        self._whole = False

    def compose(self) -> ComposeResult:
        """The habits, the two readings, and what is folded."""
        say, given = self._words, self._reflection
        yield group(
            Prose(self._pick, classes="question"),
            Choice(self._habit_rows(), _value(given), classes="habits"),
        )
        yield group(
            Prose(say["own"], classes="question"),
            Line(given.text if given and not given.id else "", classes="own"),
            classes="more",
        )
        yield group(
            Prose(say["which"], classes="question"),
            Choice(self._reading_rows(), given.reading if given else None, classes="readings"),
            classes="asked",
        )
        yield Prose(classes="gap label")
        yield group(
            Prose(say["cost"], classes="question"),
            Choice(
                [(cost, say["cost-" + cost]) for cost in get_args(Cost)],
                given.cost if given else None,
                classes="costs",
            ),
            classes="more asked",
        )
        yield group(
            Prose(say["from_what"], classes="question"),
            Line(given.from_what if given else "", classes="from-what"),
            classes="more asked",
        )

    def on_mount(self) -> None:
        """Fold what is behind more."""
        self._follow()

    def show_all(self, habits: Sequence[Habit]) -> None:
        """Unfold: every habit, one in own words, what it cost and from what."""
        self._habits = {habit.id: habit for habit in habits}
        self._whole = True
        self.query_one(".habits", Choice).show_rows(
            [Row(value, label) for value, label in self._habit_rows()]
        )
        self._follow()

    @property
    def written_own(self) -> str:
        """The habit in the person's own words, as far as it is written."""
        return self.query_one(".own", Line).value.strip()

    def _habit_rows(self) -> list[tuple[str, str]]:
        rows = [(habit.id, habit.text) for habit in self._habits.values()]
        given = self._reflection
        if given and _value(given) not in self._habits:
            rows.append((_value(given) or "", given.text))
        return rows

    def _reading_rows(self) -> list[tuple[str, str]]:
        say, habit = self._words, self._habit
        return [
            ("rest", (habit.rest if habit else "") or say["own_rest"]),
            ("away", (habit.away if habit else "") or say["own_away"]),
            ("both", say["both"]),
            ("unsure", say["unsure"]),
        ]

    @property
    def _habit(self) -> Habit | None:
        return self._habits.get(self._reflection.id) if self._reflection else None

    def _follow(self) -> None:
        for widget in self.query(".asked, .more, .label"):
            widget.display = (self._whole or "more" not in widget.classes) and (
                self._reflection is not None or not ({"asked", "label"} & set(widget.classes))
            )
        reading = self._reflection.reading if self._reflection else None
        label = self.query_one(".label", Prose)
        label.say(self._words["label-" + reading] if reading else "")
        label.display = reading is not None

    @on(Choice.Changed, ".habits")
    def _choose_habit(self, event: Choice.Changed) -> None:
        event.stop()
        value = event.value
        self.query_one(".readings", Choice).action_clear()
        if value is None:
            self._set(None)
        elif value in self._habits:
            self._set(self._as_shown(value, self._habits[value].text))
        else:
            self._set(self._as_shown("", value.removeprefix(OWN)))
        self._show_readings()

    @on(Choice.Changed, ".readings")
    def _choose_reading(self, event: Choice.Changed) -> None:
        event.stop()
        reading: Reading | None = next((r for r in get_args(Reading) if r == event.value), None)
        if self._reflection is not None and self._reflection.reading != reading:
            self._set(replace(self._reflection, reading=reading))

    @on(Choice.Changed, ".costs")
    def _choose_cost(self, event: Choice.Changed) -> None:
        event.stop()
        cost: Cost | None = next((c for c in get_args(Cost) if c == event.value), None)
        if self._reflection is not None:
            self._set(replace(self._reflection, cost=cost))

    @on(Line.Changed, ".from-what")
    def _write_from_what(self, event: Line.Changed) -> None:
        event.stop()
        if self._reflection is not None:
            self._set(replace(self._reflection, from_what=event.value), written=True)

    @on(Line.Changed, ".own")
    def _write_own(self, event: Line.Changed) -> None:
        event.stop()
        text, given = event.value.strip(), self._reflection
        if not text:
            if given is not None and not given.id:
                self._set(None, written=True)
            return
        if given is not None and given.id:
            # The readings that were shown are another habit's.
            self.query_one(".readings", Choice).action_clear()
        self._set(self._as_shown("", text), written=True)
        self._show_readings()

    def _as_shown(self, habit_id: str, text: str) -> Reflection:
        """Give a habit with all that stands on the screen about it."""
        reading, cost = self.query_one(".readings", Choice), self.query_one(".costs", Choice)
        return Reflection(
            id=habit_id,
            text=text,
            reading=next((each for each in get_args(Reading) if each == reading.value), None),
            cost=next((each for each in get_args(Cost) if each == cost.value), None),
            from_what=self.query_one(".from-what", Line).value,
        )

    def _show_readings(self) -> None:
        rows = [Row(value, label) for value, label in self._reading_rows()]
        self.query_one(".readings", Choice).show_rows(rows)

    def _set(self, reflection: Reflection | None, *, written: bool = False) -> None:
        if reflection != self._reflection:
            self._reflection = reflection
            self._follow()
            self.post_message(self.Changed(self, reflection, written))


def _value(reflection: Reflection | None) -> str | None:
    if reflection is None:
        return None
    return reflection.id or OWN + reflection.text


def answered_by(changes: Iterable[Reflection | None]) -> tuple[Reflection, ...]:
    """Give the reflections that stand, each habit once, as it was first answered."""
    given: dict[str | None, Reflection] = {}
    for each in changes:
        if each is not None:
            given.setdefault(_value(each), each)
    return tuple(given.values())
