"""Comforts: something kind, ticked from a short list or from the whole one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from textual import on
from textual.widget import Widget

from winddown.routine.evening import ChosenComfort, Evening
from winddown.routine.keeping import as_listed, comfort_of
from winddown.routine.lists import Comfort
from winddown.routine.offering import comforts_for, weekly_call
from winddown.screens.keeping import KeepingScreen
from winddown.screens.step import cleared
from winddown.widgets.asking import Asking
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row
from winddown.widgets.ticks import Ticks

OWN = "own:"
"""Begins the row value of a comfort in the person's own words."""


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
        yield group(Ticks(self._rows(), map(_value, self.evening.comforts), id="list"))
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
            rows = self._grouped()
        else:
            offered = comforts_for(
                self._offered,
                self.occasion.past,
                self.occasion.today,
                low=self._is_low,
            )
            rows = [*self._call(), *(Row(comfort.id, comfort.text) for comfort in offered)]
        shown = {row.value for row in rows}
        own = [Row(_value(c), c.text) for c in self.evening.comforts if _value(c) not in shown]
        if own and self._whole:
            rows += [Row("", ""), Row("", self.words["added"])]
        return rows + own

    def _call(self) -> Iterable[Row]:
        """The weekly call that was done, offered once on its weekday; not where it is listed."""
        plan = weekly_call(self.occasion.past, self.occasion.today)
        if plan is None or self._is_low:
            return
        text = self.words.say("call", who=plan.who) if plan.who else self.words["call_no_one"]
        chosen = comfort_of(text, self._offered)
        if not chosen.id:
            yield Row(OWN + text, text)

    def _grouped(self) -> list[Row]:
        rows: list[Row] = []
        by_group = sorted(self._offered, key=self._order)
        for name, comforts in groupby(by_group, key=lambda comfort: comfort.group):
            if rows:
                rows.append(Row("", ""))
            rows.append(Row("", self.words.get(name or "yours", name)))
            rows += [Row(comfort.id, comfort.text) for comfort in comforts]
        return rows

    def _order(self, comfort: Comfort) -> tuple[bool, int, bool]:
        """By group, one's own first; with little strength left, what takes least comes first."""
        groups = list(dict.fromkeys(each.group for each in self._offered))
        is_late = self._is_low and not comfort.low
        return bool(comfort.group), groups.index(comfort.group), is_late

    @property
    def _is_low(self) -> bool:
        return self.evening.route in ("short", "support")

    @on(Ticks.Changed, "#list")
    def _keep_tick(self, event: Ticks.Changed) -> None:
        chosen = [c for c in self.evening.comforts if _value(c) != event.value]
        if event.ticked:
            chosen.append(self._comfort(event.value))
        self.answer(replace(self.evening, comforts=tuple(chosen)))

    def _comfort(self, value: str) -> ChosenComfort:
        if value.startswith(OWN):
            return ChosenComfort(text=value.removeprefix(OWN))
        listed = ((comfort.id, comfort.text) for comfort in self.occasion.comforts)
        # One that is on no list any more stands here as it was chosen before.
        before = ((chosen.id, chosen.text) for chosen in self.opened_on.comforts)
        return ChosenComfort(id=value, text=dict([*before, *listed])[value])

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
        rows.show_ticks(map(_value, self.evening.comforts))

    def without_answers(self) -> Evening:
        """No comfort chosen."""
        return cleared(self.evening, "comforts")


def _value(comfort: ChosenComfort) -> str:
    return comfort.id or OWN + comfort.text
