"""The evening in the settings: its steps and their order, and how it ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import time
from typing import cast

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from winddown.routine.clock import time_of
from winddown.routine.occasion import MOTIONS
from winddown.screens.settings_page import SettingsPage
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.entries import Entries
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row
from winddown.widgets.ticks import Ticks

LATEST = time(12)
"""A day may end at noon at the latest."""

_SWITCHES = {"bell": ("breathing", "bell"), "remember": ("remember",)}


class EveningPage(SettingsPage):
    """Which steps there are between arriving and closing, and what is true of every evening."""

    def questions(self) -> Iterable[Widget]:
        """The steps, motion, bell, an old line, the last words, a day's end and a plan's title."""
        say = self.words
        yield Prose(say["page-evening"], classes="heading")
        yield Prose(say["about-evening"], classes="quiet")
        yield group(Entries(id="steps"))
        motions = [(motion, self._frame_words["motion-" + motion]) for motion in MOTIONS]
        yield group(Prose(say["evening-motion"], classes="question"), Choice(motions, id="motion"))
        switches = [Row(name, say["evening-" + name]) for name in _SWITCHES]
        yield group(Ticks(switches, id="switches"))
        yield group(Prose(say["evening-closing"], classes="question"), Line(id="closing"))
        yield group(
            Prose(say["evening-day_ends"], classes="question"),
            Line(id="day_ends"),
            Prose(id="day_ends_hint", classes="quiet"),
        )
        yield group(
            Prose(say["evening-title"], classes="question"),
            Line(id="title"),
            Prose(say["title-hint"], classes="quiet"),
        )

    def keys(self) -> tuple[Key, ...]:
        """Tab goes to the next question, space leaves a step out, shift moves it."""
        say = self._frame_words
        return (
            Key("tab", say["next"]),
            Key("space", say["choose"]),
            Key("J K", self.words["move"]),
        )

    def show(self) -> None:
        """Show everything as the config has it now."""
        self._show_steps()
        value = self.settings.value
        self.query_one("#motion", Choice).show_value(str(value(("motion",))))
        self.query_one("#switches", Ticks).show_ticks(
            name for name, key in _SWITCHES.items() if value(key)
        )
        with self.prevent(Input.Changed):
            self.query_one("#closing", Line).value = str(value(("closing",)))
            ends = cast(time, value(("day_ends",)))
            self.query_one("#day_ends", Line).value = f"{ends:%H:%M}"
            self.query_one("#title", Line).value = str(value(("calendar", "title")))
        self.query_one("#day_ends_hint", Prose).say("")

    # The steps

    @property
    def _steps(self) -> list[str]:
        return list(cast(Sequence[str], self.settings.value(("steps",))))

    def _show_steps(self) -> None:
        steps, every = self._steps, self.settings.steps
        order = [*steps, *(step for step in every if step not in steps)]
        rows = [Row(step, self.words.get("step-" + step, step)) for step in order]
        marks = {step: "✓" if step in steps else "·" for step in order}
        self.query_one("#steps", Entries).show_entries(rows, marks, steps)

    def _set_steps(self, steps: Sequence[str]) -> None:
        self.change(lambda: self.settings.set(("steps",), list(steps)))
        self._show_steps()

    @on(Entries.Toggled)
    @on(Entries.Removed)
    def _toggle_step(self, event: Entries.Toggled | Entries.Removed) -> None:
        steps = self._steps
        if event.value in steps:
            steps.remove(event.value)
        elif isinstance(event, Entries.Toggled):
            steps.append(event.value)
        self._set_steps(steps)

    @on(Entries.Moved)
    def _move_step(self, event: Entries.Moved) -> None:
        steps = self._steps
        if event.value in steps:
            at = steps.index(event.value)
            if 0 <= at + event.by < len(steps):
                steps.insert(at + event.by, steps.pop(at))
                self._set_steps(steps)
                self.query_one("#steps", Entries).go_to(event.value)

    # The rest

    @on(Choice.Changed, "#motion")
    def _keep_motion(self, event: Choice.Changed) -> None:
        self.change(lambda: self.settings.set(("motion",), event.value))

    @on(Ticks.Changed, "#switches")
    def _keep_switch(self, event: Ticks.Changed) -> None:
        self.change(lambda: self.settings.set(_SWITCHES[event.value], event.ticked))

    @on(Input.Changed, "#closing")
    def _keep_closing(self, event: Input.Changed) -> None:
        phrase = event.value.strip() or None
        self.change_soon("closing", lambda: self.settings.set(("closing",), phrase))

    @on(Input.Changed, "#title")
    def _keep_title(self, event: Input.Changed) -> None:
        title = event.value.strip() or None
        self.change_soon("title", lambda: self.settings.set(("calendar", "title"), title))

    @on(Input.Changed, "#day_ends")
    def _keep_end(self, event: Input.Changed) -> None:
        ends = time_of(event.value)
        is_fine = ends is not None and ends <= LATEST
        hint = self.query_one("#day_ends_hint", Prose)
        hint.say("" if is_fine else self.words["day_ends-hint"])
        self.call_after_refresh(hint.scroll_visible, animate=False)
        if is_fine:
            self.change_soon("day_ends", lambda: self.settings.set(("day_ends",), ends))
