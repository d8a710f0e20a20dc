"""What is answered in lines, kept: each answer is on disk before the next question is asked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from winddown.data.lock import hasten
from winddown.errors import WinddownError
from winddown.routine.evening import Evening
from winddown.writing import Writing


class Kept:
    """Writes evenings, and holds on to what could not be written until it can."""

    def __init__(self, writing: Writing, trouble: Callable[[WinddownError], None]) -> None:
        """Write with `writing`; `trouble` is told once of what is in the way."""
        self._writing, self._trouble = writing, trouble
        self._known: dict[date, Evening] = {}
        self._unkept: dict[date, Evening] = {}
        self.problem: WinddownError | None = None
        """What is in the way of what is not on disk; None while nothing is."""
        self.aside: list[str] = []
        """Where that lies which was left without, for the eye."""

    def knows(self, evening: Evening) -> None:
        """Take note of an evening as it was read from disk."""
        self._known[evening.evening] = evening

    def has_file(self, day: date) -> bool:
        """Tell whether an evening of this day stands on disk, or is to."""
        return day in self._known or day in self._unkept

    def keep(self, evening: Evening) -> None:
        """Write an evening, and with it whatever waits to be written."""
        if evening != self._known.get(evening.evening):
            self._unkept[evening.evening] = evening
        self.finish()

    def finish(self) -> None:
        """Write whatever waits to be written, each evening as far as it can be."""
        first: WinddownError | None = None
        for day, evening in list(self._unkept.items()):
            try:
                beside = self._writing.save(self._known.get(day), evening)
            except WinddownError as problem:
                first = first or problem
                continue
            self._known[day] = evening
            del self._unkept[day]
            if beside is not None:
                self._tell(beside)
        is_news = first is not None and str(first) != str(self.problem)
        self.problem = first
        if first is not None and is_news:
            self._tell(first)

    @property
    def unkept(self) -> tuple[Evening, ...]:
        """Every evening that waits to be written."""
        return tuple(self._unkept.values())

    def leave(self) -> None:
        """Write what waits for the last time; what cannot be written is put aside."""
        hasten()
        try:
            self.finish()
        finally:
            for evening in self._unkept.values():
                with suppress(WinddownError):
                    aside = self._writing.keep_aside(evening)
                    self.aside += [aside] if aside not in self.aside else []
            self._writing.let_go()

    def _tell(self, problem: WinddownError) -> None:
        # Nobody may be there to be told any more, which is no reason to keep less.
        with suppress(OSError):
            self._trouble(problem)
