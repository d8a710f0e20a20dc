"""What belongs to a plan besides its sentence: how it may feel, how sure, a time, first words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from winddown.routine.clock import time_of
from winddown.routine.evening import Plan, Size
from winddown.routine.outreach import asks_how_sure, offers_smaller
from winddown.routine.words import Words
from winddown.widgets.column import group
from winddown.widgets.ground import Box
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.scale import Scale


class PlanDetails(Box):
    """Asked once a plan is taken; every part of it may be left empty."""

    DEFAULT_CSS = "PlanDetails { height: auto; width: 100%; }"

    @dataclass
    class Changed(Message):
        """Posted when any of it changes."""

        written: bool = False
        """True for a key in a line of text."""

    def __init__(self, words: Words, plan: Plan | None, *, rates: bool) -> None:
        """Begin with what `plan` holds already; `rates` says whether numbers are asked at all."""
        super().__init__(id="details")
        self._rates = rates
        self._words = words
        at = f"{plan.at:%H:%M}" if plan and plan.at else ""
        self._expected = Scale(
            words["expect_low"],
            words["expect_high"],
            plan.expected if plan else None,
            id="expected",
        )
        self._sure = Scale(
            words["sure_low"], words["sure_high"], plan.sure if plan else None, id="sure"
        )
        self._at = Line(at, words["at_hint"], id="at")
        self._held_back = ""
        """What was written for a time as it was held back last."""
        self._unread = Prose(words["at_unread"], id="at-unread", classes="quiet")
        self._first_words = Line(plan.words if plan else "", id="words")

    def compose(self) -> ComposeResult:
        """Two scales; behind more a time and first words."""
        say = self._words
        yield group(Prose(say["expect"], classes="question"), self._expected, id="expecting")
        yield group(
            Prose(say["sure"], classes="question"),
            self._sure,
            Prose(say["shrink"], id="shrink", classes="quiet"),
            id="being-sure",
        )
        yield group(
            Prose(say["at"], classes="question"),
            self._at,
            self._unread,
            id="timing",
        )
        yield group(Prose(say["words"], classes="question"), self._first_words, id="wording")

    def show_for(self, size: Size | None, starter: str, *, more: bool) -> None:
        """Show what a plan of this size is asked, with `starter` as first words on offer."""
        self.query_one("#expecting").display = self._rates
        self.query_one("#being-sure").display = self._rates and asks_how_sure(size)
        self.query_one("#shrink").display = offers_smaller(self._sure.value)
        self.query_one("#timing").display = more
        self._say_whether_read()
        self.query_one("#wording").display = more
        self._first_words.placeholder = starter or self._words["words_hint"]

    def _say_whether_read(self) -> None:
        """Say it where what is written is no time, in sight of whoever is writing."""
        at, unread = self._at, self._unread
        unread.display = bool(at.value.strip()) and time_of(at.value) is None
        if unread.display and at.has_focus:
            self.call_after_refresh(unread.scroll_visible, animate=False)

    def holds_back(self) -> bool:
        """Tell, once for each wording, whether what is being written is a time nobody can read.

        It would be gone from the plan without a word.
        """
        text = self._at.value
        is_news = self._at.has_focus and self._unread.display and text != self._held_back
        if is_news:
            self._held_back = text
        return is_news

    def complete(self, plan: Plan) -> Plan:
        """Give a plan with what stands here; how sure only where it is asked."""
        is_asked = asks_how_sure(plan.size)
        return replace(
            plan,
            at=time_of(self._at.value),
            sure=self._sure.value if is_asked else None,
            expected=self._expected.value,
            words=self._first_words.value,
        )

    def take_words(self, starter: str) -> str:
        """Put the first words in place where there are none yet, and give what stands there."""
        line = self._first_words
        line.value = line.value or starter
        return line.value

    @on(Scale.Changed)
    def _pass_on_scale(self, event: Scale.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    @on(Line.Changed)
    def _pass_on_line(self, event: Line.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(written=True))
