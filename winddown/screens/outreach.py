"""Reaching out: one sentence, already suggested, taken with one key or left alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar, get_args

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from winddown.routine.evening import Evening, Plan, Size
from winddown.routine.outreach import (
    Suggestion,
    another,
    folded,
    for_size,
    made_smaller,
    plan_of,
    smaller,
    suggestion,
    suggestion_of,
)
from winddown.routine.plans import answered, is_open
from winddown.screens.blanks import filled, parts_of, turned
from winddown.screens.plan_details import PlanDetails
from winddown.screens.step import StepScreen, cleared
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.sentence import Part, Sentence


class Outreach(StepScreen):
    """One small act for tomorrow or the days after. None is as good."""

    STEP = "outreach"
    FIRST = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("minus", "smaller", "smaller", show=False),
        Binding("n", "another", "another", show=False),
        Binding("w", "write", "own words", show=False),
        Binding("c", "copy", "first words", show=False),
    ]

    _draft: Suggestion | None = None
    _unfolded = False
    _standing: Plan | None = None
    """The earlier plan that is open, as it stood when the step opened."""

    def questions(self) -> Iterable[Widget]:
        """The plan that is open, or a sentence and what belongs to it."""
        say, plan = self.words, self.evening.outreach
        self._draft = suggestion_of(plan, self.occasion.acts) if plan else self._suggested()
        self._unfolded = plan is not None
        self._standing = self.earlier.outreach if self.earlier and self._still_open else None
        yield Prose(say["title"], classes="heading")
        yield Prose(id="intro", classes="quiet")
        yield group(Choice([(k, say["still-" + k]) for k in STILL], id="still"), id="open")
        yield group(Sentence(self._parts(), taken=plan is not None), id="suggested")
        yield group(Prose(classes="question"), Line(id="own"), id="writing")
        yield Prose(id="hint", classes="quiet gap")
        yield group(
            Prose(say["size"], classes="question"),
            Choice([(size, say[size]) for size in get_args(Size)], id="size"),
            id="sizing",
        )
        yield PlanDetails(say, plan, rates=self.evening.tonight != "not-okay")

    def _suggested(self) -> Suggestion | None:
        avoided = next((r.from_what for r in self.evening.reflections if r.reading == "away"), "")
        return suggestion(
            self.occasion.acts,
            self.occasion.people,
            self.occasion.cues,
            self.occasion.past,
            self.occasion.today,
            avoided=avoided,
            size="small" if avoided else "tiny",
        )

    def on_mount(self) -> None:
        """Fold what is not needed yet."""
        self._more = self._writing = False
        self._follow()
        self._focus_answer()

    def _focus_answer(self) -> None:
        """Put the keys where the answer is given."""
        if self._still_open:
            self.query_one("#still").focus()
        elif self.query_one("#suggested").display:
            self.query_one(Sentence).focus()

    # What stands on the screen

    @property
    def _asks(self) -> bool:
        """True when the sentence is on offer: nothing else is open, and it is not folded."""
        return not (self._still_open or self._is_folded or self._draft is None)

    @property
    def _still_open(self) -> bool:
        """True while the earlier plan is open; one that is let go makes room for another."""
        plan = self.earlier.outreach if self.earlier else None
        return plan is not None and is_open(plan, self.occasion.today)

    @property
    def _is_folded(self) -> bool:
        return not self._unfolded and folded(self.occasion.past, self.occasion.today)

    def _follow(self) -> None:
        """Show what belongs to the state the answer is in."""
        say, asks, taken = self.words, self._asks, self._asks and self.evening.outreach is not None
        self.query_one("#intro", Prose).say(self._intro())
        self.query_one("#hint", Prose).say(say["taken" if taken else "untaken"])
        shown = {
            "#open": self._standing is not None,
            "#suggested": asks,
            "#writing": asks and self._writing,
            "#hint": asks,
            "#details": taken,
            "#sizing": asks and self._more,
        }
        for name, display in shown.items():
            self.query_one(name).display = display
        if self._draft is not None:
            self._details.show_for(self._draft.size, self._starter, more=self._more)
            self.query_one("#size", Choice).show_value(self._draft.size)
        self.refresh_keys()

    def _intro(self) -> str:
        if self._still_open and self._standing is not None and self.earlier is not None:
            plan = self.earlier.outreach or self._standing
            return self.words.say("still", say=plan.text)
        return self.words["intro" if self._asks else "folded"]

    @property
    def _details(self) -> PlanDetails:
        return self.query_one(PlanDetails)

    def keys(self) -> tuple[Key, ...]:
        """Take it, another, smaller; or on, once it is taken."""
        say, own = self._frame_words, self.words
        if self._still_open:
            return (Key("enter", say["on"], "screen.on"), Key("↑↓", say["choose"]))
        if not self._asks:
            return (Key("enter", say["on"], "screen.on"), Key("m", say["more"], "screen.more"))
        if self.evening.outreach is not None:
            return (
                Key("enter", say["on"], "screen.on"),
                Key("w", own["key_write"], "screen.write"),
                Key("m", say["more"], "screen.more"),
            )
        return (
            Key("space", own["key_take"], "screen.take"),
            Key("n", own["key_another"], "screen.another"),
            Key("-", own["key_smaller"], "screen.smaller"),
        )

    @property
    def _starter(self) -> str:
        """First words that go with the act; empty when there are none."""
        return next(iter(self._draft.act.starters), "") if self._draft else ""

    def _parts(self) -> list[Part]:
        return parts_of(self._draft, self.occasion, self.words) if self._draft else []

    # The sentence

    def _redraft(self, draft: Suggestion | None) -> None:
        """Put another sentence in place; once taken, the plan changes with it."""
        if draft is None:
            return
        self._draft = draft
        self.query_one(Sentence).show(self._parts())
        if self.evening.outreach is not None:
            self._keep_plan()
        self._follow()

    def _keep_plan(self, *, written: bool = False) -> None:
        if self._draft is None:
            return
        plan = self._details.complete(plan_of(self._draft, someone=self.words["someone"]))
        evening = replace(self.evening, outreach=plan)
        (self.answer_text if written else self.answer)(evening)

    @on(Sentence.Taken)
    def _take(self, event: Sentence.Taken) -> None:
        if event.taken:
            self._keep_plan()
        else:
            self.answer(self.without_answers())
        self._follow()

    @on(Sentence.Turned)
    def _turn_blank(self, event: Sentence.Turned) -> None:
        if self._draft is not None:
            self._redraft(turned(self._draft, event.blank, event.by, self.occasion))

    @on(PlanDetails.Changed)
    def _keep_details(self, event: PlanDetails.Changed) -> None:
        if self.evening.outreach is not None:
            self._keep_plan(written=event.written)
            self._follow()

    @on(Choice.Changed, "#size")
    def _keep_size(self, event: Choice.Changed) -> None:
        size: Size | None = next((s for s in get_args(Size) if s == event.value), None)
        if self._draft is not None and size is not None:
            self._redraft(for_size(self._draft, size, self.occasion.acts, self.occasion.people))

    # The plan that is open already

    @on(Choice.Changed, "#still")
    def _keep_still(self, event: Choice.Changed) -> None:
        if self.earlier is None or self._standing is None:
            return
        # Always from the plan as it stood, so that passing over an answer changes nothing.
        plan = self._standing
        if event.value == "let-go":
            plan = answered(plan, "let-go", self.occasion.today)
        elif event.value == "smaller":
            plan = made_smaller(plan, self.occasion.acts, someone=self.words["someone"])
        self.earlier = replace(self.earlier, outreach=plan)
        self.post_message(self.Answered(self, self.earlier))
        self._follow()
        if self._asks:
            self.query_one(Sentence).focus()

    # Keys

    def action_take(self) -> None:
        """Take the sentence, or give it back."""
        if self.query_one("#suggested").display:
            self.query_one(Sentence).action_take()

    def action_smaller(self) -> None:
        """Make the act smaller."""
        if self._draft is not None and self._asks:
            self._redraft(smaller(self._draft, self.occasion.acts))

    def action_another(self) -> None:
        """Suggest another of the same size."""
        if self._draft is not None and self._asks:
            self._redraft(another(self._draft, self.occasion.acts, self.occasion.people))

    def action_write(self) -> None:
        """Write the blank in own words."""
        if self._draft is None or not self.query_one("#suggested").display:
            return
        asks = "own_" + self.query_one(Sentence).blank
        self.query_one("#writing .question", Prose).say(self.words[asks])
        self._writing = True
        self._follow()
        line = self.query_one("#own", Line)
        line.value = ""
        line.focus()

    def action_copy(self) -> None:
        """Put the first words in place and offer them to the terminal's clipboard."""
        if self.evening.outreach is None:
            return
        if words := self._details.take_words(self._starter):
            self._more = True
            self._follow()
            self.app.copy_to_clipboard(words)
            self.query_one("#hint", Prose).say(self.words["copied"])

    def action_more(self) -> None:
        """Unfold the suggestion; then its size, a time and first words."""
        if self._is_folded:
            self._unfolded = True
            self._follow()
            self.query_one(Sentence).focus()
            return
        self._more = True
        self._follow()

    def action_on(self) -> None:
        """Go on; from a blank being written, fill it."""
        if self.focused is not self.query_one("#own", Line):
            super().action_on()
            return
        self._fill_blank()
        self._writing = False
        self.query_one(Sentence).focus()
        self._follow()

    def settle(self) -> Evening:
        """Count in a blank that is written but not yet filled."""
        self._fill_blank()
        return super().settle()

    def _fill_blank(self) -> None:
        line = self.query_one("#own", Line)
        if self._draft is not None and line.value.strip():
            blank = self.query_one(Sentence).blank
            self._redraft(filled(self._draft, blank, line.value.strip(), self.occasion))
        line.value = ""

    def without_answers(self) -> Evening:
        """Nothing to reach for tonight."""
        return cleared(self.evening, "outreach")


STILL = ("keep", "smaller", "let-go")
"""What may become of an open plan before its day."""
