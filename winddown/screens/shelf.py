"""The evenings that look back has read so far, and which of them are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from heapq import merge
from typing import NamedTuple

from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.pages import month_title
from winddown.routine.searching import Filters, haystack, matches
from winddown.routine.weekdays import WEEKDAYS
from winddown.widgets.evening_list import Entry


class Shelved(NamedTuple):
    """An evening with what is made of it once, since there may be a hundred years of them."""

    evening: Evening
    found_by: str
    """Everything a search looks through."""


class Shelf:
    """Every evening read, newest first."""

    def __init__(self, occasion: Occasion) -> None:
        """Stand empty; the words are the occasion's."""
        self._words, self._of_plan = occasion.words("leafing"), occasion.words("plan")
        self._of_pages = occasion.words("look_back")
        self._of_versions = occasion.words("versions")
        self._all: dict[date, Shelved] = {}
        self.filters = Filters()
        self.several: dict[date, int] = {}
        """How many versions there are, of each day of which that has to be said."""
        self.is_whole = False
        """True once every evening has been read, so that a day without one is known to be."""

    def shelved(self, evening: Evening) -> Shelved:
        """Make of an evening what it needs to stand here; may be called from any thread."""
        label, month = self._title(evening.evening)
        return Shelved(evening, haystack(evening, f"{label} {month}"))

    def add(self, more: Iterable[Shelved]) -> list[date]:
        """Take in older evenings, and give the days of those that are shown."""
        added = {each.evening.evening: each for each in more}
        self._all |= added
        return [day for day, each in added.items() if self._shows(each)]

    def put(self, evening: Evening) -> None:
        """Take in an evening anew, in its place."""
        is_new = evening.evening not in self._all
        self._all[evening.evening] = self.shelved(evening)
        if is_new:
            self._all = dict(sorted(self._all.items(), reverse=True))

    def mark(self, several: Mapping[date, int]) -> None:
        """Say of these days that several versions stand, and of no others."""
        self.several = dict(several)

    def number(self, day: date, versions: int) -> None:
        """Say of a day how many versions stand; 0 where that needs no word."""
        rest = {each: number for each, number in self.several.items() if each != day}
        self.mark(rest | ({day: versions} if versions else {}))

    def take(self, day: date) -> None:
        """Take an evening off."""
        self._all.pop(day, None)

    def clear(self) -> None:
        """Let go of every evening."""
        self._all.clear()

    def __contains__(self, day: date) -> bool:
        """Tell whether an evening of this day has been read."""
        return day in self._all

    def __getitem__(self, day: date) -> Evening:
        """Give the evening of a day."""
        return self._all[day].evening

    @property
    def shown(self) -> Iterator[date]:
        """The days of all that the filters let through, newest first."""
        days = (day for day, each in self._all.items() if self._shows(each))
        lone = sorted(filter(self.shows_lone, self.several), reverse=True)
        return merge(days, lone, reverse=True)

    @property
    def evenings(self) -> list[Evening]:
        """Every evening that was read."""
        return [each.evening for each in self._all.values()]

    def shows(self, day: date) -> bool:
        """Tell whether the evening of a day was read and is let through."""
        return day in self._all and self._shows(self._all[day])

    def shows_lone(self, day: date) -> bool:
        """Tell whether a day has other versions and no evening of its own; it is never searched."""
        is_lone = self.is_whole and day in self.several and day not in self._all
        return is_lone and self.filters == Filters()

    def _shows(self, each: Shelved) -> bool:
        return matches(each.evening, self.filters, each.found_by)

    def entry(self, day: date) -> Entry:
        """Give the line of a day: the words that were kept, or how it was.

        Where it has no evening of its own, that it has versions.
        """
        label, month = self._title(day)
        each = self._all.get(day)
        if each is None:
            text, is_own = self._of_versions["row"], False
        else:
            note, tonight = each.evening.note, each.evening.tonight or "unsaid"
            text, is_own = note or self._words[f"row-{tonight}"], bool(note)
        return Entry(label, month, text, is_own, self._mark_of(day))

    def _title(self, day: date) -> tuple[str, str]:
        """Give a day within its month, and the month."""
        weekday = self._of_plan["weekday_short-" + WEEKDAYS[day.weekday()]]
        label = self._words.say("row", weekday=weekday, day=f"{day.day:>2}")
        return label, month_title(day, self._of_pages, self._of_plan)

    def _mark_of(self, day: date) -> str:
        """Say that there are several versions, in as little as can be."""
        number, say = self.several.get(day, 0), self._of_versions
        if number < 2:
            return ""
        return say.say(f"mark-{number}" if f"mark-{number}" in say else "mark", number=number)
