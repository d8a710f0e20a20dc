"""What belongs to a plan besides its sentence, in lines; all of it may be left empty."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from winddown.plain.asker import Asker
from winddown.plain.draft import Draft
from winddown.plain.talk import CLEAR
from winddown.routine.clock import time_of
from winddown.routine.evening import Evening, Size
from winddown.routine.outreach import asks_how_sure, offers_smaller


def ask_details(draft: Draft, asker: Asker, *, is_whole: bool) -> Evening:
    """Ask how it may feel and, where the act is not small, how sure; `more` asks for the rest."""
    if draft.evening.tonight != "not-okay":
        is_whole = _expected(draft, asker, is_whole=is_whole)
        is_whole = _sure(draft, asker, is_whole=is_whole)
    if is_whole:
        _size(draft, asker)
        _time(draft, asker)
        _first_words(draft, asker)
    return draft.evening


def _expected(draft: Draft, asker: Asker, *, is_whole: bool) -> bool:
    """Ask how it may feel; tell whether more is asked for."""
    talk, say = asker.talk, asker.words
    while True:
        knows = {"smaller", "more"} if not is_whole else {"smaller"}
        expected = draft.plan.expected
        placed = talk.place(say["expect"], say["expect_low"], say["expect_high"], expected, knows)
        if placed.word == "more":
            is_whole = True
            talk.go_on(say["more_comes"])
        elif placed.word == "smaller":
            _shrink(draft, asker)
        else:
            break
    if placed.degree is not None or placed.word == CLEAR:
        draft.keep(replace(draft.plan, expected=placed.degree))
    return is_whole


def _sure(draft: Draft, asker: Asker, *, is_whole: bool) -> bool:
    """Ask how sure, for as long as the act is one that asks it; tell whether more is asked for."""
    talk, say = asker.talk, asker.words
    while asks_how_sure(draft.plan.size):
        knows = {"smaller", "more"} if not is_whole else {"smaller"}
        placed = talk.place(say["sure"], say["sure_low"], say["sure_high"], draft.plan.sure, knows)
        if placed.word == "more":
            is_whole = True
            talk.go_on(say["more_comes"])
        elif placed.word == "smaller":
            _shrink(draft, asker)
        else:
            if placed.degree is not None or placed.word == CLEAR:
                draft.keep(replace(draft.plan, sure=placed.degree))
            if not offers_smaller(placed.degree):
                break
            if talk.ask(say["shrink"], knows={"smaller"}).word != "smaller":
                break
            _shrink(draft, asker)
    return is_whole


def _shrink(draft: Draft, asker: Asker) -> None:
    draft.make_smaller()
    asker.talk.say(draft.told())


def _size(draft: Draft, asker: Asker) -> None:
    talk, say = asker.talk, asker.words
    sizes = [(size, say[size]) for size in get_args(Size)]
    picked = talk.pick(say["size"], sizes, draft.suggestion.size)
    if picked.value or picked.word == CLEAR:
        size: Size | None = next((s for s in get_args(Size) if s == picked.value), None)
        draft.resize(size)
        talk.say(draft.told())


def _time(draft: Draft, asker: Asker) -> None:
    talk, say = asker.talk, asker.words
    while True:
        at = draft.plan.at
        said = talk.write(say["at"], f"{at:%H:%M}" if at else "")
        if not said.text and said.word != CLEAR:
            return
        if said.word == CLEAR or time_of(said.text) is not None:
            draft.keep(replace(draft.plan, at=time_of(said.text)))
            return
        talk.go_on(say["at_unread"])


def _first_words(draft: Draft, asker: Asker) -> None:
    talk, say = asker.talk, asker.words
    starter = next(iter(draft.suggestion.act.starters), "")
    if starter and not draft.plan.words:
        talk.say(say.say("starter", words=starter))
    said = talk.write(say["words"], draft.plan.words)
    if said.text or said.word == CLEAR:
        draft.keep(replace(draft.plan, words=said.text))
