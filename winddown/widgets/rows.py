"""A list of short lines under a cursor, drawn as words and marks without a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.widget import Widget

from winddown.routine.text import visible
from winddown.widgets.lines import Lines
from winddown.widgets.parts import with_ground
from winddown.widgets.shown import is_shown


class Row(NamedTuple):
    """One line of a list."""

    value: str
    """What it stands for; empty for a heading, which the cursor passes over."""
    label: str

    @property
    def is_heading(self) -> bool:
        """True for a line that only names what follows."""
        return not self.value


class Laid(NamedTuple):
    """One line of a row."""

    owner: int
    """The row's index."""
    text: Content
    """As much of its label as stands on this line."""
    is_first: bool


class Rows(Lines[Laid], can_focus=True):
    """Rows with a cursor. Subclasses say which mark a row carries and what choosing does."""

    INDENT: ClassVar[int] = 4
    """Cells before a label: one for the cursor, one for the mark, and air."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--cursor",
        "rows--chosen",
        "rows--mark",
        "rows--heading",
    }

    DEFAULT_CSS = """
    Rows {
        height: auto;
        width: 100%;
        color: $body;
        & > .rows--cursor { background: $row; }
        & > .rows--chosen { color: $accent; text-style: bold; }
        & > .rows--mark { color: $marks; }
        & > .rows--heading { color: $quiet; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", show=False),
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("home", "go_to_end(-1)", "first", show=False),
        Binding("end", "go_to_end(1)", "last", show=False),
        Binding("space", "choose", "choose", show=False),
    ]

    cursor: reactive[int] = reactive(-1, repaint=False)
    """Index of the row under the cursor; -1 for none yet."""

    def __init__(
        self, rows: Iterable[Row] = (), *, id: str | None = None, classes: str = ""
    ) -> None:
        """Show `rows`, with the cursor nowhere."""
        super().__init__(id=id, classes=classes)
        self._rows: tuple[Row, ...] = tuple(rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Put other rows in place; the cursor stays with its value where it can."""
        here = self._rows[self.cursor].value if 0 <= self.cursor < len(self._rows) else None
        before = self._taken
        self._rows = tuple(rows)
        self.cursor = next((i for i, row in enumerate(rows) if row.value and row.value == here), -1)
        # Where they take the same room, nothing around them has to move.
        self.refresh(layout=self._taken != before)

    def allow_focus(self) -> bool:
        """Take no keys while folded away."""
        return super().allow_focus() and is_shown(self)

    # What subclasses say

    def text_of(self, row: Row) -> Content:
        """Give a row's label, before it is wrapped."""
        return Content(visible(row.label))

    def mark_of(self, row: Row) -> str:
        """Give the one-cell mark before a row's label."""
        raise NotImplementedError

    def is_chosen(self, row: Row) -> bool:
        """Tell whether a row is part of the answer."""
        raise NotImplementedError

    def style_of(self, row: Row) -> str:
        """Give the component class of a row's label; empty for plain text."""
        return "rows--chosen" if self.is_chosen(row) else ""

    def choose(self, row: Row) -> None:
        """Take or give back a row, as space and a click do."""
        raise NotImplementedError

    # Drawing

    @property
    def _taken(self) -> tuple[int, int]:
        """How wide the rows would stand, where that is theirs to say, and how high: cells."""
        asks = self.styles.width is not None and self.styles.width.is_auto
        widest = self.get_content_width(self.size, self.size) if asks else 0
        return widest, len(self.lay_out(self.size.width))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Ask for the widest label, so that a short list can be centred."""
        widest = max((cell_len(visible(row.label)) for row in self._rows), default=0)
        return self.INDENT + widest + 1

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines the rows take when wrapped to `width` cells."""
        return max(1, len(self.lay_out(width)))

    def lay_out(self, width: int) -> list[Laid]:
        """Wrap every row under its own label."""
        laid = []
        for index, row in enumerate(self._rows):
            room = max(4, width - (0 if row.is_heading else self.INDENT))
            for number, text in enumerate(self.text_of(row).wrap(room)):
                laid.append(Laid(index, text, is_first=number == 0))
        return laid

    def draw(self, line: Laid) -> Content:
        """Draw a line of a row, with what stands before it."""
        row, text = self._rows[line.owner], line.text
        if row.is_heading:
            return text.stylize(self.get_visual_style("rows--heading", partial=True))
        under_cursor = line.owner == self.cursor and self.has_focus
        pointer = "›" if under_cursor and line.is_first else " "
        mark = self.mark_of(row) if line.is_first else " "
        chosen = self.is_chosen(row)
        if style := self.style_of(row):
            text = text.stylize(self.get_visual_style(style, partial=True))
        drawn = Content.assemble(
            (pointer, self.get_visual_style("rows--chosen", partial=True)),
            (mark, self.get_visual_style("rows--chosen" if chosen else "rows--mark", partial=True)),
            " " * (self.INDENT - 2),
            text,
        )
        drawn = drawn.extend_right(max(0, self.size.width - drawn.cell_length))
        if under_cursor:
            drawn = drawn.stylize_before(with_ground(self, "rows--cursor"))
        return drawn

    def _watch_cursor(self, before: int, now: int) -> None:
        self.redraw(before, now)

    def redraw(self, *rows: int) -> None:
        """Draw only these rows anew, by their index; one that is none is passed over."""
        for index in rows:
            lines = self._lines_of(index)
            if lines:
                self.refresh(Region(0, lines[0], self.size.width, len(lines)))

    def _lines_of(self, index: int) -> list[int]:
        """Give the lines on which a row stands, from the top."""
        return [y for y, line in enumerate(self.laid) if line.owner == index]

    # Moving

    def action_move(self, by: int) -> None:
        """Move the cursor to the next row that is not a heading."""
        index = self._next(by)
        if index is not None:
            self.cursor = index
            self.reveal_cursor()

    def action_go_to_end(self, by: int) -> None:
        """Move the cursor to the first row (-1), or to the last (1)."""
        places = [place for place, row in enumerate(self._rows) if not row.is_heading]
        if places:
            self.action_move(places[0 if by < 0 else -1] - self.cursor)

    def _next(self, by: int) -> int | None:
        index = (len(self._rows) if self.cursor < 0 and by < 0 else self.cursor) + by
        while 0 <= index < len(self._rows):
            if not self._rows[index].is_heading:
                return index
            index += by
        return None

    def action_choose(self) -> None:
        """Choose the row under the cursor; with none, the first."""
        if self.cursor < 0:
            self.action_move(1)
        if 0 <= self.cursor < len(self._rows):
            self.choose(self._rows[self.cursor])
            self.refresh()

    def reveal_cursor(self) -> None:
        """Scroll whatever holds this list until the row under the cursor can be seen."""
        lines = self._lines_of(self.cursor)
        if lines:
            region = Region(0, lines[0], self.size.width, len(lines))
            for ancestor in self.ancestors:
                if isinstance(ancestor, Widget) and ancestor.allow_vertical_scroll:
                    offset = (
                        self.region.offset - ancestor.content_region.offset + ancestor.scroll_offset
                    )
                    ancestor.scroll_to_region(region.translate(offset), animate=False)
                    if self._is_where_all_begins():
                        ancestor.scroll_home(animate=False)  # the title belongs to it
                    break

    def _is_where_all_begins(self) -> bool:
        """Tell whether the cursor is at the first row of the first question there is."""
        is_first_row = all(row.is_heading for row in self._rows[: self.cursor])
        return is_first_row and next(iter(self.screen.focus_chain), None) is self

    def _on_focus(self, event: events.Focus) -> None:
        self.redraw(self.cursor)

    def _on_blur(self, event: events.Blur) -> None:
        self.redraw(self.cursor)

    async def _on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not 0 <= offset.y < len(self.laid):
            return
        event.stop()
        index = self.laid[offset.y].owner
        if not self._rows[index].is_heading:
            self.cursor = index
            self.choose(self._rows[index])
            self.refresh()
