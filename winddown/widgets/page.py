"""An evening's page, in prose: its day, what was, the line that was kept, and what is folded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from winddown.routine.pages import Page
from winddown.widgets.parts import as_text


class PageText(Widget):
    """Draws one page as wrapped paragraphs with air between them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "page-text--title",
        "page-text--note",
        "page-text--quiet",
    }

    DEFAULT_CSS = """
    PageText {
        height: auto;
        width: 100%;
        color: $body;
        & > .page-text--title { color: $heading; text-style: bold; }
        & > .page-text--note { color: $accent; }
        & > .page-text--quiet { color: $quiet; }
    }
    """

    page: reactive[Page | None] = reactive(None, layout=True)
    """What is shown; None for an empty page."""
    is_open: reactive[bool] = reactive(False, layout=True)
    """True while the folded texts stand open."""

    is_written: reactive[bool] = reactive(False, layout=True)
    """True while its note stands on a line to be written anew, and so not here."""

    def __init__(self, folded: str, *, id: str | None = None) -> None:
        """Show nothing yet; `folded` says, under a page, that there is more to open."""
        super().__init__(id=id)
        self._folded = folded

    def render(self) -> Content:
        """Draw the paragraphs."""
        return Content("\n\n").join(self._paragraphs())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines that the paragraphs take."""
        return sum(len(each.wrap(width)) + 1 for each in self._paragraphs()) - 1 if width else 1

    def _paragraphs(self) -> Iterable[Content]:
        page = self.page
        if page is None:
            return [Content("")]
        paragraphs = [self._in("title", page.title)]
        if page.aside:
            paragraphs.append(self._in("quiet", page.aside))
        paragraphs += [as_text(each) for each in page.paragraphs]
        if page.note and not self.is_written:
            paragraphs.append(self._in("note", page.note))
        if page.folded and not self.is_open:
            paragraphs.append(self._in("quiet", self._folded))
        for folded in page.folded if self.is_open else ():
            label = self._in("quiet", folded.label)
            paragraphs.append(Content("\n").join([label, as_text(folded.text)]))
        return paragraphs

    def _in(self, part: str, text: str) -> Content:
        style = self.get_visual_style(f"page-text--{part}", partial=True)
        return as_text(text).stylize(style)
