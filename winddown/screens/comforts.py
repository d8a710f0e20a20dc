"""Comforts: something kind, ticked from a short list or from the whole one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.widget import Widget

from winddown.routine.comfort_list import chosen_as, few, is_low, value_of, whole
from winddown.routine.evening import ChosenComfort, Evening
from winddown.routine.keeping import as_listed, comfort_of
from winddown.screens.keeping import KeepingScreen
from winddown.screens.step import cleared
from winddown.widgets.asking import Asking
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row
from winddown.widgets.ticks import Ticks


class Comforts(KeepingScreen):
    """Offers a few comforts; any number may be ticked, and none is an answer."""

    STEP = "comforts"

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Begin with the short list."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._whole = False
        self._offered = self.occasion.comforts
        """The list as it stands while this is open: what is added stays where it was added."""

    def questions(self) -> Iterable[Widget]:
        """A title, the list, and behind more the whole of it and a line for one's own."""
        yield Prose(self.words["title"], classes="heading")
        yield Prose(self.words["low" if self._is_low else "intro"], classes="quiet")
        yield group(Ticks(self._rows(), map(value_of, self.evening.comforts), id="list"))
        yield Asking()
        own = group(Prose(self.words["own"], classes="question"), Line(id="own"), id="adding")
        own.display = False
        yield own

    def keys(self) -> tuple[Key, ...]:
        """Space ticks, m shows everything."""
        say = self._frame_words
        own = (Key("enter", say["on"], "screen.on"), Key("space", say["tick"]))
        return own if self._whole else (*own, Key("m", say["more"], "screen.more"))

    def _rows(self) -> list[Row]:
        if self._whole:
            listed = whole(self._offered, self.evening, self.words)
        else:
            listed = few(self._offered, self.evening, self.occasion, self.words)
        return [Row(*each) for each in listed]

    @property
    def _is_low(self) -> bool:
        return is_low(self.evening)

    @on(Ticks.Changed, "#list")
    def _keep_tick(self, event: Ticks.Changed) -> None:
        chosen = [c for c in self.evening.comforts if value_of(c) != event.value]
        if event.ticked:
            chosen.append(self._comfort(event.value))
        self.answer(replace(self.evening, comforts=tuple(chosen)))

    def _comfort(self, value: str) -> ChosenComfort:
        return chosen_as(value, self.occasion.comforts, self.opened_on.comforts)

    def action_more(self) -> None:
        """Show the whole list by group, and a line for one's own."""
        self._whole = True
        self.query_one("#list", Ticks).show_rows(self._rows())
        self.query_one("#adding").display = True
        self.refresh_keys()

    def action_on(self) -> None:
        """Go on; from a line of one's own, add it to the list first."""
        line = self.query_one("#own", Line)
        text = line.value.strip()
        if self.focused is line and text:
            self._add(text)
            line.value = ""
            self.ask_to_keep("comforts", text, low=self._is_low or None)
        else:
            super().action_on()

    def settle(self) -> Evening:
        """Count in a comfort that is written but not yet added."""
        # Whoever leaves before the step stands on the screen has written nothing.
        if self.is_mounted:
            line = self.query_one("#own", Line)
            text, line.value = line.value.strip(), ""
            if text:
                self._add(text)
        return super().settle()

    def _add(self, text: str) -> None:
        self._choose(*self.evening.comforts, comfort_of(text, self.occasion.comforts))

    def follow_lists(self) -> None:
        """Choose what was added by its id in the list."""
        self._choose(*self.evening.comforts)
        super().follow_lists()

    def _choose(self, *comforts: ChosenComfort) -> None:
        """Choose just these, and show them so."""
        chosen = tuple(as_listed(comforts, self.occasion.comforts))
        self.answer(replace(self.evening, comforts=chosen))
        rows = self.query_one("#list", Ticks)
        rows.show_rows(self._rows())
        rows.show_ticks(map(value_of, self.evening.comforts))

    def without_answers(self) -> Evening:
        """No comfort chosen."""
        return cleared(self.evening, "comforts")
