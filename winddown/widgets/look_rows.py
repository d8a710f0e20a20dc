"""The looks as a list, each with a quiet word beside its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from winddown.routine.text import visible
from winddown.widgets.rows import Row, Rows

WIDEST = 10
"""Cells of a name beside which all words stand; after a longer one its word comes where it can."""


class LookRows(Rows):
    """The cursor shows a look, space takes it; a click does the one, a second click the other."""

    class Shown(Message):
        """Posted when the cursor has come to a look."""

        def __init__(self, name: str) -> None:
            """Say which look."""
            super().__init__()
            self.name = name

    class Taken(Message):
        """Posted when the look under the cursor is chosen."""

    def __init__(self, names: Sequence[str], words: Mapping[str, str], worn: str) -> None:
        """List `names` with the word each has in `words`; `worn` carries the mark."""
        super().__init__([Row(name, name) for name in names])
        self._words = words
        self._worn = worn
        self._was_at = -1
        """Where the cursor stood when the mouse was pressed."""
        widths = (Content(visible(name)).cell_length for name in names)
        self._widest = min(WIDEST, max(widths, default=0))
        self.set_reactive(Rows.cursor, names.index(worn) if worn in names else 0)

    @property
    def value(self) -> str:
        """The look under the cursor."""
        return self._rows[self.cursor].value

    def text_of(self, row: Row) -> Content:
        """The name, and after it the word in its own quiet colour."""
        name = super().text_of(row)
        gap = " " * (max(0, self._widest - name.cell_length) + 2)
        quiet = self.get_visual_style("rows--heading", partial=True)
        return Content.assemble(name, gap, (self._words.get(row.value, ""), quiet))

    def mark_of(self, row: Row) -> str:
        """A ring, filled for the look that was worn on coming here."""
        return "◉" if self.is_chosen(row) else "○"

    def is_chosen(self, row: Row) -> bool:
        """True for the look that was worn on coming here."""
        return row.value == self._worn

    def style_of(self, row: Row) -> str:
        """Plain for all: each has its quiet word in it."""
        return ""

    def watch_cursor(self) -> None:
        """Say which look to show."""
        self.post_message(self.Shown(self.value))

    def action_choose(self) -> None:
        """Take the look under the cursor."""
        self.post_message(self.Taken())

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember what the click finds under the cursor."""
        self._was_at = self.cursor

    def choose(self, row: Row) -> None:
        """Take a look that a click finds shown already."""
        if self.cursor == self._was_at:
            self.post_message(self.Taken())
