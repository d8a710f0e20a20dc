"""The breath on the screen: the orb, one word, one count, and a quiet line beneath."""

from __future__ import annotations

from textual.app import ComposeResult

from winddown.routine.anchoring import Anchoring
from winddown.routine.asides import at_breath, named, while_settling
from winddown.routine.breathing import Moment
from winddown.routine.occasion import Occasion
from winddown.routine.sitting import Sitting
from winddown.routine.words import Words
from winddown.widgets.ground import Box
from winddown.widgets.pacer import Pacer
from winddown.widgets.prose import Prose

DIMMEST = 1 / 3
"""How much of its light the orb loses over a round, so that time passes without a clock."""
RESTING = 0.5
"""How full the orb stands while the breath is let be."""
REMARK = 4.0
"""Seconds for which a remark stands."""


class Breath(Box):
    """Shows a sitting as it stands; it keeps no time of its own."""

    DEFAULT_CSS = """
    Breath {
        height: 1fr;
        & > Prose { text-align: center; padding: 0 4; }
        & > #cue { color: $heading; text-style: bold; }
        & > #aside { height: auto; min-height: 2; margin-bottom: 1; }
    }
    """

    def __init__(self, occasion: Occasion, words: Words) -> None:
        """Speak in `words`, and move as `occasion` allows."""
        super().__init__()
        self._occasion = occasion
        self._words = words
        self._pacer = Pacer(motion=occasion.motion)
        self._texts = {
            name: Prose(id=name, classes="" if name == "cue" else "quiet")
            for name in ("cue", "count", "aside")
        }
        self._turned_at: tuple[int, int] | None = None
        self._remark, self._remark_ends = "", 0.0

    def compose(self) -> ComposeResult:
        """The orb and its three lines."""
        yield self._pacer
        yield from self._texts.values()

    def say(self, cue: str, aside: str = "") -> None:
        """Show a word and a quiet line, without a count."""
        self._remark = ""
        self._say(cue, "", aside)

    def settle(self, sitting: Sitting, *, chosen: bool) -> None:
        """Wait on empty lungs for the first breath; what was just chosen is named."""
        self._pacer.fill = 0.0
        self.add_class("-settling")
        cue = named(sitting, self._words) if chosen else self._words["settling"]
        self.say(cue, while_settling(sitting, self._occasion, self._words, chosen=chosen))

    def remark_on_length(self, sitting: Sitting) -> None:
        """Say in passing on the quiet line how long it goes on; that stands for a few seconds."""
        self._remark = named(sitting, self._words)
        self._remark_ends = self._occasion.clock() + REMARK
        self._texts["aside"].say(self._remark)

    def rest(self, cue: str) -> None:
        """Stand on empty lungs with one word, and nothing beneath it."""
        self._pacer.fill = 0.0
        self.say(cue)
        for name in ("count", "aside"):
            self._texts[name].display = False

    def begin(self) -> None:
        """Take up the motion that is wanted now, at the first breath of a round."""
        self._turned_at, self._remark = None, ""
        self.remove_class("-settling")
        self._pacer.motion = self._occasion.motion

    def follow(self, sitting: Sitting, now: float) -> None:
        """Show where the round in hand stands at `now`."""
        if sitting.round is None:
            return
        pacer, light = self._pacer, 1.0 - DIMMEST * sitting.round.gone(now)
        pacer.motion = self._occasion.motion
        remark = self._remark if now < self._remark_ends else ""
        if isinstance(sitting.round, Anchoring):
            pacer.fill, pacer.light = RESTING, light
            self._say(sitting.round.step(now), "", remark or sitting.round.anchor.name)
            return
        moment = sitting.round.moment(now)
        self._ring(moment)
        pacer.follow(moment, light)
        # Where nothing may move, a count that ticks would.
        count = "" if self._occasion.motion == "still" else str(moment.count)
        aside = remark or at_breath(sitting.round.cycles(now), sitting, self._occasion, self._words)
        if sitting.round.is_armed:
            aside = self._words["armed"]
        self._say(self._words["cue-" + moment.cue], count, aside)

    def _say(self, cue: str, count: str, aside: str) -> None:
        for name, text in (("cue", cue), ("count", count), ("aside", aside)):
            self._texts[name].say(text)

    def _ring(self, moment: Moment) -> None:
        """Ring at each turn of the breath, for those who asked for it."""
        here = (moment.cycle, moment.phase)
        if self._occasion.bell and self._turned_at not in (None, here):
            self.app.bell()
        self._turned_at = here
