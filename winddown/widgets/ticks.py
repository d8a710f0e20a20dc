"""A list from which any number may be ticked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.message import Message

from winddown.widgets.rows import Row, Rows


class Ticks(Rows):
    """A list with ticks: space ticks, and ticks off again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "leap(8)", "further down", show=False),
        Binding("pageup", "leap(-8)", "further up", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Posted when a row is ticked, or no longer ticked."""

        ticks: Ticks
        value: str
        ticked: bool

        @property
        def control(self) -> Ticks:
            """The list that changed."""
            return self.ticks

    def __init__(
        self,
        rows: Iterable[Row],
        ticked: Iterable[str] = (),
        *,
        id: str | None = None,
        classes: str = "",
    ) -> None:
        """Show `rows` with the values in `ticked` already ticked."""
        super().__init__(rows, id=id, classes=classes)
        first = (i for i, row in enumerate(self._rows) if not row.is_heading)
        self.set_reactive(Rows.cursor, next(first, -1))
        self._ticked = set(ticked)

    @property
    def ticked(self) -> frozenset[str]:
        """The values ticked now."""
        return frozenset(self._ticked)

    def show_ticks(self, ticked: Iterable[str]) -> None:
        """Tick just these."""
        self._ticked = set(ticked)
        self.refresh()

    def action_leap(self, by: int) -> None:
        """Move the cursor by so many rows, to the end at most; from there the page is moved.

        Raises:
            SkipAction: it is at the end already, so that the key is another's.
        """
        places = [place for place, row in enumerate(self._rows) if not row.is_heading]
        wanted = self.cursor + by
        nearest = min(places, key=lambda place: abs(place - wanted), default=self.cursor)
        if nearest == self.cursor:
            raise SkipAction
        self.action_move(nearest - self.cursor)

    def mark_of(self, row: Row) -> str:
        """A tick where ticked, a small dot elsewhere."""
        return "✓" if row.value in self._ticked else "·"

    def is_chosen(self, row: Row) -> bool:
        """True for a ticked row."""
        return row.value in self._ticked

    def choose(self, row: Row) -> None:
        """Tick a row, or untick it."""
        self._ticked ^= {row.value}
        self.post_message(self.Changed(self, row.value, row.value in self._ticked))
