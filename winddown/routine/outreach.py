"""Reaching out: one small act, suggested as a sentence, easy to change and as easy to leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from winddown.routine.evening import Degree, Evening, Plan, Size
from winddown.routine.lists import Act, Person
from winddown.routine.pairing import (
    easier_than,
    is_fresh,
    is_named,
    offers,
    offers_up_from,
    small_enough,
)
from winddown.routine.plans import folded as folded
from winddown.routine.sentences import say, says

SURE_ENOUGH = 7
"""Less sure than this, and the plan is better made smaller.

Source: Brief Action Planning, J Clin Outcomes Manag 2014;21(1).
"""

AHEAD_DAYS = 7
HARD_WEEK = "rough-line"
"""The act that suits an evening on which something was avoided: one line, nothing to fix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What stands in the blanks of the sentence."""

    act: Act
    who: str
    """Empty when no one comes to mind; it may stay behind an act that needs nobody."""
    cue: str
    on: date
    chosen: Size | None = None
    """The size that was asked for; the person's own words have no other."""
    usual: str = ""
    """The cue of the night, for acts that go with any; empty once one was chosen by hand."""

    @property
    def size(self) -> Size | None:
        """The size of its act; None for own words that nobody has sized."""
        return self.act.size if self.act.id else self.chosen

    def doing(self, act: Act) -> Suggestion:
        """Put another act into it, and the moment that goes with it, unless one was chosen."""
        return replace(self, act=act, cue=(act.cue or self.usual) if self.usual else self.cue)

    def at(self, cue: str) -> Suggestion:
        """Choose when, whatever the act is from now on."""
        return replace(self, cue=cue, usual="")


def suggestion(
    acts: Iterable[Act],
    people: Iterable[Person],
    cues: Sequence[str],
    past: Iterable[Evening],
    today: date,
    *,
    avoided: str = "",
    size: Size = "tiny",
) -> Suggestion | None:
    """Suggest something for tomorrow: the same all evening, another on the next one.

    The lists come round in turn; nothing is scored. What was last planned is not
    suggested again at once, nor are two acts running that reach nobody yet. When
    something was avoided, whoever is named there is left in peace, and the hard
    week of `HARD_WEEK` comes first, made small enough.

    Args:
        acts: every act, in its order.
        people: everyone, suggestible or not.
        cues: when an act may happen.
        past: earlier evenings, newest first.
        today: the date of the evening.
        avoided: what the person stepped back from tonight, in their own words.
        size: the largest size to suggest, where there is anything of that size.

    Returns:
        None when no act is possible at all.
    """
    listed = list(acts)
    kind = [person for person in people if not is_named(person.name, avoided)]
    offered = offers_up_from(listed, kind, size)
    last = next((evening.outreach for evening in past if evening.outreach is not None), None)
    offered = [offer for offer in offered if is_fresh(offer[0], last)] or offered
    if avoided:
        gentle = small_enough(listed, HARD_WEEK, size)
        offered = [offer for offer in offered if offer[0] is gentle] or offered
    if not offered:
        return None
    night = today.toordinal()
    act, who = offered[night % len(offered)]
    cue = cues[night % len(cues)] if cues else ""
    return Suggestion(act=act, who=who, cue=act.cue or cue, on=days_ahead(today)[0], usual=cue)


def another(draft: Suggestion, acts: Iterable[Act], people: Iterable[Person]) -> Suggestion | None:
    """Suggest what comes next among acts of the same size; pressed on, everything comes round."""
    offered = offers(list(acts), people, draft.act.size)
    if not offered:
        return None
    keys = [(act.id, who) for act, who in offered]
    here = _key(draft)
    at = keys.index(here) + 1 if here in keys else 0
    act, who = offered[at % len(offered)]
    return replace(draft.doing(act), who=who or draft.who)


class Shown:
    """What was suggested so far, to say it when that comes round again."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._shown: set[tuple[str, str]] = set()

    def comes_round(self, before: Suggestion, after: Suggestion) -> bool:
        """Tell whether what follows `before` was shown already; then a new round begins."""
        self._shown.add(_key(before))
        is_known = _key(after) in self._shown
        if is_known:
            self._shown = {_key(after)}
        return is_known


def smaller(draft: Suggestion, acts: Iterable[Act]) -> Suggestion | None:
    """Suggest the easier act that an act names; None where there is none."""
    easier = easier_than(draft.act, {act.id: act for act in acts})
    return None if easier is None else replace(draft.doing(easier), chosen=None)


def for_size(
    draft: Suggestion, size: Size, acts: Iterable[Act], people: Iterable[Person]
) -> Suggestion | None:
    """Suggest something of another size, with the same person where it can be."""
    if draft.size == size:
        return draft
    listed, everyone = list(acts), list(people)
    same = [replace(person, suggest=True) for person in everyone if person.name == draft.who]
    # Someone typed into the blank is on no list, and stays all the same.
    chosen = same or ([Person(name=draft.who)] if draft.who else [])
    offered = offers(listed, chosen, size) if chosen else []
    for act, who in offered or offers(listed, everyone, size):
        return replace(draft.doing(act), who=who or draft.who, chosen=size)
    return None


def suggestion_of(plan: Plan, acts: Iterable[Act]) -> Suggestion:
    """Give back what a plan was made of; words that are no longer listed stay the plan's."""
    act = next((act for act in acts if plan.act and act.id == plan.act), None)
    if act is None or not says(act, plan):
        own = act or Act(id=plan.act, text=plan.text, say="", channel=plan.channel)
        act = replace(own, text=plan.text, say=plan.text, size=plan.size or own.size)
    chosen = None if act.id else plan.size
    return Suggestion(act=act, who=plan.who, cue=plan.cue, on=plan.on, chosen=chosen)


def plan_of(
    draft: Suggestion,
    *,
    someone: str,
    at: time | None = None,
    sure: Degree | None = None,
    expected: Degree | None = None,
    words: str = "",
) -> Plan:
    """Make a plan of a suggestion that was taken.

    Args:
        draft: the sentence as it stands.
        someone: what the sentence says where no one is named.
        at: a time of day, if the person gave one.
        sure: how sure they are; kept only where it is asked.
        expected: how they think it will feel.
        words: first words to send.
    """
    act = draft.act
    return Plan(
        who=draft.who if act.needs_someone else "",
        act=act.id,
        text=say(act, draft.who or someone),
        size=draft.size,
        channel=act.channel,
        on=draft.on,
        at=at,
        cue=draft.cue,
        sure=sure if asks_how_sure(draft.size) else None,
        expected=expected,
        words=words,
    )


def asks_how_sure(size: Size | None) -> bool:
    """Tell whether an act is large enough to ask how sure the person is."""
    return size in ("medium", "big")


def offers_smaller(sure: Degree | None) -> bool:
    """Tell whether being this sure means that a smaller act is offered."""
    return sure is not None and sure < SURE_ENOUGH


def days_ahead(today: date) -> tuple[date, ...]:
    """Give the days a plan may be for, tomorrow first."""
    return tuple(today + timedelta(days=ahead) for ahead in range(1, AHEAD_DAYS + 1))


def _key(draft: Suggestion) -> tuple[str, str]:
    """Name the act and whom it is with, as an offer does."""
    return draft.act.id, draft.who if draft.act.needs_someone else ""
