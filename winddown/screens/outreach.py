"""Reaching out: one sentence, already suggested, taken with one key or left alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual import on
from textual.widget import Widget

from winddown.routine.drafting import STILL, still
from winddown.routine.evening import Evening, Plan
from winddown.routine.outreach import folded
from winddown.routine.plans import is_open
from winddown.routine.sentences import told
from winddown.screens.outreach_states import State, keys_of, offers, shown
from winddown.screens.own_draft import OwnDraftScreen
from winddown.screens.step import cleared
from winddown.widgets.choice import Choice
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.prose import Prose


class Outreach(OwnDraftScreen):
    """One small act for tomorrow or the days after. None is as good."""

    STEP = "outreach"
    FIRST = ""

    _unfolded = False
    _standing: Plan | None = None
    """The earlier plan that is open, as it stood when the step opened."""

    def questions(self) -> Iterable[Widget]:
        """The plan that is open, or a sentence and what belongs to it."""
        say = self.words
        # Whoever opened this step alone has come for a suggestion.
        self._unfolded = self.evening.outreach is not None or self.frame.alone
        self._standing = self._open_plan
        yield Prose(say["title"], classes="heading")
        yield Prose(id="intro", classes="quiet")
        yield group(Choice([(k, say["still-" + k]) for k in STILL], id="still"), id="open")
        yield from self.drafted()

    def on_mount(self) -> None:
        """Fold what is not needed yet, and put the keys where the answer is given."""
        self.follow()
        if self._state == "open":
            self.query_one("#still").focus()
        elif self.offers:
            self._sentence.focus()

    # What stands on the screen

    @property
    def _state(self) -> State:
        if self._open_plan is not None:
            return "open"
        if not self._unfolded and folded(self.occasion.past, self.occasion.today):
            return "folded"
        if self._draft is None:
            return "unsaid" if self._writing else "folded"
        return "untaken" if self.evening.outreach is None else "taken"

    @property
    def _open_plan(self) -> Plan | None:
        """The earlier plan while it is open; one that is let go makes room for another."""
        plan = self.earlier.outreach if self.earlier else None
        return plan if plan is not None and is_open(plan, self.occasion.today) else None

    @property
    def offers(self) -> bool:
        """True while the sentence is on offer, taken or not."""
        return offers(self._state)

    def follow(self) -> None:
        """Show what belongs to the state the answer is in."""
        state, plan, say = self._state, self._open_plan, self.words
        intro = say["folded" if state == "folded" else "intro"]
        self.query_one("#intro", Prose).say(told(say["still"], say=plan.text) if plan else intro)
        was_open = self._standing is not None
        parts = shown(state, was_open=was_open, writing=self._writing, more=self._more)
        for name, display in parts.items():
            self.query_one(name).display = display
        self.follow_draft()
        self.refresh_keys()

    def keys(self) -> tuple[Key, ...]:
        """What counts in this state."""
        return keys_of(self._state, self._frame_words, self.words)

    # Answers

    @on(Choice.Changed, "#still")
    def _keep_still(self, event: Choice.Changed) -> None:
        if self.earlier is None or self._standing is None:
            return
        # Always from the plan as it stood, so that passing over an answer changes nothing.
        someone = self.words["someone"]
        plan = still(self._standing, event.value, self.occasion, someone=someone)
        self.earlier = replace(self.earlier, outreach=plan)
        self.post_message(self.Answered(self, self.earlier))
        self.follow()
        if self.offers:
            self._sentence.focus()

    def action_more(self) -> None:
        """Unfold the suggestion, or ask for own words; then its size, a time and first words."""
        if self._state not in ("folded", "unsaid"):
            self._more = True
            self.follow()
            return
        self._unfolded = True
        if self._draft is None:
            self._ask("act")
        else:
            self.follow()
            self._sentence.focus()

    def without_answers(self) -> Evening:
        """Nothing to reach for tonight."""
        return cleared(self.evening, "outreach")
