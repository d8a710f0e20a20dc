"""What the steps offer: the entries of every list, shipped or the person's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Annotated, Literal

from winddown.routine.evening import Size
from winddown.routine.weekdays import Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Comfort:
    """Something kind to do for oneself."""

    id: str
    text: str
    group: str = ""
    """senses, body, home, company, or a group of the person's own."""
    days: tuple[Weekday, ...] = ()
    """Shown only on these; empty for every day."""
    low: bool = False
    """True when it fits an evening with little strength left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """A way an evening goes, with its two honest readings; neither is a score."""

    id: str
    text: str
    rest: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who may be suggested, unless the person would rather not."""

    name: Annotated[str, "a name, or what you call them", '"Sam"']
    channels: Annotated[tuple[str, ...], "text, voice, face", '["text", "voice"]'] = ()
    suggest: Annotated[bool, "false: never suggested", "true"] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One way of reaching out."""

    id: str
    text: str
    """As a list shows it."""
    say: str
    """As the sentence says it, with `{who}` where someone is meant."""
    size: Size = "small"
    channel: str = ""
    """none, text, voice, face, or a word of the person's own."""
    tie: str = "any"
    """any, weak or close: the kind of acquaintance it suits."""
    smaller: str = ""
    """The id of an easier act, never of a larger size; empty for none."""
    starters: tuple[str, ...] = ()
    """First words that could be sent."""

    @property
    def needs_someone(self) -> bool:
        """True when the sentence has a place for a name."""
        return "{who}" in self.say


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportLine:
    """A crisis, listening or abuse line that anyone may ring."""

    kind: Literal["crisis", "abuse"] = "crisis"
    country: str
    code: str
    """Two letters of ISO 3166, or EU."""
    name: str
    number: str
    text: str = ""
    also: str = ""
    hours: str = ""
    lang: str = ""
    emergency: str = ""
    seen: int = 0
    """Year of the newest page it was found on; 0 when that page bore no date."""
    opens: time | None = None
    closes: time | None = None
    """Local opening hours; None when round the clock or not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """A public list of help lines, for the countries this program has none for."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A number or address of the person's own."""

    name: Annotated[str, "who, or which line", '"Dr Shah\'s surgery"']
    contact: Annotated[str, "a number or an address", '"01632 960 123"']


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Everyone and everything to turn to, nearest first."""

    plan: tuple[str, ...] = ()
    """The person's own words for a bad night."""
    own: tuple[Contact, ...] = ()
    country: str = ""
    """Two letters; empty when not even a guess could be made."""
    country_is_guess: bool = True
    lines: tuple[SupportLine, ...] = ()
    """Every line of every country; `routine.support` picks and orders them."""
    directories: tuple[Directory, ...] = ()
    checked: str = ""
    """The day the shipped list was last checked, as ISO text."""
    is_unread: bool = False
    """True where the settings, with all that is the person's own, could not be read."""
