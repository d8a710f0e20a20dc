"""Reaching out: one sentence, already suggested, taken with one key or left alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import time
from typing import ClassVar, get_args

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from winddown.routine.evening import Evening, Plan, Size
from winddown.routine.outreach import (
    Suggestion,
    another,
    asks_how_sure,
    folded,
    for_size,
    offers_smaller,
    plan_of,
    smaller,
    suggestion,
    suggestion_of,
)
from winddown.routine.plans import answered, is_open
from winddown.screens.blanks import filled, parts_of, turned
from winddown.screens.step import StepScreen, cleared
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose
from winddown.widgets.scale import Scale
from winddown.widgets.sentence import Part, Sentence


class Outreach(StepScreen):
    """One small act for tomorrow or the days after. None is as good."""

    STEP = "outreach"
    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("minus", "smaller", "smaller", show=False),
        Binding("n", "another", "another", show=False),
        Binding("w", "write", "own words", show=False),
        Binding("c", "copy", "first words", show=False),
    ]

    _draft: Suggestion | None = None
    _unfolded = False

    def questions(self) -> Iterable[Widget]:
        """The plan that is open, or a sentence and what belongs to it."""
        say, plan = self.words, self.evening.outreach
        self._draft = suggestion_of(plan, self.occasion.acts) if plan else self._suggested()
        self._unfolded = plan is not None
        yield Prose(say["title"], classes="heading")
        yield Prose(id="intro", classes="quiet")
        yield group(Choice([(k, say["still-" + k]) for k in STILL], id="still"), id="open")
        yield group(Sentence(self._parts(), taken=plan is not None), id="suggested")
        yield group(Prose(say["own"], classes="question"), Line(id="own"), id="writing")
        yield Prose(id="hint", classes="quiet gap")
        yield group(
            Prose(say["expect"], classes="question"),
            Scale(
                say["expect_low"],
                say["expect_high"],
                plan.expected if plan else None,
                id="expected",
            ),
            id="expecting",
        )
        yield group(
            Prose(say["sure"], classes="question"),
            Scale(say["sure_low"], say["sure_high"], plan.sure if plan else None, id="sure"),
            Prose(say["shrink"], id="shrink", classes="quiet"),
            id="being-sure",
        )
        yield group(
            Prose(say["size"], classes="question"),
            Choice([(size, say[size]) for size in get_args(Size)], id="size"),
            id="sizing",
        )
        yield group(
            Prose(say["at"], classes="question"),
            Line(f"{plan.at:%H:%M}" if plan and plan.at else "", say["at_hint"], id="at"),
            id="timing",
        )
        yield group(
            Prose(say["words"], classes="question"),
            Line(plan.words if plan else "", id="words"),
            id="wording",
        )

    def _suggested(self) -> Suggestion | None:
        avoided = next((r.from_what for r in self.evening.reflections if r.reading == "away"), "")
        return suggestion(
            self.occasion.acts,
            self.occasion.people,
            self.occasion.cues,
            self.occasion.past,
            self.occasion.today,
            avoided=avoided,
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
    def _still_open(self) -> Plan | None:
        """The earlier plan that is open, if it has not been let go."""
        plan = self.earlier.outreach if self.earlier else None
        return plan if plan and is_open(plan, self.occasion.today) else None

    @property
    def _is_folded(self) -> bool:
        return not self._unfolded and folded(self.occasion.past, self.occasion.today)

    def _follow(self) -> None:
        """Show what belongs to the state the answer is in."""
        say, plan, still = self.words, self.evening.outreach, self._still_open
        asks = still is None and self._draft is not None and not self._is_folded
        taken = asks and plan is not None
        # A night that is not okay asks for no numbers.
        rated = taken and self.evening.tonight != "not-okay"
        size = self._draft.act.size if self._draft else None
        if still is not None:
            self.query_one("#intro", Prose).say(say.say("still", say=still.text))
        else:
            self.query_one("#intro", Prose).say(say["folded" if not asks else "intro"])
        self.query_one("#hint", Prose).say(say["taken" if taken else "untaken"])
        shown = {
            "#open": still is not None,
            "#suggested": asks,
            "#writing": asks and (self._writing or self._more),
            "#hint": asks,
            "#expecting": rated,
            "#being-sure": rated and asks_how_sure(size),
            "#shrink": taken and plan is not None and offers_smaller(plan.sure),
            "#sizing": asks and self._more,
            "#timing": taken and self._more,
            "#wording": taken and self._more,
        }
        for name, display in shown.items():
            self.query_one(name).display = display
        if self._draft is not None:
            self.query_one("#words", Line).placeholder = self._starter or say["words_hint"]
        self.query_one("#size", Choice).show_value(size)
        self.refresh_keys()

    def keys(self) -> tuple[Key, ...]:
        """Take it, another, smaller; or on, once it is taken."""
        say, own = self._frame_words, self.words
        if self._still_open or self._draft is None or self._is_folded:
            return (Key("enter", say["on"], "screen.on"), Key("m", say["more"], "screen.more"))
        if self.evening.outreach is not None:
            return (
                Key("enter", say["on"], "screen.on"),
                Key("tab", say["next"], "app.focus_next"),
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
        plan = plan_of(
            self._draft,
            at=_time(self.query_one("#at", Line).value),
            sure=self.query_one("#sure", Scale).value,
            expected=self.query_one("#expected", Scale).value,
            words=self.query_one("#words", Line).value,
            someone=self.words["someone"],
        )
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

    @on(Scale.Changed)
    def _keep_scale(self) -> None:
        if self.evening.outreach is not None:
            self._keep_plan()
            self._follow()

    @on(Line.Changed, "#words, #at")
    def _keep_words(self) -> None:
        if self.evening.outreach is not None:
            self._keep_plan(written=True)

    @on(Choice.Changed, "#size")
    def _keep_size(self, event: Choice.Changed) -> None:
        size: Size | None = next((s for s in get_args(Size) if s == event.value), None)
        if self._draft is not None and size is not None:
            self._redraft(for_size(self._draft, size, self.occasion.acts, self.occasion.people))

    # The plan that is open already

    @on(Choice.Changed, "#still")
    def _keep_still(self, event: Choice.Changed) -> None:
        if self.earlier is None or self._still_open is None or event.value is None:
            return
        if event.value == "let-go":
            plan = answered(self._still_open, "let-go", self.occasion.today)
        elif event.value == "smaller":
            plan = self._made_smaller(self._still_open)
        else:
            return
        self.earlier = replace(self.earlier, outreach=plan)
        self.post_message(self.Answered(self, self.earlier))
        self._follow()
        if not is_open(plan, self.occasion.today):
            self._focus_answer()

    def _made_smaller(self, plan: Plan) -> Plan:
        """Give the open plan an easier act; its day and its person stay."""
        draft = smaller(suggestion_of(plan, self.occasion.acts), self.occasion.acts)
        if draft is None:
            return plan
        easier = plan_of(draft, someone=self.words["someone"])
        return replace(
            plan, act=easier.act, text=easier.text, size=easier.size, channel=easier.channel
        )

    # Keys

    def action_take(self) -> None:
        """Take the sentence, or give it back."""
        if self.query_one("#suggested").display:
            self.query_one(Sentence).action_take()

    def action_smaller(self) -> None:
        """Make the act smaller."""
        if self._draft is not None and not self._is_folded:
            self._redraft(smaller(self._draft, self.occasion.acts))

    def action_another(self) -> None:
        """Suggest another of the same size."""
        if self._draft is not None and not self._is_folded:
            self._redraft(another(self._draft, self.occasion.acts, self.occasion.people))

    def action_write(self) -> None:
        """Write the blank in own words."""
        if self._draft is None or not self.query_one("#suggested").display:
            return
        self._writing = True
        self._follow()
        line = self.query_one("#own", Line)
        line.value = ""
        line.focus()

    def action_copy(self) -> None:
        """Put the first words in place and offer them to the terminal's clipboard."""
        line = self.query_one("#words", Line)
        if self.evening.outreach is None or not (line.value or self._starter):
            return
        line.value = line.value or self._starter
        self._more = True
        self._follow()
        self.app.copy_to_clipboard(line.value)
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


def _time(text: str) -> time | None:
    """Read a time of day; anything else is none."""
    try:
        return time.fromisoformat(text.strip().rjust(5, "0")) if ":" in text else None
    except ValueError:
        return None
