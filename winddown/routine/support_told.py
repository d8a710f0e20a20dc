"""Everyone to turn to, told line by line: nearest first, for a screen or for none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Literal, NamedTuple, Protocol

from winddown.routine.support import Lines, OfferedLine, Support, countries, is_old, lines_for
from winddown.routine.words import Words


class Told(NamedTuple):
    """A paragraph, and how it stands among the others."""

    text: str
    weight: Literal["", "accent", "quiet"] = ""
    """Numbers to ring are brightest; what is only known about them is quiet."""
    gap: bool = False
    """True where something new begins, after an empty line."""


class Turning(Protocol):
    """What it takes to tell whom there is to turn to; every occasion has it."""

    @property
    def support(self) -> Support:
        """Everyone and everything there is to turn to."""

    @property
    def today(self) -> date:
        """The day that it is told on."""

    def words(self, step: str, /) -> Words:
        """The words of one step or screen, by its id."""

    def now(self) -> datetime:
        """The local time."""


def support_told(turning: Turning, *, short: bool = False) -> Iterator[Told]:
    """Tell everyone and everything; `short` keeps to one's own and the numbers to ring."""
    say = turning.words("support")
    if turning.support.is_unread:
        yield Told(say["unread"], gap=True)
    yield from _own(turning.support)
    lines = lines_for(turning.support, turning.now())
    yield from _numbers(lines, say, short=short)
    if not lines.crisis:
        yield from _pages(turning.support, _whose(turning.support, say))
    if not short:
        yield from further_told(turning)


def further_told(turning: Turning) -> Iterator[Told]:
    """Tell what comes after the nearest: abuse lines, directories, and what a doctor is for."""
    say, support = turning.words("support"), turning.support
    lines = lines_for(support, turning.now())
    if lines.abuse:
        yield Told(say["abuse"], gap=True)
        for offered in lines.abuse:
            yield from _line(offered, say, short=False)
    if lines.crisis:
        yield Told(_whose(support, say), "quiet", gap=True)
        if is_old(support.checked, turning.today):
            yield Told(say["old_list"], "quiet")
        yield from _pages(support, say["directories"])
    yield Told(say["when_help"], gap=True)
    for sign in say.each("when_help_signs"):
        yield Told(f"· {sign}")
    if not (support.own or support.plan or support.is_unread):
        yield Told(say["own_number"], "quiet", gap=True)
    yield Told(say["no_watch"], "quiet", gap=True)


def _pages(support: Support, said: str) -> Iterator[Told]:
    """Tell the pages that know many lines; first of all where no line is known here."""
    yield Told(said, "quiet", gap=True)
    for directory in support.directories:
        yield Told(f"{directory.url}   {directory.name}", "quiet")


def _own(support: Support) -> Iterator[Told]:
    for number, line in enumerate(support.plan):
        yield Told(line, gap=not number)
    for number, contact in enumerate(support.own):
        words = f"{contact.contact}   {contact.name}" if contact.contact else contact.name
        yield Told(words, "accent", gap=not number)


def _numbers(lines: Lines, say: Words, *, short: bool) -> Iterator[Told]:
    if lines.emergency:
        yield Told(say.say("emergency", number=lines.emergency), gap=True)
    else:
        yield Told(say["urgent"], gap=True)
    for offered in lines.crisis:
        yield from _line(offered, say, short=short)


def _line(offered: OfferedLine, say: Words, *, short: bool) -> Iterator[Told]:
    """A line: its number and name bright, what is known about it quiet beneath."""
    line = offered.line
    closed = f"   {say['closed']}" if offered.is_closed else ""
    yield Told(f"{line.number}   {line.name}{closed}", "accent", gap=True)
    seen = say.say("seen", year=line.seen) if line.seen else say["seen_undated"]
    facts = [line.hours, line.text, line.also, *(() if short else (line.lang, seen))]
    yield Told(" · ".join(dict.fromkeys(filter(None, facts))), "quiet")


def _whose(support: Support, say: Words) -> str:
    name = dict(countries(support)).get(support.country.upper(), "")
    if not name:
        return say["no_country"]
    return say.say("country_guess" if support.country_is_guess else "country", country=name)
