"""A line to write on, without a box around it."""

from __future__ import annotations

from unicodedata import category

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.geometry import Region
from textual.widgets import Input

from winddown.routine.text import symbol, visible


class Line(Input):
    """One line of the person's own words. A paste of several lines becomes one."""

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
