"""What can be changed about an entry of each list, and in which way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from winddown.routine.settings import ListName
from winddown.routine.weekdays import WEEKDAYS

Way: TypeAlias = Literal["line", "lines", "one", "any", "yes"]
"""A line to write on, several of them, one of a few answers, any of them, or a tick."""


class Field(NamedTuple):
    """One value of an entry. Its question is the word `<list>-<name>` of the settings."""

    name: str
    way: Way = "line"
    options: tuple[str, ...] = ()
    """The values there are; each is called `<name>-<value>` in the words.

    Without any, one is chosen from the other entries of the list.
    """
    needed: bool = False
    """True for words that an entry cannot do without."""


_CHANNELS = ("text", "voice", "face")

FIELDS: Mapping[ListName, tuple[Field, ...]] = {
    "comforts": (
        Field("text", needed=True),
        Field("days", "any", WEEKDAYS),
        Field("low", "yes"),
        Field("group", "one", ("senses", "body", "home", "company")),
    ),
    "habits": (Field("text", needed=True), Field("rest"), Field("away")),
    "people": (
        Field("name", needed=True),
        Field("channels", "any", _CHANNELS),
        Field("suggest", "yes"),
    ),
    "acts": (
        Field("text", needed=True),
        Field("say"),
        Field("size", "one", ("tiny", "small", "medium", "big")),
        Field("channel", "one", ("none", *_CHANNELS)),
        Field("tie", "one", ("any", "weak", "close")),
        Field("starters", "lines"),
        Field("smaller", "one"),
    ),
    "cues": (Field("text", needed=True),),
    "plan": (Field("text", needed=True),),
    "contacts": (Field("name", needed=True), Field("contact", needed=True)),
    "patterns": (Field("name", needed=True),),
}

CAN_LEAVE_OUT: frozenset[ListName] = frozenset({"comforts", "habits", "people", "acts"})
"""Lists whose entries can be left out and keep their words."""

CAN_STAND_ALONE: frozenset[ListName] = frozenset({"comforts", "habits", "acts", "cues"})
"""Lists of which one's own entries may be all there are."""

DEFAULTS: Mapping[str, object] = {"suggest": True, "size": "small", "tie": "any"}
"""What counts where an entry says nothing; anything else is empty or false."""


def title_field(name: ListName) -> str:
    """Give the field that names an entry in its list."""
    return FIELDS[name][0].name
