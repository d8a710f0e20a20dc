"""What may be noticed in past evenings: at most one sentence, from the rules that stand here.

Each rule counts what the person wrote and says no more than that. None tells a cause, or
how they are. A sentence is true whenever it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from winddown.routine.evening import Evening, Reading
from winddown.routine.over_time import ENOUGH_ANSWERS, ENOUGH_EVENINGS, FORTNIGHT
from winddown.routine.plans import was_open
from winddown.routine.searching import folded

LATELY = 28
"""Days that are looked at: two fortnights."""

PLANS = 3
"""So many plans with a guess and a feeling say something together."""

PLANS_WITHIN = 84
"""Days within which all of these were answered."""


class Noticed(NamedTuple):
    """A sentence that may be shown."""

    id: str
    """The rule's, by which it is sent away for good."""
    key: str
    """Its words among those of `looking_back`."""
    reaches: bool
    """True where one key leads to one small thing."""


class Looked(NamedTuple):
    """The evenings a rule looks at; none that was kept out, and none after `today`."""

    evenings: Sequence[Evening]
    today: date

    def days(self, first: int, last: int) -> list[Evening]:
        """Give the evenings from `first` to `last` days ago, both among them."""
        return [each for each in self.evenings if first <= self.ago(each.evening) <= last]

    def ago(self, day: date) -> int:
        """Count the days since then."""
        return (self.today - day).days


def quiet_weeks(looked: Looked) -> bool:
    """Two quieter weeks, with habits read as a way round something more often than before.

    Looks at four weeks. The last fortnight names fewer people than the one before, and
    holds more habits read as away, in number and among all; each has at least five readings.
    """
    last, before = _fortnights(looked)
    return len(_people(last)) < len(_people(before)) and _more_away(last, before)


def lighter_than_guessed(looked: Looked) -> bool:
    """The last three plans with a guess and a feeling each felt better than guessed.

    Looks at plans answered within twelve weeks; a plan that tells one of both is passed over.
    """
    told = sorted(
        (followup.answered, followup.felt > plan.expected)
        for each in looked.evenings
        if (plan := each.outreach) is not None
        and (followup := plan.followup) is not None
        and plan.expected is not None
        and followup.felt is not None
        and followup.answered <= looked.today
    )[-PLANS:]
    return (
        len(told) == PLANS
        and all(felt_better for _, felt_better in told)
        and looked.ago(told[0][0]) < PLANS_WITHIN
    )


def rest_too(looked: Looked) -> bool:
    """More evenings of the last fortnight were read as rest than as anything else.

    Looks at the evenings that hold a reading, at least five; one is rest when every habit of
    it was. Time alone that was chosen is named as plainly as drifting off is.
    """
    read = [found for each in looked.days(0, FORTNIGHT - 1) if (found := _readings([each]))]
    rests = sum(set(found) == {"rest"} for found in read)
    return len(read) >= ENOUGH_ANSWERS and 2 * rests > len(read)


def settles(looked: Looked) -> bool:
    """More settled after than before, on most evenings of four weeks that say both.

    Looks at eight such evenings at least. What the sentence adds is what research allows:
    that it is common, and partly comes from resting.
    """
    both = [
        each.settled.after > each.settled.before
        for each in looked.days(0, LATELY - 1)
        if each.settled.before is not None and each.settled.after is not None
    ]
    return len(both) >= ENOUGH_EVENINGS and 2 * sum(both) > len(both)


RULES: dict[Noticed, Callable[[Looked], bool]] = {
    Noticed("quiet-weeks", "quiet-weeks", reaches=True): quiet_weeks,
    Noticed("lighter-than-guessed", "lighter-than-guessed", reaches=False): lighter_than_guessed,
    Noticed("rest-too", "rest-too", reaches=False): rest_too,
    Noticed("settles", "settles", reaches=False): settles,
}
"""The first that holds is the one that is said."""


def noticed(
    evenings: Iterable[Evening], today: date, dismissed: Collection[str] = ()
) -> Noticed | None:
    """Give the sentence that may be shown on an evening, if there is one.

    None on an evening that is heavy or not okay, under eight evenings, or for a rule that
    was sent away. Nothing small is proposed while a plan is open.

    Args:
        evenings: every evening, or the last sixty at least, in any order; tonight's too.
        today: the date of tonight's evening.
        dismissed: the ids of the rules that were sent away for good.
    """
    there = [each for each in evenings if each.evening <= today]
    if any(each.evening == today and each.tonight in ("heavy", "not-okay") for each in there):
        return None
    counted = [each for each in there if not each.keep_out]
    has_plan = any(each.outreach and was_open(each.outreach, today) for each in there)
    for each in _holding(Looked(counted, today)):
        if each.id not in dismissed and not (each.reaches and has_plan):
            return each
    return None


def shows_on_closing(
    past: Iterable[Evening], tonight: Evening, dismissed: Collection[str] = ()
) -> Noticed | None:
    """Give the sentence for tonight's closing: at most one a fortnight, as it begins to be true.

    Nothing is stored to know what was shown. A sentence is shown only where its rule held on
    no light or steady evening of the thirteen days before, and no other rule began to hold
    on one of them. So no day depends on more than the evenings of eight weeks before it.

    Args:
        past: the last sixty evenings before tonight's, in any order.
        tonight: the evening that closes.
        dismissed: the ids of the rules that were sent away for good.
    """
    if not _is_light(tonight):
        return None
    evenings = [*(each for each in past if each.evening < tonight.evening), tonight]
    found = noticed(evenings, tonight.evening, dismissed)
    if found is None:
        return None
    open_to_it = sorted(each.evening for each in evenings if _is_light(each))
    held = {day: _held_on(evenings, day) for day in open_to_it if _is_near(day, tonight, 26)}
    begun = {
        day: there.difference(
            *(held[earlier] for earlier in held if 0 < (day - earlier).days < FORTNIGHT)
        )
        for day, there in held.items()
    }
    tonights = begun.pop(tonight.evening)
    if any(there for day, there in begun.items() if _is_near(day, tonight, FORTNIGHT - 1)):
        return None
    return found if found in tonights else None


def _is_light(evening: Evening) -> bool:
    return evening.tonight in ("light", "steady")


def _is_near(day: date, tonight: Evening, days: int) -> bool:
    return (tonight.evening - day).days <= days


def _held_on(evenings: Iterable[Evening], day: date) -> set[Noticed]:
    return set(
        _holding(
            Looked([each for each in evenings if each.evening <= day and not each.keep_out], day)
        )
    )


def _holding(looked: Looked) -> list[Noticed]:
    if len(looked.evenings) < ENOUGH_EVENINGS:
        return []
    return [each for each, holds in RULES.items() if holds(looked)]


def _fortnights(looked: Looked) -> tuple[list[Evening], list[Evening]]:
    return looked.days(0, FORTNIGHT - 1), looked.days(FORTNIGHT, LATELY - 1)


def _readings(evenings: Iterable[Evening]) -> list[Reading]:
    return [
        reflection.reading
        for each in evenings
        for reflection in each.reflections
        if reflection.reading is not None
    ]


def _people(evenings: Iterable[Evening]) -> set[str]:
    spelled = (" ".join(name.split()) for each in evenings for name in each.in_touch)
    return {folded(name) for name in spelled if name}


def _more_away(last: Iterable[Evening], before: Iterable[Evening]) -> bool:
    """Tell whether there is more of it now, among so many answers as well as in number."""
    now, then = _readings(last), _readings(before)
    if min(len(now), len(then)) < ENOUGH_ANSWERS:
        return False
    away, was_away = now.count("away"), then.count("away")
    return away > was_away and away * len(then) > was_away * len(now)
