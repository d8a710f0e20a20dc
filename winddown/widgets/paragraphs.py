"""Words to be read, one paragraph under the other, in one piece."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from textual.content import Content
from textual.geometry import Size

from winddown.widgets.lines import Lines
from winddown.widgets.parts import as_text

Part: TypeAlias = Literal["", "heading", "accent", "quiet"]
"""How brightly a paragraph is read; empty for as words are read."""


class Paragraph(NamedTuple):
    """What is said, and how it stands among the others."""

    text: str
    part: Part = ""
    gap: int = 0
    """Empty lines above it; none above the first of all."""


class Paragraphs(Lines[Content]):
    """A page of paragraphs; control characters in them are shown as symbols."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "paragraphs--heading",
        "paragraphs--accent",
        "paragraphs--quiet",
    }

    DEFAULT_CSS = """
    Paragraphs {
        width: 100%;
        height: auto;
        color: $body;
        & > .paragraphs--heading { color: $heading; text-style: bold; }
        & > .paragraphs--accent { color: $accent; }
        & > .paragraphs--quiet { color: $quiet; }
        &.gap { margin-top: 1; }
    }
    """

    def __init__(self, said: Iterable[Paragraph], *, classes: str = "") -> None:
        """Say `said`, from the top."""
        super().__init__(classes=classes)
        self._said = tuple(said)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the lines that the paragraphs take in `width` cells."""
        return max(1, sum(1 for _ in self._wrapped(width)))

    def lay_out(self, width: int) -> list[Content]:
        """Wrap every paragraph, with the air above it."""
        styles = {
            part: self.get_visual_style(f"paragraphs--{part}", partial=True)
            for part in {each.part for each in self._said} - {""}
        }
        return [line.stylize(styles[part]) if part else line for line, part in self._wrapped(width)]

    def draw(self, line: Content) -> Content:
        """Draw a line as it was wrapped."""
        return line

    def _wrapped(self, width: int) -> Iterable[tuple[Content, Part]]:
        for at, (text, part, gap) in enumerate(self._said):
            yield from ((Content(), "") for _ in range(gap if at else 0))
            yield from ((line, part) for line in as_text(text).wrap(max(1, width)))
