"""Every evening on disk, as looking back needs it: read newest first, put right, taken away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple, Protocol

from winddown.routine.evening import Evening
from winddown.routine.versions import Version


class Removed(NamedTuple):
    """An evening that was taken away, and what finds it again."""

    day: date
    copy: str
    """The name of its copy among the backups."""


class Chosen(NamedTuple):
    """A version that was chosen, and what finds again all that moved for it."""

    day: date
    evening: Evening | None
    """The evening as it now stands; None where it is not understood."""
    file: str = ""
    """The name of the file that became the evening's own; empty where it stands as it stood."""
    own_copy: str = ""
    """The name, among the backups, of what had been the evening's own."""
    away: str = ""
    """The name of a file that was put away, where it stood."""
    away_copy: str = ""
    """Its name among the backups."""
    is_new: bool = False
    """True where the evening had no file of its own before."""
    seal: str = ""
    """Tells whether the evening's own file is still what it became."""


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

    def several(self) -> Mapping[date, int]:
        """Give each day of which several versions stand, or one but not its own, and how many."""

    def versions(self, day: date) -> tuple[Version, ...]:
        """Read every version of an evening, the one that stands as its own first."""

    def choose(self, kept: Version, other: Version | None) -> Chosen:
        """Have one version stand as the evening, and the other among the backups, to the byte.

        Raises:
            ChangedMeanwhile: a file is no longer what it was when it was read.
            WinddownError: it could not be done; every version stands somewhere still.
        """

    def take_back(self, chosen: Chosen) -> Evening | None:
        """Have both versions stand as they stood, to the byte, and give the evening's own.

        Raises:
            WinddownError: something else stands there by now; every version stands somewhere.
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
