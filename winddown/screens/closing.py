"""Closing: the evening read back, a line to keep, and the closing phrase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from winddown.routine.entry import called, can_be_entered
from winddown.routine.evening import Evening
from winddown.screens.step import StepScreen, cleared
from winddown.screens.support_lines import support_page
from winddown.screens.telling import told
from winddown.widgets.asking import Asking
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.rows import Row
from winddown.widgets.ticks import Ticks

if TYPE_CHECKING:  # loaded on the evenings that may show one
    from winddown.routine.looking_back import Noticed


class Closing(StepScreen):
    """Reads the evening back and asks for nothing but, perhaps, a line."""

    STEP = "closing"

    _line: Noticed | None = None
    """What is noticed, while it stands there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "tiny", "something tiny", show=False),
        Binding("z", "dismiss_line", "never this line again", show=False),
        Binding("c", "calendar", "the plan as a calendar file", show=False),
    ]

    class Dismissed(Message):
        """Posted when what was noticed is never to be shown again."""

        def __init__(self, rule: str) -> None:
            """Say by which rule."""
            super().__init__()
            self.rule = rule

    class CalendarWanted(Message):
        """Posted when the plan is to be a calendar file; `show_calendar` is called after it."""

        def __init__(self, step: Closing, evening: Evening) -> None:
            """Say in which step, and which evening holds the plan."""
            super().__init__()
            self.step = step
            self.evening = evening

    def questions(self) -> Iterable[Widget]:
        """What tonight was, a line for it, and the words that end it."""
        say = self.words
        yield Prose(say["title"], classes="heading")
        yield told(self.evening, self.occasion, self.earlier)
        if self.evening.tonight == "not-okay":
            yield Prose(say["not_okay"], classes="gap accent")
            yield support_page(self.occasion, short=True)
            yield Prose(say["often"], classes="quiet gap")
        yield from self._noticed()
        yield group(
            Prose(say["note"], classes="question"),
            Line(self.evening.note, say["note_hint"], id="note"),
        )
        keep_out = Ticks([Row("keep_out", say["keep_out"])], self._ticked(), id="keep-out")
        folded = group(keep_out, *self._calendar(), id="folded")
        folded.display = self.evening.keep_out
        yield folded
        yield Prose(self.occasion.closing, classes="gap accent")

    def _noticed(self) -> Iterable[Widget]:
        """What may be noticed, on one line with the keys that follow it or send it away."""
        self._line = found = self.occasion.noticed(self.evening)
        if found is not None:
            say = self.occasion.words("looking_back")
            tiny = Key("t", say["key-tiny"], "screen.tiny")
            away = Key("z", say["key-away"], "screen.dismiss_line")
            line = Asking(id="noticed")
            line.can_focus = False
            line.ask(say[found.key], (tiny, away) if self._reaches else (away,))
            yield line

    @property
    def _reaches(self) -> bool:
        """True where one small thing follows from what was noticed, and tonight has its step."""
        has_step = self._frame_words["outreach"] in self.frame.trail
        return self._line is not None and self._line.reaches and has_step

    def action_tiny(self) -> None:
        """Go to the one small thing, where that is what was noticed."""
        if self._reaches:
            self.turn("go", "outreach")

    def action_dismiss_line(self) -> None:
        """Send what was noticed away for good."""
        if self._line is not None:
            self.query_one("#noticed", Asking).withdraw()
            self.post_message(self.Dismissed(self._line.id))
            self._line = None

    def _calendar(self) -> Iterable[Widget]:
        """How the plan comes into a calendar; nothing where none is to come, or to be written."""
        plan = None if self.occasion.is_private else self.evening.outreach
        if plan is not None and can_be_entered(self.evening, self.occasion.today):
            name = called(plan, self.occasion.calendar_title)
            offer = self.occasion.words("calendar").say("offer", name=name)
            yield Prose(offer, id="calendar", classes="quiet gap")

    def _ticked(self) -> tuple[str, ...]:
        return ("keep_out",) if self.evening.keep_out else ()

    def keys(self) -> tuple[Key, ...]:
        """Tab writes, enter says good night; m makes room for what it unfolds."""
        say, folded = self._frame_words, self.query("#folded")
        more = Key("m", say["more"], "screen.more")
        if self.query("#calendar") and any(each.display for each in folded):
            more = Key("c", self.occasion.words("calendar")["key"], "screen.calendar")
        return (
            Key("enter", say["good_night"], "screen.on"),
            Key("tab", say["write"], "app.focus_next"),
            more,
        )

    @on(Line.Changed, "#note")
    def _keep_note(self, event: Line.Changed) -> None:
        self.answer_text(replace(self.evening, note=event.value))

    @on(Ticks.Changed, "#keep-out")
    def _keep_out(self, event: Ticks.Changed) -> None:
        self.answer(replace(self.evening, keep_out=event.ticked))

    def action_more(self) -> None:
        """Unfold leaving this evening out of looking back, and the plan's way to a calendar."""
        self._unfold()
        self.query_one("#keep-out").focus()

    def _unfold(self) -> None:
        folded = self.query_one("#folded")
        folded.display = True
        self.refresh_keys()
        self.call_after_refresh(folded.scroll_visible, animate=False)

    def action_calendar(self) -> None:
        """Have the plan written as a calendar file."""
        if self.query("#calendar"):
            self.post_message(self.CalendarWanted(self, self.evening))

    def show_calendar(self, file: str) -> None:
        """Say where the plan's calendar file stands now."""
        self._unfold()
        said = self.occasion.words("calendar").say("written", file=file)
        self.query_one("#calendar", Prose).say(said)

    def without_answers(self) -> Evening:
        """No line kept."""
        return cleared(self.evening, "note", "keep_out")
