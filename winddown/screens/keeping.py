"""A step to which something of one's own is added, and which asks once whether to keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from winddown.routine.keeping import added, asks
from winddown.routine.text import clean
from winddown.screens.step import StepScreen
from winddown.widgets.asking import Asking
from winddown.widgets.keys import Key, Keys

if TYPE_CHECKING:  # a step opens without what only shapes the lists
    from winddown.routine.settings import ListName


class KeepingScreen(StepScreen):
    """Asks on one line, which takes the keys: space is yes, esc is no, and enter goes on.

    Subclasses put an `Asking` where things are added, and call `ask_to_keep`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "keep(True)", "keep", show=False),
    ]

    class Kept(Message):
        """Posted when something added tonight is to be kept; `follow_lists` is called after it."""

        def __init__(
            self, step: KeepingScreen, name: ListName, fields: Mapping[str, object]
        ) -> None:
            """Say in which step, for which list, and what the entry holds."""
            super().__init__()
            self.step = step
            self.name = name
            self.fields = fields

    _added: tuple[ListName, Mapping[str, object]] | None = None
    """What is asked about."""
    _before: Widget | None = None
    """What had the keys before the question took them."""

    @property
    def _asking(self) -> Asking:
        return self.query_one(Asking)

    def ask_to_keep(self, name: ListName, text: str, **besides: object) -> None:
        """Ask whether `text`, added to a list, is to be kept with what else there is to it."""
        if not asks(name, text, self.evening, self.occasion):
            self._asking.withdraw()
            return
        self.occasion.asked_to_keep.add(added(name, text))
        title = "name" if name == "people" else "text"
        self._added = name, {title: clean(text), **besides}
        say, keys = self.occasion.words("keeping"), self._frame_words
        self._asking.ask(
            say["ask-" + name],
            (
                Key(keys["key-space"], say["yes"], "screen.keep(True)"),
                Key(keys["key-esc"], say["no"], "screen.keep(False)"),
            ),
        )
        self._before = self.focused
        self._asking.focus()
        self.call_after_refresh(self._asking.scroll_visible, animate=False)

    def follow_lists(self) -> None:
        """Go on with the lists as they now stand, what was added among them."""
        self._asking.say(self.occasion.words("keeping")["kept"])

    def refresh_keys(self) -> None:
        """Show in the footer only how to go on while the question names its own keys."""
        super().refresh_keys()
        if self._asking.has_focus:
            keys = self.query_one(Keys)
            keys.own = StepScreen.keys(self)
            no = Key("esc", self.occasion.words("keeping")["no"], "screen.keep(False)")
            keys.always = (no, *keys.always[1:])

    # Keys

    def action_scroll(self, lines: int) -> None:
        """Move the column; from the question, which can wait, back to where something was added."""
        if self._asking.has_focus:
            self.set_focus(self._before)
        else:
            super().action_scroll(lines)

    def action_keep(self, yes: bool) -> None:
        """Answer the question, and go back to where something was added."""
        if self._added is None or not self._asking.has_focus:
            return
        name, fields = self._added
        self._added = None
        self._asking.withdraw()
        self.set_focus(self._before)
        if yes:
            self.post_message(self.Kept(self, name, fields))

    def action_back(self) -> None:
        """Go back; from the question, which is a no, only to where something was added."""
        if self._asking.has_focus:
            self.action_keep(False)
        else:
            super().action_back()
