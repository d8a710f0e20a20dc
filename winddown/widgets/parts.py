"""How a part of a widget looks, as its stylesheet says it."""

from __future__ import annotations

from textual.style import Style
from textual.widget import Widget


def with_ground(widget: Widget, part: str) -> Style:
    """Give the style of a part with what stands behind it.

    Textual leaves that out of a partial style, and a whole one would also say what
    the words on it look like.
    """
    ground = widget.get_component_styles(part).background
    return widget.get_visual_style(part, partial=True) + Style(background=ground)
