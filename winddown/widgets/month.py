"""A month as a calendar in words and marks: a dot after each day that has an evening."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from winddown.routine.months import days_away, months_away, weeks_of
from winddown.routine.text import visible
from winddown.widgets.parts import with_ground
from winddown.widgets.shown import is_shown

CELL = 4
"""Cells of a day: the pointer, two for its number, the dot."""

DOT = "•"
"""After each day that has an evening."""

EARLIER, LATER = "‹", "›"
"""What a click at the end of the title brings: the month before, and the one after."""

_WEEK = 7
_DAYS_BEGIN = 3
"""Lines above the first week: the title, air and the weekdays."""
_HEIGHT = _DAYS_BEGIN + 6
"""Every month takes as much room, so that nothing beneath jumps."""


class Month(Widget, can_focus=True):
    """One month, all of its days alike, and one of them chosen.

    Arrows move by a day or a week and on into other months; [ and ] bring the month
    before and after, home and end the first and the last evening. No day after
    today is reached, unless an evening stands there.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "month--title",
        "month--aside",
        "month--dot",
        "month--chosen",
        "month--cursor",
    }

    DEFAULT_CSS = """
    Month {
        height: auto;
        width: auto;
        color: $body;
        & > .month--title { color: $heading; text-style: bold; }
        & > .month--aside { color: $quiet; }
        & > .month--dot { color: $accent; }
        & > .month--chosen { color: $accent; text-style: bold; }
        & > .month--cursor { background: $row; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "move(-1)", "the day before", show=False),
        Binding("right,l", "move(1)", "the day after", show=False),
        Binding("up,k", "move(-7)", "a week before", show=False),
        Binding("down,j", "move(7)", "a week after", show=False),
        Binding("left_square_bracket,pageup", "turn(-1)", "the month before", show=False),
        Binding("right_square_bracket,pagedown", "turn(1)", "the month after", show=False),
        Binding("home", "go_to_end(-1)", "the first evening", show=False),
        Binding("end", "go_to_end(1)", "the last evening", show=False),
        Binding("space", "choose", "choose", show=False),
    ]

    class OfDay(Message):
        """Something about one day."""

        def __init__(self, month: Month, day: date) -> None:
            """Say which day it is."""
            super().__init__()
            self.month = month
            self.day = day

        @property
        def control(self) -> Month:
            """The calendar that the day stands in."""
            return self.month

    class Pointed(OfDay):
        """Posted when the person has moved to another day."""

    class Chosen(OfDay):
        """Posted when the person takes the day that is pointed at."""

    def __init__(
        self,
        weekdays: Sequence[str],
        title: Callable[[date], str],
        today: date,
        *,
        id: str | None = None,
        classes: str = "",
    ) -> None:
        """Show the month of `today`, with no evening in it yet.

        Args:
            weekdays: seven short names, Monday's first; three cells of each are shown.
            title: names the month of a day, as "November 2026".
            today: the date of tonight's evening.
            id: the widget's own.
            classes: the widget's own.
        """
        super().__init__(id=id, classes=classes)
        self._weekdays = tuple(weekdays)
        self._title = title
        self._today = self._day = today
        self._evenings: Collection[date] = frozenset()
        self._drawn: object = None

    @property
    def day(self) -> date:
        """The day that is pointed at."""
        return self._day

    def show(self, day: date, days_with_evenings: Collection[date]) -> None:
        """Point at a day, and put a dot after each day that has an evening.

        Args:
            day: any day; its month is shown.
            days_with_evenings: a set or a dict, looked into and not copied: give it again
                once more have come.
        """
        self._day, self._evenings = day, days_with_evenings
        self._draw_anew()

    def allow_focus(self) -> bool:
        """Take no keys while folded away."""
        return super().allow_focus() and is_shown(self)

    # Drawing

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Ask for seven days side by side."""
        return _WEEK * CELL

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Ask for the title, the weekdays and six weeks, whatever the month."""
        return _HEIGHT

    def render(self) -> Content:
        """Draw the title, the weekdays and the weeks."""
        aside = self.get_visual_style("month--aside", partial=True)
        names = (_fitted(visible(name), CELL) for name in self._weekdays)
        lines = [self._heading(), Content(""), Content.assemble(("".join(names), aside))]
        for week in weeks_of(self._day):
            lines.append(Content("").join(map(self._cell, week)))
        return Content("\n").join(lines)

    def _heading(self) -> Content:
        aside = self.get_visual_style("month--aside", partial=True)
        room = _WEEK * CELL - 1 - CELL
        title = Content(visible(self._title(self._day))).truncate(room, ellipsis=True, pad=True)
        style = self.get_visual_style("month--title", partial=True)
        ways = f"{EARLIER}{' ' * (CELL - 2)}{LATER}"
        return Content.assemble(" ", title.stylize(style), (ways, aside))

    def _cell(self, day: date | None) -> Content:
        if day is None:
            return Content(" " * CELL)
        is_chosen, has_evening = day == self._day, day in self._evenings
        chosen = self.get_visual_style("month--chosen", partial=True)
        dot = self.get_visual_style("month--dot", partial=True)
        number = f"{day.day:2}"
        cell = Content.assemble(
            ("›" if is_chosen else " ", chosen),
            (number, chosen) if is_chosen else number,
            (DOT if has_evening else " ", dot),
        )
        if is_chosen and self.has_focus:
            cell = cell.stylize_before(with_ground(self, "month--cursor"))
        return cell

    def _draw_anew(self) -> None:
        """Draw again, unless what would be drawn is there already."""
        days = (day for week in weeks_of(self._day) for day in week)
        drawn = (self._day, tuple(day in self._evenings for day in days))
        if drawn != self._drawn:
            self._drawn = drawn
            self.refresh()

    # Moving

    @property
    def _last(self) -> date:
        """The latest day that can be reached."""
        return max(self._today, max(self._evenings, default=self._today))

    def action_move(self, days: int) -> None:
        """Move by so many days, where that is a day that can be reached."""
        self._point(days_away(self._day, days, self._last))

    def action_turn(self, months: int) -> None:
        """Bring another month; the day stays as near as it can."""
        self._point(months_away(self._day, months, self._last))

    def action_go_to_end(self, by: int) -> None:
        """Move to the first evening (-1), or to the last (1)."""
        if self._evenings:
            self._point(min(self._evenings) if by < 0 else max(self._evenings))

    def action_choose(self) -> None:
        """Take the day that is pointed at."""
        self.post_message(self.Chosen(self, self._day))

    def _point(self, day: date) -> None:
        if day != self._day:
            self._day = day
            self._draw_anew()
            self.post_message(self.Pointed(self, day))

    def _on_focus(self, event: events.Focus) -> None:
        self.refresh()

    def _on_blur(self, event: events.Blur) -> None:
        self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        event.stop()
        if offset.y == 0:
            if (beyond := offset.x - (_WEEK - 1) * CELL) >= -1:
                self.action_turn(-1 if beyond < CELL // 2 else 1)
        elif (day := self._day_at(offset.x, offset.y)) and day <= self._last:
            self._point(day)
            self.action_choose()

    def _day_at(self, x: int, y: int) -> date | None:
        """Find the day that stands in a cell, counted from the top left."""
        weeks = weeks_of(self._day)
        if 0 <= y - _DAYS_BEGIN < len(weeks) and 0 <= x < _WEEK * CELL:
            return weeks[y - _DAYS_BEGIN][x // CELL]
        return None


def _fitted(text: str, cells: int) -> str:
    """Put as much of a text as fits at the right of so many cells, with air before it."""
    while cell_len(text) >= cells:
        text = text[:-1]
    return " " * (cells - cell_len(text)) + text
