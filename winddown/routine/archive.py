"""Every evening on disk, as looking back needs it: read newest first, put right, taken away."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple, Protocol

from winddown.routine.evening import Evening


class Removed(NamedTuple):
    """An evening that was taken away, and what finds it again."""

    day: date
    copy: str
    """The name of its copy among the backups."""


class Archive(Protocol):
    """The evenings of a person. Reading one that is not understood passes it over."""

    def evenings(self) -> Iterator[Evening]:
        """Give every evening, newest first, each read when it is asked for."""

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each file that was passed over so far."""

    def keep(self, before: Evening, after: Evening) -> Evening:
        """Write what changed between two states of an evening, and give what now stands on disk.

        Raises:
            WinddownError: it could not be written; nothing has changed.
        """

    def remove(self, day: date) -> Removed:
        """Move an evening's file to the backups, from where it is gone after thirty days.

        Raises:
            WinddownError: it could not be moved; it stands where it stood.
        """

    def put_back(self, removed: Removed) -> Evening | None:
        """Move it back as it was, to the byte; None where it is not understood.

        Raises:
            WinddownError: another file stands there by now, or the copy is gone.
        """

    def purge(self) -> None:
        """Delete the copies of evenings that were taken away more than thirty days ago."""

    def dismiss(self, rule: str) -> None:
        """Never show this "noticed" line again.

        Raises:
            WinddownError: the config could not be written.
        """

    @property
    def dismissed(self) -> Collection[str]:
        """The ids of the lines that were sent away for good."""
