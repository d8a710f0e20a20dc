"""A question on one line, with the keys that answer it beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from winddown.routine.text import visible
from winddown.widgets.keys import PRESSES, Key
from winddown.widgets.shown import is_shown

GAP = " " * 3
"""Air between the question and its keys, and between two keys."""


class Asking(Widget, can_focus=True):
    """Hidden until it asks; afterwards it may say a word about the answer, or hide again.

    Its keys are the screen's to bind; a click on one runs its action.
    """

    INDENT: ClassVar[int] = 2
    """Cells before the question: one for its mark, and air."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "asking--question",
        "asking--here",
        "asking--key",
        "asking--mark",
    }

    DEFAULT_CSS = """
    Asking {
        display: none;
        height: auto;
        width: 100%;
        margin-top: 1;
        color: $quiet;
        & > .asking--question { color: $body; }
        & > .asking--here { color: $heading; }
        & > .asking--key { color: $body; }
        & > .asking--mark { color: $accent; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(id=id)
        self._text = ""
        self._keys: tuple[Key, ...] = ()

    def ask(self, question: str, keys: Sequence[Key]) -> None:
        """Ask, with the keys that answer."""
        self._show(question, keys)

    def say(self, text: str) -> None:
        """Say what came of the answer, in place of the question."""
        self._show(text, ())

    def withdraw(self) -> None:
        """Hide, whether it was answered or not."""
        self._keys = ()
        self.display = False

    def allow_focus(self) -> bool:
        """Take keys only while something is asked."""
        return super().allow_focus() and bool(self._keys) and is_shown(self)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines in `width` cells."""
        return max(1, len(self._lines(width)))

    def render(self) -> Content:
        """Draw the question with a mark before it while it has the keys, or the word about it."""
        mark = "✓" if not self._keys else "›" if self.has_focus else " "
        first, *others = self._lines(self.size.width) or [Content()]
        start = Content.styled(f"{mark} ", self.get_visual_style("asking--mark", partial=True))
        return Content("\n").join([start + first, *("  " + line for line in others)])

    def _show(self, text: str, keys: Sequence[Key]) -> None:
        self._text, self._keys = text, tuple(keys)
        self.display = True
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[Content]:
        """Put the keys beside the question, or beneath it where there is no room."""
        room = max(4, width - self.INDENT)
        text = Content(visible(self._text))
        if not self._keys:
            return text.wrap(room)
        style = "asking--here" if self.has_focus else "asking--question"
        text = text.stylize(self.get_visual_style(style, partial=True))
        keys = Content(GAP).join(map(self._key, self._keys))
        whole = Content(GAP).join([text, keys])
        if whole.cell_length <= room:
            return [whole]
        return [*text.wrap(room), *keys.wrap(room)]

    def _key(self, key: Key) -> Content:
        name = Content.styled(key.name, self.get_visual_style("asking--key", partial=True))
        return Content.assemble(name, " ", key.does).stylize(Style.from_meta({PRESSES: key.action}))

    def _on_focus(self, event: events.Focus) -> None:
        self.refresh()

    def _on_blur(self, event: events.Blur) -> None:
        self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        action = event.style.meta.get(PRESSES)
        if action:
            event.stop()
            await self.run_action(action)
