"""Closing, in lines: the evening read back, a line to keep, and the closing phrase."""

from __future__ import annotations

from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.plain.prompt import CLEAR
from winddown.plain.support import tell_short
from winddown.routine.entry import called, can_be_entered
from winddown.routine.evening import Evening
from winddown.routine.evening_told import evening_told


class Wanted(Exception):
    """Something small was noticed to be missing, and is wanted."""


def ask(evening: Evening, asker: Asker) -> Evening:
    """Read the evening back, and ask for nothing but, perhaps, a line.

    Raises:
        Wanted: the step for one small thing is to come first.
    """
    talk, say = asker.talk, asker.words
    talk.say(say["title"])
    talk.say(*evening_told(evening, asker.occasion, asker.earlier).split("\n"))
    if evening.tonight == "not-okay":
        talk.say(say["not_okay"])
        tell_short(talk, asker.occasion)
        talk.say(say["often"])
    _say_noticed(evening, asker)
    said = talk.write(f"{say['note']} {say['more_here']}", evening.note, {"more"})
    is_whole = said.word == "more"
    if is_whole:
        said = talk.write(say["note"], evening.note)
    if said.text or said.word == CLEAR:
        evening = replace(evening, note=said.text)
        asker.answer(evening)
    return _besides(evening, asker) if is_whole else evening


def _say_noticed(evening: Evening, asker: Asker) -> None:
    """Say what may be noticed, and ask whether something small is to follow from it."""
    found = asker.occasion.noticed(evening)
    if found is None:
        return
    say, options = asker.words, [("never", asker.words["way-never"])]
    if found.reaches and asker.has_outreach:
        options.insert(0, ("tiny", say["way-tiny"]))
    picked = asker.talk.pick(asker.occasion.words("looking_back")[found.key], options)
    if picked.value == "tiny":
        raise Wanted
    if picked.value == "never":
        asker.dismiss(found.id)


def _besides(evening: Evening, asker: Asker) -> Evening:
    """Ask whether to leave the evening out of looking back, and for the plan as a calendar file."""
    talk, say, occasion = asker.talk, asker.words, asker.occasion
    picked = talk.pick(
        say["ask-keep_out"],
        [("in", say["way-in"]), ("out", say["way-out"])],
        "out" if evening.keep_out else None,
    )
    if picked.value or picked.word == CLEAR:
        evening = replace(evening, keep_out=picked.value == "out")
        asker.answer(evening)
    plan = None if occasion.is_private else evening.outreach
    if plan is not None and can_be_entered(evening, occasion.today):
        name = called(plan, occasion.calendar_title)
        if talk.agree(say.say("ask-calendar", name=name)) and (file := asker.in_calendar(evening)):
            talk.go_on(say.say("in_calendar", file=file))
    return evening
