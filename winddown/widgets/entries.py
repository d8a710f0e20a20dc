"""A list of one's own to shape: entries are opened, left out, brought back and moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from winddown.widgets.rows import Row, Rows


class Entries(Rows):
    """Entries with a mark for those that are offered; what a key asks for is only posted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+down,J", "shift(1)", "further down", show=False),
        Binding("shift+up,K", "shift(-1)", "further up", show=False),
        Binding("delete,x", "remove", "remove", show=False),
    ]

    class Pointed(Message):
        """Posted when the cursor has come to another entry."""

    class Toggled(Message):
        """Posted when an entry is to be left out, or brought back."""

        def __init__(self, entries: Entries, value: str) -> None:
            """Say which entry."""
            super().__init__()
            self.entries = entries
            self.value = value

    class Moved(Message):
        """Posted when an entry is to change its place."""

        def __init__(self, entries: Entries, value: str, by: int) -> None:
            """Say which entry, and whether up (-1) or down (1)."""
            super().__init__()
            self.entries = entries
            self.value = value
            self.by = by

    class Removed(Message):
        """Posted when an entry is to go."""

        def __init__(self, entries: Entries, value: str) -> None:
            """Say which entry."""
            super().__init__()
            self.entries = entries
            self.value = value

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        """Stand empty until `show_entries`."""
        super().__init__((), id=id, classes=classes)
        self._marks: Mapping[str, str] = {}
        self._chosen: frozenset[str] = frozenset()

    def show_entries(
        self, rows: Iterable[Row], marks: Mapping[str, str], chosen: Iterable[str] = ()
    ) -> None:
        """Show rows with their marks; beside those that are `chosen` the others are quiet.

        The cursor stays with its entry or, where that has gone, in its place.
        """
        self._marks, self._chosen = marks, frozenset(chosen)
        before = self.cursor
        self.show_rows(tuple(rows))
        if self.cursor < 0:
            place = min(before, len(self._rows) - 1)
            rest = [*range(place, len(self._rows)), *range(place, -1, -1)] if place >= 0 else []
            self.cursor = next((at for at in rest if not self._rows[at].is_heading), -1)
            if self.cursor < 0:
                self.action_move(1)

    @property
    def value(self) -> str:
        """The entry under the cursor; empty where there is none."""
        return self._rows[self.cursor].value if 0 <= self.cursor < len(self._rows) else ""

    def go_to(self, value: str) -> None:
        """Put the cursor on an entry."""
        self.cursor = next((i for i, row in enumerate(self._rows) if row.value == value), -1)
        self.call_after_refresh(self.reveal_cursor)

    def watch_cursor(self) -> None:
        """Say that another entry is under the cursor, for which other keys may count."""
        self.post_message(self.Pointed())

    def mark_of(self, row: Row) -> str:
        """The mark it was shown with."""
        return self._marks.get(row.value, " ")

    def is_chosen(self, row: Row) -> bool:
        """True for those that were shown as chosen."""
        return row.value in self._chosen

    def style_of(self, row: Row) -> str:
        """What is left out is quiet; the rest is text like any other."""
        is_left_out = self._chosen and row.value not in self._chosen
        return "rows--heading" if is_left_out else ""

    def choose(self, row: Row) -> None:
        """Have an entry left out, or brought back."""
        self.post_message(self.Toggled(self, row.value))

    def action_shift(self, by: int) -> None:
        """Have the entry under the cursor change its place."""
        if self.value:
            self.post_message(self.Moved(self, self.value, by))

    def action_remove(self) -> None:
        """Have the entry under the cursor taken away."""
        if self.value:
            self.post_message(self.Removed(self, self.value))
