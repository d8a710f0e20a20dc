"""The days, as a list or a month, with the page of one of them beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from winddown.routine.occasion import Occasion
from winddown.routine.pages import Page, month_title
from winddown.routine.weekdays import WEEKDAYS
from winddown.screens.page_pane import PagePane
from winddown.widgets.evening_list import Entry, EveningList
from winddown.widgets.month import Month
from winddown.widgets.prose import Prose

Shape: TypeAlias = Literal["list", "month"]


class Leaf(Horizontal):
    """Shows a page for the day under the cursor; where the window is narrow, one at a time."""

    DEFAULT_CSS = """
    Leaf {
        width: 100%;
        max-width: 108;
        height: 1fr;
        margin: 0 2 1 2;
        & > #days { width: 100%; }
        & PagePane, & Month { display: none; }
        & PagePane { padding: 0 1; }
        &.-open > #days { display: none; }
        &.-open PagePane { display: block; }
        &.-month EveningList { display: none; }
        &.-month Month { display: block; }
    }
    """

    class Turned(Message):
        """Posted when the page of another day is shown, or none."""

    class Opened(Message):
        """Posted when a click asks to read a page."""

    def __init__(
        self,
        occasion: Occasion,
        entry_of: Callable[[date], Entry],
        page_of: Callable[[date], Page | None],
    ) -> None:
        """Stand empty until `show`.

        Args:
            occasion: the words, and today's date.
            entry_of: gives the line of a day in the list.
            page_of: gives the page of a day; None where it has none to show.
        """
        super().__init__()
        self._occasion = occasion
        self._entry_of = entry_of
        self._page_of = page_of

    def compose(self) -> ComposeResult:
        """The days on the left, the page on the right."""
        of_plan, say = self._occasion.words("plan"), self._occasion.words("look_back")
        weekdays = [of_plan["weekday_short-" + day] for day in WEEKDAYS]
        yield Vertical(
            Prose(id="empty", classes="quiet"),
            EveningList(self._entry_of),
            Month(weekdays, lambda day: month_title(day, say, of_plan), self._occasion.today),
            id="days",
        )
        yield PagePane(self._occasion.words("leafing"))

    @property
    def list(self) -> EveningList:
        """The days as a list."""
        return self.query_one(EveningList)

    @property
    def month(self) -> Month:
        """The days as a month."""
        return self.query_one(Month)

    @property
    def pane(self) -> PagePane:
        """The page."""
        return self.query_one(PagePane)

    @property
    def day(self) -> date | None:
        """The day whose page is shown; None where there is none."""
        if self._is_month:
            day = self.month.day
            return day if self._page_of(day) else None
        return self.list.day

    @property
    def _is_month(self) -> bool:
        return self.has_class("-month")

    def show(self, days: Iterable[date], at: date | None, empty: str) -> None:
        """Show these days, with the cursor on one, or near it.

        Args:
            days: newest first.
            at: the day to stand on; None to stay.
            empty: what is said when there are none.
        """
        self.list.show(days, at or self.list.day)
        is_empty = self.list.day is None
        self.set_class(is_empty, "-empty")
        self.query_one("#empty", Prose).say(empty)
        self.query_one("#empty").display = is_empty
        self.show_month(at)
        self.show_page()

    def show_month(self, at: date | None = None) -> None:
        """Show the month of a day, with every day that has an evening."""
        here = self.month.day if self._is_month else self.list.day
        self.month.show(at or here or self._occasion.today, self.list.days)

    def take_shape(self, shape: Shape) -> None:
        """Stand as a list or as a month, at the same day."""
        if shape == "month" and not self._is_month:
            self.show_month()
        elif shape == "list" and self._is_month:
            self.list.go_to(self.month.day)
        self.set_class(shape == "month", "-month")
        self.close()

    def show_page(self) -> None:
        """Show the page of the day under the cursor."""
        day = self.day
        self.pane.show(self._page_of(day) if day else None)
        self.post_message(self.Turned())

    def open(self) -> None:
        """Read the page, if there is one."""
        if self.day is not None:
            self.add_class("-open")
            self.pane.focus()

    @property
    def is_open(self) -> bool:
        """True while the page is read."""
        return self.has_class("-open")

    def close(self) -> None:
        """Go back to the days."""
        self.remove_class("-open")
        days = self.month if self._is_month else self.list
        days.focus(scroll_visible=False)

    @on(EveningList.Pointed)
    @on(Month.Pointed)
    def _follow(self) -> None:
        self.show_page()

    @on(EveningList.Opened)
    @on(Month.Chosen)
    def _open_clicked(self) -> None:
        self.show_page()
        self.open()
