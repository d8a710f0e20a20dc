"""The evening read back as tonight has it: in its words, with what was breathed by its name."""

from __future__ import annotations

from winddown.routine.breathing import names_by_id
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.prose import read_back


def evening_told(evening: Evening, occasion: Occasion, earlier: Evening | None = None) -> str:
    """Give the evening in a few sentences, one a line; news of an earlier one's plan among them."""
    names = names_by_id(occasion.patterns, occasion.anchors)
    say, of_plan = occasion.words("closing"), occasion.words("plan")
    asked = earlier.outreach if earlier else None
    return read_back(evening, occasion.today, say, of_plan, names, asked)
