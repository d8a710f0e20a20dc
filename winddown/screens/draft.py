"""A step whose answer is one sentence: on offer, taken, and changed blank by blank."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar, get_args

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from winddown.routine.drafting import (
    is_own,
    planned,
    sized,
    suggested,
    turned,
)
from winddown.routine.evening import Size
from winddown.routine.outreach import Shown, Suggestion, another, smaller, suggestion_of
from winddown.screens.blanks import parts_of
from winddown.screens.own_words import OwnWords
from winddown.screens.plan_details import PlanDetails
from winddown.screens.step import StepScreen
from winddown.widgets.asking import Asking
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.prose import Prose
from winddown.widgets.sentence import Part, Sentence


class DraftScreen(StepScreen):
    """Keeps tonight's plan as its sentence and its details change.

    Subclasses say when the sentence is on offer, and what is shown then.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("minus", "smaller", "smaller", show=False),
        Binding("n", "another", "another", show=False),
        Binding("c", "copy", "first words", show=False),
    ]

    _draft: Suggestion | None = None
    """What stands in the sentence; None where there is nothing to suggest."""
    _more = False
    _hint = ""
    """What the hint says in passing, by its key; empty for what always stands there."""

    @property
    def offers(self) -> bool:
        """True while the sentence is on offer, taken or not."""
        raise NotImplementedError

    def follow(self) -> None:
        """Show what belongs to the answer as it now is."""
        raise NotImplementedError

    def drafted(self) -> Iterable[Widget]:
        """Give the widgets of the sentence and what belongs to it, from the top."""
        say, plan, occasion = self.words, self.evening.outreach, self.occasion
        self._shown = Shown()
        self._draft = (
            suggestion_of(plan, occasion.acts) if plan else suggested(self.evening, occasion)
        )
        yield group(Sentence(self._parts(), taken=plan is not None), id="suggested")
        yield OwnWords(say)
        yield Asking()
        yield Prose(id="hint", classes="quiet gap")
        yield group(
            Prose(say["size"], classes="question"),
            Choice([(size, say[size]) for size in get_args(Size)], id="size"),
            id="sizing",
        )
        yield PlanDetails(say, plan, rates=self.evening.tonight != "not-okay")

    def follow_draft(self) -> None:
        """Show the hint, the size and the details that go with the draft."""
        standing = "untaken" if self.evening.outreach is None else "taken"
        self.query_one("#hint", Prose).say(self.words[self._hint or standing])
        if self._draft is not None:
            self._details.show_for(self._draft.size, self._starter, more=self._more)
            self.query_one("#size", Choice).show_value(self._draft.size)

    @property
    def _sentence(self) -> Sentence:
        return self.query_one(Sentence)

    @property
    def _details(self) -> PlanDetails:
        return self.query_one(PlanDetails)

    @property
    def _starter(self) -> str:
        """First words that go with the act; empty when there are none."""
        return next(iter(self._draft.act.starters), "") if self._draft else ""

    def _parts(self) -> list[Part]:
        return parts_of(self._draft, self.occasion) if self._draft else []

    # What is kept

    def _redraft(self, draft: Suggestion | None, *, otherwise: str = "", saying: str = "") -> None:
        """Put another sentence in place; once taken, the plan changes with it.

        It is said with the hint named `saying`; where there is no other, with `otherwise`.
        """
        self._hint = otherwise if draft in (None, self._draft) else saying
        self._draft = draft or self._draft
        self._sentence.show(self._parts())
        if self.evening.outreach is not None:
            self._keep_plan()
        self.follow()

    def _keep_plan(self, *, written: bool = False) -> None:
        if self._draft is None:
            return
        plan = self._details.complete(planned(self._draft, someone=self.words["someone"]))
        before = self.opened_on.outreach
        if before is not None:
            plan = replace(plan, followup=before.followup)  # what became of it stays told
        evening = replace(self.evening, outreach=plan)
        (self.answer_text if written else self.answer)(evening)

    @on(Sentence.Taken)
    def _take(self, event: Sentence.Taken) -> None:
        self._hint = ""
        if event.taken:
            self._keep_plan()
        else:
            self.answer(self.without_answers())
        self.follow()

    @on(Sentence.Turned)
    def _turn_blank(self, event: Sentence.Turned) -> None:
        if self._draft is not None:
            other = turned(self._draft, event.blank, event.by, self.occasion)
            self._redraft(other, otherwise="only_who" if event.blank == "who" else "")

    @on(PlanDetails.Changed)
    def _keep_details(self, event: PlanDetails.Changed) -> None:
        if self.evening.outreach is not None:
            self._keep_plan(written=event.written)
            self.follow()

    @on(Choice.Changed, "#size")
    def _keep_size(self, event: Choice.Changed) -> None:
        size: Size | None = next((s for s in get_args(Size) if s == event.value), None)
        if self._draft is not None:
            self._redraft(sized(self._draft, size, self.occasion), otherwise="no_other")

    # Keys

    def action_take(self) -> None:
        """Take the sentence, or give it back."""
        if self.offers:
            self._sentence.action_take()

    def action_smaller(self) -> None:
        """Make the act smaller."""
        if self._draft is not None and self.offers:
            otherwise = "own_smaller" if is_own(self._draft.act) else "smallest"
            self._redraft(smaller(self._draft, self.occasion.acts), otherwise=otherwise)

    def action_another(self) -> None:
        """Suggest another of the same size."""
        if self._draft is not None and self.offers:
            other = another(self._draft, self.occasion.acts, self.occasion.people)
            is_round = other is not None and self._shown.comes_round(self._draft, other)
            self._redraft(other, otherwise="no_other", saying="came_round" if is_round else "")

    def action_copy(self) -> None:
        """Put the first words in place and offer them to the terminal's clipboard."""
        if self.evening.outreach is None:
            return
        words = self._details.take_words(self._starter)
        self._more = True
        self._hint = "copied" if words else "no_words"
        self.follow()
        if words:
            self.app.copy_to_clipboard(words)
