"""Keeps evenings on disk as they are answered, without making a key wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from winddown.errors import WinddownError
from winddown.routine.evening import Evening

Save: TypeAlias = Callable[[Evening | None, Evening], object]
"""Writes the second evening where the first is what this program last knew to be kept.

Where it gives a problem, the evening is kept all the same, and the person is told of that.
"""

AFTER = 0.05
"""Seconds from an answer to the writing of it, so that it is first of all seen."""

AGAIN = 5.0
"""Seconds until what could not be written is tried again, unless an answer comes first."""


class Keeper:
    """Writes each evening in a thread, the newest state of it, one write at a time.

    What cannot be written stays here and is tried again, until it is written or the
    person leaves.
    """

    def __init__(
        self,
        save: Save,
        trouble: Callable[[WinddownError], None],
        relief: Callable[[], None] = lambda: None,
    ) -> None:
        """Write with `save`.

        Args:
            save: writes an evening, in a thread.
            trouble: told once of what is in the way, until that is another thing.
            relief: told when everything is written after all.
        """
        self._save = save
        self._trouble = trouble
        self._relief = relief
        self._known: dict[date, Evening] = {}
        self._waiting: dict[date, Evening] = {}
        self._underway: dict[date, Evening] = {}
        """What the thread is writing just now: one evening, or none."""
        self._unwritten: dict[date, Evening] = {}
        """What could not be written in this round, and waits for the next."""
        self._writing: asyncio.Task[None] | None = None
        self._beginning: asyncio.TimerHandle | None = None
        self.problem: WinddownError | None = None
        """What is in the way of what waits to be written; None while nothing is."""

    @property
    def unkept(self) -> tuple[Evening, ...]:
        """Every evening that waits to be written, the newest first."""
        unkept = self._unwritten | self._waiting
        return tuple(sorted(unkept.values(), key=lambda evening: evening.evening, reverse=True))

    def knows(self, evening: Evening) -> None:
        """Take note of an evening as it was read from disk."""
        self._known[evening.evening] = evening

    def forgets(self, day: date) -> None:
        """Know nothing of an evening that was changed or taken away meanwhile."""
        self._known.pop(day, None)

    def has_file(self, day: date) -> bool:
        """Tell whether an evening of this day stands on disk, or is on its way there."""
        return self._latest(day) is not None

    def keep(self, evening: Evening) -> None:
        """Have an evening written soon; a newer state of it takes its place."""
        if evening == self._latest(evening.evening):
            return
        self._waiting[evening.evening] = evening
        self._begin_in(AFTER)

    async def flush(self) -> None:
        """Wait until everything is on disk, or has been tried and was told as trouble."""
        if self._writing is None or self._writing.done():
            self._begin()
        if self._writing is not None:
            await asyncio.shield(self._writing)  # whoever waits may be called off, the write never

    def finish(self) -> None:
        """Write what is not on disk yet here and now, where no loop turns any more.

        Raises:
            WinddownError: it could not be written.
        """
        for evening in (self._unwritten | self._waiting).values():
            self._save(self._known.get(evening.evening), evening)

    def _latest(self, day: date) -> Evening | None:
        """Give the state that will stand on disk once everything is written."""
        for states in (self._waiting, self._underway, self._unwritten, self._known):
            if day in states:
                return states[day]
        return None

    def _begin_in(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        if self._beginning is not None:
            if self._beginning.when() <= loop.time() + seconds:
                return
            self._beginning.cancel()
        self._beginning = loop.call_later(seconds, self._begin)

    def _begin(self) -> None:
        if self._beginning is not None:
            self._beginning.cancel()
            self._beginning = None
        if self._waiting and (self._writing is None or self._writing.done()):
            self._writing = asyncio.create_task(self._write())

    async def _write(self) -> None:
        """Write whatever waits, each state once where it cannot be written."""
        try:
            while self._waiting:
                await self._write_one(next(iter(self._waiting)))
        finally:
            # Whatever was in the way, what is not on disk goes on waiting.
            self._waiting = self._unwritten | self._waiting
            self._unwritten = {}
        if self._waiting:
            self._begin_in(AGAIN)
        elif self.problem is not None:
            self.problem = None
            self._relief()

    async def _write_one(self, day: date) -> None:
        self._underway[day] = self._unwritten[day] = evening = self._waiting.pop(day)
        try:
            beside = await asyncio.to_thread(self._save, self._known.get(day), evening)
        except WinddownError as problem:
            self._tell(problem)
        else:
            self._known[day] = evening
            del self._unwritten[day]
            if isinstance(beside, WinddownError):
                self._trouble(beside)
        finally:
            del self._underway[day]

    def _tell(self, problem: WinddownError) -> None:
        is_news = self.problem is None or str(self.problem) != str(problem)
        self.problem = problem
        if is_news:
            self._trouble(problem)
