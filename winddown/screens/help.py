"""Help: where to turn, this screen's keys, and why this step."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from winddown.routine.occasion import Occasion
from winddown.screens.fresh import FreshScreen
from winddown.screens.support_lines import support_lines
from winddown.widgets.column import Column
from winddown.widgets.keys import Key, Keys
from winddown.widgets.paragraphs import Paragraph, Paragraphs


class Help(FreshScreen[None]):
    """One page to scroll, nearest help first. It asks nothing and keeps nothing."""

    COVERS: ClassVar[bool] = True
    DEFAULT_CSS = "Help Column { padding: 1 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,backspace,enter,question_mark,q,f1", "close", "back", show=False, priority=True
        ),
        Binding("down,j", "scroll(1)", "down", show=False),
        Binding("up,k", "scroll(-1)", "up", show=False),
        Binding("space,pagedown", "scroll(10)", "further", show=False),
        Binding("pageup", "scroll(-10)", "back up", show=False),
        Binding("home,g", "scroll(-9999)", "the beginning", show=False),
        Binding("end,G", "scroll(9999)", "the end", show=False),
    ]

    def __init__(self, occasion: Occasion, step: str) -> None:
        """Open on `step`; empty for the pages that are no step."""
        super().__init__()
        self._occasion = occasion
        self._step = step

    def compose(self) -> ComposeResult:
        """Support, then the keys, then the reason for this step."""
        frame, say = self._occasion.words("frame"), self._occasion.words("help")
        back = Key("esc", frame["back"], "screen.close")
        yield Keys((Key("↑↓", frame["read_on"]),), (back,), frame)
        keys = say.each(f"keys-{self._step}") if f"keys-{self._step}" in say else ()
        why = [f"why-{self._step}"] if f"why-{self._step}" in say else []
        care = [f"care-{self._step}"] if f"care-{self._step}" in say else []
        page = [
            *(Paragraph(say[key]) for key in care),
            Paragraph(say["support"], "heading", gap=2),
            *support_lines(self._occasion),
            Paragraph(say["keys"], "heading", gap=2),
            *map(Paragraph, (*keys, *say.each("keys_everywhere"))),
            *(Paragraph(say["why"], "heading", gap=2) for _ in why),
            *(Paragraph(say[key], gap=1) for key in why),
            Paragraph(say["about"], "quiet", gap=1),
        ]
        yield Column(Paragraphs(page), classes="page")

    def action_scroll(self, lines: int) -> None:
        """Read on, or back."""
        self.query_one(Column).scroll_relative(y=lines, animate=False, immediate=True)

    def action_close(self) -> None:
        """Go back to where the person was."""
        self.dismiss(None)
