"""The evening read back, with what was breathed called by its name."""

from __future__ import annotations

from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.prose import read_back
from winddown.widgets.prose import Prose


def told(evening: Evening, occasion: Occasion) -> Prose:
    """Give the evening as a paragraph."""
    names = {pattern.id: pattern.name for pattern in occasion.patterns}
    names |= {anchor.id: anchor.name for anchor in occasion.anchors}
    say, of_plan = occasion.words("closing"), occasion.words("plan")
    return Prose(read_back(evening, occasion.today, say, of_plan, names), classes="gap")
