"""The keys of breathing, as the footer shows them in each stage of a sitting."""

from __future__ import annotations

from winddown.routine.sitting import Sitting
from winddown.routine.words import Words
from winddown.widgets.keys import Key


def keys_of(sitting: Sitting, say: Words) -> tuple[Key, ...]:
    """Give at most three keys, in the words of the frame."""
    if sitting.stage == "after":
        return (Key("enter", say["on"], "screen.on"),)
    anchor = Key("a", say["anchor"], "screen.anchor")
    if sitting.stage == "round":
        space = say["go_on"] if sitting.is_paused else say["pause"]
        return (Key("enter", say["done"], "screen.on"), Key("space", space, "screen.pause"), anchor)
    return (
        Key("enter", say["begin"], "screen.on"),
        Key("p", say["pattern"], "screen.pattern"),
        anchor,
    )
