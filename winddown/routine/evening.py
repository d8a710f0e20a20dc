"""The record of one evening: what a person answered, and nothing they did not.

Storage derives its tables from these dataclasses. A field that equals its
default was not answered and is absent from the file; a field without a default
is always written. None of them has a repr that tells what a person wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal, TypeAlias

from winddown.routine.outcome import Outcome as Outcome
from winddown.routine.within import Within

Degree: TypeAlias = Annotated[int, Within(0, 10)]
"""A place on a scale from 0 (not at all) to 10 (very)."""

Tonight: TypeAlias = Literal["light", "steady", "tired", "heavy", "not-okay"]
Route: TypeAlias = Literal["full", "short", "support"]
Reading: TypeAlias = Literal["rest", "both", "away", "unsure"]
Cost: TypeAlias = Literal["no", "a-little", "yes", "unsure"]
Size: TypeAlias = Literal["tiny", "small", "medium", "big"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Settled:
    """How settled the person feels, before and after breathing."""

    before: Degree | None = None
    after: Degree | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Round:
    """One round of breathing, or of an anchor kept instead of the breath."""

    kind: Literal["pattern", "anchor"]
    id: str
    seconds: int
    """Breathing time without pauses, in whole seconds."""
    cycles: int = 0
    """Whole cycles; a cycle cut short is not counted. An anchor has none."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ChosenComfort:
    """A comfort ticked tonight, with its words as they stood then."""

    id: str = ""
    """Empty for one added tonight only."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reflection:
    """One habit that filled the evening, and how the person read it."""

    id: str = ""
    """Empty for one in the person's own words, added tonight only."""
    text: str
    reading: Reading | None = None
    cost: Cost | None = None
    from_what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Followup:
    """What became of a plan."""

    outcome: Outcome
    answered: date
    carried: int = 0
    """How many times the plan has been kept for a later day."""
    felt: Degree | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Plan:
    """One small act of reaching out, as it stood in the sentence."""

    who: str = ""
    act: str = ""
    """The act's id, or empty for the person's own words."""
    text: str
    size: Size | None = None
    channel: str = ""
    on: date
    at: time | None = None
    cue: str = ""
    sure: Degree | None = None
    expected: Degree | None = None
    words: str = ""
    followup: Followup | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Evening:
    """One evening. Steps take one and give back the evening after them."""

    evening: date
    started: datetime
    ended: datetime | None = None
    """None until the evening has ended."""
    step: str = ""
    """Where the evening stands; empty once it has ended."""
    route: Route | None = None
    tonight: Tonight | None = None
    note: str = ""
    """The line to keep."""
    in_touch: tuple[str, ...] = ()
    """Who crossed the person's path today, whoever began it."""
    keep_out: bool = False
    """True when the evening is left out of looking back."""
    settled: Settled = Settled()
    breathing: tuple[Round, ...] = ()
    comforts: tuple[ChosenComfort, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    outreach: Plan | None = None

    @property
    def is_answered(self) -> bool:
        """True once the person has answered anything at all."""
        return any(
            getattr(self, field.name) != field.default
            for field in fields(self)
            if field.name not in CIRCUMSTANCES
        )


CIRCUMSTANCES = frozenset({"evening", "started", "ended", "step", "route"})
"""Fields the program fills by itself, which are nobody's answer."""


def evening_of(moment: datetime, day_ends: time) -> date:
    """Name the evening that a moment belongs to.

    Until `day_ends` on the wall clock, the moment still counts for the day
    before. Only the wall clock is read, so a change of the clocks or of the
    time zone can never move a moment by more than the clock on the wall does.

    Args:
        moment: the local wall clock, aware or naive.
        day_ends: when one day gives way to the next, local time.
    """
    today = moment.date()
    return today - timedelta(days=1) if moment.time() < day_ends else today
