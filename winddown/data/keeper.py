"""Keeps evenings on disk as they are answered, without making a key wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from winddown.errors import WinddownError
from winddown.routine.evening import Evening

Save: TypeAlias = Callable[[Evening | None, Evening], object]
"""Writes the second evening where the first is what this program last knew to be kept."""


class Keeper:
    """Writes each evening in a thread, the newest state of it, one write at a time."""

    def __init__(self, save: Save, trouble: Callable[[WinddownError], None]) -> None:
        """Write with `save`; tell `trouble` about a write that did not succeed."""
        self._save = save
        self._trouble = trouble
        self._known: dict[date, Evening] = {}
        self._waiting: dict[date, Evening] = {}
        self._underway: dict[date, Evening] = {}
        """What the thread is writing just now: one evening, or none."""
        self._writing: asyncio.Task[None] | None = None

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
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())

    async def flush(self) -> None:
        """Wait until everything is on disk, or was told as trouble."""
        if self._writing is not None:
            await self._writing

    def _latest(self, day: date) -> Evening | None:
        """Give the state that will stand on disk once everything is written."""
        for states in (self._waiting, self._underway, self._known):
            if day in states:
                return states[day]
        return None

    async def _write(self) -> None:
        while self._waiting:
            day = next(iter(self._waiting))
            self._underway[day] = evening = self._waiting.pop(day)
            try:
                await asyncio.to_thread(self._save, self._known.get(day), evening)
            except WinddownError as problem:
                self._trouble(problem)
            else:
                self._known[day] = evening
            finally:
                del self._underway[day]
