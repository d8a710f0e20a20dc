"""The parts of the sentence, each to be filled from what is on offer or in one's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from winddown.plain.asker import Asker
from winddown.plain.draft import Draft
from winddown.plain.prompt import CLEAR
from winddown.plain.talk import Option
from winddown.routine.drafting import is_own
from winddown.routine.evening import Size
from winddown.routine.outreach import Suggestion, days_ahead
from winddown.routine.sentences import day_word


def change_a_part(draft: Draft, asker: Asker) -> None:
    """Ask which part of the sentence is to change, and into what."""
    say = asker.words
    blank = asker.talk.pick(say["which_part"], _parts(draft.suggestion, asker)).value
    if blank == "size":
        ask_size(draft, asker)
    elif blank:
        _fill(blank, draft, asker)


def ask_size(draft: Draft, asker: Asker) -> bool:
    """Ask how big it is to be; tell whether anything was answered."""
    say = asker.words
    sizes = [(size, say[size]) for size in get_args(Size)]
    picked = asker.talk.pick(say["size"], sizes, draft.suggestion.size)
    if not picked.value and picked.word != CLEAR:
        return False
    draft.resize(next((size for size in get_args(Size) if size == picked.value), None))
    return True


def _fill(blank: str, draft: Draft, asker: Asker) -> None:
    say = asker.words
    offered = _offered(blank, draft.suggestion, asker)
    options = [(f"offer-{at}", label) for at, (_, label) in enumerate(offered)]
    picked = asker.talk.pick(say["own_" + blank], options, takes_text=True)
    if picked.text:
        draft.write(blank, picked.text)
    elif picked.value:
        draft.put(offered[int(picked.value.removeprefix("offer-"))][0], "unchanged")


def _parts(draft: Suggestion, asker: Asker) -> list[Option]:
    say, someone = asker.words, asker.words["someone"]
    day = day_word(draft.on, asker.occasion.today, asker.occasion.words("plan"))
    stands = {"cue": draft.cue, "day": day, "act": draft.act.text}
    if draft.act.needs_someone and not is_own(draft.act):
        stands["who"] = draft.who or someone
    if draft.size is not None:
        stands["size"] = say[draft.size]
    return [(each, say.say("part-" + each, now=now)) for each, now in stands.items() if now]


def _offered(blank: str, draft: Suggestion, asker: Asker) -> list[tuple[Suggestion, str]]:
    """Give what may stand in a blank, as the sentence would be with it, and its words."""
    occasion = asker.occasion
    if blank == "cue":
        return [(draft.at(cue), cue) for cue in occasion.cues]
    if blank == "day":
        of_plan, today = occasion.words("plan"), occasion.today
        days = days_ahead(today)
        return [(replace(draft, on=day), day_word(day, today, of_plan)) for day in days]
    if blank == "who":
        names = [person.name for person in occasion.people if person.suggest]
        return [(replace(draft, who=name), name) for name in names]
    acts = [act for act in occasion.acts if act.size == draft.act.size]
    return [(replace(draft, act=act), act.text) for act in acts]
