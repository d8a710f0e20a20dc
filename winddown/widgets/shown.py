"""What is folded away takes no keys."""

from __future__ import annotations

from textual.widget import Widget


def is_shown(widget: Widget) -> bool:
    """Tell whether a widget and all that holds it is displayed.

    Textual gives the focus also to what is not, and keys would answer unseen.
    """
    return all(each.display for each in widget.ancestors_with_self if isinstance(each, Widget))
