"""One question with a few answers, of which at most one is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from winddown.widgets.rows import Row, Rows


class Choice(Rows):
    """A single choice: up, down and space choose, delete or another click clears."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "clear", "clear", show=False),
    ]

    class Changed(Message):
        """Posted when another answer is chosen, or none any more."""

        def __init__(self, choice: Choice, value: str | None) -> None:
            """Say which answer is chosen now."""
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> Choice:
            """The choice that changed."""
            return self.choice

    def __init__(
        self,
        rows: Iterable[tuple[str, str]],
        value: str | None = None,
        *,
        id: str | None = None,
        classes: str = "",
    ) -> None:
        """Offer `rows` of (value, label), with `value` chosen."""
        super().__init__([Row(each, label) for each, label in rows], id=id, classes=classes)
        self.value = value
        self.set_reactive(Rows.cursor, self._index_of(value))

    def _index_of(self, value: str | None) -> int:
        return next((i for i, row in enumerate(self._rows) if row.value == value), -1)

    def show_value(self, value: str | None) -> None:
        """Show another answer as chosen, without a word about it."""
        if value != self.value:
            before, self.value = self.value, value
            self.cursor = self._index_of(value)
            self.redraw(self._index_of(before), self.cursor)

    def mark_of(self, row: Row) -> str:
        """A ring, filled where chosen."""
        return "◉" if row.value == self.value else "○"

    def is_chosen(self, row: Row) -> bool:
        """True for the chosen answer."""
        return row.value == self.value

    def action_choose(self) -> None:
        """Choose the row under the cursor, which moving there has done already; else the first."""
        if self.cursor < 0:
            self.action_move(1)
        elif self.cursor < len(self._rows):
            self._set(self._rows[self.cursor].value)

    def choose(self, row: Row) -> None:
        """Choose a row, or give it back when a click finds it chosen already."""
        self._set(None if row.value == self.value else row.value)

    def action_move(self, by: int) -> None:
        """Move and choose in one."""
        super().action_move(by)
        if self.cursor >= 0:
            self._set(self._rows[self.cursor].value)

    def action_clear(self) -> None:
        """Leave the question unanswered again."""
        self.cursor = -1
        self._set(None)

    def _set(self, value: str | None) -> None:
        if value != self.value:
            before, self.value = self.value, value
            self.redraw(self._index_of(before), self._index_of(value))
            self.post_message(self.Changed(self, value))
