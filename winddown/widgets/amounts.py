"""Amounts that are turned up and down: a name, and a number between two arrows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.binding import Binding, BindingType
from textual.message import Message

from winddown.widgets.rows import Row, Rows


class Amount(NamedTuple):
    """One number and what it may be."""

    value: str
    """What it stands for."""
    label: str
    number: float
    steps: Sequence[float]
    """The numbers it goes through, rising."""
    form: str = "{number}"
    """How the number is said, with its unit."""
    nothing: str = ""
    """What stands in place of a 0."""

    @property
    def shown(self) -> str:
        """The number with its unit, without a needless decimal."""
        if not self.number and self.nothing:
            return self.nothing
        return self.form.format(number=f"{self.number:g}")


class Amounts(Rows):
    """Up and down go from one amount to the next; left and right turn it down and up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,plus", "turn(1)", "more", show=False),
        Binding("left,h,minus", "turn(-1)", "less", show=False),
    ]

    class Changed(Message):
        """Posted when an amount is turned up or down."""

        def __init__(self, amounts: Amounts, value: str, number: float) -> None:
            """Say which amount, and what it is now."""
            super().__init__()
            self.amounts = amounts
            self.value = value
            self.number = number

        @property
        def control(self) -> Amounts:
            """The amounts of which one changed."""
            return self.amounts

    def __init__(
        self, amounts: Iterable[Amount] = (), *, id: str | None = None, classes: str = ""
    ) -> None:
        """Show `amounts`, the cursor on the first."""
        super().__init__(id=id, classes=classes)
        self._amounts: dict[str, Amount] = {}
        self.show_amounts(amounts)

    def show_amounts(self, amounts: Iterable[Amount]) -> None:
        """Show these amounts; the cursor stays where it is."""
        self._amounts = {amount.value: amount for amount in amounts}
        widest = max((cell_len(amount.label) for amount in self._amounts.values()), default=0)
        rows = [
            Row(each.value, f"{set_cell_size(each.label, widest)}   ‹ {each.shown} ›")
            for each in self._amounts.values()
        ]
        self.show_rows(rows)
        if self.cursor < 0 and rows:
            self.cursor = 0

    def mark_of(self, row: Row) -> str:
        """A small dot."""
        return "·"

    def is_chosen(self, row: Row) -> bool:
        """None is chosen; each simply is what it is."""
        return False

    def choose(self, row: Row) -> None:
        """A click, or space, turns the amount up, and from its highest to its lowest."""
        amount = self._amounts[row.value]
        higher = [each for each in amount.steps if each > amount.number]
        self._set(amount, higher[0] if higher else amount.steps[0])

    def action_turn(self, by: int) -> None:
        """Turn the amount under the cursor up or down by one step."""
        amount = self._amounts[self._rows[self.cursor].value]
        if by > 0:
            beyond = [each for each in amount.steps if each > amount.number]
        else:
            beyond = [each for each in reversed(amount.steps) if each < amount.number]
        if beyond:
            self._set(amount, beyond[0])

    def _set(self, amount: Amount, number: float) -> None:
        self.show_amounts(
            each._replace(number=number) if each.value == amount.value else each
            for each in tuple(self._amounts.values())
        )
        self.post_message(self.Changed(self, amount.value, number))
