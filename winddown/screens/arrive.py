"""Arriving: how tonight is, and how settled the person feels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar, get_args

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from winddown.routine import moon
from winddown.routine.evening import Evening, Tonight
from winddown.routine.paths import BESIDES, is_turned, route_for, way_on
from winddown.screens.step import StepScreen, cleared
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.moon import Moon
from winddown.widgets.prose import Prose
from winddown.widgets.scale import Scale


class Arrive(StepScreen):
    """Asks how tonight is, and says how long the evening will be."""

    STEP = "arrive"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "other", "the other length", show=False),
        Binding("r", "app.look_back", "look back", show=False),
    ]

    def questions(self) -> Iterable[Widget]:
        """A greeting, two questions, and now and then a line once kept."""
        say = self.words
        answers = [(value, say[value]) for value in get_args(Tonight)]
        yield Horizontal(
            Vertical(
                Prose(say["greeting"], classes="heading"),
                Prose(self._length(), id="length", classes="quiet"),
                Prose(say["question"], classes="question gap"),
                Choice(answers, self.evening.tonight, id="tonight"),
            ),
            Moon(moon.phase(self.occasion.today)),
            id="sky",
        )
        yield group(
            Prose(say["settled"], classes="question"),
            Scale(
                say["settled_low"], say["settled_high"], self.evening.settled.before, id="settled"
            ),
            id="settling",
        )
        if self.occasion.remembered:
            yield Prose(say.say("remembered", line=self.occasion.remembered), classes="quiet gap")

    def on_mount(self) -> None:
        """Open as it was left."""
        if self.evening.tonight == "not-okay":
            self._follow_tonight()

    def keys(self) -> tuple[Key, ...]:
        """Enter says which evening it opens."""
        say = self._frame_words
        on_words = say["on_short"] if self._short_first else say["on"]
        keys = (Key("enter", on_words, "screen.on"), Key("tab", say["next"], "app.focus_next"))
        back = Key("r", say["look_back_key"], "app.look_back")
        return (*keys, back) if self.occasion.past else keys

    @property
    def _short_first(self) -> bool:
        return route_for(self.evening.tonight, other=self._turned_round) == "short"

    @property
    def _turned_round(self) -> bool:
        """True when enter takes the other way: that was chosen last, or asked for on opening."""
        return is_turned(self.evening, self.opened_on, short=self.occasion.short)

    def _follow_tonight(self) -> None:
        not_okay = self.evening.tonight == "not-okay"
        self.query_one("#length", Prose).say(self._length())
        self.query_one(Moon).visible = not not_okay
        self.query_one("#settling").visible = not not_okay
        self.refresh_keys()

    def _length(self) -> str:
        """Say how long the evening will be the way enter takes it."""
        say, minutes = self.words, self.occasion.minutes
        if self.evening.tonight == "not-okay":
            return say["length_support"]
        if self._short_first:
            return say["length_short"]
        if not self.occasion.breathes:
            return say["length_without"]
        return say.say("length_full", whole=minutes + BESIDES, breathing=minutes)

    @on(Choice.Changed, "#tonight")
    def _keep_tonight(self, event: Choice.Changed) -> None:
        tonight: Tonight | None = next((t for t in get_args(Tonight) if t == event.value), None)
        self.answer(replace(self.evening, tonight=tonight))
        self._follow_tonight()

    @on(Scale.Changed, "#settled")
    def _keep_settled(self, event: Scale.Changed) -> None:
        settled = replace(self.evening.settled, before=event.value)
        self.answer(replace(self.evening, settled=settled))

    def without_answers(self) -> Evening:
        """Tonight and the first mark on the scale, unanswered."""
        evening = cleared(self.evening, "tonight", "route")
        return replace(evening, settled=replace(evening.settled, before=None))

    def action_on(self) -> None:
        """Go on the way that suits tonight."""
        self._go(other=False)

    def action_other(self) -> None:
        """Go on the other way: the short one, or all of it."""
        self._go(other=True)

    def _go(self, *, other: bool) -> None:
        route = way_on(self.evening, other=other, turned=self._turned_round)
        self.dismiss(replace(self.evening, route=route))
