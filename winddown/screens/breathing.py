"""Breathing: settling in, a round with the pacer or an anchor, and how settled now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import ScreenResume, ScreenSuspend
from textual.timer import Timer
from textual.widget import Widget

from winddown.routine.anchoring import Anchoring
from winddown.routine.evening import Evening, Round
from winddown.routine.rounds import Pacing
from winddown.screens.breath import Breath
from winddown.screens.step import StepScreen, cleared
from winddown.widgets.column import group
from winddown.widgets.keys import Key, Keys
from winddown.widgets.pacer import TICK
from winddown.widgets.prose import Prose
from winddown.widgets.scale import Scale
from winddown.widgets.trail import Trail

SETTLING = 3.0
"""Seconds of getting comfortable before the first in-breath."""
MINUTES = (1, 2, 3, 5, 10, 15, 20)
"""The lengths that + and - step through."""
SHORT_MINUTES = 1

Stage = Literal["settling", "caution", "round", "after"]


class Breathing(StepScreen):
    """Begins by itself after three seconds; enter ends it with the breath in hand."""

    STEP = "breathing"
    FIRST = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "pause", show=False),
        Binding("p", "pattern", "another pattern", show=False),
        Binding("a", "anchor", "not breath tonight", show=False),
        Binding("plus,equals_sign", "longer(1)", "longer", show=False),
        Binding("minus", "longer(-1)", "shorter", show=False),
    ]

    _stage: Stage = "settling"
    _round: Pacing | Anchoring | None = None
    _timer: Timer | None = None
    _settled_at = 0.0
    _suspended = False

    def compose(self) -> ComposeResult:
        """The trail, the orb with its word and count, and the question that comes after."""
        self._pattern = self.occasion.pattern
        self._minutes = SHORT_MINUTES if self._is_short else self.occasion.minutes
        yield Trail(self.frame.trail, self.frame.here, self.frame.notice)
        yield Keys(self.keys(), self._always())
        yield Breath(self.occasion, self.words)
        yield from self.questions()

    def questions(self) -> Iterable[Widget]:
        """Ask how settled the person feels, once the breathing is done."""
        say = self.words
        after = group(
            Prose(say["settled_now"], classes="question"),
            Scale(
                say["settled_low"], say["settled_high"], self.evening.settled.after, id="settled"
            ),
            id="after",
        )
        after.display = False
        yield after

    @property
    def _is_short(self) -> bool:
        return self.evening.route in ("short", "support") and not self.frame.alone

    @property
    def _asks_after(self) -> bool:
        """True where how settled now belongs: in an evening's own round, not on a hard night."""
        return not self.frame.alone and self.evening.tonight != "not-okay"

    def keys(self) -> tuple[Key, ...]:
        """What counts in this stage."""
        say = self._frame_words
        if self._stage == "after":
            return (Key("enter", say["on"], "screen.on"),)
        if self._stage == "round":
            space = say["go_on"] if self._round and self._round.is_paused else say["pause"]
            return (
                Key("enter", say["done"], "screen.on"),
                Key("space", space, "screen.pause"),
                Key("a", say["anchor"], "screen.anchor"),
            )
        return (
            Key("enter", say["begin"], "screen.on"),
            Key("p", say["pattern"], "screen.pattern"),
            Key("a", say["anchor"], "screen.anchor"),
        )

    # Stages

    def on_mount(self) -> None:
        """Settle in."""
        self._settle_in()

    @property
    def _breath(self) -> Breath:
        return self.query_one(Breath)

    def _settle_in(self) -> None:
        must_read = self._pattern.holds and not self.occasion.hold_known
        self._stage = "caution" if must_read else "settling"
        self._breath.settle(
            self.words["settling"], self.words["hold_warning" if must_read else "start"]
        )
        self._settled_at = self.occasion.clock() + SETTLING
        self._keep_time()
        self.refresh_keys()

    def _begin(self) -> None:
        now = self.occasion.clock()
        self._start(
            Pacing(pattern=self._pattern, minutes=self._minutes, at_most=self._is_short, since=now)
        )

    def _start(self, begun: Pacing | Anchoring) -> None:
        self._round = begun
        self._stage = "round"
        self._breath.begin()
        self._keep_time()
        self._tick()
        self.refresh_keys()

    def _keep_time(self) -> None:
        """Look at the clock as often as suits what may move."""
        self._stop_timer()
        self._ticks_for = self.occasion.motion
        self._timer = self.set_interval(TICK[self._ticks_for], self._tick)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _finish(self) -> None:
        """Count the round in, and ask how settled now."""
        self._bank()
        self._stop_timer()
        self._stage = "after"
        if not self._asks_after:
            self.dismiss(self.evening)
            return
        self._breath.rest(self.words["done"])
        self.query_one("#after").display = True
        self.query_one("#settled").focus()
        self.refresh_keys()

    def _bank(self) -> None:
        """Keep the round in hand, when it holds a whole cycle."""
        self.evening = self._with_round()
        self._round = None
        self._keep()

    def _with_round(self) -> Evening:
        kept: Round | None = self._round.kept(self.occasion.clock()) if self._round else None
        if kept is None:
            return self.evening
        return replace(self.evening, breathing=(*self.evening.breathing, kept))

    # The breath

    def _tick(self) -> None:
        begun, now = self._round, self.occasion.clock()
        if self._stage == "settling" and now >= self._settled_at and not self._suspended:
            self._begin()
            return
        if begun is None or begun.is_paused:
            return
        if begun.is_over(now):
            self._finish()
            return
        if self._ticks_for != self.occasion.motion:
            self._keep_time()
        self._breath.follow(begun, now, self._minutes)

    # Keys

    def action_on(self) -> None:
        """Begin at once; arm the end; go on."""
        if self._stage in ("settling", "caution"):
            self._begin()
        elif self._stage == "after":
            super().action_on()
        elif isinstance(self._round, Pacing) and not (
            self._round.is_armed or self._round.is_paused
        ):
            self._round = self._round.arm(self.occasion.clock())
            self._tick()
        else:
            self._finish()

    def action_pause(self) -> None:
        """Pause, or go on at an in-breath."""
        if self._round is None:
            return
        now = self.occasion.clock()
        if self._round.is_paused:
            self._round = self._round.resume(now)
            self._tick()
        else:
            self._round = self._round.pause(now)
            self._breath.say(self.words["paused"], self.words["paused_aside"])
        self.refresh_keys()

    def action_pattern(self) -> None:
        """Go to the next pattern; a round in hand is counted in first."""
        if self._stage == "after":
            return
        self._bank()
        patterns = self.occasion.patterns
        here = [pattern.id for pattern in patterns].index(self._pattern.id)
        self._pattern = patterns[(here + 1) % len(patterns)]
        self._settle_in()
        named = self._breath.named(self._pattern, self._minutes)
        is_new = self._stage == "caution"
        self._breath.say(named, self.words["hold_warning"] if is_new else self._pattern.about)

    def action_anchor(self) -> None:
        """Rest on something else than the breath: the next anchor, and at last the breath again."""
        if self._stage == "after":
            return
        anchors = self.occasion.anchors
        at = anchors.index(self._round.anchor) if isinstance(self._round, Anchoring) else -1
        self._bank()
        if at + 1 == len(anchors):
            self._settle_in()
            return
        now = self.occasion.clock()
        self._start(Anchoring(anchor=anchors[at + 1], minutes=self._minutes, since=now))

    def action_longer(self, by: int) -> None:
        """Make the round longer or shorter."""
        lengths = [m for m in MINUTES if (m > self._minutes if by > 0 else m < self._minutes)]
        if not lengths or self._stage == "after":
            return
        self._minutes = min(lengths) if by > 0 else max(lengths)
        if self._round is not None:
            self._round = self._round.lasting(self._minutes, self.occasion.clock())
        self._breath.remark(self._breath.named(self._pattern, self._minutes))

    # What goes on around

    @on(ScreenSuspend)
    def _wait(self) -> None:
        """Pause while something covers the pacer."""
        if self._round is None or not self._round.is_paused:
            self._suspended = True
            self._round = self._round and self._round.pause(self.occasion.clock())

    @on(ScreenResume)
    def _resume(self) -> None:
        if self._suspended:
            now = self.occasion.clock()
            self._suspended = False
            self._settled_at = now + SETTLING
            self._round = self._round and self._round.resume(now)

    @on(Scale.Changed, "#settled")
    def _keep_settled(self, event: Scale.Changed) -> None:
        settled = replace(self.evening.settled, after=event.value)
        self.answer(replace(self.evening, settled=settled))

    def settle(self) -> Evening:
        """Count the round in hand in."""
        return self._with_round()

    def without_answers(self) -> Evening:
        """No round, no second mark on the scale."""
        evening = cleared(self.evening, "breathing")
        return replace(evening, settled=replace(evening.settled, after=None))
