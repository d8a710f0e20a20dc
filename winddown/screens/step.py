"""What every step of the evening has in common: its frame, its keys and its two ways out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.events import DescendantBlur, DescendantFocus
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.words import Words
from winddown.screens.frame import Frame, Turn, Way
from winddown.screens.fresh import FreshScreen
from winddown.widgets.column import Column
from winddown.widgets.keys import Key, Keys
from winddown.widgets.trail import Trail

QUIET = 0.5
"""Seconds without a key before written text is kept; without a pause, after twice that."""

LETTING_GO = 6.0
"""Seconds for which s, pressed once where something is answered, waits to be pressed again."""


class StepScreen(FreshScreen[Evening | Turn]):
    """Takes an evening and dismisses with the evening after it, or with a turn.

    While it is open it posts `Answered` for each answer. Subclasses say which
    widgets stand in the column, what the step is without its answers, and
    which keys of their own the footer shows.
    """

    STEP: ClassVar[str]
    """The step's id, by which its words are found."""

    AUTO_FOCUS = ""
    FIRST: ClassVar[str] = "Rows, Scale"
    """What the keys begin at: a list or a scale; text is never focused unasked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "on", "on", show=False, priority=True),
        Binding("escape,backspace", "back", "back", show=False),
        Binding("s", "skip", "nothing here tonight", show=False),
        Binding("m", "more", "more", show=False),
        Binding("e", "enough", "enough for tonight", show=False),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("q", "leave", "leave", show=False),
        Binding("down,j", "scroll(1)", "down", show=False),
        Binding("up,k", "scroll(-1)", "up", show=False),
        Binding("pagedown", "scroll(8)", "further down", show=False),
        Binding("pageup", "scroll(-8)", "further up", show=False),
    ]

    class Answered(Message):
        """Posted for each answer, with the evening as it now stands."""

        def __init__(self, step: StepScreen, evening: Evening) -> None:
            """Say what was answered, and in which step."""
            super().__init__()
            self.step = step
            self.evening = evening

    class Begun(Message):
        """Posted once the step stands and its keys begin at the first answer."""

    class LettingGo(Message):
        """Posted when another s would let go of what is answered, for `LETTING_GO` seconds."""

        def __init__(self, step: StepScreen) -> None:
            """Say in which step."""
            super().__init__()
            self.step = step

    class LeftOut(Message):
        """Posted when someone is to be left out of the suggestions, or no longer."""

        def __init__(self, name: str, suggest: bool) -> None:
            """Say who, and whether they may be suggested."""
            super().__init__()
            self.name = name
            self.suggest = suggest

    def __init__(
        self, evening: Evening, occasion: Occasion, frame: Frame, earlier: Evening | None = None
    ) -> None:
        """Open on `evening`, with everything `occasion` offers.

        Args:
            evening: the evening to answer in; for following up, the plan's own.
            occasion: what tonight is chosen from.
            frame: what stands around the step.
            earlier: the earlier evening whose plan is open, as it stands now.
        """
        super().__init__()
        self.evening = self.opened_on = evening
        self.occasion = occasion
        self.frame = frame
        self.earlier = earlier
        self.words: Words = occasion.words(self.STEP)
        self._frame_words = occasion.words("frame")
        self._quiet: Timer | None = None
        self._unkept_since = 0.0
        self.has_begun = False
        """True once a key would find the first answer."""
        self._letting_go = False
        """True while another s would let go of what is answered."""

    # What a step says

    def questions(self) -> Iterable[Widget]:
        """Give the widgets of the column, from the top."""
        raise NotImplementedError

    def without_answers(self) -> Evening:
        """Give the evening with nothing answered in this step."""
        raise NotImplementedError

    def keys(self) -> tuple[Key, ...]:
        """Give at most three keys for the left half of the footer."""
        return (Key("enter", self._frame_words["on"], "screen.on"),)

    # The frame

    def compose(self) -> ComposeResult:
        """Put the trail above, the footer below and the questions between."""
        yield Trail(self.frame.trail, self.frame.here, self.frame.notice)
        yield Keys(self.keys(), self._always(), self._frame_words)
        yield Column(*self.questions())

    def _always(self) -> tuple[Key, ...]:
        say = self._frame_words
        if isinstance(self.focused, Input):
            return (Key("enter", say["done"], "screen.on"), Key("F1", say["help"], "app.help"))
        back = Key("esc", say["back"], "screen.back")
        return (
            back if self._leads_back else Key("q", say["leave"], "screen.leave"),
            Key("e", say["enough"], "screen.enough"),
            Key("?", say["help"], "app.help"),
        )

    @property
    def _leads_back(self) -> bool:
        """True where there is something to go back to."""
        return self.frame.here > 0 or self.frame.alone

    def refresh_keys(self) -> None:
        """Show the keys that count now."""
        keys = self.query_one(Keys)
        keys.own = () if isinstance(self.focused, Input) else self.keys()
        keys.always = self._always()

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _follow_focus(self) -> None:
        self.call_later(self.refresh_keys)

    def on_mount(self) -> None:
        """Begin once the screen stands."""
        self.call_after_refresh(self._focus_first)

    def _focus_first(self) -> None:
        """Begin at the first answer, with the question above it still in sight."""
        for answer in self.query(self.FIRST) if self.FIRST else ():
            if answer.focusable:
                self.set_focus(answer, scroll_visible=False)
                break
        self.has_begun = True
        self.post_message(self.Begun())

    # Answers

    def answer(self, evening: Evening) -> None:
        """Keep an answer now."""
        if evening != self.evening:
            self.evening = evening
            self._keep()

    def answer_text(self, evening: Evening) -> None:
        """Keep written text once the person has paused."""
        if evening != self.evening:
            self.evening = evening
            now = monotonic()
            if self._quiet is None:
                self._unkept_since = now
            elif now - self._unkept_since < QUIET:
                self._quiet.stop()
            else:
                return  # whoever writes without a pause is kept up with all the same
            self._quiet = self.set_timer(QUIET, self._keep)

    def _keep(self) -> None:
        if self._quiet is not None:
            self._quiet.stop()
            self._quiet = None
        self.post_message(self.Answered(self, self.evening))

    # Ways out

    def dismiss(self, result: Evening | Turn | None = None) -> AwaitComplete:
        """Give back the result, unless something covers this step: that would go in its place."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def settle(self) -> Evening:
        """Give the evening with whatever is under way counted in."""
        return self.evening

    def action_on(self) -> None:
        """Go on; from text, this is also the way to be done with it."""
        self.dismiss(self.settle())

    def action_skip(self) -> None:
        """Go on with nothing stored for this step; what is answered goes at the second press."""
        if self.is_answered and not self._letting_go:
            self._letting_go = True
            self.post_message(self.LettingGo(self))
            self.set_timer(LETTING_GO, self._keep_hold)
            return
        self.evening = self.without_answers()
        self.dismiss(self.evening)

    @property
    def is_answered(self) -> bool:
        """True once anything in this step is answered."""
        return self.evening != self.without_answers()

    def _keep_hold(self) -> None:
        self._letting_go = False

    def action_more(self) -> None:
        """Unfold what is folded; a step without more has nothing to do."""

    def action_scroll(self, lines: int) -> None:
        """Move the column where it is longer than the window."""
        for column in self.query(Column):
            column.scroll_relative(y=lines, animate=False, immediate=True)

    def action_back(self) -> None:
        """Go back one step."""
        if self._leads_back:
            self.turn("back")

    def action_enough(self) -> None:
        """Go straight to the ending."""
        self.turn("enough")

    def action_leave(self) -> None:
        """Leave for now; the evening is resumed next time."""
        self.turn("leave")

    def turn(self, way: Way, to: str = "") -> None:
        """Leave the step another way than on."""
        self.dismiss(Turn(way, self.settle(), to))


def cleared(evening: Evening, *fields: str) -> Evening:
    """Give `evening` with these fields as if they had never been answered."""
    blank = type(evening)(evening=evening.evening, started=evening.started)
    return replace(evening, **{name: getattr(blank, name) for name in fields})
