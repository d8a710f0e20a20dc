"""The draft of a plan: the sentence suggested tonight, and what may stand in its blanks instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from winddown.routine.evening import Evening, Plan
from winddown.routine.lists import Act
from winddown.routine.occasion import Occasion
from winddown.routine.outreach import (
    Suggestion,
    day_word,
    days_ahead,
    made_smaller,
    plan_of,
    suggestion,
)
from winddown.routine.plans import answered

T = TypeVar("T")

STILL = ("keep", "smaller", "let-go")
"""What may become of an open plan before its day."""


def suggested(evening: Evening, occasion: Occasion) -> Suggestion | None:
    """Suggest something for tonight; small where something was avoided, tiny everywhere else."""
    avoided = next((r.from_what for r in evening.reflections if r.reading == "away"), "")
    return suggestion(
        occasion.acts,
        occasion.people,
        occasion.cues,
        occasion.past,
        occasion.today,
        avoided=avoided,
        size="small" if avoided else "tiny",
    )


def turned(draft: Suggestion, blank: str, by: int, occasion: Occasion) -> Suggestion:
    """Put the next thing on offer into a blank."""
    if blank == "cue":
        return replace(draft, cue=_next(occasion.cues, draft.cue, by))
    if blank == "day":
        return replace(draft, on=_next(days_ahead(occasion.today), draft.on, by))
    if blank == "who":
        names = [person.name for person in occasion.people if person.suggest]
        return replace(draft, who=_next(names, draft.who, by))
    acts = [act for act in occasion.acts if act.size == draft.act.size]
    return replace(draft, act=_next(acts, draft.act, by))


def filled(draft: Suggestion, blank: str, text: str, occasion: Occasion) -> Suggestion:
    """Put the person's own words into a blank."""
    if blank == "cue":
        return replace(draft, cue=text)
    if blank == "who":
        return replace(draft, who=text)
    if blank == "day":
        days = days_ahead(occasion.today)
        named = [day for day in days if text.casefold() in day_word(day, occasion.today).casefold()]
        return replace(draft, on=named[0]) if named else draft
    own = Act(id="", text=text, say=text, size=draft.act.size, channel=draft.act.channel)
    return replace(draft, act=own)


def in_own_words(text: str, occasion: Occasion) -> Suggestion:
    """Make a draft of the person's own act where no act is on any list; it is tiny until sized."""
    cues, today = occasion.cues, occasion.today
    return Suggestion(
        act=Act(id="", text=text, say=text, size="tiny"),
        who="",
        cue=cues[today.toordinal() % len(cues)] if cues else "",
        on=days_ahead(today)[0],
    )


def is_own(act: Act) -> bool:
    """Tell whether an act is in the person's own words: those are no template, and stay as typed.

    Every act on a list has an id.
    """
    return not act.id


def planned(draft: Suggestion, *, someone: str) -> Plan:
    """Make a plan of the draft; `someone` is what it says where no one is named."""
    plan = plan_of(draft, someone=someone)
    return replace(plan, who="", text=draft.act.text) if is_own(draft.act) else plan


def still(plan: Plan, answer: str | None, occasion: Occasion, *, someone: str) -> Plan:
    """Give an open plan with one of the answers in `STILL`; without one it stays as it is."""
    if answer == "let-go":
        return answered(plan, "let-go", occasion.today)
    if answer == "smaller":
        return made_smaller(plan, occasion.acts, someone=someone)
    return plan


def _next(offered: Sequence[T], standing: T, by: int) -> T:
    """Give what comes after `standing`, round and round; the first when it is not on offer."""
    if not offered:
        return standing
    if standing not in offered:
        return offered[0 if by > 0 else -1]
    return offered[(offered.index(standing) + by) % len(offered)]
