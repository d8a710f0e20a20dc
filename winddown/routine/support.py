"""Whom to turn to: which lines are shown, in which order, and whether they are open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Literal, NamedTuple

_UNION = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
        "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip
"""The member states of the European Union, by ISO 3166."""

_UNION_EMERGENCY = "112"
"""Answers in every member state. Source: Directive (EU) 2018/1972, article 109."""

_ALSO_WRITTEN = {"UK": "GB", "EL": "GR"}


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


class OfferedLine(NamedTuple):
    """A line as it is shown now."""

    line: SupportLine
    is_closed: bool = False
    """True only when its hours say so and the person's country is known."""


class Lines(NamedTuple):
    """The lines for one country."""

    emergency: str = ""
    """The emergency number, or several; empty when the country is not known."""
    crisis: tuple[OfferedLine, ...] = ()
    abuse: tuple[OfferedLine, ...] = ()
    """Shown apart from the others."""


def lines_for(support: Support, now: datetime) -> Lines:
    """Pick the lines of the person's country, nothing else; without one there are none.

    In the European Union its shared abuse line follows the country's own, unless
    that is the same number.

    Args:
        support: everything there is to turn to.
        now: the local time. It says nothing about opening hours while the country
            is a guess, since a line wrongly called closed might not be rung.
    """
    country = _code(support.country)
    ours = [line for line in support.lines if line.code == country]
    shared = [line for line in support.lines if line.code == "EU" and country in _UNION]
    own_numbers = {line.number for line in ours}
    chosen = ours + [line for line in shared if line.number not in own_numbers]
    offered = [
        OfferedLine(line=line, is_closed=not support.country_is_guess and not is_open_at(line, now))
        for line in chosen
    ]
    fallback = _UNION_EMERGENCY if country in _UNION else ""
    return Lines(
        emergency=next((line.emergency for line in ours if line.emergency), fallback),
        crisis=tuple(each for each in offered if each.line.kind == "crisis"),
        abuse=tuple(each for each in offered if each.line.kind == "abuse"),
    )


def is_open_at(line: SupportLine, now: datetime) -> bool:
    """Tell whether a line's hours allow a call; hours that are not known always do.

    Args:
        line: a line with local opening hours, over midnight too.
        now: the wall clock in the line's country.
    """
    if line.opens is None or line.closes is None or line.opens == line.closes:
        return True
    clock = now.time()
    if line.opens < line.closes:
        return line.opens <= clock < line.closes
    return clock >= line.opens or clock < line.closes


def is_old(checked: str, today: date) -> bool:
    """Tell whether a list was checked over a year ago, or on no day that can be read.

    Args:
        checked: the day of the check, as ISO text.
        today: the date of the evening.
    """
    try:
        day = date.fromisoformat(checked)
    except ValueError:
        return True
    return (day.year + 1, day.month, day.day) < (today.year, today.month, today.day)


def countries(support: Support) -> tuple[tuple[str, str], ...]:
    """Give the code and name of each country that has a line, in the list's order."""
    named = {line.code: line.country for line in support.lines if line.code != "EU"}
    return tuple(named.items())


def _code(country: str) -> str:
    """Read a country code as people write it."""
    code = country.strip().upper()
    return _ALSO_WRITTEN.get(code, code)
