"""The evening read back, with what was breathed called by its name."""

from __future__ import annotations

from winddown.routine.evening import Evening
from winddown.routine.evening_told import evening_told
from winddown.routine.occasion import Occasion
from winddown.widgets.prose import Prose


def told(evening: Evening, occasion: Occasion, earlier: Evening | None = None) -> Prose:
    """Give the evening as a paragraph, with the news of an earlier one's plan."""
    return Prose(evening_told(evening, occasion, earlier), classes="gap")
