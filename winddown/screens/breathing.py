"""Breathing: settling in, a round with the pacer or an anchor, and how settled now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import ScreenResume, ScreenSuspend
from textual.timer import Timer
from textual.widget import Widget

from winddown.routine.anchoring import Anchoring
from winddown.routine.breathing import Moment, Pattern
from winddown.routine.evening import Evening, Round
from winddown.routine.rounds import Pacing
from winddown.screens.step import StepScreen, cleared
from winddown.widgets.column import group
from winddown.widgets.keys import Key, Keys
from winddown.widgets.pacer import TICK, Pacer
from winddown.widgets.prose import Prose
from winddown.widgets.scale import Scale
from winddown.widgets.trail import Trail

SETTLING = 3.0
"""Seconds of getting comfortable before the first in-breath."""
DIMMEST = 1 / 3
"""How much of its light the orb loses over a round, so that time passes without a clock."""
MINUTES = (1, 2, 3, 5, 10, 15, 20)
"""The lengths that + and - step through."""
SHORT_MINUTES = 1

Stage = Literal["settling", "caution", "round", "after"]


class Breathing(StepScreen):
    """Begins by itself after three seconds; enter ends it with the breath in hand."""

    STEP = "breathing"
    CSS_PATH = "breathing.tcss"
    AUTO_FOCUS = ""

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
    _turned_at: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        """The trail, the orb with its word and count, and the question that comes after."""
        self._pattern = self.occasion.pattern
        self._minutes: float = SHORT_MINUTES if self._is_short else self.occasion.minutes
        yield Trail(self.frame.trail, self.frame.here, self.frame.notice)
        yield Keys(self.keys(), self._always())
        yield Pacer(motion=self.occasion.motion)
        yield Vertical(*self.questions(), id="under")

    def questions(self) -> Iterable[Widget]:
        """The word, the count and a quiet line; afterwards one scale."""
        say = self.words
        yield Prose(id="cue")
        yield Prose(id="count", classes="quiet")
        yield Prose(id="aside", classes="quiet")
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

    def _settle_in(self) -> None:
        must_read = self._pattern.holds and not self.occasion.hold_known
        self._stage = "caution" if must_read else "settling"
        self._show(self.words["settling"], "", self.words["hold_warning" if must_read else "start"])
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
        self._turned_at = None
        self._keep_time()
        self._tick()
        self.refresh_keys()

    def _keep_time(self) -> None:
        """Look at the clock as often as suits what may move."""
        self._stop_timer()
        motion = self.query_one(Pacer).motion = self.occasion.motion
        self._timer = self.set_interval(TICK[motion], self._tick)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _finish(self) -> None:
        """Count the round in, and ask how settled now."""
        self._bank()
        self._stop_timer()
        self._stage = "after"
        self.query_one(Pacer).fill = 0.0
        if not self._asks_after:
            self.dismiss(self.evening)
            return
        self._show(self.words["done"], "", "")
        for name in ("#count", "#aside"):
            self.query_one(name).display = False
        self.query_one("#after").display = True
        self.query_one("#settled").focus()
        self.refresh_keys()

    def _bank(self) -> None:
        """Keep the round in hand, when it holds a whole cycle."""
        self.evening = self._with_round()
        self._round = None
        self.answer_kept()

    def answer_kept(self) -> None:
        """Have what stands in the evening kept."""
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
        pacer, light = self.query_one(Pacer), 1.0 - DIMMEST * begun.gone(now)
        if pacer.motion != self.occasion.motion:
            self._keep_time()
        if isinstance(begun, Anchoring):
            pacer.light = light
            self._show(begun.step(now), "", begun.anchor.name)
            return
        moment = begun.moment(now)
        self._ring(moment)
        pacer.follow(moment, light)
        # Where nothing may move, a count that ticks would.
        count = "" if self.occasion.motion == "still" else str(moment.count)
        self._show(self.words["cue-" + moment.cue], count, self._aside(begun, now))

    def _ring(self, moment: Moment) -> None:
        """Ring at each turn of the breath, for those who asked for it."""
        here = (moment.cycle, moment.phase)
        if self.occasion.bell and self._turned_at not in (None, here):
            self.app.bell()
        self._turned_at = here

    def _aside(self, begun: Pacing, now: float) -> str:
        """Say quietly what helps during the first breaths; after them, nothing."""
        if begun.is_armed:
            return self.words["armed"]
        asides = self._first_asides(begun.pattern)
        at = begun.cycles(now)
        return asides[at] if at < len(asides) else ""

    def _first_asides(self, pattern: Pattern) -> tuple[str, ...]:
        """Give a line for each of the first breaths: for someone new, how, and who takes care."""
        named, say = self._named(pattern), self.words
        if any(evening.breathing for evening in self.occasion.past):
            return (named, named)
        return (say["start"], say["start"], say["first_time"], say["first_time"], named)

    def _named(self, pattern: Pattern) -> str:
        minutes = int(self._minutes)
        key = "pattern_minute" if minutes == 1 else "pattern_minutes"
        return self.words.say(key, name=pattern.name, minutes=minutes)

    def _show(self, cue: str, count: str, aside: str) -> None:
        for name, text in (("#cue", cue), ("#count", count), ("#aside", aside)):
            self.query_one(name, Prose).say(text)

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
            self._show(self.words["paused"], "", self.words["paused_aside"])
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
        self._show(self._named(self._pattern), "", self._pattern_about())

    def _pattern_about(self) -> str:
        return self.words["hold_warning"] if self._stage == "caution" else self._pattern.about

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
        self.query_one(Pacer).fill = 0.5
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
        self.query_one("#aside", Prose).say(self._named(self._pattern))

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
