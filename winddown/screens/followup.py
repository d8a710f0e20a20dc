"""Following up: what became of the plan whose day has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from textual import on
from textual.widget import Widget

from winddown.routine.evening import Evening, Followup, Outcome, Plan
from winddown.routine.following import reply_to
from winddown.routine.plans import answered, wants_feeling
from winddown.routine.sentences import told
from winddown.screens.step import StepScreen
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.scale import Scale


class FollowUp(StepScreen):
    """Asks once, kindly, with six equal answers. The evening it takes is the plan's own."""

    STEP = "followup"

    @property
    def _asked(self) -> Plan:
        """The plan as it stood before tonight, so that an answer can be changed."""
        plan = (self.occasion.asked or self.evening).outreach
        if plan is None:
            raise AssertionError("only an evening with a plan is followed up")
        return plan

    @property
    def _followup(self) -> Followup | None:
        """Tonight's answer, if one is given already."""
        followup = self.evening.outreach.followup if self.evening.outreach else None
        return followup if followup and followup.answered == self.occasion.today else None

    def questions(self) -> Iterable[Widget]:
        """The plan, six answers, and after some of them how it felt."""
        say, given = self.words, self._followup
        answers = [(value, say[value]) for value in get_args(Outcome)]
        yield Prose(told(say["ask"], say=self._asked.text), classes="heading", id="ask")
        yield Prose(say["folded"], classes="quiet gap", id="folded")
        asking = group(
            Choice(answers, given.outcome if given else None, id="outcome"), id="answers"
        )
        feeling = group(
            Prose(say["felt"], classes="question"),
            Scale(say["felt_low"], say["felt_high"], given.felt if given else None, id="felt"),
            id="feeling",
        )
        # Folded from the start, so that no key can answer what is not seen.
        self._folded = self.frame.heavy and given is None
        asking.display = not self._folded
        feeling.display = bool(given and wants_feeling(given.outcome))
        yield asking
        yield Prose(id="reply", classes="gap")
        yield feeling
        yield group(
            Prose(say["note"], classes="question"),
            Line(given.note if given else "", id="note"),
            id="noting",
        )

    def on_mount(self) -> None:
        """Show what belongs to the answer, or nothing but a line on a heavy evening."""
        self.query_one("#noting").display = bool(self._followup and self._followup.note)
        self._follow_answer()

    def keys(self) -> tuple[Key, ...]:
        """M looks at it on a heavy evening, and adds a note on others."""
        say = self._frame_words
        return (
            Key("enter", say["on"], "screen.on"),
            Key("tab", say["next"], "app.focus_next"),
            Key("m", say["more"], "screen.more"),
        )

    def _follow_answer(self) -> None:
        given = self._followup
        self.query_one("#ask").display = not self._folded
        self.query_one("#folded").display = self._folded
        self.query_one("#answers").display = not self._folded
        self.query_one("#feeling").display = bool(given and wants_feeling(given.outcome))
        reply = self.query_one("#reply", Prose)
        reply.say(reply_to(self._asked, given, self.words) if given else "")
        reply.display = given is not None

    @on(Choice.Changed, "#outcome")
    def _keep_outcome(self, event: Choice.Changed) -> None:
        outcome: Outcome | None = next((o for o in get_args(Outcome) if o == event.value), None)
        self._keep_followup(outcome)
        self._follow_answer()

    @on(Scale.Changed, "#felt")
    def _keep_felt(self, event: Scale.Changed) -> None:
        if self._followup:
            self._keep_followup(self._followup.outcome)
            self._follow_answer()

    @on(Line.Changed, "#note")
    def _keep_note(self, event: Line.Changed) -> None:
        if self._followup:
            self.answer_text(self._with(self._followup.outcome))

    def _keep_followup(self, outcome: Outcome | None) -> None:
        self.answer(self._with(outcome))

    def _with(self, outcome: Outcome | None) -> Evening:
        """Give the plan's evening with this outcome and what stands on the screen."""
        if outcome is None:
            return replace(self.evening, outreach=self._asked)
        felt = self.query_one("#felt", Scale).value if wants_feeling(outcome) else None
        note = self.query_one("#note", Line).value
        plan = answered(self._asked, outcome, self.occasion.today, felt=felt, note=note)
        return replace(self.evening, outreach=plan)

    def action_more(self) -> None:
        """Unfold the question, or a line for a note."""
        if self._folded:
            self._folded = False
            self._follow_answer()
            self.query_one("#outcome").focus()
        else:
            self.query_one("#noting").display = True
            self.query_one("#note").focus()

    def without_answers(self) -> Evening:
        """The plan as it stood before tonight."""
        return replace(self.evening, outreach=self._asked)
