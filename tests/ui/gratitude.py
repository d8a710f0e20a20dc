"""A step of its own, as someone would add one: what it answers, its screen, its twin in lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual import on
from textual.widget import Widget

from winddown.plain.asker import Asker
from winddown.routine.evening import Evening
from winddown.screens.step import StepScreen, cleared
from winddown.steps import Step
from winddown.widgets.line import Line
from winddown.widgets.prose import Prose


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Thanks:
    """Something that was good today."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GratefulEvening(Evening):
    """An evening with one answer more."""

    gratitude: Thanks | None = None


class Gratitude(StepScreen):
    """Asks for one good thing, in one line."""

    STEP = "gratitude"

    def questions(self) -> Iterable[Widget]:
        """A line to write on."""
        assert isinstance(self.evening, GratefulEvening)
        thanks = self.evening.gratitude
        yield Prose("What was good today?", classes="heading")
        yield Line(thanks.text if thanks else "", id="thanks")

    @on(Line.Changed, "#thanks")
    def _keep_thanks(self, event: Line.Changed) -> None:
        thanks = Thanks(text=event.value) if event.value else None
        self.answer_text(replace(self.evening, gratitude=thanks))

    def without_answers(self) -> Evening:
        """Nothing said."""
        return cleared(self.evening, "gratitude")


def ask(evening: Evening, asker: Asker) -> Evening:
    """Ask for the same in lines."""
    assert isinstance(evening, GratefulEvening)
    said = asker.talk.write("What was good today?")
    evening = replace(evening, gratitude=Thanks(text=said.text)) if said.text else evening
    asker.answer(evening)
    return evening


STEP = Step("gratitude", "gratitude", "tests.ui.gratitude:Gratitude", "tests.ui.gratitude:ask")
