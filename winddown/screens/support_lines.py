"""Everyone to turn to, as lines of words: nearest first, the numbers brightest."""

from __future__ import annotations

from collections.abc import Iterator

from winddown.routine.occasion import Occasion
from winddown.routine.support import Lines, OfferedLine, countries, is_old, lines_for
from winddown.routine.words import Words
from winddown.widgets.prose import Prose


def support_lines(occasion: Occasion, *, short: bool = False) -> Iterator[Prose]:
    """Give the lines to show; `short` keeps to one's own and the numbers to ring."""
    say = occasion.words("support")
    lines = lines_for(occasion.support, occasion.now())
    yield from _own(occasion, say)
    yield from _numbers(lines, say, short=short)
    if not short:
        yield from further_lines(occasion)


def further_lines(occasion: Occasion) -> Iterator[Prose]:
    """Give what comes after the nearest: abuse lines, directories, and what a doctor is for."""
    say, support = occasion.words("support"), occasion.support
    lines = lines_for(support, occasion.now())
    if lines.abuse:
        yield Prose(say["abuse"], classes="gap")
        for offered in lines.abuse:
            yield from _line(offered, say)
    yield Prose(_whose(occasion, say), classes="quiet gap")
    if is_old(support.checked, occasion.today):
        yield Prose(say["old_list"], classes="quiet")
    yield Prose(say["directories"], classes="quiet gap")
    for directory in support.directories:
        yield Prose(f"{directory.url}   {directory.name}", classes="quiet")
    yield Prose(say["when_help"], classes="gap")
    for sign in say.each("when_help_signs"):
        yield Prose(f"· {sign}")
    if not (support.own or support.plan):
        yield Prose(say["own_number"], classes="quiet gap")
    yield Prose(say["no_watch"], classes="quiet gap")


def _own(occasion: Occasion, say: Words) -> Iterator[Prose]:
    for number, line in enumerate(occasion.support.plan):
        yield Prose(line, classes="gap" if not number else "")
    for number, contact in enumerate(occasion.support.own):
        words = f"{contact.contact}   {contact.name}" if contact.contact else contact.name
        yield Prose(words, classes="accent gap" if not number else "accent")


def _numbers(lines: Lines, say: Words, *, short: bool) -> Iterator[Prose]:
    if lines.emergency:
        yield Prose(say.say("emergency", number=lines.emergency), classes="gap")
    else:
        yield Prose(say["urgent"], classes="gap")
    for offered in lines.crisis:
        yield from _line(offered, say, short=short)


def _line(offered: OfferedLine, say: Words, *, short: bool = False) -> Iterator[Prose]:
    """A line: its number and name bright, what is known about it quiet beneath."""
    line = offered.line
    closed = f"   {say['closed']}" if offered.is_closed else ""
    yield Prose(f"{line.number}   {line.name}{closed}", classes="accent gap")
    seen = say.say("seen", year=line.seen) if line.seen else say["seen_undated"]
    facts = [line.hours, line.text, line.also, *(() if short else (line.lang, seen))]
    yield Prose(" · ".join(fact for fact in facts if fact), classes="quiet")


def _whose(occasion: Occasion, say: Words) -> str:
    support = occasion.support
    name = dict(countries(support)).get(support.country.upper(), "")
    if not name:
        return say["no_country"]
    return say.say("country_guess" if support.country_is_guess else "country", country=name)
