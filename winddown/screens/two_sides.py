"""Two versions of an evening beside each other, or one above the other, with a mark at one."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from winddown.routine.evening import Evening
from winddown.routine.pages import Page
from winddown.routine.versions import Pair, Version, differs_folded, told
from winddown.routine.words import Words
from winddown.widgets.side import Shown, Side

GAP = 4
"""Cells between the two."""


class TwoSides(Horizontal):
    """Shows a pair; the mark can only be on a version that is understood."""

    DEFAULT_CSS = """
    TwoSides {
        height: auto;
        layout: vertical;
        margin-top: 1;
        & > #second { margin-top: 2; }
        &.-beside { layout: horizontal; }
        &.-beside > #second { margin: 0 0 0 4; }
    }
    """

    class Pointed(Message):
        """Posted when the mark has come to the other one."""

    def __init__(
        self, page_of: Callable[[Evening], Page], say: Words, of_plan: Words, *, has_mark: bool
    ) -> None:
        """Show nothing yet.

        Args:
            page_of: tells an evening as a page.
            say: the words of versions.
            of_plan: the names of months.
            has_mark: False where nothing is to be chosen.
        """
        super().__init__()
        self._page_of, self._say, self._of_plan = page_of, say, of_plan
        self._has_mark = has_mark
        self._pair: Pair | None = None
        self._at = 0
        """Which of the two has the mark."""

    def compose(self) -> ComposeResult:
        """The two pages."""
        yield Side(id="first")
        yield Side(id="second")

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self.query_one("#first", Side), self.query_one("#second", Side)

    @property
    def is_beside(self) -> bool:
        """True while the one stands beside the other."""
        return self.has_class("-beside")

    def stand_beside(self, is_beside: bool) -> None:
        """Stand beside each other, or one above the other."""
        self.set_class(is_beside, "-beside")
        for side in self._sides:
            side.is_aligned = is_beside
        self._measure()

    def on_resize(self) -> None:
        """Keep to the width there is."""
        self._measure()

    def _measure(self) -> None:
        """Give both sides the same width, or lines would not be in line."""
        for side in self._sides:
            side.styles.width = (self.size.width - GAP) // 2 if self.is_beside else "100%"

    def show(self, pair: Pair) -> None:
        """Show two versions, with the mark at the first that is understood."""
        self._pair = pair
        first, second = self.pages = self._pages(pair)
        left, right = self._sides
        right.display = pair.second is not None
        left.shown = self._shown(pair.first, first, second, pair.second)
        if pair.second is not None:
            right.shown = self._shown(pair.second, second, first, pair.first)
        self._at = 1 if first is None and second is not None else 0
        self._mark()

    def _pages(self, pair: Pair) -> tuple[Page | None, Page | None]:
        one, other = (
            self._page_of(version.evening) if version and version.evening else None
            for version in pair
        )
        return one, other

    def _shown(
        self, version: Version, page: Page | None, other: Page | None, beside: Version | None
    ) -> Shown:
        say, word = self._say, ""
        if page is None:
            word = say.say("unread", line=version.problem)
        elif page.folded:
            differs = other is not None and differs_folded(page, other)
            word = say["folded_differs" if differs else "folded"]
        return Shown(
            origin=told(version, say, self._of_plan),
            page=page,
            other=other,
            other_origin=told(beside, say, self._of_plan) if beside else "",
            word=word,
        )

    def _mark(self) -> None:
        for at, side in enumerate(self._sides):
            side.is_chosen = self._has_mark and at == self._at and self.kept is not None

    # Choosing

    @property
    def kept(self) -> Version | None:
        """The version with the mark; None where neither is understood."""
        version = self._pair[self._at] if self._pair else None
        return version if version and version.evening else None

    @property
    def other(self) -> Version | None:
        """The version without it; None where there is but one."""
        return self._pair[1 - self._at] if self._pair else None

    def point(self, at: int) -> None:
        """Have the mark at the first (0) or the second (1), where that is understood."""
        version = self._pair[at] if self._pair else None
        if version and version.evening:
            self._at = at
            self._mark()
            if not self.is_beside:
                self._sides[at].scroll_visible(animate=False, top=True)
            self.post_message(self.Pointed())

    def turn(self) -> None:
        """Have the mark at the other one."""
        self.point(1 - self._at)

    @on(Side.Clicked)
    def _point_clicked(self, event: Side.Clicked) -> None:
        self.point(self._sides.index(event.side))

    def unfold(self) -> None:
        """Open what is folded on both, or fold it again."""
        for side in self._sides:
            side.is_open = not side.is_open
