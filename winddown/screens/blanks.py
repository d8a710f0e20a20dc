"""The blanks of the outreach sentence: what stands in each, and what may stand there instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from string import Formatter
from typing import TypeVar

from winddown.routine.lists import Act
from winddown.routine.occasion import Occasion
from winddown.routine.outreach import Suggestion, day_word, days_ahead
from winddown.routine.sentences import stumbles
from winddown.routine.words import Words
from winddown.widgets.sentence import Part

T = TypeVar("T")


def parts_of(draft: Suggestion, occasion: Occasion, words: Words) -> list[Part]:
    """Split the sentence into plain words and blanks."""
    parts: list[Part] = []
    for plain, field, _, _ in Formatter().parse(words["sentence"]):
        parts.append(Part(plain))
        if field == "say":
            parts += _say_parts(draft, words)
        elif field is not None:
            day = day_word(draft.on, occasion.today)
            parts.append(Part(day if field == "day" else draft.cue, field))
            if field == "cue" and stumbles(draft.cue, day):
                parts.append(Part(","))
    return [part for part in parts if part.text]


def _say_parts(draft: Suggestion, words: Words) -> list[Part]:
    before, who, after = draft.act.say.partition("{who}")
    if not who:
        return [Part(before, "act")]
    return [
        Part(before, "act"),
        Part(draft.who or words["someone"], "who"),
        Part(after, "act"),
    ]


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


def _next(offered: Sequence[T], standing: T, by: int) -> T:
    """Give what comes after `standing`, round and round; the first when it is not on offer."""
    if not offered:
        return standing
    if standing not in offered:
        return offered[0 if by > 0 else -1]
    return offered[(offered.index(standing) + by) % len(offered)]
