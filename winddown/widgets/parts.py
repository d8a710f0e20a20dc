"""How a part of a widget looks, as its stylesheet says it."""

from __future__ import annotations

from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


def with_ground(widget: Widget, part: str) -> Style:
    """Give the style of a part with what stands behind it.

    Textual leaves that out of a partial style, and a whole one would also say what
    the words on it look like.
    """
    ground = widget.get_component_styles(part).background
    return widget.get_visual_style(part, partial=True) + Style(background=ground)


def as_shown(widget: Widget, blank: list[Strip]) -> list[Strip]:
    """Give the ground of a widget that is `BLANK`, through the filters of the terminal.

    All of its lines are the same one; Textual passes every other kind of line through them.
    """
    if not blank:
        return blank
    line, (_, ground) = blank[0], widget.background_colors
    for each in widget.get_line_filters():
        line = line.apply_filter(each, ground)
    return [line] * len(blank)
