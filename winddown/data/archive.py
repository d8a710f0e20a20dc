"""Every evening on disk, to look back on: read newest first, put right, taken away, put back."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from time import perf_counter, sleep

from winddown.data.evening_file import days_kept
from winddown.data.evenings import load_as, save
from winddown.data.locations import Locations
from winddown.errors import UnreadableEvening, WinddownError
from winddown.routine.archive import Chosen, Removed
from winddown.routine.evening import Evening
from winddown.routine.versions import Version
from winddown.toml_reading import read_many

BREATHER = 0.001
"""After so many seconds of reading, other threads come first: keys wait no longer than that."""

MANY = 500
"""So many evenings are set aside from Python's own tidying at a time."""


def _none() -> None:
    return None


class ArchiveInFiles:
    """The evenings of a person's folders; any of this may be called from a thread."""

    def __init__(
        self,
        where: Locations,
        today: Callable[[], date],
        kind: type[Evening] = Evening,
        *,
        dismissed: Iterable[str] = (),
        under_way: Callable[[], date | None] = _none,
    ) -> None:
        """Look back on what stands in `where`; nothing is read before it is asked for.

        Args:
            where: the person's folders.
            today: the day by the wall clock, from which thirty days are counted. Not
                the date of the evening, which may be one of last year.
            kind: what each evening is read as.
            dismissed: the lines sent away for good, as the config names them.
            under_way: gives the evening that is still being answered, if one is.
        """
        self._where = where
        self._today = today
        self._kind = kind
        self._dismissed = dict.fromkeys(dismissed)
        self._under_way = under_way
        self._passed_over: dict[str, date | None] = {}
        self._offered: set[date | None] = set()
        """Days that were passed over, and of which there is a version to choose."""
        self._not_purged: list[str] = []

    def evenings(self) -> Iterator[Evening]:
        """Give every evening, newest first, each read when it is asked for.

        Whoever keeps many lets go of them by clearing what holds them: Python's tidying
        would walk through all of them again and again, a tenth of a second for a
        lifetime of evenings, so that it is told to pass them by.
        """
        self._passed_over = {}
        read_many()
        since = perf_counter()
        for number, day in enumerate(days_kept(self._where), 1):
            if perf_counter() - since > BREATHER:
                sleep(0)
                since = perf_counter()
            if number % MANY == 0:
                gc.freeze()
            evening = self._read(day)
            if evening is not None:
                yield evening

    def _read(self, day: date | UnreadableEvening) -> Evening | None:
        try:
            if not isinstance(day, UnreadableEvening):
                return load_as(self._kind, self._where, day)
            problem = day
        except UnreadableEvening as unread:
            problem = unread
        self._passed_over[str(problem)] = None if isinstance(day, UnreadableEvening) else day
        return None

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each file that was passed over so far, or could not be deleted."""
        unread = (each for each, day in self._passed_over.items() if day not in self._offered)
        return (*self._not_purged, *unread)

    def keep(self, before: Evening, after: Evening) -> Evening:
        """Write what changed between two states of an evening, and give what now stands on disk.

        Raises:
            WinddownError: it was taken away, or could not be written; nothing has changed.
        """
        return save(self._where, before, after, anew=False)

    def remove(self, day: date) -> Removed:
        """Move an evening's file to the backups, from where it is gone after thirty days.

        The evening under way is refused: its next answer would bring it back.

        Raises:
            WinddownError: it could not be moved; it stands where it stood.
        """
        if day == self._under_way():
            raise WinddownError("Tonight's evening is still under way; it can go once it is over.")
        from winddown.data import removal  # only when something is written

        return removal.remove(self._where, day, self._today())

    def put_back(self, removed: Removed) -> Evening | None:
        """Move it back as it was, to the byte; None where it is not understood.

        Raises:
            WinddownError: another file stands there by now, or the copy is gone.
        """
        from winddown.data import removal

        removal.put_back(self._where, removed)
        try:
            return load_as(self._kind, self._where, removed.day)
        except UnreadableEvening:
            return None

    def several(self) -> Mapping[date, int]:
        """Give each day of which several versions stand, or one but not its own, and how many.

        A file that git left in two counts among those that were read so far.
        """
        from winddown.data import versions  # nobody needs it who has one computer

        several = versions.days_with_versions(self._where)
        for day in filter(None, tuple(self._passed_over.values())):
            some = self.versions(day)
            if any(each.evening for each in some):
                several[day] = len(some)
                self._offered.add(day)
        return several

    def versions(self, day: date) -> tuple[Version, ...]:
        """Read every version of an evening, the one that stands as its own first."""
        from winddown.data import versions

        return versions.versions(self._kind, self._where, day)

    def choose(self, kept: Version, other: Version | None) -> Chosen:
        """Have one version stand as the evening, and the other among the backups, to the byte.

        The evening under way is refused: its next answer would be of the one that went.

        Raises:
            ChangedMeanwhile: a file is no longer what it was when it was read.
            WinddownError: it could not be done; every version stands somewhere still.
        """
        if kept.day == self._under_way():
            raise WinddownError("Tonight's evening is under way; choose once it is over.")
        from winddown.data import choosing

        return choosing.choose(self._where, kept, other)

    def take_back(self, chosen: Chosen) -> Evening | None:
        """Have both versions stand as they stood, to the byte, and give the evening's own.

        Raises:
            WinddownError: something else stands there by now; every version stands somewhere.
        """
        from winddown.data import choosing

        choosing.take_back(self._where, chosen)
        try:
            return load_as(self._kind, self._where, chosen.day)
        except UnreadableEvening:
            return None

    def purge(self) -> None:
        """Delete copies of evenings that were removed more than thirty days ago.

        What cannot be deleted is told among the problems.
        """
        from winddown.data import removal

        self._not_purged = removal.purge(self._where, self._today())

    def dismiss(self, rule: str) -> None:
        """Never show this "noticed" line again; not in this sitting even where it stays unwritten.

        Raises:
            WinddownError: the config could not be written.
        """
        self._dismissed[rule] = None
        from winddown.data import config_writing

        config_writing.dismiss(self._where, rule)

    @property
    def dismissed(self) -> tuple[str, ...]:
        """The ids of the lines that were sent away for good."""
        return tuple(self._dismissed)
