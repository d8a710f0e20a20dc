"""The footer: up to three keys of the screen's own, and the ones that never change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

PRESSES = "presses"
"""Marks a stretch of the footer with the action that a click on it runs."""


class Key(NamedTuple):
    """A key as the footer shows it."""

    name: str
    does: str
    action: str = ""
    """The action a click runs; empty for a hint that is only to be read."""


class Keys(Widget):
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

    own: reactive[tuple[Key, ...]] = reactive((), layout=True)
    always: reactive[tuple[Key, ...]] = reactive((), layout=True)

    def __init__(self, own: Sequence[Key] = (), always: Sequence[Key] = ()) -> None:
        """Show `own` on the left and `always` on the right."""
        super().__init__()
        self.set_reactive(Keys.own, tuple(own))
        self.set_reactive(Keys.always, tuple(always))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line where both halves fit, else two."""
        return 1 if self._fits(width) else 2

    def _fits(self, width: int) -> bool:
        left, right = _length(self.own), _length(self.always)
        return left + right + (3 if left else 0) <= width

    def render(self) -> Content:
        """Draw both halves on one line, or one under the other."""
        width = self.size.width
        left, right = self._half(self.own), self._half(self.always)
        if not self._fits(width):
            return Content("\n").join([left, right])
        return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)

    def _half(self, keys: Sequence[Key]) -> Content:
        return Content("   ").join(self._key(key) for key in keys)

    def _key(self, key: Key) -> Content:
        name = Content.styled(key.name, self.get_visual_style("keys--key", partial=True))
        content = Content.assemble(name, " ", key.does)
        if key.action:
            content = content.stylize(Style.from_meta({PRESSES: key.action}))
        return content

    async def _on_click(self, event: events.Click) -> None:
        action = event.style.meta.get(PRESSES)
        if action:
            event.stop()
            await self.run_action(action)


def _length(keys: Sequence[Key]) -> int:
    return sum(len(key.name) + 1 + len(key.does) for key in keys) + 3 * max(0, len(keys) - 1)
