"""Breathing: settling in, a round with the pacer or an anchor, and how settled now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import ScreenResume, ScreenSuspend
from textual.widget import Widget

from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.sitting import Sitting, sitting_down
from winddown.screens.breath import Breath
from winddown.screens.breathing_keys import keys_of
from winddown.screens.frame import Frame
from winddown.screens.settled_now import SettledNow
from winddown.screens.step import StepScreen, cleared
from winddown.screens.ticks import Ticks
from winddown.widgets.keys import Key, Keys
from winddown.widgets.scale import Scale
from winddown.widgets.trail import Trail


class Breathing(StepScreen):
    """Begins by itself after three seconds; enter ends it with the breath in hand."""

    STEP = "breathing"
    FIRST = ""
    MOVES: ClassVar[bool] = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "pause", show=False),
        Binding("p", "pattern", "another pattern", show=False),
        Binding("a", "anchor", "not breath tonight", show=False),
        Binding("plus,equals_sign", "longer(1)", "longer", show=False),
        Binding("minus", "longer(-1)", "shorter", show=False),
    ]

    def __init__(
        self, evening: Evening, occasion: Occasion, frame: Frame, earlier: Evening | None = None
    ) -> None:
        """Open before the first breath; the arguments are those of every step."""
        super().__init__(evening, occasion, frame, earlier)
        self._sitting = sitting_down(evening, occasion, alone=frame.alone)
        self._ticks = Ticks(self, occasion, self._tick)

    def compose(self) -> ComposeResult:
        """The trail, the orb with its word and count, and the question that comes after."""
        yield Trail(self.frame.trail, self.frame.here, self.frame.notice)
        yield Keys(self.keys(), self._always(), self._frame_words)
        yield Breath(self.occasion, self.words)
        yield from self.questions()

    def questions(self) -> Iterable[Widget]:
        """Ask how settled the person feels, once the breathing is done."""
        yield SettledNow(self.words, self.evening.settled.after)

    def keys(self) -> tuple[Key, ...]:
        """What counts in this stage."""
        return keys_of(self._sitting, self._frame_words)

    # From settling in to the question

    def on_mount(self) -> None:
        """Settle in; and wait while the whole program is stopped, too."""
        # At once, since afterwards the clock has gone on.
        self.app.app_suspend_signal.subscribe(self, lambda _: self._wait(), immediate=True)
        self.app.app_resume_signal.subscribe(self, lambda _: self._go_on_if_seen(), immediate=True)
        self._settle_in()

    @property
    def _breath(self) -> Breath:
        return self.query_one(Breath)

    def _settle_in(self, *, chosen: bool = False) -> None:
        now, known = self.occasion.clock(), self.occasion.hold_known
        self._sitting = self._sitting.settling_in(now, hold_known=known)
        self._breath.settle(self._sitting, chosen=chosen)
        self._ticks.start()
        self.refresh_keys()

    def _begin(self, begun: Sitting) -> None:
        self._sitting = begun
        self._breath.begin()
        self._ticks.start()
        self._tick()
        self.refresh_keys()

    def _finish(self) -> None:
        """Count the round in, and ask how settled now, but not alone or on a hard night."""
        self._bank()
        self._ticks.stop()
        self._sitting = self._sitting.after()
        if self.frame.alone or self.evening.tonight == "not-okay":
            self.dismiss(self.evening)
            return
        self._breath.rest(self.words["done"])
        self.query_one(SettledNow).ask()
        self.refresh_keys()

    def _bank(self) -> None:
        """Keep the round in hand, when it holds a whole cycle."""
        self.evening = self.settle()
        self._keep()

    def _tick(self) -> None:
        now = self.occasion.clock()
        if self._sitting.is_due(now):
            self._begin(self._sitting.begun(now))
        elif self._sitting.is_over(now):
            self._finish()
        elif self._sitting.is_under_way:
            self._ticks.keep_up()
            self._breath.follow(self._sitting, now)

    # Keys

    def action_on(self) -> None:
        """Begin at once; arm the end; go on."""
        now = self.occasion.clock()
        if self._sitting.stage in ("settling", "caution"):
            self._begin(self._sitting.begun(now))
        elif self._sitting.stage == "after":
            super().action_on()
        elif armed := self._sitting.armed(now):
            self._sitting = armed
            self._tick()
        else:
            self._finish()

    def action_pause(self) -> None:
        """Pause, or go on at an in-breath."""
        if self._sitting.stage != "round":
            return
        now = self.occasion.clock()
        if self._sitting.is_paused:
            self._sitting = self._sitting.resumed(now)
            self._tick()
        else:
            self._sitting = self._sitting.paused(now)
            self._breath.say(self.words["paused"], self.words["paused_aside"])
        self.refresh_keys()

    def action_pattern(self) -> None:
        """Go to the next pattern; a round in hand is counted in first."""
        if self._sitting.stage == "after":
            return
        self._bank()
        self._sitting = self._sitting.next_pattern(self.occasion.patterns)
        self.occasion.breathe_as(self._sitting)
        self._settle_in(chosen=True)

    def action_anchor(self) -> None:
        """Rest on something else than the breath: the next anchor, and at last the breath again."""
        if self._sitting.stage == "after":
            return
        self._bank()
        anchor = self._sitting.next_anchor(self.occasion.anchors)
        if anchor is None:
            self._settle_in()
        else:
            self._begin(self._sitting.resting_on(anchor, self.occasion.clock()))

    def action_longer(self, by: int) -> None:
        """Make the round longer or shorter."""
        changed = self._sitting.longer(by, self.occasion.clock())
        if self._sitting.stage == "after" or changed is self._sitting:
            return
        self._sitting = changed
        self.occasion.breathe_as(changed)
        if changed.stage == "round":
            self._breath.remark_on_length(changed)
        else:
            # What is to be known before the first breath stays on the screen.
            self._breath.settle(changed, chosen=True)

    # What goes on around

    @on(ScreenSuspend)
    def _wait(self) -> None:
        """Pause while something covers the pacer."""
        self._sitting = self._sitting.covered(self.occasion.clock())

    @on(ScreenResume)
    def _resume(self) -> None:
        self._sitting = self._sitting.uncovered(self.occasion.clock())

    def _go_on_if_seen(self) -> None:
        if self.is_current:
            self._resume()

    @on(Scale.Changed, "#settled")
    def _keep_settled(self, event: Scale.Changed) -> None:
        settled = replace(self.evening.settled, after=event.value)
        self.answer(replace(self.evening, settled=settled))

    def settle(self) -> Evening:
        """Count the round in hand in."""
        kept = self._sitting.kept(self.occasion.clock())
        if kept is None:
            return self.evening
        return replace(self.evening, breathing=(*self.evening.breathing, kept))

    def without_answers(self) -> Evening:
        """No round, no second mark on the scale."""
        evening = cleared(self.evening, "breathing")
        return replace(evening, settled=replace(evening.settled, after=None))
