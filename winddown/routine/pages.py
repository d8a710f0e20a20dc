"""An evening's page: what was answered, told in prose, with what is more private folded away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from winddown.routine.evening import Degree, Evening, Outcome, Reflection
from winddown.routine.plans import is_open
from winddown.routine.prose import done, intended, met, noticed, quoted
from winddown.routine.weekdays import WEEKDAYS
from winddown.routine.words import Words

CHANNELS = ("none", "text", "voice", "face")
"""Ways to reach someone that the act says by itself; any other is a word of the person's own."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Folded:
    """Free text that stays closed until it is opened."""

    label: str
    """What it is: "From what", "First words", "A note on how it went"."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Page:
    """One evening, to be shown, printed or written out; every string is finished prose."""

    title: str
    """Its day: "Friday 20 November 2026"."""
    month: str
    """The chapter it stands in where evenings make a book: "November 2026"."""
    paragraphs: tuple[str, ...]
    """The evening read back, how settled it was before and after, and what became of the plan."""
    note: str
    """The line that was kept; empty for none."""
    folded: tuple[Folded, ...]
    """What was written besides, in the order of the evening."""
    parts: tuple[str, ...] = ()
    """The paragraphs each in its place, as two pages are laid beside each other; some empty."""
    aside: str = ""
    """A quiet word on a screen about the page itself; it is not of the evening."""


def page_of(
    evening: Evening,
    today: date,
    say: Words,
    of_closing: Words,
    of_plan: Words,
    names: Mapping[str, str],
) -> Page:
    """Tell an evening as a page.

    Args:
        evening: what was answered; of what was not, nothing is said.
        today: the date of tonight's evening, by which a plan is open or rests.
        say: the words of looking back.
        of_closing: the words of the closing.
        of_plan: the words of the plan.
        names: the names of breathing patterns and anchors by id.
    """
    paragraphs = (
        " ".join(_passed(evening, say, of_closing, names)),
        " ".join(_read(each, say, of_closing) for each in evening.reflections),
        met(evening.in_touch, of_closing),
        " ".join(_planned(evening, today, say, of_closing, of_plan)),
    )
    told_of = tuple(filter(None, paragraphs))
    return Page(
        title=long_title(evening.evening, say, of_plan),
        month=month_title(evening.evening, say, of_plan),
        paragraphs=told_of if told_of or evening.note.strip() else (say["nothing"],),
        note=evening.note,
        folded=tuple(_folded(evening, say, of_closing)),
        parts=paragraphs,
    )


def line_of(
    evening: Evening, say: Words, of_closing: Words, of_plan: Words, names: Mapping[str, str]
) -> str:
    """Give what stands for an evening in a list: the line that was kept, else a sentence of it."""
    if kept := evening.note.strip():
        return kept.partition("\n")[0].rstrip()
    sentences = chain(
        _passed(evening, say, of_closing, names),
        (_read(each, say, of_closing) for each in evening.reflections),
        (met(evening.in_touch, of_closing),),
        _planned(evening, evening.evening, say, of_closing, of_plan),
    )
    return next(filter(None, sentences), say["nothing"])


def long_title(day: date, say: Words, of_plan: Words) -> str:
    """Name an evening above its page: "Friday 20 November 2026"."""
    weekday, month = of_plan["weekday-" + WEEKDAYS[day.weekday()]], of_plan[f"month-{day.month}"]
    return say.say("day_title", weekday=weekday, day=day.day, month=month, year=day.year)


def month_title(day: date, say: Words, of_plan: Words) -> str:
    """Name the month of a day: "November 2026"."""
    return say.say("month_title", month=of_plan[f"month-{day.month}"], year=day.year)


def short_title(day: date, today: date, say: Words, of_plan: Words) -> str:
    """Name an evening in a list: "Fri 20 Nov", with its year where that is another one."""
    weekday = of_plan["weekday_short-" + WEEKDAYS[day.weekday()]]
    month = of_plan[f"month_short-{day.month}"]
    if day.year == today.year:
        return say.say("day_short", weekday=weekday, day=day.day, month=month)
    return say.say("day_short_year", weekday=weekday, day=day.day, month=month, year=day.year)


def _passed(
    evening: Evening, say: Words, of_closing: Words, names: Mapping[str, str]
) -> Iterator[str]:
    """Tell how the evening was, all that was done, and how settled the person was."""
    yield from done(evening, of_closing, names, comforts=len(evening.comforts))
    before, after = evening.settled.before, evening.settled.after
    if before is not None and after is not None:
        yield say.say("settled", before=before, after=after)
    elif before is not None:
        yield say.say("settled_before", before=before)
    elif after is not None:
        yield say.say("settled_after", after=after)


def _read(reflection: Reflection, say: Words, of_closing: Words) -> str:
    """Tell of a habit, how it was read, and what it took the place of."""
    sentences = [noticed(reflection, of_closing)]
    if reflection.cost is not None:
        sentences.append(say["cost-" + reflection.cost])
    return " ".join(sentences)


def _planned(
    evening: Evening, today: date, say: Words, of_closing: Words, of_plan: Words
) -> Iterator[str]:
    """Tell the plan as it was said that evening, what was guessed, and what became of it."""
    plan = evening.outreach
    if plan is None:
        return
    line = quoted(intended(plan, evening.evening, of_plan), of_closing)
    yield say.say("planned", plan=line)
    outcome = plan.followup.outcome if plan.followup is not None else None
    felt = plan.followup.felt if plan.followup is not None else None
    yield from became(outcome, plan.expected, felt, say)
    if outcome is None or outcome == "carry-on":
        if not is_open(plan, today):
            yield say["became-rest"]
        elif plan.on <= today:
            yield say["became-open"]


def became(
    outcome: Outcome | None, expected: Degree | None, felt: Degree | None, say: Words
) -> Iterator[str]:
    """Tell what became of a plan, with what was expected beside how it was."""
    if expected is not None and felt is None:
        yield say.say("guessed", expected=expected)
    if outcome is not None:
        yield say["became-" + outcome]
    if felt is None:
        return
    if expected is None:
        yield say.say("felt", actual=felt)
    else:
        key = "felt_as_guessed" if felt == expected else "guessed_and_felt"
        yield say.say(key, expected=expected, actual=felt)


def _folded(evening: Evening, say: Words, of_closing: Words) -> Iterator[Folded]:
    """Give what was written besides the kept line, in the order of the evening."""
    away = [each for each in evening.reflections if each.from_what]
    for each in away:
        habit = quoted(each.text, of_closing)
        alone = say["folded-from_what"]
        label = alone if len(away) == 1 else say.say("folded-from_what_of", habit=habit)
        yield Folded(label=label, text=each.from_what)
    plan = evening.outreach
    if plan is None:
        return
    if plan.channel and plan.channel not in CHANNELS:
        yield Folded(label=say["folded-channel"], text=plan.channel)
    if plan.words:
        yield Folded(label=say["folded-words"], text=plan.words)
    if plan.followup is not None and plan.followup.note:
        yield Folded(label=say["folded-note"], text=plan.followup.note)
