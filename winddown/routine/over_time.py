"""What evenings add up to over a few weeks: the facts that are shown, and how many it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from winddown.routine.evening import Degree, Outcome, Reading

ENOUGH_EVENINGS = 8
"""Under so many it is too early to say anything."""

ENOUGH_ANSWERS = 5
"""Two fortnights are only set side by side when each holds so many readings."""

FEW_WEEKS, FORTNIGHT = 28, 14
"""Days, the last of them today."""

WEEKS = 12
"""Weeks of seven days, the last of them ending today, for who was in touch."""

NAMED = 5
"""Comforts that are named at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How settled, on the evenings of the last four weeks that say so."""

    marks: tuple[tuple[date, Degree], ...]
    """Oldest first."""
    median: float | None
    """None where nothing was marked."""
    low: Degree | None
    high: Degree | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fortnight:
    """How the habits of a fortnight were read: each reflection with a reading counts once."""

    first: date
    last: date
    readings: dict[Reading, int]
    """All four, in the order rest, both, away, unsure."""

    @property
    def answers(self) -> int:
        """How many readings there are: the n beside the bars."""
        return sum(self.readings.values())


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Contact:
    """Someone who crossed the person's path, in the person's words."""

    name: str
    last: date
    """The latest evening that names them."""
    evenings: int
    """How many evenings name them, in all the time there is."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Favourite:
    """A comfort, and when it was chosen."""

    text: str
    """Its words as they stood last."""
    times: int
    last: date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Planned:
    """A plan that no longer waits, and what became of it."""

    evening: date
    text: str
    outcome: Outcome
    expected: Degree | None
    felt: Degree | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OverTime:
    """Everything that the view over time shows."""

    evenings: int
    """How many there are at all, without those kept out."""
    before: Marks
    after: Marks
    fortnights: tuple[Fortnight, ...]
    """The last one, or it after the one before where both hold enough; empty with too few."""
    weeks_with: int
    """Of the last weeks, those with an evening that names someone."""
    weeks_without: int
    """Of the last weeks, those with evenings of which none names anyone."""
    contacts: tuple[Contact, ...]
    """The latest first, then by name."""
    chosen_most: tuple[Favourite, ...]
    """In the last four weeks; at most five."""
    forgotten: tuple[Favourite, ...]
    """Chosen more than once, but not in the last twelve weeks; the latest first, at most five."""
    plans: tuple[Planned, ...]
    """Newest first."""

    @property
    def is_early(self) -> bool:
        """True while there are too few evenings to say anything."""
        return self.evenings < ENOUGH_EVENINGS
