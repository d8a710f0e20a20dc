"""An evening's page beside the list: to be read, scrolled, and its kept line written anew."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from winddown.routine.pages import Page
from winddown.routine.words import Words
from winddown.widgets.column import group
from winddown.widgets.line import Line
from winddown.widgets.page import PageText
from winddown.widgets.prose import Prose


class PagePane(VerticalScroll, can_focus=True):
    """One page that scrolls, and under it a line for the note while that is written."""

    DEFAULT_CSS = """
    PagePane {
        width: 1fr;
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        & > PageText { padding: 0 1 0 0; }
        & > .group { display: none; }
        &.-writing > .group { display: block; }
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

    def __init__(self, say: Words) -> None:
        """Show nothing yet, in the words of looking back."""
        super().__init__()
        self._say = say

    def compose(self) -> ComposeResult:
        """The page, and the folded line for its note."""
        yield PageText(self._say["folded"])
        yield group(Prose(self._say["note"], classes="question"), Line(id="note"))

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.query_one(PageText).page

    def show(self, page: Page | None) -> None:
        """Show a page from its top, with its free texts folded."""
        text = self.query_one(PageText)
        if page != text.page:
            text.is_open = False
            text.page = page
            self.scroll_home(animate=False)

    def unfold(self) -> None:
        """Open what is folded, or fold it again."""
        text = self.query_one(PageText)
        text.is_open = not text.is_open

    def write(self, text: str | None = None) -> None:
        """Ask for the line to keep, with the one that stands, or with another one."""
        self.add_class("-writing")
        self.query_one(PageText).is_written = True
        line = self.query_one("#note", Line)
        stands = self.page.note if self.page else ""
        line.value = stands if text is None else text
        line.focus()
        line.cursor_position = len(line.value)
        self.call_after_refresh(line.scroll_visible, animate=False)

    def written(self) -> str:
        """Fold the line away, and give what stands on it."""
        self.remove_class("-writing")
        self.query_one(PageText).is_written = False
        self.focus()
        return self.line

    @property
    def line(self) -> str:
        """What stands on the line of the note."""
        return self.query_one("#note", Line).value.strip()

    @property
    def is_writing(self) -> bool:
        """True while the line of the note stands open."""
        return self.has_class("-writing")

    def action_go(self, lines: int) -> None:
        """Read on, or back."""
        self.scroll_relative(y=lines, animate=False, immediate=True)
