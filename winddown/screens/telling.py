"""The evening read back, with what was breathed called by its name."""

from __future__ import annotations

from winddown.routine.breathing import names_by_id
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.prose import read_back
from winddown.widgets.prose import Prose


def told(evening: Evening, occasion: Occasion, earlier: Evening | None = None) -> Prose:
    """Give the evening as a paragraph, with the news of an earlier one's plan."""
    names = names_by_id(occasion.patterns, occasion.anchors)
    say, of_plan = occasion.words("closing"), occasion.words("plan")
    asked = earlier.outreach if earlier else None
    said = read_back(evening, occasion.today, say, of_plan, names, asked)
    return Prose(said, classes="gap")
