"""One of two pages to choose from: where it is from, and bright what the other has otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from winddown.routine.pages import Page
from winddown.routine.versions import Piece, all_of, pieces
from winddown.widgets.parts import as_text


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Shown:
    """What one side shows."""

    origin: str
    """Where it is from."""
    page: Page | None
    """What it says; None where that is not understood."""
    other: Page | None = None
    """The page it is compared with."""
    other_origin: str = ""
    """Where that is from."""
    word: str = ""
    """Said quietly beneath: why it is not understood, or what is folded."""


class Side(Widget):
    """Draws a page with a mark above it for the one that would be kept."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "side--here",
        "side--origin",
        "side--note",
        "side--same",
    }

    DEFAULT_CSS = """
    Side {
        height: auto;
        width: 100%;
        color: $body;
        & > .side--here { color: $accent; text-style: bold; }
        & > .side--origin { color: $body; }
        & > .side--note { color: $accent; }
        & > .side--same { color: $quiet; }
    }
    """

    shown: reactive[Shown | None] = reactive(None, layout=True)
    """What is shown; None for nothing at all."""
    is_chosen: reactive[bool] = reactive(False)
    """True for the one that would be kept."""
    is_aligned: reactive[bool] = reactive(False, layout=True)
    """True where the other page stands beside, so that what belongs together can be in line."""
    is_open: reactive[bool] = reactive(False, layout=True)
    """True while what is folded stands open."""

    class Clicked(Message):
        """Posted when it is clicked on."""

        def __init__(self, side: Side) -> None:
            """Say which."""
            super().__init__()
            self.side = side

    def render(self) -> Content:
        """Draw the origin, and the paragraphs under it."""
        return Content("\n\n").join(self._paragraphs(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines that the paragraphs take."""
        return sum(len(each.wrap(width)) + 1 for each in self._paragraphs(width)) - 1

    def _paragraphs(self, width: int) -> Iterator[Content]:
        shown = self.shown
        if shown is None:
            return
        yield self._origin(shown, width)
        if shown.page is None:
            yield self._in("side--same", shown.word)
            return
        yield from self._laid(shown.page, shown.other, width)
        yield from self._folded(shown)

    def _laid(self, page: Page, other: Page | None, width: int) -> Iterator[Content]:
        """Give the paragraphs and the note; in line with the other page, where it is beside."""
        words, theirs = all_of(other), _places(other)
        for at, (text, part) in enumerate(_places(page)):
            beside = theirs[at][0] if self.is_aligned and theirs else ""
            if text or beside:
                told = self._told(pieces(text, words), part)
                yield self._in_line(told, self._in("", beside), width)

    def _folded(self, shown: Shown) -> Iterator[Content]:
        """Give what is folded, or a word about it."""
        if not self.is_open:
            yield from [self._in("side--same", shown.word)] if shown.word else []
            return
        theirs = [(each.label, each.text) for each in shown.other.folded] if shown.other else []
        for folded in shown.page.folded if shown.page else ():
            is_shared = (folded.label, folded.text) in theirs
            label = self._in("side--same", folded.label)
            yield Content("\n").join([label, self._told([Piece(folded.text, is_shared)], "")])

    def _origin(self, shown: Shown, width: int) -> Content:
        part, mark = ("side--here", "◉") if self.is_chosen else ("side--origin", "○")
        own = self._in(part, f"{mark} {shown.origin}")
        return self._in_line(own, self._in("", f"○ {shown.other_origin}"), width)

    def _in_line(self, own: Content, beside: Content, width: int) -> Content:
        """Leave as much room as what stands beside takes, where something does."""
        lines = [len(each.wrap(max(1, width))) for each in (own, beside)]
        more = max(0, lines[1] - lines[0]) if self.is_aligned else 0
        return Content.assemble(own, "\n" * more)

    def _told(self, told: list[Piece], part: str) -> Content:
        """Draw what both pages say quietly, and the rest bright."""
        each = [self._in("side--same" if one.is_shared else part, one.text) for one in told]
        return Content.assemble(*each)

    def _in(self, part: str, text: str) -> Content:
        content = as_text(text)
        return content.stylize(self.get_visual_style(part, partial=True)) if part else content

    async def _on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self))


def _places(page: Page | None) -> list[tuple[str, str]]:
    """Give every place of a page with what is in it, and how that is drawn."""
    if page is None:
        return []
    parts = page.parts if any(page.parts) or page.note.strip() else page.paragraphs
    empty = ("",) * (len(page.parts) - len(parts))
    return [*((each, "") for each in (*parts, *empty)), (page.note.strip(), "side--note")]
