"""The evening read back, with what was breathed called by its name."""

from __future__ import annotations

from winddown.routine.breathing import names_by_id
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.prose import read_back
from winddown.widgets.prose import Prose


def told(evening: Evening, occasion: Occasion) -> Prose:
    """Give the evening as a paragraph."""
    names = names_by_id(occasion.patterns, occasion.anchors)
    say, of_plan = occasion.words("closing"), occasion.words("plan")
    return Prose(read_back(evening, occasion.today, say, of_plan, names), classes="gap")
