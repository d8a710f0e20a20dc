"""What is said around the steps, in lines: help, and good night."""

from __future__ import annotations

from collections.abc import Iterator

from winddown.plain.support import InLines, tell_short
from winddown.plain.talk import Talk
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.support_told import support_told
from winddown.routine.words import Words


def explained(step: str, occasion: Occasion, say: Words) -> Iterator[str]:
    """Give what help says: someone to turn to, the words there are, and why this step.

    Args:
        step: the id of the step that is asked; empty before the first.
        occasion: whose help it is.
        say: the words of this face.
    """
    of_help = occasion.words("help")
    yield of_help["support"] + ":"
    for each in support_told(InLines(occasion), short=True):
        yield each.text
    yield say["help-further"]
    if f"why-{step}" in of_help:
        yield ""
        yield of_help["why"] + ":"
        yield of_help["why-" + step]
        if f"care-{step}" in of_help:
            yield of_help["care-" + step]
        yield of_help["about"]
    yield ""
    yield say["help-words"]
    yield from say.each("help-each_word")


def say_good_night(evening: Evening, occasion: Occasion, talk: Talk, lid: str) -> None:
    """Say the last words of the evening; after a hard night, the numbers stay."""
    if evening.tonight == "not-okay":
        say_hard_night(occasion, talk)
    else:
        talk.say(occasion.closing)
    if lid:
        talk.go_on(lid)


def say_hard_night(occasion: Occasion, talk: Talk) -> None:
    """Say the fixed words and the numbers."""
    talk.say(occasion.words("closing")["not_okay"])
    tell_short(talk, occasion)
    talk.say(occasion.closing)
