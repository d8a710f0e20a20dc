"""A sentence whose blanks are filled in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from winddown.routine.text import visible
from winddown.widgets.lines import Lines
from winddown.widgets.parts import with_ground

BLANK = "blank"
"""Marks a stretch of the sentence with the blank it fills."""


class Part(NamedTuple):
    """A piece of the sentence: plain words, or a blank with what stands in it."""

    text: str
    blank: str = ""
    """The blank's id; empty for plain words."""


class Sentence(Lines[Content], can_focus=True):
    """Quiet while it is only suggested, bright with a mark once it is taken.

    Left and right go from blank to blank, up and down ask for something else in
    the blank, space takes the sentence or gives it back.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sentence--plain",
        "sentence--blank",
        "sentence--here",
        "sentence--mark",
        "sentence--untaken",
    }

    DEFAULT_CSS = """
    Sentence {
        height: auto;
        width: 100%;
        & > .sentence--plain { color: $body; }
        & > .sentence--untaken { color: $quiet; }
        & > .sentence--blank { color: $accent; text-style: underline; }
        & > .sentence--here { color: $heading; background: $row; text-style: bold underline; }
        & > .sentence--mark { color: $accent; text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "go(-1)", "blank before", show=False),
        Binding("right,l", "go(1)", "next blank", show=False),
        Binding("up,k", "turn(-1)", "change", show=False),
        Binding("down,j", "turn(1)", "change", show=False),
        Binding("space", "take", "take it", show=False),
    ]

    here: reactive[int] = reactive(0)
    """Which blank the keys change."""
    taken: reactive[bool] = reactive(False)
    """True once the sentence is the person's own."""

    @dataclass
    class Turned(Message):
        """Posted when something else is asked for in a blank."""

        sentence: Sentence
        blank: str
        by: int

    @dataclass
    class Taken(Message):
        """Posted when the sentence is taken, or given back."""

        sentence: Sentence
        taken: bool

    def __init__(
        self,
        parts: Sequence[Part],
        *,
        taken: bool = False,
        id: str | None = None,
    ) -> None:
        """Show `parts` one after the other."""
        super().__init__(id=id)
        self._parts = tuple(parts)
        self._was_here = False
        self.set_reactive(Sentence.taken, taken)

    @property
    def blank(self) -> str:
        """The id of the blank the keys change."""
        blanks = self._blanks
        return blanks[min(self.here, len(blanks) - 1)] if blanks else ""

    @property
    def _blanks(self) -> list[str]:
        return list(dict.fromkeys(part.blank for part in self._parts if part.blank))

    def show(self, parts: Sequence[Part]) -> None:
        """Put another sentence in place; the keys stay at their blank where it is still there."""
        blank = self.blank
        self._parts = tuple(parts)
        self.here = self._blanks.index(blank) if blank in self._blanks else 0
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines of the sentence in `width` cells."""
        words = Content("".join(visible(part.text) for part in self._parts))
        return max(1, len(words.wrap(_room(width))))

    def lay_out(self, width: int) -> list[Content]:
        """Wrap the words and blanks, with the mark before the first line."""
        mark = self.get_visual_style("sentence--mark", partial=True)
        plain, blank, here = self._looks()
        parts = []
        for text, name in self._parts:
            if name:
                look = (here if name == self.blank else blank) + Style.from_meta({BLANK: name})
            else:
                look = plain
            parts.append(Content.styled(visible(text), look))
        lines = Content.assemble(*parts).wrap(_room(width))
        first, *others = lines or [Content()]
        taken = Content.styled("✓ " if self.taken else "  ", mark)
        return [taken + first, *("  " + line for line in others)]

    def draw(self, line: Content) -> Content:
        """Draw a line as it was wrapped."""
        return line

    def _looks(self) -> tuple[Style, Style, Style]:
        """Give how words, blanks and the blank that has the keys are drawn."""
        look = partial(self.get_visual_style, partial=True)
        plain = look("sentence--plain" if self.taken else "sentence--untaken")
        blank = look("sentence--blank") if self.taken else plain + Style(underline=True)
        if not self.has_focus:
            return plain, blank, blank
        here = with_ground(self, "sentence--here")
        if self.app.no_color:
            here += Style(reverse=True)  # bold alone would hardly tell it from the others
        return plain, blank, here

    def action_go(self, by: int) -> None:
        """Go to the next blank, or the one before."""
        self.here = max(0, min(len(self._blanks) - 1, self.here + by))
        self._was_here = True

    def action_turn(self, by: int) -> None:
        """Ask for something else in this blank."""
        self.post_message(self.Turned(self, self.blank, by))

    async def _on_click(self, event: events.Click) -> None:
        """Go to a blank; another click asks for something else in it; elsewhere, take it."""
        event.stop()
        blank = event.style.meta.get(BLANK)
        if blank not in self._blanks:
            self.action_take()
        elif blank == self.blank and self._was_here:
            self.action_turn(1)
        else:
            self.here = self._blanks.index(blank)
            self._was_here = True

    def action_take(self) -> None:
        """Take the sentence, or give it back."""
        self.taken = not self.taken
        self.post_message(self.Taken(self, self.taken))


def _room(width: int) -> int:
    """Give the cells for words, beside the mark."""
    return max(4, width - 2)
