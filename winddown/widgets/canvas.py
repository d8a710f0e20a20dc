"""A picture in cells that sends the terminal only those that have changed.

Textual repaints whole rows of a widget, from its left edge to the last cell that changed.
Here a row is asked for whole, and what it writes are the changes alone, in all rows at once:
it moves the cursor from cell to cell, and writes those that look alike one after the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from rich.console import COLOR_SYSTEMS, Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


class Canvas:
    """Cells to draw on, and what of them the terminal has not been sent yet.

    What it shows is known only as long as nothing else is drawn there. Whatever is drawn over
    it, or the screen anew, composes rows that were not asked for: then they are written whole.
    """

    def __init__(self, columns: int, rows: int, cell: Segment) -> None:
        """Begin with the same cell everywhere."""
        self._columns = columns
        self._cells = [[cell] * columns for _ in range(rows)]
        self._changed: defaultdict[int, set[int]] = defaultdict(set)
        """Columns that the terminal has not been sent, by row."""
        self._asked: set[int] = set()
        """Rows that are to be written next."""
        self._unknown = set(range(rows))
        """Rows of which nobody knows what the terminal shows."""
        self._composed = set(range(rows))
        """Rows that were composed but not written: something may lie over them."""
        self._strips: list[Strip] = [Strip([])] * rows
        self._drawn_on = set(range(rows))
        """Rows whose strip is not up to date."""

    def put(self, row: int, column: int, cell: Segment) -> None:
        """Draw one cell."""
        cells = self._cells[row]
        if cells[column] is not cell:
            cells[column] = cell
            self._drawn_on.add(row)
            self._changed[row].add(column)
            if column == self._columns - 1:
                # From there a terminal does not go back as it does from the other columns.
                self._unknown.add(row)

    def ask(self, *, whole: bool) -> list[int]:
        """Give the rows to repaint; where the `whole` canvas is in sight, one does for all."""
        if not self._drawn_on:
            return []
        rows = sorted(self._changed)
        if whole and self._is_known(rows):
            rows = rows[:1]
        self._asked.update(rows)
        return rows

    def strips(self) -> list[Strip]:
        """Give each row as a strip, to be written in its place."""
        for row in self._drawn_on:
            self._strips[row] = _Row(self, row, self._cells[row])
        self._drawn_on.clear()
        return list(self._strips)

    def compose(self, row: int) -> None:
        """Take it that a row is about to be written, whole or in pieces, or to be covered."""
        if row in self._composed:
            self._unknown.add(row)  # something lay over it, and may have gone
        self._composed.add(row)

    def write(self, row: int, console: Console) -> tuple[str, bool]:
        """Give what to write from the left edge of a row, and whether the row follows whole."""
        # All rows are composed before the first is written. More than was asked for: something
        # else is drawn there, or was. The whole screen begins at the top.
        if row == 0 or not self._composed <= self._asked:
            self._unknown |= self._composed
        self._composed.discard(row)
        self._asked.discard(row)
        whole = row in self._unknown
        if whole:
            self._unknown.discard(row)
            self._changed.pop(row, None)
        # One row may have been asked for all of them: whatever comes between, none is forgotten.
        known = [each for each in self._changed if self._is_known([each])]
        changed = {each: self._changed.pop(each) for each in known}
        return self._changes(changed, row, console), whole

    def _is_known(self, rows: Iterable[int]) -> bool:
        return self._unknown.isdisjoint(rows) and self._composed.isdisjoint(rows)

    def _changes(self, changed: dict[int, set[int]], begin: int, console: Console) -> str:
        """Write cells, like ones after each other, from the left edge of a row and back there."""
        alike: dict[int, tuple[Style, list[tuple[int, int, str]]]] = {}
        for row in sorted(changed):
            cells = self._cells[row]
            for column in sorted(changed[row]):
                text, style, _ = cells[column]
                if style is not None:
                    alike.setdefault(id(style), (style, []))[1].append((row, column, text))
        system = COLOR_SYSTEMS[console.color_system or "truecolor"]
        written: list[str] = []
        y, x = begin, 0
        for style, places in alike.values():
            written.append(f"\x1b[{Strip.render_ansi(style, system)}m")
            for row, column, text in places:
                if row != y:
                    written.append(_move(row - y, "BA"))
                if column != x:
                    written.append(_move(column - x, "CD"))
                written.append(text)
                y, x = row, column + 1
        if written:
            written += "\x1b[0m", _move(begin - y, "BA"), _move(-x, "CD")
        return "".join(written)


@cache
def _move(by: int, ways: str) -> str:
    """Move the cursor by so many cells, forward or back."""
    if not by:
        return ""
    return f"\x1b[{abs(by) if abs(by) > 1 else ''}{ways[by < 0]}"


class _Row(Strip):
    """A row of a canvas, which asks that what to write when it is written whole."""

    __slots__ = ("_canvas", "_row")

    def __init__(self, canvas: Canvas, row: int, cells: Sequence[Segment]) -> None:
        super().__init__(cells, len(cells))
        self._canvas, self._row = canvas, row

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        self._canvas.compose(self._row)
        return super().divide(cuts)

    def crop(self, start: int, end: int | None = None) -> Strip:
        self._canvas.compose(self._row)
        return super().crop(start, end)

    def render(self, console: Console) -> str:
        changes, whole = self._canvas.write(self._row, console)
        return changes + self.simplify().render(console) if whole else changes
