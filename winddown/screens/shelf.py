"""The evenings that look back has read so far, and which of them are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from heapq import merge
from operator import attrgetter
from sys import intern
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
    entry: Entry


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
        entry = self._entry_of(evening)
        return Shelved(evening, haystack(evening, f"{entry.label} {entry.month}"), entry)

    def add(self, more: Iterable[Shelved]) -> list[Entry]:
        """Take in older evenings, and give the lines of those that are shown."""
        added = {each.evening.evening: each for each in more}
        self._all |= added
        return [each.entry for each in added.values() if self._shows(each)]

    def put(self, evening: Evening) -> None:
        """Take in an evening anew, in its place."""
        is_new = evening.evening not in self._all
        self._all[evening.evening] = self.shelved(evening)
        if is_new:
            self._all = dict(sorted(self._all.items(), reverse=True))

    def mark(self, several: Mapping[date, int]) -> None:
        """Say of these days that several versions stand, and of no others."""
        before, self.several = self.several, dict(several)
        for day in {*before, *several} & self._all.keys():
            each = self._all[day]
            self._all[day] = each._replace(entry=self._entry_of(each.evening))

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
    def shown(self) -> Iterator[Entry]:
        """The lines of all that the filters let through."""
        entries = (each.entry for each in self._all.values() if self._shows(each))
        lone = sorted(filter(self.shows_lone, self.several), reverse=True)
        return merge(entries, map(self._lone_entry, lone), key=attrgetter("day"), reverse=True)

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

    def _entry_of(self, evening: Evening) -> Entry:
        """Give the line of an evening: the words that were kept, or how it was."""
        told = evening.note or self._words[f"row-{evening.tonight or 'unsaid'}"]
        return self._entry(evening.evening, told, is_own=bool(evening.note))

    def _lone_entry(self, day: date) -> Entry:
        """Give the line of a day that has no evening of its own."""
        return self._entry(day, self._of_versions["row"], is_own=False)

    def _entry(self, day: date, text: str, *, is_own: bool) -> Entry:
        weekday = self._of_plan["weekday_short-" + WEEKDAYS[day.weekday()]]
        label = self._words.say("row", weekday=weekday, day=f"{day.day:>2}")
        month = month_title(day, self._of_pages, self._of_plan)
        return Entry(day, intern(label), intern(month), text, is_own, self._mark_of(day))

    def _mark_of(self, day: date) -> str:
        """Say that there are several versions, in as little as can be."""
        number, say = self.several.get(day, 0), self._of_versions
        if number < 2:
            return ""
        return say.say(f"mark-{number}" if f"mark-{number}" in say else "mark", number=number)
