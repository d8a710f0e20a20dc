"""How a habit was read, as rest or a way round something; behind more, at what cost."""

from __future__ import annotations

from typing import get_args

from textual import on
from textual.app import ComposeResult

from winddown.routine.evening import Cost, Reading, Reflection
from winddown.routine.lists import Habit
from winddown.routine.offering import asks_from_what, readings_of
from winddown.routine.words import Words
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.ground import Box
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row


class HabitReading(Box):
    """A habit's two readings and what one may say to them, its cost, and from what it led away.

    The answers go up as `Choice.Changed` and `Line.Changed`; `of` puts them together.
    """

    DEFAULT_CSS = "HabitReading { height: auto; width: 100%; }"

    def __init__(self, words: Words, habit: Habit | None, given: Reflection | None) -> None:
        """Ask about `habit`, None for one in own words, with `given` as the answer so far."""
        super().__init__()
        self._words = words
        self._habit = habit
        self._readings = Choice(
            self._rows(habit), given.reading if given else None, classes="readings"
        )
        self._label = Prose(classes="gap label")
        costs = [(cost, words["cost-" + cost]) for cost in get_args(Cost)]
        self._costs = Choice(costs, given.cost if given else None, classes="costs")
        self._from_what = Line(given.from_what if given else "", classes="from-what")
        self._leading_away = group(
            Prose(words["from_what"], classes="question"), self._from_what, classes="more"
        )
        self._is_whole = False

    def compose(self) -> ComposeResult:
        """The two readings and a word about the one picked; folded, the cost and from what."""
        say = self._words
        yield group(Prose(say["which"], classes="question"), self._readings)
        yield self._label
        yield group(Prose(say["cost"], classes="question"), self._costs, classes="more")
        yield self._leading_away

    def on_mount(self) -> None:
        """Fold what is behind more."""
        self.query(".more").set(display=False)
        self._follow_reading()

    def unfold(self) -> None:
        """Show what it cost, and from what it led away."""
        self._is_whole = True
        self.query(".more").set(display=True)
        self._follow_reading()

    def ask_about(self, habit: Habit | None) -> None:
        """Show the readings of a habit; None for one in own words."""
        self._habit = habit
        self._readings.show_rows([Row(value, label) for value, label in self._rows(habit)])

    def take_back(self) -> None:
        """Leave the reading open again; the cost and from what stay."""
        self._readings.action_clear()
        self._follow_reading()

    def of(self, habit_id: str, text: str) -> Reflection:
        """Give a habit with all that stands on the screen about it."""
        cost = self._costs.value
        return Reflection(
            id=habit_id,
            text=text,
            reading=self._reading,
            cost=next((each for each in get_args(Cost) if each == cost), None),
            from_what=self._from_what.value,
        )

    @property
    def _reading(self) -> Reading | None:
        picked = self._readings.value
        reading: Reading | None = next((r for r in get_args(Reading) if r == picked), None)
        return reading

    def _rows(self, habit: Habit | None) -> list[tuple[str, str]]:
        return list(readings_of(habit, self._words).items())

    @on(Choice.Changed, ".readings")
    def _follow_reading(self) -> None:
        reading, label = self._reading, self._label
        label.say(self._words["label-" + reading] if reading else "")
        label.display = reading is not None
        self._leading_away.display = self._is_whole and asks_from_what(self.of("", ""))
