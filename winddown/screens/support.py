"""Support first: what a not-okay evening opens with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from winddown.routine.evening import Evening
from winddown.screens.step import StepScreen
from winddown.screens.support_lines import further_lines, support_lines
from winddown.widgets.keys import Key
from winddown.widgets.paragraphs import Paragraph, Paragraphs
from winddown.widgets.prose import Prose


class SupportStep(StepScreen):
    """The person's own plan and people, the lines, the ground; then comfort, or an end."""

    STEP = "support"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "short", "the short evening", show=False),
    ]

    def questions(self) -> Iterable[Widget]:
        """Everyone to turn to, then the ground under one's feet."""
        say = self.words
        yield Prose(say["title"], id="title", classes="heading")
        yield Paragraphs(
            [
                Paragraph(say["crisis"]),
                *support_lines(self.occasion, short=True),
                Paragraph(say["grounding"], "heading", gap=1),
                *map(Paragraph, say.each("grounding_steps")),
                Paragraph(say["ways_on"], "quiet", gap=1),
                *further_lines(self.occasion),
            ],
            classes="gap",
        )

    def keys(self) -> tuple[Key, ...]:
        """Enter goes to comfort only, f to the short evening, e ends here."""
        say = self.words
        return (
            Key("enter", say["key_comfort"], "screen.on"),
            Key("f", say["key_short"], "screen.short"),
            Key("↑↓", self._frame_words["read_on"]),
        )

    def action_short(self) -> None:
        """Go the short way instead."""
        self.dismiss(replace(self.evening, route="short"))

    def action_on(self) -> None:
        """Go on to comfort, and nothing else."""
        self.dismiss(replace(self.evening, route="support"))

    def without_answers(self) -> Evening:
        """Nothing is answered here."""
        return self.evening
