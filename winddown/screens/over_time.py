"""What evenings add up to, drawn and told, as the third view of looking back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, get_args

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.reactive import reactive
from textual.widget import Widget

from winddown.routine.ago import ago
from winddown.routine.evening import Reading
from winddown.routine.occasion import Occasion
from winddown.routine.over_time import FEW_WEEKS, Fortnight, Marks, OverTime, Planned
from winddown.routine.pages import became, short_title
from winddown.routine.prose import listed, quoted
from winddown.widgets.bars import Bar, Bars
from winddown.widgets.dots import Dots
from winddown.widgets.guess import Guess
from winddown.widgets.prose import Prose

NAMES = 7
"""People who are named; of the others it is said how many they are."""

PLANS = 5
"""Plans that are told, the newest; every other stands on its evening's page."""


class OverTimeView(VerticalScroll, can_focus=True):
    """Each fact in words and, where it helps, drawn; nothing in it is better or worse."""

    DEFAULT_CSS = """
    OverTimeView {
        height: 1fr;
        padding: 0 2;
        margin-bottom: 1;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & Vertical { height: auto; }
        & > #coming { margin-bottom: 1; display: none; }
        & .part { margin-bottom: 2; }
        & .marks { height: auto; margin-top: 1; }
        & .marks > .name { width: 8; margin-top: 1; }
        & .marks > .said { width: 1fr; margin: 1 0 0 3; }
        & .plan { margin-top: 1; }
        & .plan > Horizontal { height: auto; }
        & .plan > Horizontal > Prose { width: 1fr; }
        & Guess { margin-right: 3; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "go(1)", "down", show=False),
        Binding("up,k", "go(-1)", "up", show=False),
        Binding("space,pagedown", "go(10)", "further down", show=False),
        Binding("pageup", "go(-10)", "further up", show=False),
        Binding("home,g", "go(-9999)", "the top", show=False),
        Binding("end,G", "go(9999)", "the end", show=False),
    ]

    coming: reactive[str] = reactive("", init=False)
    """Said on top while older evenings are still being read."""

    def __init__(self, occasion: Occasion) -> None:
        """Stand empty until `show`; words and today's date are the occasion's."""
        super().__init__()
        self._today = occasion.today
        self._say, self._of_pages = occasion.words("over_time"), occasion.words("look_back")
        self._of_closing, self._of_plan = occasion.words("closing"), occasion.words("plan")
        self._over: OverTime | None = None

    def compose(self) -> ComposeResult:
        """A line for as long as evenings are still read, and one column."""
        yield Prose(id="coming", classes="quiet")
        yield Vertical()

    def watch_coming(self) -> None:
        """Say it, or no longer."""
        line = self.query_one("#coming", Prose)
        line.say(self.coming)
        line.display = bool(self.coming)

    def show(self, over: OverTime) -> None:
        """Show what evenings add up to."""
        if over != self._over:
            self._over = over
            column = self.query_one(Vertical)
            column.remove_children()
            column.mount_all(self._parts(over))

    def _parts(self, over: OverTime) -> Iterator[Widget]:
        if over.is_early:
            yield Prose(self._say["early"])
            return
        parts = {
            "settled": self._settled(over),
            "read": self._read(over.fortnights),
            "in_touch": self._in_touch(over),
            "comforts": self._comforts(over),
            "plans": self._plans(over.plans[:PLANS]),
        }
        for title, widgets in parts.items():
            inside = [*widgets]
            if inside:
                heading = Prose(self._say[title], classes="heading")
                yield Vertical(heading, *inside, classes="part")

    # How settled

    def _settled(self, over: OverTime) -> Iterator[Widget]:
        rows = {"before": over.before, "after": over.after}
        for name, marks in rows.items():
            if marks.median is not None:
                by_day = {
                    FEW_WEEKS - 1 - (self._today - day).days: mark for day, mark in marks.marks
                }
                yield Horizontal(
                    Prose(self._say[name], classes="name"),
                    Dots(by_day, FEW_WEEKS),
                    Prose(self._middle(marks), classes="said"),
                    classes="marks",
                )
        if over.before.marks or over.after.marks:
            yield Prose(self._say["settled_about"], classes="quiet gap")

    def _middle(self, marks: Marks) -> str:
        middle = f"{marks.median:g}"
        if marks.low != marks.high:
            return self._say.say("middle", middle=middle, low=marks.low, high=marks.high)
        return self._say.say(
            "middle_same" if len(marks.marks) > 1 else "middle_once", middle=middle
        )

    # How habits were read

    def _read(self, fortnights: tuple[Fortnight, ...]) -> Iterator[Widget]:
        most = max((max(each.readings.values()) for each in fortnights), default=0)
        names = max(cell_len(self._of_pages["reading-" + each]) for each in get_args(Reading))
        for key, fortnight in zip(
            ("fortnight", "fortnight_before"), reversed(fortnights), strict=False
        ):
            yield Prose(self._say.say(key, number=fortnight.answers), classes="quiet gap")
            bars = [
                Bar(self._of_pages["reading-" + reading], number)
                for reading, number in fortnight.readings.items()
                if number
            ]
            yield Bars(bars, most, names)
        if fortnights:
            yield Prose(self._say["read_about"], classes="quiet gap")

    # Who was in touch

    def _in_touch(self, over: OverTime) -> Iterator[Widget]:
        if not over.contacts:
            return
        weeks = {"weeks-with": over.weeks_with, "weeks-without": over.weeks_without}
        said = [self._counted(key, number) for key, number in weeks.items() if number]
        if said:
            yield Prose(" ".join(said), classes="gap")
        names = [
            self._say.say(
                "contact", who=each.name, time=ago(each.last, self._today, self._of_pages)
            )
            for each in over.contacts
        ]
        yield Prose("\n".join(names[:NAMES]), classes="gap")
        if len(names) > NAMES:
            more = self._say.say("more_names", number=len(names) - NAMES)
            yield Prose(more, classes="quiet")

    def _counted(self, key: str, number: int) -> str:
        """Say a number, in words of its own where it has some."""
        own = f"{key}-{number}"
        return self._say[own] if own in self._say else self._say.say(key, number=number)

    # Comforts and plans

    def _comforts(self, over: OverTime) -> Iterator[Widget]:
        for key, favourites in (("chosen", over.chosen_most), ("forgotten", over.forgotten)):
            names = [quoted(each.text, self._of_closing) for each in favourites]
            if names:
                told = listed(names, self._of_closing)
                yield Prose(self._say.say(key, comforts=told), classes="gap")

    def _plans(self, plans: tuple[Planned, ...]) -> Iterator[Widget]:
        if any(plan.expected is not None and plan.felt is not None for plan in plans):
            yield Prose(self._say["plans_about"], classes="quiet gap")
        for plan in plans:
            day = short_title(plan.evening, self._today, self._of_pages, self._of_plan)
            has_both = plan.expected is not None and plan.felt is not None
            numbers = (None, None) if has_both else (plan.expected, plan.felt)
            became_of_it = " ".join(became(plan.outcome, *numbers, self._of_pages))
            told = f"{day}  {quoted(plan.text, self._of_closing)}. {became_of_it}"
            yield Vertical(Prose(told), *self._guessed(plan), classes="plan")

    def _guessed(self, plan: Planned) -> Iterator[Widget]:
        if plan.expected is not None and plan.felt is not None:
            said = self._say.say("guess", expected=plan.expected, actual=plan.felt)
            yield Horizontal(Guess(plan.expected, plan.felt), Prose(said, classes="quiet"))

    def action_go(self, lines: int) -> None:
        """Read on, or back."""
        self.scroll_relative(y=lines, animate=False, immediate=True)
