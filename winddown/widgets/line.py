"""A line to write on, without a box around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import ClassVar
from unicodedata import category

from rich.cells import cell_len, get_character_cell_size, set_cell_size
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from winddown.routine.text import LONGEST_LINE, clean, symbols, visible

_BREAK = re.compile("\r\n|\r|\n")


class Line(Input):
    """One line of the person's own words. A paste of several lines becomes one.

    A long one scrolls while it is written, and else is folded, so that all of it can be read.
    """

    MOST: ClassVar[int] = LONGEST_LINE
    """Characters; what goes beyond these is not taken in, since it was not written here."""
    LONG: ClassVar[int] = 1_000
    """Characters; of what is longer, only the part in sight is drawn."""
    MOST_LINES: ClassVar[int] = 6
    """More than these are not shown; what is cut ends in an ellipsis."""

    DEFAULT_CSS = """
    Line, Line:focus {
        border: none;
        height: 1;
        padding: 0;
        background: $ground;
        background-tint: $ground 0%;
        color: $body;
        & > .input--placeholder { color: $marks; }
        & > .input--cursor {
            background: $input-cursor-background;
            color: $input-cursor-foreground;
            text-style: $input-cursor-text-style;
        }
        & > .input--selection {
            background: $input-selection-background;
            color: $input-selection-foreground;
        }
    }
    """

    class Full(Message):
        """Posted when not all of what was written or pasted could be taken in."""

        def __init__(self, most: int) -> None:
            """Say how many characters there is room for."""
            super().__init__()
            self.most = most

    def __init__(
        self,
        value: str = "",
        placeholder: str = "…",
        *,
        id: str | None = None,
        classes: str = "",
    ) -> None:
        """Hold `value`; show `placeholder` quietly while it is empty."""
        super().__init__(
            value,
            placeholder,
            select_on_focus=False,
            id=id,
            classes=classes,
        )

    def on_mount(self) -> None:
        """Fold what stands there; its cursor blinks only where everything may move."""
        if self.app.animation_level != "full":
            self.cursor_blink = False
        self._fold()

    def on_resize(self) -> None:
        """Fold anew: it has another width."""
        self._fold()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Fold what was written, when it is done."""
        super().watch_has_focus(_has_focus)
        self._fold()

    def watch_value(self) -> None:
        """Fold what another put there; what is being written stays one line."""
        self._fold()

    def _fold(self) -> None:
        """Take as many lines as the words need. They stay while one writes: nothing jumps."""
        if self.is_mounted and not self.has_focus:
            self.styles.height = max(1, len(self._folded()))

    def _folded(self) -> list[str]:
        width = self.scrollable_content_region.width
        if width < 1 or self.content_width - 1 <= width:
            return []
        # More than this is not shown, so it need not be looked through.
        part = self._shown[: 2 * self.MOST_LINES * width]
        lines = [line.plain for line in Content(part).wrap(width)]
        if len(lines) > self.MOST_LINES or part != self._shown:
            lines = lines[: self.MOST_LINES]
            lines[-1] = f"{set_cell_size(lines[-1], width - 1).rstrip()}…"
        return lines

    def render_line(self, y: int) -> Strip:
        """Draw a line of the words, folded unless one is writing."""
        folded = [] if self.has_focus else self._folded()
        if not folded:
            is_long = y == 0 and self.has_focus and len(self.value) > self.LONG
            return self._part_in_sight() if is_long else super().render_line(y)
        text = folded[y] if y < len(folded) else ""
        return Strip([Segment(text)]).apply_style(self.rich_style)

    def _part_in_sight(self) -> Strip:
        """Draw of a long line only what is seen: all of it would make each key wait."""
        width, left = self.scrollable_content_region.width + 1, self.scroll_offset.x
        ends = list(accumulate(map(get_character_cell_size, self._shown)))
        first = bisect_right(ends, left)
        text = Text(f"{self._shown[first : first + width]} ", end="")
        start, end = (place - first for place in sorted(self.selection))
        if end > 0:
            text.stylize(self.get_component_rich_style("input--selection"), max(0, start), end)
        cursor = self.cursor_position - first
        if self._cursor_visible and cursor >= 0:
            text.stylize(self.get_component_rich_style("input--cursor"), cursor, cursor + 1)
        cut = left - (ends[first - 1] if first else 0)
        strip = Strip(text.render(self.app.console)).crop(cut, cut + width)
        return strip.extend_cell_length(width).apply_style(self.rich_style)

    @property
    def _shown(self) -> str:
        """The words with every control character as one symbol, so that none acts.

        Rich would drop some of them on its own, and the cursor would stand beside its place.
        """
        return symbols(self.value)

    @property
    def _value(self) -> Text:
        return Text(self._shown, no_wrap=True, overflow="ignore", end="")

    @property
    def content_width(self) -> int:
        """Count the cells of the words and of the cursor after them."""
        return cell_len(self._shown) + 1 if self.value else cell_len(self.placeholder)

    def _position_to_cell(self, position: int) -> int:
        """Count the cells before a character as they are shown, so that the cursor is beside it."""
        return cell_len(self._shown[:position])

    def validate_placeholder(self, placeholder: str) -> str:
        """Show it as harmless as what is written."""
        return visible(placeholder)

    async def _on_key(self, event: events.Key) -> None:
        """Write also what words are made of unseen: a joiner in an emoji, a no-break space."""
        if event.character and not event.is_printable and category(event.character) != "Cc":
            event.prevent_default()
            event.stop()
            self.replace(event.character, *self.selection)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in the place of other text, as much as there is room for; the rest stays."""
        before = abs(end - start)
        room = max(before, self.MOST - len(self.value) + before)
        if len(text) > room:
            self.post_message(self.Full(self.MOST))
        super().replace(clean(text[:room]), start, end)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        lines = _BREAK.split(event.text.removesuffix("\n"))
        self.replace(" ".join(lines), *self.selection)
        # Textual scrolls by the width before the paste, and the end of a long one stays unseen.
        here = Region(self._cursor_offset, 0, width=1, height=1)
        self.call_after_refresh(self.scroll_to_region, here, force=True, animate=False)
