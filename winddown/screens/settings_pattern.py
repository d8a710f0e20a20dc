"""One breathing pattern: its seconds, with a pacer that breathes them as they change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import cast

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from winddown.routine.breathing import Cue, Pattern, Phase, moment_at
from winddown.routine.occasion import Occasion
from winddown.routine.refusal import Refusal, refusal
from winddown.routine.settings import Settings
from winddown.screens.settings_page import SettingsPage
from winddown.screens.ticks import Ticks
from winddown.widgets.amounts import Amount, Amounts
from winddown.widgets.column import group
from winddown.widgets.keys import Key
from winddown.widgets.line import Line
from winddown.widgets.pacer import Pacer
from winddown.widgets.prose import Prose

ROUND: tuple[Cue, ...] = ("in", "hold", "out", "hold")
"""The order in which most patterns go; a part of 0 seconds is left out."""

BREATHS = tuple(each / 2 for each in range(2, 41))
"""Seconds a part may last: 1 to 20, by halves."""


class PatternPage(SettingsPage):
    """Turns the seconds of each part; what the rules would refuse is said, and not written."""

    DEFAULT_CSS = """
    PatternPage Pacer { width: 100%; height: 7; }
    PatternPage.-low Pacer { height: 5; }
    PatternPage.-tall Pacer { height: 13; }
    PatternPage #cue { text-align: center; }
    """

    def __init__(self, pattern_id: str, settings: Settings, occasion: Occasion) -> None:
        """Change the pattern called `pattern_id`."""
        super().__init__(settings, occasion)
        self.pattern_id = pattern_id
        self._phases: list[Phase] = []
        self._since = 0.0
        self._ticks = Ticks(self, occasion, self._breathe)

    def questions(self) -> Iterable[Widget]:
        """The pattern's name, the pacer, and the seconds."""
        yield Prose(id="name", classes="heading")
        yield Pacer(motion=self.occasion.motion)
        yield Prose(id="cue", classes="quiet")
        yield group(Amounts(id="phases"))
        yield Prose(id="refused", classes="quiet gap")
        yield group(Prose(self.words["patterns-name"], classes="question"), Line(id="called"))

    def keys(self) -> tuple[Key, ...]:
        """Left and right turn the number under the cursor."""
        return (Key("← →", self.words["turn"]),)

    def on_mount(self) -> None:
        """Begin to breathe."""
        super().on_mount()
        self._ticks.start()

    def show(self) -> None:
        """Show the pattern as the config has it now; without one, go back to the list."""
        listed = self.settings.listed("patterns")
        entry = next((each for each in listed if each.id == self.pattern_id), None)
        if entry is None:
            self.action_back()
            return
        name = str(entry.fields.get("name", entry.id))
        self.query_one("#name", Prose).say(name)
        with self.prevent(Input.Changed):
            self.query_one("#called", Line).value = name
        tables = cast(Sequence[Mapping[str, object]], entry.fields["phases"])
        phases = [Phase(cast(Cue, each["cue"]), float(cast(float, each["s"]))) for each in tables]
        self._phases = _in_round(phases)
        self._show_phases()

    def _show_phases(self) -> None:
        amounts = [
            Amount(
                str(at),
                self.words["phase-" + phase.cue],
                phase.seconds,
                (0.0, *BREATHS) if phase.cue == "hold" else BREATHS,
                self.words["seconds"],
                self.words["no_hold"],
            )
            for at, phase in enumerate(self._phases)
        ]
        self.query_one("#phases", Amounts).show_amounts(amounts)
        self._since = self.occasion.clock()
        told = self.query_one("#refused", Prose)
        told.say(self._told())
        if self._refused is not None:
            # Only once it is laid out is it known how many lines it takes.
            show = partial(told.scroll_visible, animate=False)
            told.call_later(self.call_after_refresh, show)

    def _told(self) -> str:
        """Say how long a whole breath takes, or why it cannot be used and what is kept instead."""
        if self._refused is None:
            return self.words.say("breath", seconds=f"{self._pattern.seconds:g}")
        reason = self._refused.said(self.occasion.words("breathing"))
        return f"{reason} {self.words['not_kept']}"

    @property
    def _pattern(self) -> Pattern:
        phases = tuple(phase for phase in self._phases if phase.seconds)
        return Pattern(id=self.pattern_id, name="", phases=phases)

    @property
    def _refused(self) -> Refusal | None:
        return refusal(self._pattern)

    def _breathe(self) -> None:
        """Show where the breath is; what is refused is not breathed."""
        self._ticks.keep_up()
        if self._refused is None:
            moment = moment_at(self._pattern, self.occasion.clock() - self._since)
            pacer = self.query_one(Pacer)
            pacer.motion = self.occasion.motion
            pacer.follow(moment, 1.0)
            self.query_one("#cue", Prose).say(self.words["phase-" + moment.cue])

    @on(Amounts.Changed)
    def _keep(self, event: Amounts.Changed) -> None:
        at = int(event.value)
        self._phases[at] = Phase(self._phases[at].cue, event.number)
        self._show_phases()
        if self._refused is None:
            tables = [{"cue": each.cue, "s": each.seconds} for each in self._pattern.phases]
            self.change(lambda: self.settings.put("patterns", self.pattern_id, {"phases": tables}))

    @on(Input.Changed, "#called")
    def _keep_name(self, event: Input.Changed) -> None:
        if name := event.value.strip():
            self.query_one("#name", Prose).say(name)
            self.change_soon(
                "name", lambda: self.settings.put("patterns", self.pattern_id, {"name": name})
            )


def _in_round(phases: Sequence[Phase]) -> list[Phase]:
    """Give the parts of a pattern with a place for each hold where it goes in, hold, out, hold."""
    placed: list[Phase] = []
    left = list(phases)
    for cue in ROUND:
        if left and left[0].cue == cue:
            placed.append(left.pop(0))
        elif cue == "hold":
            placed.append(Phase("hold", 0.0))
        else:
            return list(phases)
    return placed if not left else list(phases)
