"""A line to write on, without a box around it."""

from __future__ import annotations

from typing import ClassVar
from unicodedata import category

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input

from winddown.routine.text import symbol, visible


class Line(Input):
    """One line of the person's own words. A paste of several lines becomes one.

    A long one scrolls while it is written, and else is folded, so that all of it can be read.
    """

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
        """Fold what stands there."""
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
        lines = [line.plain for line in Content(self._value.plain).wrap(width)]
        if len(lines) > self.MOST_LINES:
            last = lines[self.MOST_LINES - 1]
            lines = [*lines[: self.MOST_LINES - 1], f"{set_cell_size(last, width - 1).rstrip()}…"]
        return lines

    def render_line(self, y: int) -> Strip:
        """Draw a line of the words, folded unless one is writing."""
        folded = [] if self.has_focus else self._folded()
        if not folded:
            return super().render_line(y)
        text = folded[y] if y < len(folded) else ""
        return Strip([Segment(text)]).apply_style(self.rich_style)

    @property
    def _value(self) -> Text:
        """Show every control character as one symbol, so that none acts on the terminal.

        Rich would drop some of them on its own, and the cursor would stand beside its place.
        """
        shown = "".join(map(symbol, self.value))
        return Text(shown, no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        """Count the cells before a character as they are shown, so that the cursor is beside it."""
        return cell_len("".join(map(symbol, self.value[:position])))

    def validate_placeholder(self, placeholder: str) -> str:
        """Show it as harmless as what is written."""
        return visible(placeholder)

    async def _on_key(self, event: events.Key) -> None:
        """Write also what words are made of unseen: a joiner in an emoji, a no-break space."""
        if event.character and not event.is_printable and category(event.character) != "Cc":
            event.prevent_default()
            event.stop()
            self.replace(event.character, *self.selection)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.splitlines()), *self.selection)
        # Textual scrolls by the width before the paste, and the end of a long one stays unseen.
        here = Region(self._cursor_offset, 0, width=1, height=1)
        self.call_after_refresh(self.scroll_to_region, here, force=True, animate=False)
