"""What evenings add up to, told line by line for those who read without a screen of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from winddown.routine.ago import ago
from winddown.routine.over_time import Favourite, Fortnight, Marks, OverTime, Planned
from winddown.routine.pages import became, short_title
from winddown.routine.prose import listed, quoted
from winddown.routine.words import Words

PLANS = 10
"""Plans told at most, the newest; each stands on its evening's page as well."""


def over_time_told(
    over: OverTime, today: date, say: Words, of_closing: Words, of_plan: Words
) -> Iterator[str]:
    """Tell what evenings add up to, a paragraph each; of what there is none, nothing is said.

    Args:
        over: what they add up to.
        today: the date of tonight's evening.
        say: the words of looking back.
        of_closing: the words of the closing.
        of_plan: the words of the plan.
    """
    if over.is_early:
        yield say["over_early"]
        return
    yield from _settled(over.before, "over_before", say)
    yield from _settled(over.after, "over_after", say)
    for key, fortnight in zip(_FORTNIGHTS, reversed(over.fortnights), strict=False):
        yield _read(fortnight, key, say, of_closing)
    if over.weeks_with:
        yield say.say("over_weeks_with", number=over.weeks_with)
    if over.weeks_without:
        yield say.say("over_weeks_without", number=over.weeks_without)
    if over.contacts:
        met = (
            say.say("over_contact", who=each.name, time=ago(each.last, today, say))
            for each in over.contacts
        )
        yield "\n".join((say["over_contacts"], *met))
    yield from _comforts(over, say, of_closing)
    if over.plans:
        plans = (_planned(each, today, say, of_closing, of_plan) for each in over.plans[:PLANS])
        yield "\n".join((say["over_plans"], *plans))


_FORTNIGHTS = ("over_fortnight", "over_fortnight_before")


def _settled(marks: Marks, key: str, say: Words) -> Iterator[str]:
    if marks.median is None:
        return
    middle = f"{marks.median:g}"
    if marks.low == marks.high:
        yield say.say(f"{key}_same", middle=middle)
    else:
        yield say.say(key, low=marks.low, high=marks.high, middle=middle)


def _read(fortnight: Fortnight, key: str, say: Words, of_closing: Words) -> str:
    counted = [
        say.say("over_reading", name=say["reading-" + reading], number=number)
        for reading, number in fortnight.readings.items()
        if number
    ]
    return say.say(key, line=listed(counted, of_closing), number=fortnight.answers)


def _comforts(over: OverTime, say: Words, of_closing: Words) -> Iterator[str]:
    if over.chosen_most:
        chosen = (
            say.say("over_comfort", name=name, number=each.times)
            for name, each in zip(
                _named(over.chosen_most, of_closing), over.chosen_most, strict=True
            )
        )
        yield say.say("over_chosen", comforts=listed(list(chosen), of_closing))
    if over.forgotten:
        names = list(_named(over.forgotten, of_closing))
        yield say.say("over_forgotten", comforts=listed(names, of_closing))


def _named(comforts: Iterable[Favourite], of_closing: Words) -> Iterator[str]:
    for comfort in comforts:
        yield quoted(comfort.text, of_closing)


def _planned(planned: Planned, today: date, say: Words, of_closing: Words, of_plan: Words) -> str:
    sentences = list(became(planned.outcome, planned.expected, planned.felt, say))
    if planned.outcome == "carry-on":
        sentences.append(say["became-rest"])
    return say.say(
        "over_plan",
        day=short_title(planned.evening, today, say, of_plan),
        plan=quoted(planned.text, of_closing),
        line=" ".join(sentences),
    )
