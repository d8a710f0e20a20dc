"""The draft of a plan: the sentence suggested tonight, and what may stand in its blanks instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from winddown.routine.evening import Evening, Plan, Size
from winddown.routine.lists import Act
from winddown.routine.occasion import Occasion
from winddown.routine.outreach import (
    Suggestion,
    days_ahead,
    for_size,
    plan_of,
    smaller,
    suggestion,
    suggestion_of,
)
from winddown.routine.pairing import is_in
from winddown.routine.plans import answered
from winddown.routine.sentences import named_day
from winddown.routine.text import clean

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
        return draft.at(_next(occasion.cues, draft.cue, by))
    if blank == "day":
        return replace(draft, on=_next(days_ahead(occasion.today), draft.on, by))
    if blank == "who":
        names = [person.name for person in occasion.people if person.suggest]
        return replace(draft, who=_next(names, draft.who, by))
    acts = [act for act in occasion.acts if act.size == draft.act.size]
    return replace(draft, act=_next(acts, draft.act, by))


def filled(draft: Suggestion, blank: str, text: str, occasion: Occasion) -> Suggestion | None:
    """Put the person's own words into a blank; None where they are to name a day and do not."""
    if blank == "cue":
        return draft.at(text)
    if blank == "who":
        return replace(draft, who=text)
    if blank == "day":
        today, words = occasion.today, occasion.words("plan")
        day = named_day(text, days_ahead(today), today, words)
        return None if day is None else replace(draft, on=day)
    names = (draft.who, *(person.name for person in occasion.people))
    who = next((name for name in names if is_in(name, text)), draft.who)
    # The size is only where the lists go on from: see `Suggestion.size`.
    return replace(draft, who=who, act=Act(id="", text=text, say=text, size=draft.act.size))


def sized(draft: Suggestion, size: Size | None, occasion: Occasion) -> Suggestion | None:
    """Give a draft of this size: own words stay, and an act from a list makes room for another.

    None where nothing of that size is on offer. Without a size an act from a list stays.
    """
    if is_own(draft.act):
        return replace(draft, chosen=size)
    return draft if size is None else for_size(draft, size, occasion.acts, occasion.people)


def in_own_words(text: str, occasion: Occasion) -> Suggestion:
    """Make a draft of the person's own act where no act is on any list, without a size."""
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


def as_listed(draft: Suggestion, acts: Iterable[Act]) -> Suggestion:
    """Give a draft with its own act as a list holds it, where one says just the same.

    Own words with a place for a name are no template tonight, so they stay own words.
    """
    if not is_own(draft.act):
        return draft
    text = clean(draft.act.text)  # as a list keeps it
    act = next((each for each in acts if each.say == text and not each.needs_someone), None)
    return replace(draft, act=act, chosen=None) if act else draft


def planned(draft: Suggestion, *, someone: str) -> Plan:
    """Make a plan of the draft; `someone` is what it says where no one is named."""
    plan = plan_of(draft, someone=someone)
    if not is_own(draft.act):
        return plan
    # Own words say themselves whom they are with; a name that is not in them is not meant.
    who = draft.who if is_in(draft.who, draft.act.text) else ""
    return replace(plan, who=who, text=draft.act.text)


def still(plan: Plan, answer: str | None, occasion: Occasion, *, someone: str) -> Plan:
    """Give an open plan with one of the answers in `STILL`; without one it stays as it is."""
    if answer == "let-go":
        return answered(plan, "let-go", occasion.today)
    if answer == "smaller":
        return made_smaller(plan, occasion.acts, someone=someone)
    return plan


def made_smaller(plan: Plan, acts: Iterable[Act], *, someone: str) -> Plan:
    """Give an open plan an easier act; its day, its person and all else stay.

    A plan that is as small as it can be stays as it is.
    """
    listed = list(acts)
    draft = smaller(suggestion_of(plan, listed), listed)
    if draft is None:
        return plan
    easier = plan_of(draft, someone=someone)
    return replace(plan, act=easier.act, text=easier.text, size=easier.size, channel=easier.channel)


def _next(offered: Sequence[T], standing: T, by: int) -> T:
    """Give what comes after `standing`, round and round; the first when it is not on offer."""
    if not offered:
        return standing
    if standing not in offered:
        return offered[0 if by > 0 else -1]
    return offered[(offered.index(standing) + by) % len(offered)]
