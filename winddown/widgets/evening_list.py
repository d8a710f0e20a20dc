"""Evenings in a list, newest first: a line each, under the name of their month."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from winddown.routine.text import visible

_COMING = 2
"""Lines beneath the last evening while older ones are read: air, and what says so."""


class Entry(NamedTuple):
    """One evening as the list shows it."""

    label: str
    """Its day within the month: "Fri 20"."""
    month: str
    """The month it stands under: "November 2026"."""
    text: str
    is_own: bool = True
    """False where the text is ours, said quietly, since no line was kept."""
    mark: str = ""
    """A quiet word at the end of the line."""


class EveningList(ScrollView, can_focus=True):
    """Draws only the lines in sight, so that a hundred years open as fast as a week."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "evening-list--day",
        "evening-list--month",
        "evening-list--quiet",
        "evening-list--chosen",
        "evening-list--cursor",
    }

    DEFAULT_CSS = """
    EveningList {
        height: 1fr;
        width: 100%;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        color: $body;
        background: $ground;
        & > .evening-list--day { color: $marks; }
        & > .evening-list--month { color: $quiet; }
        & > .evening-list--quiet { color: $quiet; }
        & > .evening-list--chosen { color: $accent; }
        & > .evening-list--cursor { background: $row; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", show=False),
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("pagedown", "page(1)", "further down", show=False),
        Binding("pageup", "page(-1)", "further up", show=False),
        Binding("home,g", "move(-9999999)", "newest", show=False),
        Binding("end,G", "move(9999999)", "oldest", show=False),
        Binding("left_square_bracket", "month(1)", "the month before", show=False),
        Binding("right_square_bracket", "month(-1)", "the month after", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the entry under the cursor."""
    coming: reactive[str] = reactive("", layout=False)
    """Said beneath the last line while older evenings are still being read."""

    class Pointed(Message):
        """Posted when the cursor has come to another evening."""

    class Opened(Message):
        """Posted when an evening was clicked on."""

    def __init__(self, entry_of: Callable[[date], Entry]) -> None:
        """Stand empty until `show`.

        Args:
            entry_of: gives the line of a day; asked for what is in sight, since there may be
                a hundred years of days.
        """
        super().__init__()
        self._entry_of = entry_of
        self._days: list[date] = []
        self._lines: list[int | str] = []
        """For each line a day's index, a month's name, or an empty string for air."""
        self._at: list[int] = []
        """The line of each day."""

    @property
    def days(self) -> set[date]:
        """Every day that has an evening here."""
        return set(self._days)

    def is_ahead(self, day: date) -> bool:
        """Tell whether a day is older than everything here."""
        return not self._days or day < self._days[-1]

    @property
    def day(self) -> date | None:
        """The day under the cursor; None in an empty list."""
        return self._days[self.cursor] if self._days else None

    def show(self, days: Iterable[date], at: date | None = None) -> None:
        """Put other evenings in place, with the cursor on a day or, where that has gone, near it.

        Args:
            days: newest first.
            at: the day to stand on; without one, the newest.
        """
        self._days, self._lines, self._at = [], [], []
        self.extend(days)
        self.set_reactive(EveningList.cursor, 0)
        if at:
            self.go_to(at)
        self.refresh()
        if self.is_mounted:
            self.call_after_refresh(self._reveal)
        self.post_message(self.Pointed())

    def go_to(self, day: date) -> None:
        """Put the cursor on a day or, where it has no evening, on the nearest one before it."""
        last = max(0, len(self._days) - 1)
        self.cursor = next((i for i, each in enumerate(self._days) if each <= day), last)

    def extend(self, days: Iterable[date]) -> None:
        """Add older evenings below."""
        for day in days:
            if not self._days or _month(self._days[-1]) != _month(day):
                self._lines += [*([""] if self._lines else []), self._entry_of(day).month]
            self._at.append(len(self._lines))
            self._lines.append(len(self._days))
            self._days.append(day)
        self._measure()

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, len(self._lines) + (_COMING if self.coming else 0))
        self.refresh()

    def watch_coming(self) -> None:
        """Make room for what is said beneath."""
        self._measure()

    def on_resize(self) -> None:
        """Keep to the width there is, with the cursor in sight."""
        self._measure()
        self.call_after_refresh(self._reveal)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line: an evening, the name of a month, or air."""
        width, at = self.scrollable_content_region.width, y + self.scroll_offset.y
        base = self.rich_style
        if at < len(self._lines):
            line = self._lines[at]
            if isinstance(line, int):
                return self._drawn(line, width)
            said = f"  {line}"
        else:
            said = f"  {self.coming}" if self.coming and at == len(self._lines) + 1 else ""
        style = self.get_component_rich_style("evening-list--month", partial=True)
        return Strip([Segment(_fitted(said, width), base + style)], width)

    def _drawn(self, index: int, width: int) -> Strip:
        entry, is_here = self._entry_of(self._days[index]), index == self.cursor
        part = self.get_component_rich_style
        base = self.rich_style
        if is_here and self.has_focus:
            base += Style(
                bgcolor=self.get_component_styles("evening-list--cursor").background.rich_color
            )
        chosen = base + part("evening-list--chosen", partial=True)
        day = chosen if is_here else base + part("evening-list--day", partial=True)
        text = base if entry.is_own else base + part("evening-list--quiet", partial=True)
        if is_here and entry.is_own:
            text = chosen
        label = f"{'›' if is_here else ' '} {entry.label}  "
        # A cell of air is left before the scrollbar.
        mark = f"  {entry.mark}" if entry.mark else ""
        room = max(0, width - cell_len(label) - 1 - cell_len(mark))
        segments = [
            Segment(label, day),
            Segment(_fitted(visible(entry.text), room), text),
            Segment(mark, base + part("evening-list--quiet", partial=True)),
        ]
        return Strip(segments).adjust_cell_length(width, base)

    # Moving

    def watch_cursor(self, before: int, now: int) -> None:
        """Say that another evening is under the cursor."""
        self._reveal()
        width, above = self.scrollable_content_region.width, self.scroll_offset.y
        for index in (before, now):
            if index < len(self._at):
                self.refresh(Region(0, self._at[index] - above, width, 1))
        self.post_message(self.Pointed())

    def _reveal(self) -> None:
        if not self._days:
            return
        line = self._at[self.cursor]
        # The name of its month comes into sight with the first evening of it.
        above = 1 if line and isinstance(self._lines[line - 1], str) else 0
        is_last = self.cursor == len(self._days) - 1
        below = _COMING if self.coming and is_last else 0
        region = Region(0, line - above, self.size.width, above + 1 + below)
        self.scroll_to_region(region, animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Move the cursor, by so many evenings."""
        if self._days:
            self.cursor = min(len(self._days) - 1, max(0, self.cursor + by))

    def action_page(self, by: int) -> None:
        """Move the cursor by a window's height."""
        self.action_move(by * max(1, self.size.height - 2))

    def action_month(self, by: int) -> None:
        """Move to the newest evening of the month before (1), or after (-1)."""
        months = list(map(_month, self._days))
        if not months:
            return
        here, index = months[self.cursor], self.cursor
        while 0 <= index < len(months) and months[index] == here:
            index += by
        if 0 <= index < len(months):
            there = months[index]
            while index and months[index - 1] == there:
                index -= 1
            self.cursor = index

    def _on_focus(self, event: events.Focus) -> None:
        self.refresh()

    def _on_blur(self, event: events.Blur) -> None:
        self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        line = offset.y + self.scroll_offset.y if offset else -1
        if 0 <= line < len(self._lines):
            index = self._lines[line]
            if isinstance(index, int):
                event.stop()
                self.cursor = index
                self.post_message(self.Opened())


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _fitted(text: str, width: int) -> str:
    """Give text in exactly `width` cells, with an ellipsis where it is longer."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, max(0, width - 1)).rstrip() + "…", width)
