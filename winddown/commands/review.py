"""`winddown review --plain`: looks back line by line, or writes pages to take along."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from winddown.asked import Asked, Named
from winddown.commands.saying import room, say, warn
from winddown.commands.telling import Teller
from winddown.data import evenings as kept
from winddown.data.evening_file import has_longer_names
from winddown.data.locations import Locations, locations
from winddown.errors import UnreadableEvening
from winddown.opening import open_evening
from winddown.routine.evening import Evening
from winddown.routine.page_lines import page_lines

if TYPE_CHECKING:
    from winddown.routine.occasion import Occasion


class Span(NamedTuple):
    """Days to look back on, both among them."""

    since: date
    until: date


def run(asked: Asked) -> int:
    """Print what was asked for; give 1 where that is not there, or a file is not understood."""
    where, opening = locations(os.environ), open_evening(os.environ, errand="review")
    tell = Teller(opening.occasion)
    found, problems = _read(asked, where, tell.today)
    by_day = asked.day is not None and not asked.md
    evenings = [evening for evening in found if by_day or not evening.keep_out]
    others = _beside(where, asked, tell, opening.occasion, bool(evenings))
    nothing = missing(asked, tell) if not (evenings or problems or others) else ""
    if evenings or not (problems or nothing or others):
        if asked.md or (evenings and (asked.day or asked.month or asked.last)):
            say(_pages(asked, evenings, tell))
        else:
            from winddown.commands.overview import looking_back  # adding up is slow to load

            say(looking_back(found, opening, tell))
    say(others)
    lone = () if asked.day else _lone(where, _told(asked, evenings), tell, opening.occasion)
    warn(filter(None, dict.fromkeys(map(str, (*opening.notices, *problems, *lone, nothing)))))
    return 1 if problems or nothing else 0


def _beside(
    where: Locations, asked: Asked, tell: Teller, occasion: Occasion, is_told: bool
) -> list[str]:
    """Say which other versions stand of the very day that is asked for."""
    if asked.day is None or asked.md:
        return []
    from winddown.commands.beside import beside  # nobody else has to wait for it

    day, say_of = _day(asked.day, tell.today), occasion.words("versions")
    return [*beside(where, day, say_of, tell.of_plan, room(), is_told=is_told)]


def _lone(where: Locations, told: Span, tell: Teller, occasion: Occasion) -> Iterator[str]:
    """Name the evenings that were passed over, since only other versions of them stand."""
    if not has_longer_names(where, told.since):
        return
    from winddown.data.versions import days_with_versions

    say_of = occasion.words("versions")
    for day in sorted(days_with_versions(where)):
        if told.since <= day <= told.until and not os.path.lexists(where.evening(day)):
            yield say_of.say("lone", day=tell.day(day), name=day.isoformat())


def _read(asked: Asked, where: Locations, today: date) -> kept.Read:
    """Read the evenings that are asked for, newest first, and nothing else."""
    if asked.day is not None:
        try:
            evening = kept.load(where, _day(asked.day, today))
        except UnreadableEvening as problem:
            return [], [problem]
        return [evening] if evening else [], []
    if asked.last is not None:
        return kept.load_newest(where, *_span(asked), asked.last)
    return kept.load_between(where, *_span(asked))


def _span(asked: Asked) -> Span:
    """Give the days that are asked for: those of a month, or all there are."""
    if asked.month is None:
        return Span(date.min, date.max)
    from calendar import monthrange

    year, month = asked.month
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _told(asked: Asked, evenings: Sequence[Evening]) -> Span:
    """Give the days that were looked through; of so many evenings, none before the oldest."""
    span = _span(asked)
    is_full = len(evenings) == asked.last
    return Span(evenings[-1].evening, span.until) if is_full else span


def missing(asked: Asked, tell: Teller) -> str:
    """Say that there is nothing of a day or a month; of all the time there is, that is no news."""
    if asked.day is not None:
        return tell.say.say("no_evening", day=tell.day(_day(asked.day, tell.today)))
    if asked.month is not None:
        return tell.say.say("no_evening", day=tell.month(date(*asked.month, 1)))
    return ""


def _day(named: Named, today: date) -> date:
    return today - timedelta(days=1) if named == "yesterday" else named


def _pages(asked: Asked, evenings: Sequence[Evening], tell: Teller) -> Iterator[str]:
    """Tell evenings, given newest first, a page each in the order they were."""
    pages = map(tell.page, reversed(evenings))
    if asked.md:
        from winddown.routine.book import book

        yield from book(pages, tell.say, with_text=False)
        return
    opened = asked.day is not None  # whoever names the very evening may open it, too
    for number, page in enumerate(pages):
        if number:
            yield from ("", "")
        yield from page_lines(page, room(), tell.say, opened=opened)
