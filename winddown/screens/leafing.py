"""Leafing through the evenings: three views of them, read newest first while older ones come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import get_current_worker

from winddown.routine.archive import Archive
from winddown.routine.breathing import names_by_id
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.over_time import OverTime
from winddown.routine.pages import Page, page_of
from winddown.screens.finding import Finding
from winddown.screens.leaf import Leaf
from winddown.screens.over_time import OverTimeView
from winddown.screens.shelving import Shelving
from winddown.widgets.keys import Key, Keys
from winddown.widgets.prose import Prose
from winddown.widgets.views import Views

VIEWS = ("evenings", "month", "over_time")


class Leafing(Shelving):
    """Evenings to be read and found, in a list, in a month, and over time."""

    HELP_OF: ClassVar[str] = "look_back"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (56, "-wide"), (76, "-beside")]  # noqa: RUF012  Textual's own

    DEFAULT_CSS = """
    Leafing {
        align-horizontal: center;
        & > #said { dock: bottom; padding: 1 2 0 2; margin-bottom: 3; display: none; }
        & > OverTimeView { display: none; width: 100%; max-width: 72; }
        &.-over Leaf, &.-over Finding { display: none; }
        &.-over OverTimeView { display: block; }
        &.-beside Leaf > #days { width: 42%; max-width: 44; display: block; }
        &.-beside PagePane { display: block; padding: 0 0 0 3; }
        &.-beside Leaf.-empty PagePane { display: none; }
        &.-low Views { height: 1; padding: 0; }
        &.-low Leaf { margin: 0 2; }
        &.-low OverTimeView { margin: 0; }
        & > #above { height: auto; width: 100%; max-width: 108; }
        &.-over #above, &.-month #above, &.-reading #above, &.-seeking #above { display: none; }
        &.-beside.-reading #above { display: block; }
        &.-narrow OverTimeView .marks { layout: vertical; }
        &.-narrow OverTimeView .marks > .name { margin: 0; }
        &.-narrow OverTimeView .marks > .said { margin: 0; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", show=False, priority=True),
        Binding("escape,backspace", "back", "back", show=False),
        Binding("tab", "turn(1)", "the next view", show=False),
        Binding("shift+tab", "turn(-1)", "the view before", show=False),
        Binding("1", "view('evenings')", "the evenings", show=False),
        Binding("2", "view('month')", "a month", show=False),
        Binding("3", "view('over_time')", "over time", show=False),
        Binding("slash", "find", "find", show=False),
        Binding("f", "filter", "filter", show=False),
        Binding("m", "more", "what is folded", show=False),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("q", "leave('leave')", "leave", show=False),
    ]

    def __init__(self, archive: Archive, occasion: Occasion, at: date | None = None) -> None:
        """Open on an evening, as `Shelving` does."""
        super().__init__(archive, occasion, at)
        self._frame_words = occasion.words("frame")
        self.names = names_by_id(occasion.patterns, occasion.anchors)

    def compose(self) -> ComposeResult:
        """The views above, the keys below, and between them what is looked at."""
        say = self.words
        yield Views({view: say["view-" + view] for view in VIEWS}, VIEWS[0])
        yield Keys((), self._always(), self._frame_words)
        yield Prose(id="said", classes="quiet")
        yield Vertical(*self.above(), id="above")
        yield Finding(say["find_hint"], self.occasion)
        yield Leaf(self.occasion, self.shelf.entry, self.page_of)
        yield OverTimeView(self.occasion)

    def above(self) -> Iterable[Widget]:
        """Give what stands above the list, while nothing is read or looked for."""
        return ()

    # Showing

    @property
    def finding(self) -> Finding:
        """What is looked for."""
        return self.query_one(Finding)

    @property
    def view(self) -> str:
        """The id of the view that is shown."""
        return self.query_one(Views).here

    @property
    def here(self) -> Evening | None:
        """The evening whose page is shown; None where there is none."""
        day = self.leaf.day if self.view != "over_time" else None
        return self.shelf[day] if day and day in self.shelf else None

    def show(self, at: date | None = None) -> None:
        """Show what is looked for, with the cursor on a day, or near it."""
        self.shelf.filters = self.finding.filters
        self.set_class(not self.finding.looks_for_all, "-seeking")
        self.leaf.show(self.shelf.shown, at, self.words[self._empty])

    @property
    def _empty(self) -> str:
        """The key of what is said where there is no evening to show."""
        if self.finding.looks_for_all:
            return "nothing_yet"
        return "nothing_found" if self.is_read else "nothing_found_yet"

    @on(Finding.Changed)
    def _show_found(self) -> None:
        self.show()

    def page_of(self, day: date) -> Page | None:
        """Give the page of a day; None where it has none to show."""
        if not self.shelf.shows(day):
            return None
        say = self.occasion.words
        return page_of(
            self.shelf[day],
            self.occasion.today,
            say("look_back"),
            say("closing"),
            say("plan"),
            self.names,
        )

    # Views

    def action_turn(self, by: int) -> None:
        """Show the next view, or the one before."""
        self.action_view(self.query_one(Views).next(by))

    @on(Views.Chosen)
    def _view_chosen(self, event: Views.Chosen) -> None:
        self.action_view(event.view)

    def action_view(self, view: str) -> None:
        """Show a view."""
        self.settle()
        self.query_one(Views).here = view
        self.set_class(view == "over_time", "-over")
        self.set_class(view == "month", "-month")
        if view == "over_time":
            self.query_one(OverTimeView).coming = "" if self.is_read else self.words["coming"]
            self._add_up()
            self.query_one(OverTimeView).focus()
        else:
            self.leaf.take_shape("month" if view == "month" else "list")
            self.leaf.show_page()
        self.refresh_keys()

    def follow_older(self) -> None:
        """Add up anew, where that is looked at."""
        self.query_one(OverTimeView).coming = ""
        if self.view == "over_time":
            self._add_up()

    @work(thread=True, exclusive=True, group="adding up")
    def _add_up(self) -> None:
        from winddown.routine.adding_up import over_time  # only where it is looked at

        over = over_time(self.shelf.evenings, self.occasion.today)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_over_time, over)

    def _show_over_time(self, over: OverTime) -> None:
        if self.is_attached:
            self.query_one(OverTimeView).show(over)

    # Keys

    def keys(self) -> tuple[Key, ...]:
        """At most three keys for the left half of the footer."""
        say = self.words
        turn = Key("tab", say["key-view"], "screen.turn(1)")
        if self.view == "over_time":
            return (Key("↑↓", self._frame_words["read_on"]), turn)
        if self.here is None:
            return (turn,)
        if self.focused is self.leaf.pane:
            return self.keys_of_page()
        read = Key("enter", say["key-open"], "screen.open")
        return (read, Key("/", say["key-find"], "screen.find"), turn)

    def keys_of_page(self) -> tuple[Key, ...]:
        """The keys that count while a page is read."""
        pane, say = self.leaf.pane, self._frame_words
        on = (Key("↑↓", say["read_on"]),) if pane.max_scroll_y else ()
        more = (Key("m", say["more"], "screen.more"),) if pane.page and pane.page.folded else ()
        return (*on, *more)

    def _always(self) -> tuple[Key, ...]:
        say = self._frame_words
        if self.is_mounted and isinstance(self.focused, Input):
            return (Key("enter", say["done"], "screen.open"), Key("F1", say["help"], "app.help"))
        return (Key("esc", say["back"], "screen.back"), Key("?", say["help"], "app.help"))

    @on(Leaf.Turned)
    def refresh_keys(self) -> None:
        """Show the keys that count now."""
        self.set_class(self.leaf.is_open, "-reading")
        keys = self.query_one(Keys)
        keys.own = () if isinstance(self.focused, Input) else self.keys()
        keys.always = self._always()

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _follow_focus(self) -> None:
        self.call_later(self.refresh_keys)

    def action_open(self) -> None:
        """Read the page; from a line, be done with it."""
        if self.leaf.pane.is_writing:
            self.settle()
        elif isinstance(self.focused, Input):
            self.finding.leave_line()
        elif self.view != "over_time":
            self.leaf.open()

    def settle(self) -> None:
        """Have done with what is half written."""

    @on(Finding.Done)
    def _back_to_days(self) -> None:
        self.leaf.close()

    def action_more(self) -> None:
        """Open the folded texts of the page, or fold them again."""
        if self.here is not None:
            self.leaf.open()
            self.leaf.pane.unfold()
            self.call_after_refresh(self.refresh_keys)

    def action_back(self) -> None:
        """Out of a line, off a page, out of a search, and only then away."""
        if self.leaf.pane.is_writing:
            self.settle()
        elif isinstance(self.focused, Input):
            self.finding.leave_line(let_go=True)
        elif self.leaf.is_open and self.view != "over_time":
            self.leaf.close()
        elif not self.finding.looks_for_all:
            self.finding.clear()
        else:
            self.action_leave()

    def action_leave(self, to: str = "") -> None:
        """Go, and say where to."""
        self.settle()
        self.workers.cancel_node(self)
        self.dismiss(to)

    def action_find(self) -> None:
        """Ask for words to look for in everything."""
        self._come_to_days()
        self.finding.ask()

    def action_filter(self) -> None:
        """Choose whose evenings, or which, are shown."""
        self._come_to_days()
        self.finding.choose(self.shelf.evenings)

    def _come_to_days(self) -> None:
        if self.view == "over_time":
            self.action_view("evenings")
