"""The evenings that look back has read so far, and which of them are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from winddown.routine.evening import Evening
from winddown.routine.lists import WEEKDAYS
from winddown.routine.occasion import Occasion
from winddown.routine.pages import month_title
from winddown.routine.searching import Filters, haystack, matches
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
        self._all: dict[date, Shelved] = {}
        self.filters = Filters()

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
        return (each.entry for each in self._all.values() if self._shows(each))

    @property
    def evenings(self) -> list[Evening]:
        """Every evening that was read."""
        return [each.evening for each in self._all.values()]

    def shows(self, day: date) -> bool:
        """Tell whether the evening of a day was read and is let through."""
        return day in self._all and self._shows(self._all[day])

    def _shows(self, each: Shelved) -> bool:
        return matches(each.evening, self.filters, each.found_by)

    def _entry_of(self, evening: Evening) -> Entry:
        """Give the line of an evening: the words that were kept, or how it was."""
        day, say = evening.evening, self._of_plan
        weekday = say["weekday_short-" + WEEKDAYS[day.weekday()]]
        label = self._words.say("row", weekday=weekday, day=f"{day.day:>2}")
        month = month_title(day, self._of_pages, self._of_plan)
        told = self._words[f"row-{evening.tonight or 'unsaid'}"]
        return Entry(day, label, month, evening.note or told, is_own=bool(evening.note))
