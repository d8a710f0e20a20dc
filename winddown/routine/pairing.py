"""The ladder of acts from tiny to big, and which act goes with which person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, get_args

from winddown.routine.evening import Plan, Size
from winddown.routine.lists import Act, Person

SIZES: tuple[Size, ...] = get_args(Size)
"""From the easiest up."""

Offer: TypeAlias = tuple[Act, str]
"""An act and a name; the name is empty where the act needs nobody."""


def offers(acts: Iterable[Act], people: Iterable[Person], size: Size) -> list[Offer]:
    """Pair the acts of a size with everyone who may be suggested.

    Every pair comes once, and from one to the next the act changes and the person too.
    """
    sized = [act for act in acts if act.size == size]
    asked = [person for person in people if person.suggest and person.name]
    found: list[Offer] = []
    for turn in range(max(1, len(asked))):
        for place, act in enumerate(sized):
            if not act.needs_someone:
                found += [(act, "")] if turn == 0 else []
            elif asked:
                person = asked[(place + turn) % len(asked)]
                found += [(act, person.name)] if _suits(act, person) else []
    return found


def offers_up_from(acts: Sequence[Act], people: Sequence[Person], size: Size) -> list[Offer]:
    """Give the offers of a size, or of the next larger one that has any."""
    for each in SIZES[SIZES.index(size) :]:
        if found := offers(acts, people, each):
            return found
    return []


def easier_than(act: Act, by_id: Mapping[str, Act]) -> Act | None:
    """Find the act that another names as easier; a larger one is never easier."""
    easier = by_id.get(act.smaller) if act.smaller != act.id else None
    if easier is None or SIZES.index(easier.size) > SIZES.index(act.size):
        return None
    return easier


def small_enough(acts: Iterable[Act], act_id: str, size: Size) -> Act | None:
    """Follow an act to easier ones until it is of a size, or smaller; None where that ends."""
    by_id = {act.id: act for act in acts}
    act = by_id.pop(act_id, None)
    while act is not None and SIZES.index(act.size) > SIZES.index(size):
        act = easier_than(act, by_id)
        if act is not None:
            # Acts that name each other as easier would go round for ever.
            del by_id[act.id]
    return act


def is_fresh(act: Act, last: Plan | None) -> bool:
    """Tell whether an act is another than the last, and does not again reach nobody yet."""
    if last is None:
        return True
    return act.id != last.act and not (act.channel == last.channel == "none")


def is_named(name: str, told: str) -> bool:
    """Tell whether a few words may mean this person; rather too often than not."""
    words = {word for word in name.casefold().split() if len(word) > 2}
    heard = told.casefold()
    return name.casefold() in heard or not words.isdisjoint(heard.replace(",", " ").split())


def is_in(name: str, text: str) -> bool:
    """Tell whether a name stands in a text as words of its own, in whatever letters."""
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I) is not None


def _suits(act: Act, person: Person) -> bool:
    """Tell whether a person is reached this way; one with no ways named is reached any way."""
    return not person.channels or act.channel in ("", "none", *person.channels)
