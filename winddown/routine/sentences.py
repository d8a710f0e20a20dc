"""The words of a plan: the act with its name filled in, the day, and the whole sentence.

The words themselves come from the content file of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from winddown.routine.evening import Plan
from winddown.routine.weekdays import WEEKDAYS
from winddown.routine.words import Words

if TYPE_CHECKING:  # a plan is told without the acts it was chosen from
    from winddown.routine.lists import Act

ENDINGS = (".", "!", "?", "…", "。", "！", "？")  # noqa: RUF001  the wide ones end sentences too

_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


class Piece(NamedTuple):
    """A stretch of a sentence: its own words, or what was filled in."""

    text: str
    field: str = ""
    """The field that was filled; empty for the sentence's own words."""


def say(act: Act, who: str) -> str:
    """Fill a name into an act; whatever the name looks like, it is only a name."""
    return act.say.replace("{who}", who)


def says(act: Act, plan: Plan) -> bool:
    """Tell whether a plan's words are still this act's, whoever stands in them."""
    if plan.who or not act.needs_someone:
        return say(act, plan.who) == plan.text
    before, _, after = act.say.partition("{who}")
    return plan.text.startswith(before) and plan.text.endswith(after)


def day_word(on: date, today: date, words: Words) -> str:
    """Name a day as it is said on `today`, within the sentence: "tomorrow", "on Friday"."""
    away = (on - today).days
    if away in _NEAR:
        return words[_NEAR[away]]
    if 0 < away <= 7:
        return words.say("this_week" if away < 7 else "next_week", weekday=_weekday(on, words))
    month = words[f"month-{on.month}"]
    if on.year == today.year:
        return words.say("this_year", day=on.day, month=month)
    return words.say("another_year", day=on.day, month=month, year=on.year)


def named_day(text: str, days: Iterable[date], today: date, words: Words) -> date | None:
    """Find the first of `days` that is meant by "tomorrow", "friday" or "sat"; None for none."""
    before, _, _ = words["this_week"].casefold().partition("{")
    told = text.casefold().strip(" .,!").removeprefix(before)
    for day in days if len(told) > 1 else ():
        # Tomorrow has two names, and either may be written.
        for name in (day_word(day, today, words), _weekday(day, words)):
            if name.casefold().removeprefix(before).startswith(told):
                return day
    return None


def sentence(cue: str, day: str, say: str, words: Words) -> str:
    """Put a plan into one sentence, as in "When I get home tomorrow, I will text Sam".

    Args:
        cue: when it happens, as a clause; empty for none.
        day: as `day_word` gives it.
        say: the act, with its name filled in.
        words: those of the plan.
    """
    fields = {"cue": cue, "day": day, "say": say}
    return "".join(piece.text for piece in pieces(template(cue, day, words), fields))


def template(cue: str, day: str, words: Words) -> str:
    """Give the sentence with its fields; "the kettle on on Friday" needs one with a pause.

    A cue that begins as "after I walk the dog" does is told without "When".
    """
    if not cue:
        return words["sentence_without_cue"]
    if cue.casefold().startswith(tuple(f"{start} " for start in words.each("starts"))):
        return words["sentence_as_told"]
    stumbles = cue.casefold().split()[-1:] == day.casefold().split()[:1]
    return words["sentence_paused" if stumbles else "sentence"]


def pieces(template: str, fields: Mapping[str, str]) -> list[Piece]:
    """Fill a sentence, piece by piece, so that it begins and ends as one.

    A first word that is filled in gets a capital, what brings an ending of its own
    is not given another, and what begins as the sentence has just said ("When", "I
    will") does not say it twice.
    """
    filled: list[Piece] = []
    for plain, field, _, _ in Formatter().parse(template):
        has_ended = bool(filled) and filled[-1].text.endswith(ENDINGS)
        filled.append(Piece(plain[1:] if has_ended and plain.startswith(ENDINGS) else plain))
        if field is not None:
            begins = not any(piece.text for piece in filled)
            told = _once(plain, fields[field])
            filled.append(Piece(capital(told) if begins else told, field))
    return [piece for piece in filled if piece.text]


def _once(said: str, filled: str) -> str:
    """Leave out of what is filled in the words that stand before it already."""
    words = said.strip(" ,.:;").casefold()
    if not words or not filled.casefold().startswith(f"{words} "):
        return filled
    return filled[len(words) :].strip() or filled


def told(template: str, **fields: str) -> str:
    """Fill a sentence that is told as a whole, with the same care for its ending."""
    return "".join(piece.text for piece in pieces(template, fields))


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def _weekday(day: date, words: Words) -> str:
    return words["weekday-" + WEEKDAYS[day.weekday()]]
