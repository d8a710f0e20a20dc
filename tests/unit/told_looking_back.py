"""Everything that is told in looking back, without a screen: pages, short names and choices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import product
from typing import Literal, cast, get_args

from tests.unit.greek import greek, greeked
from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan
from tests.unit.routine.paged import FULL
from tests.unit.routine.sums import MUCH, NOTHING
from winddown.asked import Asked
from winddown.commands.overview import overview
from winddown.commands.review import missing
from winddown.commands.telling import Teller
from winddown.routine.ago import ago
from winddown.routine.book import book
from winddown.routine.evening import Cost, Evening, Outcome, Reading, Settled
from winddown.routine.looking_back import RULES
from winddown.routine.occasion import Occasion
from winddown.routine.over_time_told import over_time_told
from winddown.routine.page_lines import page_lines
from winddown.routine.pages import Page, page_of, short_title
from winddown.routine.searching import choices
from winddown.routine.versions import Maker, Origin, Version
from winddown.routine.versions import told as told_version
from winddown.routine.words import Words

HALVES: tuple[Literal[0, 1, 2], ...] = (0, 1, 2)

WHOLE = replace(FULL, outreach=plan(channel=greek("a postcard"), words="-"))
"""An evening that says how someone was to be reached, which else is the id of a usual way."""

TOLD: tuple[Evening, ...] = (
    evening(),
    *(
        evening(settled=Settled(before=before, after=after))
        for before, after in product((None, 3), repeat=2)
    ),
    *(
        replace(WHOLE, reflections=(replace(FULL.reflections[0], reading=reading, cost=cost),) * 2)
        for reading, cost in product(get_args(Reading), get_args(Cost))
    ),
    *(
        evening(outreach=plan(TODAY + on * DAY, expected=4, followup=followup))
        for on, followup in product(
            (-20, -1, 1),
            (
                None,
                *(outcome(each) for each in get_args(Outcome)),
                *(replace(outcome("did-it"), felt=each, note="-") for each in (4, 8)),
            ),
        )
    ),
    evening(outreach=plan(followup=replace(outcome("did-it"), felt=8))),
    WHOLE,
)
"""Evenings of every kind, told on the evening they are about."""


VERSIONS: tuple[Version, ...] = tuple(
    Version(day=TODAY, file="", half=half, origin=origin, evening=None)
    for maker in get_args(Maker)
    for at in (None, TODAY, datetime(1999, 1, 1, 9, 5))  # noqa: DTZ001  by some clock on a wall
    for origin in (Origin(maker=maker, at=at, name="9"),)
    for half in HALVES
)
"""Versions of an evening from everywhere."""


def looking_back_told(words: Callable[[str], Words]) -> Iterator[str]:
    """Tell every kind of evening in these words, whatever was written in other letters too."""
    say, of_plan = words("look_back"), words("plan")
    yield from (words("looking_back")[each.key] for each in RULES)
    told = [greeked(each) for each in TOLD]
    pages = [
        page_of(each, TODAY, say, words("closing"), of_plan, {"long-out": greek("Long out")})
        for each in told
    ]
    yield from (text for page in pages for text in _texts(page))
    yield from book(pages, say, with_text=True)
    for ahead in range(0, 365, 30):
        yield short_title(TODAY + ahead * DAY, TODAY, say, of_plan)
    for over in (NOTHING, MUCH):
        yield from over_time_told(greeked(over), TODAY, say, words("closing"), of_plan)
    asked, tell = Asked(), Teller(cast(Occasion, Tonight(words)))
    asked.day = TODAY
    yield missing(asked, tell)
    yield from (*overview((), NOTHING, tell), *overview(told, greeked(MUCH), tell))
    for page in pages:
        yield from page_lines(page, 72, say, opened=True)
    for version in VERSIONS:
        yield told_version(version, words("versions"), of_plan)
    for days in (0, 1, 2, 20, 200, 2000):
        yield ago(TODAY - days * DAY, TODAY, say)
    offered = choices(told, say)
    for each in (*offered.readings, *offered.outcomes):
        yield each.label


class Tonight:
    """As much of an occasion as a command needs to tell of evenings."""

    today = TODAY
    patterns = anchors = ()

    def __init__(self, words: Callable[[str], Words]) -> None:
        self.words = words


def _texts(page: Page) -> Iterator[str]:
    yield from (page.title, page.month, *page.paragraphs)
    yield from (each.label for each in page.folded)
