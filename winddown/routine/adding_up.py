"""Adds evenings up: counted plainly over a few weeks, and compared with nobody else's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from statistics import median
from typing import get_args

from winddown.routine.evening import Degree, Evening, Reading
from winddown.routine.over_time import (
    ENOUGH_ANSWERS,
    FEW_WEEKS,
    FORTNIGHT,
    NAMED,
    WEEKS,
    Contact,
    Favourite,
    Fortnight,
    Marks,
    OverTime,
    Planned,
)
from winddown.routine.plans import rests
from winddown.routine.searching import folded


def over_time(evenings: Iterable[Evening], today: date) -> OverTime:
    """Add up evenings, in any order; those kept out count nowhere, unfinished ones do.

    An evening of a later day than `today`, as a clock that went back leaves it, counts
    nowhere either. Who is in touch is whoever an evening names, in any spelling; a plan
    counts as made, not as met.

    Args:
        evenings: every evening there is.
        today: the date of tonight's evening.
    """
    listed = [each for each in evenings if not each.keep_out and each.evening <= today]
    listed.sort(key=lambda evening: evening.evening)
    lately = [each for each in listed if _age(each, today) < FEW_WEEKS]
    weeks_with, weeks_without = _weeks(listed, today)
    return OverTime(
        evenings=len(listed),
        before=_marks((each.evening, each.settled.before) for each in lately),
        after=_marks((each.evening, each.settled.after) for each in lately),
        fortnights=_fortnights(lately, today),
        weeks_with=weeks_with,
        weeks_without=weeks_without,
        contacts=_contacts(listed),
        chosen_most=_chosen_most(lately),
        forgotten=_forgotten(listed, today),
        plans=tuple(_plans(listed, today)),
    )


def _age(evening: Evening, today: date) -> int:
    return (today - evening.evening).days


def _marks(answers: Iterable[tuple[date, Degree | None]]) -> Marks:
    marks = tuple((day, degree) for day, degree in answers if degree is not None)
    degrees = [degree for _, degree in marks]
    if not degrees:
        return Marks(marks=(), median=None, low=None, high=None)
    return Marks(marks=marks, median=median(degrees), low=min(degrees), high=max(degrees))


def _fortnights(lately: Sequence[Evening], today: date) -> tuple[Fortnight, ...]:
    """Give the last fortnight where it holds enough answers, with the one before if both do."""
    last, before = (_fortnight(lately, today - timedelta(days=ago)) for ago in (0, FORTNIGHT))
    if min(last.answers, before.answers) >= ENOUGH_ANSWERS:
        return (before, last)
    return (last,) if last.answers >= ENOUGH_ANSWERS else ()


def _fortnight(lately: Iterable[Evening], ends: date) -> Fortnight:
    first = ends - timedelta(days=FORTNIGHT - 1)
    counted = Counter(
        reflection.reading
        for evening in lately
        if first <= evening.evening <= ends
        for reflection in evening.reflections
    )
    readings = {reading: counted[reading] for reading in get_args(Reading)}
    return Fortnight(first=first, last=ends, readings=readings)


def _weeks(listed: Iterable[Evening], today: date) -> tuple[int, int]:
    """Count the last weeks with someone in them, and those whose evenings name no one."""
    named: dict[int, bool] = {}
    for evening in listed:
        week = _age(evening, today) // 7
        if week < WEEKS:
            named[week] = named.get(week, False) or any(map(str.strip, evening.in_touch))
    return sum(named.values()), len(named) - sum(named.values())


def _contacts(listed: Iterable[Evening]) -> tuple[Contact, ...]:
    found: dict[str, Contact] = {}
    for evening in listed:
        spelled = (" ".join(name.split()) for name in evening.in_touch)
        names = {folded(name): name for name in spelled if name}
        for known_by, name in names.items():
            times = found[known_by].evenings + 1 if known_by in found else 1
            found[known_by] = Contact(name=name, last=evening.evening, evenings=times)
    by_name = sorted(found.values(), key=lambda contact: folded(contact.name))
    return tuple(sorted(by_name, key=lambda contact: contact.last, reverse=True))


def _favourites(evenings: Iterable[Evening]) -> list[Favourite]:
    """Count each comfort once an evening, known by its id or by its words."""
    found: dict[str, Favourite] = {}
    for evening in evenings:
        chosen = {each.id or folded(each.text): each.text for each in evening.comforts}
        for known_by, text in chosen.items():
            if not known_by.strip():
                continue
            times = found[known_by].times + 1 if known_by in found else 1
            found[known_by] = Favourite(text=text, times=times, last=evening.evening)
    return list(found.values())


def _chosen_most(lately: Iterable[Evening]) -> tuple[Favourite, ...]:
    """Give what was chosen most lately; of two as often, the later one first."""
    favourites = sorted(_favourites(lately), key=lambda each: folded(each.text))
    favourites.sort(key=lambda each: (each.times, each.last), reverse=True)
    return tuple(favourites[:NAMED])


def _forgotten(listed: Iterable[Evening], today: date) -> tuple[Favourite, ...]:
    favourites = sorted(_favourites(listed), key=lambda each: folded(each.text))
    favourites.sort(key=lambda each: each.last, reverse=True)
    rested = today - timedelta(weeks=WEEKS)
    return tuple(each for each in favourites if each.times > 1 and each.last <= rested)[:NAMED]


def _plans(listed: Sequence[Evening], today: date) -> Iterator[Planned]:
    for evening in reversed(listed):
        plan = evening.outreach
        if plan is not None and plan.followup is not None and rests(plan, today):
            yield Planned(
                evening=evening.evening,
                text=plan.text,
                outcome=plan.followup.outcome,
                expected=plan.expected,
                felt=plan.followup.felt,
            )
