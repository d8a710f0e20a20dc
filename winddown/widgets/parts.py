"""How a text is drawn, and how a part of a widget looks, as its stylesheet says it."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from winddown.routine.text import visible


def as_text(text: str) -> Content:
    """Give text as it is drawn: its lines kept, control characters in them as symbols."""
    return Content("\n".join(visible(line) for line in text.split("\n")))


def with_ground(widget: Widget, part: str) -> Style:
    """Give the style of a part with what stands behind it.

    Textual leaves that out of a partial style, and a whole one would also say what
    the words on it look like.
    """
    ground = widget.get_component_styles(part).background
    return widget.get_visual_style(part, partial=True) + Style(background=ground)
