"""The footer: up to three keys of the screen's own, and the ones that never change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.style import Style

from winddown.routine.words import Words
from winddown.widgets.steady import Steady

PRESSES = "presses"
"""Marks a stretch of the footer with the action that a click on it runs."""


class Key(NamedTuple):
    """A key as the footer shows it."""

    name: str
    does: str
    action: str = ""
    """The action a click runs; empty for a hint that is only to be read."""


class Keys(Steady):
    """Keys in words, quiet, at the foot of the window. A click on one presses it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key"}

    DEFAULT_CSS = """
    Keys {
        dock: bottom;
        height: auto;
        width: 100%;
        padding: 0 2 1 2;
        color: $quiet;
        & > .keys--key { color: $body; }
    }
    """

    own: reactive[tuple[Key, ...]] = reactive((), repaint=False)
    always: reactive[tuple[Key, ...]] = reactive((), repaint=False)

    def __init__(self, own: Sequence[Key], always: Sequence[Key], words: Words) -> None:
        """Show `own` on the left and `always` on the right.

        Args:
            own: keys of the screen's own.
            always: the ones that never change.
            words: `key-NAME` is what stands on a key, where that is a word.
        """
        super().__init__()
        self._words = words
        self.set_reactive(Keys.own, tuple(own))
        self.set_reactive(Keys.always, tuple(always))
        self._was_clicked = False

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line where both halves fit, else two."""
        return 1 if self._gap(width) else 2

    def watch_own(self) -> None:
        """Draw the keys anew; where they take as many lines, nothing around them has to move."""
        self.refresh(layout=(1 if self._gap(self.size.width) else 2) != self.size.height)

    def watch_always(self) -> None:
        """Do the same for the keys that never change, where text is written."""
        self.watch_own()

    def _gap(self, width: int) -> int:
        """Cells between two keys when everything stands on one line; 0 when it cannot."""
        for gap in (3, 2):
            left, right = self._length(self.own, gap), self._length(self.always, gap)
            if left + right + (gap if left else 0) <= width:
                return gap
        return 0

    def render(self) -> Content:
        """Draw both halves on one line, or one under the other."""
        width = self.size.width
        if gap := self._gap(width):
            left, right = self._half(self.own, gap), self._half(self.always, gap)
            between = " " * (width - left.cell_length - right.cell_length)
            return Content.assemble(left, between, right)
        own = list(self.own)
        while self._length(own, 2) > width:
            own.pop()
        return Content("\n").join([self._half(own, 2), self._half(self.always, 2)])

    def _half(self, keys: Sequence[Key], gap: int) -> Content:
        return Content(" " * gap).join(self._key(key) for key in keys)

    def _key(self, key: Key) -> Content:
        name = Content.styled(self._called(key), self.get_visual_style("keys--key", partial=True))
        content = Content.assemble(name, " ", key.does)
        if key.action:
            content = content.stylize(Style.from_meta({PRESSES: key.action}))
        return content

    def _called(self, key: Key) -> str:
        return self._words.get(f"key-{key.name}", key.name)

    def _length(self, keys: Sequence[Key], gap: int) -> int:
        """Count the cells of one half."""
        widths = [cell_len(self._called(key)) + 1 + cell_len(key.does) for key in keys]
        return sum(widths) + gap * max(0, len(keys) - 1)

    async def _on_click(self, event: events.Click) -> None:
        # The second half of a double click was meant for the footer of the screen before.
        is_stray = event.chain > 1 and not self._was_clicked
        self._was_clicked = True
        action = event.style.meta.get(PRESSES)
        if action:
            event.stop()
            if not is_stray:
                await self.run_action(action)
