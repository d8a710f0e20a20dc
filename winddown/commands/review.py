"""`winddown review --plain`: looks back line by line, or writes pages to take along."""

from __future__ import annotations

import os
import shutil
import sys
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from winddown.asked import Asked, Named
from winddown.commands.saying import say, warn
from winddown.commands.telling import Teller
from winddown.data import evenings as kept
from winddown.data.locations import Locations, locations
from winddown.errors import UnreadableEvening
from winddown.opening import open_evening
from winddown.routine.adding_up import over_time
from winddown.routine.book import book
from winddown.routine.evening import Evening
from winddown.routine.looking_back import noticed
from winddown.routine.over_time import OverTime
from winddown.routine.over_time_told import over_time_told
from winddown.routine.page_lines import INDENT, page_lines
from winddown.routine.words import Words
from winddown.routine.wrapping import wrapped

WIDTH = 72
"""Cells of a line at most, however wide the terminal is."""


def run(asked: Asked) -> int:
    """Print what was asked for; give 1 where that is not there, or a file is not understood."""
    where, opening = locations(os.environ), open_evening(os.environ, errand="review")
    tell = Teller(opening.occasion)
    found, problems = _read(asked, where, tell.today)
    by_day = asked.day is not None and not asked.md
    evenings = [evening for evening in found if by_day or not evening.keep_out]
    others = _beside(where, asked, tell, opening.occasion.words("versions"), bool(evenings))
    nothing = missing(asked, tell) if not (evenings or problems or others) else ""
    if evenings or not (problems or nothing or others):
        seen = noticed(found, tell.today, tuple(opening.writing.archive().dismissed))
        line = opening.occasion.words("looking_back")[seen.key] if seen else ""
        say(_lines(asked, evenings, tell, line))
    say(others)
    lone = _lone(where, asked, tell, opening.occasion.words("versions"))
    warn(filter(None, dict.fromkeys(map(str, (*opening.notices, *problems, *lone, nothing)))))
    return 1 if problems or nothing else 0


def _beside(
    where: Locations, asked: Asked, tell: Teller, say_of: Words, is_told: bool
) -> list[str]:
    """Say which other versions stand of the very day that is asked for."""
    if asked.day is None or asked.md:
        return []
    from winddown.commands.beside import beside  # nobody else has to wait for it

    day = _day(asked.day, tell.today)
    return [*beside(where, day, say_of, tell.of_plan, _width(), is_told=is_told)]


def _lone(where: Locations, asked: Asked, tell: Teller, say_of: Words) -> Iterator[str]:
    """Name the evenings that were passed over, since only other versions of them stand."""
    if asked.day is None:
        from winddown.data.versions import days_with_versions

        for day in sorted(days_with_versions(where)):
            is_asked_for = asked.month in (None, (day.year, day.month))
            if is_asked_for and not os.path.lexists(where.evening(day)):
                yield say_of.say("lone", day=tell.day(day), name=day.isoformat())


def _read(asked: Asked, where: Locations, today: date) -> kept.Read:
    """Read the evenings that are asked for, newest first, and nothing else."""
    if asked.day is not None:
        try:
            evening = kept.load(where, _day(asked.day, today))
        except UnreadableEvening as problem:
            return [], [problem]
        return [evening] if evening else [], []
    if asked.month is not None:
        year, month = asked.month
        last = monthrange(year, month)[1]
        return kept.load_between(where, date(year, month, 1), date(year, month, last))
    return kept.load_all(where)


def missing(asked: Asked, tell: Teller) -> str:
    """Say that there is nothing of a day or a month; of all the time there is, that is no news."""
    if asked.day is not None:
        return tell.say.say("no_evening", day=tell.day(_day(asked.day, tell.today)))
    if asked.month is not None:
        return tell.say.say("no_evening", day=tell.month(date(*asked.month, 1)))
    return ""


def _day(named: Named, today: date) -> date:
    return today - timedelta(days=1) if named == "yesterday" else named


def _lines(asked: Asked, evenings: Sequence[Evening], tell: Teller, seen: str) -> Iterator[str]:
    """Tell evenings, given newest first, in the form that is asked for."""
    pages = map(tell.page, reversed(evenings))
    if asked.md:
        yield from book(pages, tell.say, with_text=False)
    elif asked.day is None and asked.month is None:
        yield from overview(evenings, over_time(evenings, tell.today), tell, seen)
    else:
        for number, page in enumerate(pages):
            if number:
                yield from ("", "")
            opened = asked.day is not None  # whoever names the very evening may open it, too
            yield from page_lines(page, _width(), tell.say, opened=opened)


def overview(
    evenings: Sequence[Evening], over: OverTime, tell: Teller, seen: str = ""
) -> Iterator[str]:
    """Tell what is noticed, what evenings add up to, and each in a line, in the order given."""
    say, width = tell.say, _width()
    yield from wrapped(say["plain"], width)
    if not evenings:
        yield from ("", *wrapped(say["no_evenings"], width))
        return
    if seen:
        yield from ("", *wrapped(seen, width))
    yield from ("", *wrapped(say["over_time"], width))
    for told in over_time_told(over, tell.today, say, tell.of_closing, tell.of_plan):
        yield from ("", *wrapped(told, width, after=INDENT if "\n" in told else ""))
    yield from ("", *wrapped(say["plain_evenings"], width), "")
    for evening in evenings:
        # Elsewhere than on a terminal a line is an evening, which other programs count on.
        room = width if sys.stdout.isatty() else sys.maxsize
        yield from wrapped(tell.row(evening), room, after=INDENT)


def _width() -> int:
    return min(WIDTH, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH
