"""Closing: the evening read back, a line to keep, and the closing phrase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.widget import Widget

from winddown.routine.evening import Evening
from winddown.screens.step import StepScreen, cleared
from winddown.screens.support_lines import support_lines
from winddown.screens.telling import told
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row
from winddown.widgets.ticks import Ticks


class Closing(StepScreen):
    """Reads the evening back and asks for nothing but, perhaps, a line."""

    STEP = "closing"

    def questions(self) -> Iterable[Widget]:
        """What tonight was, a line for it, and the words that end it."""
        say = self.words
        yield Prose(say["title"], classes="heading")
        yield told(self.evening, self.occasion)
        if self.evening.tonight == "not-okay":
            yield Prose(say["not_okay"], classes="gap accent")
            yield from support_lines(self.occasion, short=True)
            yield Prose(say["often"], classes="quiet gap")
        yield group(
            Prose(say["note"], classes="question"),
            Line(self.evening.note, say["note_hint"], id="note"),
        )
        keep_out = group(
            Ticks([Row("keep_out", say["keep_out"])], self._ticked(), id="keep-out"), id="folded"
        )
        keep_out.display = self.evening.keep_out
        yield keep_out
        yield Prose(self.occasion.closing, classes="gap accent")

    def _ticked(self) -> tuple[str, ...]:
        return ("keep_out",) if self.evening.keep_out else ()

    def keys(self) -> tuple[Key, ...]:
        """Tab writes, enter says good night."""
        say = self._frame_words
        return (
            Key("enter", say["good_night"], "screen.on"),
            Key("tab", say["write"], "app.focus_next"),
            Key("m", say["more"], "screen.more"),
        )

    @on(Line.Changed, "#note")
    def _keep_note(self, event: Line.Changed) -> None:
        self.answer_text(replace(self.evening, note=event.value))

    @on(Ticks.Changed, "#keep-out")
    def _keep_out(self, event: Ticks.Changed) -> None:
        self.answer(replace(self.evening, keep_out=event.ticked))

    def action_more(self) -> None:
        """Unfold leaving this evening out of looking back."""
        self.query_one("#folded").display = True
        self.query_one("#keep-out").focus()

    def without_answers(self) -> Evening:
        """No line kept."""
        return cleared(self.evening, "note", "keep_out")
