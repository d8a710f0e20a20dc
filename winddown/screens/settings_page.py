"""What every page of the settings has in common: its frame, its keys, and undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantBlur, DescendantFocus
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from winddown.errors import WinddownError
from winddown.routine.occasion import Occasion
from winddown.routine.settings import Settings
from winddown.screens.fresh import FreshScreen
from winddown.widgets.column import Column
from winddown.widgets.keys import Key, Keys

QUIET = 0.5
"""Seconds without a key after which a written line is kept."""


class SettingsPage(FreshScreen[None]):
    """One page. What is changed on it is written at once, and u takes it back."""

    class Changed(Message):
        """Posted when the config says something else than before."""

    HELP_OF: ClassVar[str] = "settings"
    """Which keys the help shows."""
    AUTO_FOCUS = ""
    FIRST: ClassVar[str] = "Rows"
    """What the keys begin at; text is never focused unasked."""

    DEFAULT_CSS = """
    SettingsPage Column { padding: 1 0; }
    SettingsPage Column > Vertical { min-height: 85%; }
    SettingsPage.-tall Column > Vertical { min-height: 60%; }
    SettingsPage.-low Column > Vertical { min-height: 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", show=False, priority=True),
        Binding("escape,backspace", "back", "back", show=False),
        Binding("u", "undo", "undo", show=False),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("q", "app.leave(0)", "leave", show=False),
    ]

    def __init__(self, settings: Settings, occasion: Occasion) -> None:
        """Shape `settings`; words and motion come from `occasion`."""
        super().__init__()
        self.settings = settings
        self.occasion = occasion
        self.words = occasion.words("settings")
        self._frame_words = occasion.words("frame")
        self._unkept: Callable[[], object] | None = None
        self._unkept_in = ""
        """Which line it was written on."""
        self._quiet: Timer | None = None

    # What a page says

    def questions(self) -> Iterable[Widget]:
        """Give the widgets of the column, from the top."""
        raise NotImplementedError

    def show(self) -> None:
        """Show everything as the config has it now."""

    def keys(self) -> tuple[Key, ...]:
        """Give at most three keys for the left half of the footer."""
        return ()

    # The frame

    def compose(self) -> ComposeResult:
        """The footer below and the questions above it."""
        yield Keys(self.keys(), self._always(), self._frame_words)
        yield Column(*self.questions())

    def on_mount(self) -> None:
        """Fill the page, and begin at its first answer with the title still in sight."""
        self.show()
        self.call_after_refresh(self._focus_first)

    def _focus_first(self) -> None:
        answer = next(iter(self.query(self.FIRST)), None)
        if answer is not None and self.focused is None:
            self.set_focus(answer, scroll_visible=False)

    def _always(self) -> tuple[Key, ...]:
        say = self._frame_words
        if isinstance(self.focused, Input):
            return (Key("enter", say["done"], "screen.open"), Key("F1", say["help"], "app.help"))
        undo = (Key("u", self.words["undo"], "screen.undo"),) if self.settings.can_undo else ()
        return (
            Key("esc", say["back"], "screen.back"), *undo, Key("?", say["help"], "app.help")
        )  # fmt: skip

    def refresh_keys(self) -> None:
        """Show the keys that count now."""
        for keys in self.query(Keys):  # none while the page is being filled anew
            keys.own = () if isinstance(self.focused, Input) else self.keys()
            keys.always = self._always()

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _follow_focus(self) -> None:
        self.call_later(self.refresh_keys)

    def on_screen_resume(self) -> None:
        """Show what another page has changed."""
        if self.is_mounted:
            self.show()
            self.call_later(self.refresh_keys)

    # Changes

    def change(self, make: Callable[[], object]) -> bool:
        """Make a change, or say why that could not be; tells whether it was made."""
        try:
            make()
        except WinddownError as problem:
            self.say(str(problem), severity="warning", timeout=12)
            return False
        finally:
            self.refresh_keys()
        self.post_message(self.Changed())
        return True

    def say(
        self, text: str, *, severity: SeverityLevel = "information", timeout: float = 6
    ) -> None:
        """Say something of what was just done; what was said before has had its time."""
        self.app.clear_notifications()
        self.notify(text, markup=False, severity=severity, timeout=timeout)

    def change_soon(self, line: str, make: Callable[[], object]) -> None:
        """Make a change once the person has paused; one that waits on that line gives way to it."""
        if line != self._unkept_in:
            self.settle()
        if self._quiet is not None:
            self._quiet.stop()
        self._unkept_in = line
        self._unkept = make
        self._quiet = self.set_timer(QUIET, self.settle)

    def settle(self) -> None:
        """Make what waits for a pause now."""
        if self._quiet is not None:
            self._quiet.stop()
            self._quiet = None
        make, self._unkept = self._unkept, None
        if make is not None:
            self.change(make)

    # Ways out

    def action_open(self) -> None:
        """Be done with a line; pages with something to open do that otherwise."""
        if isinstance(self.focused, Input):
            self.settle()
            self.settings.rest()
            self.screen.focus_next()

    def action_back(self) -> None:
        """Go back to where the page was opened."""
        self.settle()
        self.settings.rest()
        if self.app.screen is self:
            self.dismiss()

    async def action_undo(self) -> None:
        """Take the last change back."""
        self.settle()
        if self.settings.can_undo and self.change(self.settings.undo):
            self.say(self.words["undone"])
            self.show()
        self.refresh_keys()
