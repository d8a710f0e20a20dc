"""Comforts as they are listed for an evening: a few of them, or all of them by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from winddown.routine.evening import ChosenComfort, Evening
from winddown.routine.keeping import comfort_of
from winddown.routine.lists import Comfort
from winddown.routine.occasion import Occasion
from winddown.routine.offering import comforts_for, weekly_call
from winddown.routine.words import Words

OWN = "own:"
"""Begins the value of a comfort in the person's own words."""


class Listed(NamedTuple):
    """One line of the list."""

    value: str
    """The comfort's id, or `OWN` and its words; empty for a heading, or for air without words."""
    text: str


def value_of(comfort: ChosenComfort) -> str:
    """Give what a comfort that was chosen stands as in the list."""
    return comfort.id or OWN + comfort.text


def is_low(evening: Evening) -> bool:
    """Tell whether little strength is left, so that only what takes least is offered."""
    return evening.route in ("short", "support")


def few(
    offered: Sequence[Comfort], evening: Evening, occasion: Occasion, say: Words
) -> list[Listed]:
    """List what suits tonight, and whatever else was chosen."""
    low = is_low(evening)
    fitting = comforts_for(offered, occasion.past, occasion.today, low=low)
    call = () if low else _call(offered, occasion, say)
    listed = [*call, *(Listed(comfort.id, comfort.text) for comfort in fitting)]
    return listed + _chosen_besides(listed, evening)


def whole(offered: Sequence[Comfort], evening: Evening, say: Words) -> list[Listed]:
    """List everything by group, one's own first; then whatever else was chosen."""
    listed: list[Listed] = []
    groups = list(dict.fromkeys(each.group for each in offered))
    low = is_low(evening)

    def order(comfort: Comfort) -> tuple[bool, int, bool]:
        """With little strength left, what takes least comes first in each group."""
        return bool(comfort.group), groups.index(comfort.group), low and not comfort.low

    for name, comforts in groupby(sorted(offered, key=order), key=lambda each: each.group):
        if listed:
            listed.append(Listed("", ""))
        listed.append(Listed("", say.get(name or "yours", name)))
        listed += [Listed(comfort.id, comfort.text) for comfort in comforts]
    if own := _chosen_besides(listed, evening):
        listed += [Listed("", ""), Listed("", say["added"])]
    return listed + own


def chosen_as(
    value: str, comforts: Iterable[Comfort], before: Iterable[ChosenComfort]
) -> ChosenComfort:
    """Give what is chosen by its value.

    Args:
        value: as it stands in the list.
        comforts: every comfort there is.
        before: what was chosen as the step opened, which may be on no list any more.
    """
    if value.startswith(OWN):
        return ChosenComfort(text=value.removeprefix(OWN))
    texts = {each.id: each.text for each in before} | {each.id: each.text for each in comforts}
    return ChosenComfort(id=value, text=texts[value])


def _call(offered: Sequence[Comfort], occasion: Occasion, say: Words) -> Iterator[Listed]:
    """The weekly call that was done, offered once on its weekday; not where it is listed."""
    plan = weekly_call(occasion.past, occasion.today)
    if plan is None:
        return
    text = say.say("call", who=plan.who) if plan.who else say["call_no_one"]
    if not comfort_of(text, offered).id:
        yield Listed(OWN + text, text)


def _chosen_besides(listed: Iterable[Listed], evening: Evening) -> list[Listed]:
    shown = {each.value for each in listed}
    chosen = (Listed(value_of(each), each.text) for each in evening.comforts)
    return [each for each in chosen if each.value not in shown]
