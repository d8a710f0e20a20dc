"""The breath on the screen: the orb, one word, one count, and a quiet line beneath."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from winddown.routine.anchoring import Anchoring
from winddown.routine.breathing import Moment, Pattern
from winddown.routine.occasion import Occasion
from winddown.routine.rounds import Pacing
from winddown.routine.words import Words
from winddown.widgets.pacer import Pacer
from winddown.widgets.prose import Prose

DIMMEST = 1 / 3
"""How much of its light the orb loses over a round, so that time passes without a clock."""
RESTING = 0.5
"""How full the orb stands while the breath is let be."""
REMARK = 4.0
"""Seconds for which a remark stands."""


class Breath(Vertical):
    """Shows a round as it stands; it keeps no time of its own."""

    DEFAULT_CSS = """
    Breath {
        height: 1fr;
        & > Prose { text-align: center; padding: 0 4; }
        & > #cue { color: $heading; text-style: bold; }
        & > #aside { height: auto; min-height: 2; margin-bottom: 1; }
    }
    Screen.-low Breath > #aside { min-height: 1; margin-bottom: 0; }
    """

    def __init__(self, occasion: Occasion, words: Words) -> None:
        """Speak in `words`, and move as `occasion` allows."""
        super().__init__()
        self._occasion = occasion
        self._words = words
        self._turned_at: tuple[int, int] | None = None
        self._remark, self._remark_ends = "", 0.0

    def compose(self) -> ComposeResult:
        """The orb and its three lines."""
        yield Pacer(motion=self._occasion.motion)
        yield Prose(id="cue")
        yield Prose(id="count", classes="quiet")
        yield Prose(id="aside", classes="quiet")

    def say(self, cue: str, aside: str = "") -> None:
        """Show a word and a quiet line, without a count."""
        self._remark = ""
        self._say(cue, "", aside)

    def settle(self, cue: str, aside: str) -> None:
        """Wait on empty lungs for the first breath."""
        self.query_one(Pacer).fill = 0.0
        self.say(cue, aside)

    def remark(self, text: str) -> None:
        """Say something in passing on the quiet line, where it stands for a few seconds."""
        self._remark, self._remark_ends = text, self._occasion.clock() + REMARK
        self.query_one("#aside", Prose).say(text)

    def rest(self, cue: str) -> None:
        """Stand on empty lungs with one word, and nothing beneath it."""
        self.query_one(Pacer).fill = 0.0
        self.say(cue)
        for name in ("#count", "#aside"):
            self.query_one(name).display = False

    def begin(self) -> None:
        """Take up the motion that is wanted now, at the first breath of a round."""
        self._turned_at, self._remark = None, ""
        self.query_one(Pacer).motion = self._occasion.motion

    def follow(self, begun: Pacing | Anchoring, now: float, minutes: int) -> None:
        """Show where a round of so many minutes stands at `now`."""
        pacer, light = self.query_one(Pacer), 1.0 - DIMMEST * begun.gone(now)
        pacer.motion = self._occasion.motion
        remark = self._remark if now < self._remark_ends else ""
        if isinstance(begun, Anchoring):
            pacer.fill, pacer.light = RESTING, light
            self._say(begun.step(now), "", remark or begun.anchor.name)
            return
        moment = begun.moment(now)
        self._ring(moment)
        pacer.follow(moment, light)
        # Where nothing may move, a count that ticks would.
        count = "" if self._occasion.motion == "still" else str(moment.count)
        armed = self._words["armed"] if begun.is_armed else ""
        aside = armed or remark or self._aside(begun, now, minutes)
        self._say(self._words["cue-" + moment.cue], count, aside)

    def named(self, pattern: Pattern, minutes: int) -> str:
        """Name a pattern and how long it goes on."""
        key = "pattern_minute" if minutes == 1 else "pattern_minutes"
        return self._words.say(key, name=pattern.name, minutes=minutes)

    def _say(self, cue: str, count: str, aside: str) -> None:
        for name, text in (("#cue", cue), ("#count", count), ("#aside", aside)):
            self.query_one(name, Prose).say(text)

    def _ring(self, moment: Moment) -> None:
        """Ring at each turn of the breath, for those who asked for it."""
        here = (moment.cycle, moment.phase)
        if self._occasion.bell and self._turned_at not in (None, here):
            self.app.bell()
        self._turned_at = here

    def _aside(self, begun: Pacing, now: float, minutes: int) -> str:
        """Say quietly what helps during the first breaths; after them, nothing."""
        asides = self._first_asides(begun.pattern, minutes)
        at = begun.cycles(now)
        return asides[at] if at < len(asides) else ""

    def _first_asides(self, pattern: Pattern, minutes: int) -> tuple[str, ...]:
        """Give a line for each of the first breaths: for someone new, how, and who takes care."""
        named, say = self.named(pattern, minutes), self._words
        if any(evening.breathing for evening in self._occasion.past):
            return (named, named)
        return (say["start"], say["start"], say["first_time"], say["first_time"], named)
