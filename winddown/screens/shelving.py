"""Reads the evenings that are looked back on: the newest at once, older ones meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from textual import work
from textual.worker import get_current_worker

from winddown.routine.archive import Archive
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.screens.fresh import FreshScreen
from winddown.screens.leaf import Leaf
from winddown.screens.shelf import Shelf, Shelved

AT_ONCE = 40
"""Evenings that are read before the first picture: as many as a window shows."""

AT_A_TIME = 64
"""Older evenings that are taken in together; a key never waits for more."""


class Shelving(FreshScreen[str]):
    """A screen with a leaf, filled while it is looked at; subclasses compose it."""

    def __init__(self, archive: Archive, occasion: Occasion, at: date | None = None) -> None:
        """Open on an evening; without one, on the newest.

        Args:
            archive: every evening there is.
            occasion: the words, and today's date.
            at: the day to open on, or the nearest one before it that has an evening.
        """
        super().__init__()
        self.archive = archive
        self.occasion = occasion
        self.words = occasion.words("leafing")
        self.is_read = False
        """True once every evening has been read."""
        self.shelf = Shelf(occasion)
        self._older: Iterator[Evening] = archive.evenings()
        self._at = at
        self._stood_at: date | None = None
        """Where the cursor was when the screen opened."""

    @property
    def leaf(self) -> Leaf:
        """The days and the page."""
        return self.query_one(Leaf)

    def show(self, at: date | None = None) -> None:
        """Show what is looked for, with the cursor on a day, or near it."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the newest evenings at once, and read the older ones meanwhile."""
        newest = [self.shelf.shelved(each) for each in islice(self._older, AT_ONCE)]
        self.shelf.add(newest)
        if len(newest) == AT_ONCE:
            self.leaf.list.coming = self.words["coming"]
        self.show(self._at)
        self._stood_at = self.leaf.day
        self.leaf.close()
        self.opened()
        self._read_older()

    def opened(self) -> None:
        """Do what follows once the newest evenings stand."""

    @work(thread=True)
    def _read_older(self) -> None:
        worker = get_current_worker()
        self.app.call_from_thread(self._mark, self.archive.several())
        older = (self.shelf.shelved(each) for each in self._older)
        while (some := list(islice(older, AT_A_TIME))) and not worker.is_cancelled:
            self.app.call_from_thread(self._take_in, some)
        if not worker.is_cancelled:
            self.archive.purge()
            self.app.call_from_thread(self._all_read, self.archive.several())

    def _mark(self, several: Mapping[date, int]) -> None:
        """Say of which evenings several versions stand."""
        if self.is_attached and (several or self.shelf.several):
            self.shelf.mark(several)
            self.show()

    def _take_in(self, some: list[Shelved]) -> None:
        if not self.is_attached:
            return  # it was left while they were read
        days, at = self.leaf.list, self._at
        is_waiting = at is not None and self.leaf.day == self._stood_at
        was_ahead = at is not None and is_waiting and days.is_ahead(at)
        was_empty = days.day is None
        days.extend(self.shelf.add(some))
        if was_empty and days.day is not None:
            self.show()  # there is a page now, in place of a word about none
        if at is not None and was_ahead and not days.is_ahead(at):
            days.go_to(at)

    def _all_read(self, several: Mapping[date, int]) -> None:
        self.is_read = self.shelf.is_whole = True
        if not self.is_attached:
            return
        self.leaf.list.coming = ""
        is_waiting = self._at in several and self.leaf.day == self._stood_at
        self._mark(several)
        if is_waiting:
            self.show(self._at)
        if self.leaf.list.day is None:
            self.show()
        self.leaf.show_month()
        self.follow_older()
        problems = self.archive.problems
        if len(problems) > 1:  # one after the other they would lie over the page
            problems = (self.words.say("several_unread", number=len(problems)),)
        for problem in problems:
            self.notify(problem, markup=False, severity="warning", timeout=12)

    def on_unmount(self) -> None:
        """Let go of the evenings: what the collector has been told to leave, only this frees."""
        self.shelf.clear()

    def follow_older(self) -> None:
        """Do what follows once every evening has been read."""
