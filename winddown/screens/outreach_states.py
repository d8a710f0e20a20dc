"""The states of reaching out: what of the screen each one shows, and its keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from winddown.routine.words import Words
from winddown.widgets.keys import Key

State: TypeAlias = Literal["open", "folded", "unsaid", "untaken", "taken"]
"""An earlier plan is open; one line is all there is; own words are asked for where nothing
could be suggested; a sentence is on offer; it is the plan."""


def offers(state: State) -> bool:
    """Tell whether a sentence is on offer."""
    return state in ("untaken", "taken")


def shown(state: State, *, was_open: bool, writing: bool, more: bool) -> Mapping[str, bool]:
    """Tell of each part of the screen whether it is shown.

    Args:
        state: where the answer stands.
        was_open: whether an earlier plan was open as the step opened.
        writing: whether a blank is being written in own words.
        more: whether what is behind more is unfolded.
    """
    asks = offers(state)
    return {
        "#open": was_open,
        "#suggested": asks,
        "#writing": state == "unsaid" or (asks and writing),
        "#hint": asks,
        "#details": state == "taken",
        "#sizing": asks and more,
    }


def keys_of(state: State, frame: Words, own: Words) -> tuple[Key, ...]:
    """Take it, another, smaller; or on, once it is taken."""
    on, more = Key("enter", frame["on"], "screen.on"), Key("m", frame["more"], "screen.more")
    if state == "open":
        return (on, Key("↑↓", frame["choose"]))
    if state == "taken":
        return (on, Key("w", own["key_write"], "screen.write"), more)
    if state == "untaken":
        return (
            Key("space", own["key_take"], "screen.take"),
            Key("n", own["key_another"], "screen.another"),
            Key("-", own["key_smaller"], "screen.smaller"),
        )
    return (on, more)
