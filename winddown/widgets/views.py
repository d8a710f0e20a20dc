"""The views of one screen, as words at its top: one is here, the others a key away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

_VIEW = "view"


class Views(Widget):
    """Names the views of a screen, with a mark at the one that is shown."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"views--here"}

    DEFAULT_CSS = """
    Views {
        dock: top;
        height: 3;
        padding: 1 0;
        width: 100%;
        text-align: center;
        color: $quiet;
        & > .views--here { color: $accent; }
    }
    """

    here: reactive[str] = reactive("")
    """The view that is shown."""

    class Chosen(Message):
        """Posted when a view is to be shown."""

        def __init__(self, view: str) -> None:
            """Say which."""
            super().__init__()
            self.view = view

    def __init__(self, names: Mapping[str, str], here: str) -> None:
        """Offer views by what they are called, beginning at one of them."""
        super().__init__()
        self._names = dict(names)
        self.set_reactive(Views.here, here)

    def render(self) -> Content:
        """Draw their names, closer together where the window is narrow."""
        style = self.get_visual_style("views--here", partial=True)
        names = []
        for view, name in self._names.items():
            is_here = view == self.here
            word = Content.styled(f"◉ {name}", style) if is_here else Content(f"○ {name}")
            names.append(word.stylize(Style.from_meta({_VIEW: view})))
        return Content("     " if self.size.width >= 60 else "  ").join(names)

    def next(self, by: int) -> str:
        """Name the view so many places further on, going round."""
        views = [*self._names]
        return views[(views.index(self.here) + by) % len(views)]

    async def _on_click(self, event: events.Click) -> None:
        view = event.style.meta.get(_VIEW)
        if view:
            event.stop()
            self.post_message(self.Chosen(view))
