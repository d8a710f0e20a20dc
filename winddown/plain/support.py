"""Support first, in lines: what a not-okay evening opens with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.plain.prompt import Turned
from winddown.plain.talk import Talk
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.support_told import Told, further_told, support_told
from winddown.routine.words import Words


class InLines:
    """What an occasion offers, in words without a key that only a screen has."""

    def __init__(self, occasion: Occasion) -> None:
        """Speak of `occasion`."""
        self._occasion = occasion
        self.support, self.today, self.now = occasion.support, occasion.today, occasion.now

    def words(self, step: str, /) -> Words:
        """Give the words of a step as lines say them."""
        of_lines = self._occasion.words("plain").under(f"{step}-")
        return self._occasion.words(step).changed(of_lines)


def ask(evening: Evening, asker: Asker) -> Evening:
    """Tell everyone to turn to, then the ground under one's feet; ask which way to go on."""
    talk, say = asker.talk, asker.words
    talk.say(say["title"])
    talk.say(say["crisis"])
    tell_short(talk, asker.occasion)
    talk.say(say["grounding"], *say.each("grounding_steps"))
    ways = [
        ("comfort", say["way-comfort"]),
        ("short", say["way-short"]),
        ("enough", say["way-enough"]),
    ]
    picked = talk.pick(say["ways_on"], ways, knows=("short", "smaller", "more"))
    if picked.word == "more":
        tell(talk, further_told(InLines(asker.occasion)))
        picked = talk.pick(say["ways_on"], ways, knows=("short", "smaller"))
    if picked.value == "enough":
        raise Turned("enough")
    is_short = "short" in picked or picked.word == "smaller"
    return replace(evening, route="short" if is_short else "support")


def tell_short(talk: Talk, occasion: Occasion) -> None:
    """Say one's own and the numbers to ring."""
    tell(talk, support_told(InLines(occasion), short=True))


def tell(talk: Talk, told: Iterable[Told]) -> None:
    """Say whom there is to turn to, with an empty line where something new begins."""
    for each in told:
        (talk.say if each.gap else talk.go_on)(each.text)
