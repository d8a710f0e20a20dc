"""Arriving, in lines: how tonight is, and how settled the person feels."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from winddown.plain.asker import Asker
from winddown.plain.prompt import CLEAR
from winddown.routine.evening import Evening, Route, Tonight
from winddown.routine.paths import BESIDES, is_turned, route_for, way_on

LENGTHS: dict[str, Route] = {"short": "short", "smaller": "short", "full": "full"}
"""The way that a word asks for."""


def ask(evening: Evening, asker: Asker) -> Evening:
    """Ask how tonight is; `short` and `full` change how long it will be."""
    talk, say, opened_on = asker.talk, asker.words, evening
    wanted: Route | None = None

    def turned() -> bool:
        return is_turned(evening, opened_on, short=asker.occasion.short)

    def length() -> str:
        """Say how long the evening will be as it is going to be."""
        way = wanted or route_for(evening.tonight, other=turned())
        if evening.tonight == "not-okay":
            return say["length_support"]
        if way == "short":
            return say["length_short"]
        if not asker.occasion.breathes:
            return say["length_without"]
        minutes = asker.occasion.minutes
        return say.say("length_full", whole=minutes + BESIDES, breathing=minutes)

    talk.say(say["greeting"], told := length())
    if asker.occasion.remembered:
        talk.go_on(say.say("remembered", line=asker.occasion.remembered))
    answers = [(value, say[value]) for value in get_args(Tonight)]
    while True:
        picked = talk.pick(say["question"], answers, evening.tonight, LENGTHS)
        if picked.word not in LENGTHS:
            break
        wanted = LENGTHS[picked.word]
        talk.go_on(told := length())
    if picked.value or picked.word == CLEAR:
        tonight: Tonight | None = next((t for t in get_args(Tonight) if t == picked.value), None)
        evening = replace(evening, tonight=tonight)
        asker.answer(evening)
    if length() != told:
        talk.say(length())
    while evening.tonight != "not-okay":
        placed = talk.place(
            say["settled"], say["settled_low"], say["settled_high"], evening.settled.before, LENGTHS
        )
        if placed.word in LENGTHS:
            wanted = LENGTHS[placed.word]
            talk.go_on(length())
            continue
        if placed.degree is not None or placed.word == CLEAR:
            settled = replace(evening.settled, before=placed.degree)
            evening = replace(evening, settled=settled)
            asker.answer(evening)
        break
    suited = route_for(evening.tonight, other=turned())
    other = wanted is not None and wanted != suited and suited != "support"
    return replace(evening, route=way_on(evening, other=other, turned=turned()))
