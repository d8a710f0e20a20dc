"""Breathing, in lines: one word for each phase, and how settled now."""

from __future__ import annotations

from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.plain.pacing import paced
from winddown.plain.talk import CLEAR
from winddown.routine.asides import is_new, named, while_settling
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.sitting import Sitting, sitting_down
from winddown.routine.words import Words


def ask(evening: Evening, asker: Asker) -> Evening:
    """Begin only when asked to; nothing typed goes on without."""
    occasion, say = asker.occasion, asker.words
    sitting = sitting_down(evening, occasion, alone=asker.alone)
    sitting, counts, chosen = _settled(sitting, occasion), False, False
    if is_new(occasion):
        asker.talk.say(say["start"])
    while True:
        asker.talk.say(*_told(sitting, asker, chosen=chosen))
        options = [
            ("begin", say["way-begin"]),
            ("pattern", say["way-pattern"]),
            *(
                (f"anchor-{each.id}", say.say("way-anchor", name=each.name))
                for each in occasion.anchors
            ),
            ("longer", say["way-longer"]),
            ("shorter", say["way-shorter"]),
            ("count", say["way-uncounted" if counts else "way-counted"]),
        ]
        picked = asker.talk.pick("", options, knows={"smaller", "short"})
        now = occasion.clock()
        match picked.word or picked.value:
            case "":
                return evening
            case "begin":
                evening = paced(evening, sitting.begun(now), asker, counts=counts)
                break
            case "pattern":
                sitting = _settled(sitting.next_pattern(occasion.patterns), occasion)
            case "longer":
                sitting = sitting.longer(1, now)
            case "shorter" | "smaller" | "short":
                sitting = sitting.longer(-1, now)
            case "count":
                counts = not counts
            case anchor_id:
                anchor = next(a for a in occasion.anchors if f"anchor-{a.id}" == anchor_id)
                evening = paced(evening, sitting.resting_on(anchor, now), asker, counts=False)
                break
        chosen = True
    asker.talk.say(say["done"])
    return evening if asker.alone or evening.tonight == "not-okay" else settled_now(evening, asker)


def settled_now(evening: Evening, asker: Asker) -> Evening:
    """Ask how settled the person feels after the breathing."""
    say, after = asker.words, evening.settled.after
    placed = asker.talk.place(say["settled_now"], say["settled_low"], say["settled_high"], after)
    if placed.degree is not None or placed.word == CLEAR:
        evening = replace(evening, settled=replace(evening.settled, after=placed.degree))
        asker.answer(evening)
    return evening


def _settled(sitting: Sitting, occasion: Occasion) -> Sitting:
    return sitting.settling_in(occasion.clock(), hold_known=occasion.hold_known)


def _told(sitting: Sitting, asker: Asker, *, chosen: bool) -> tuple[str, ...]:
    """Name what is to be breathed, and say what is to be known of it."""
    say: Words = asker.words
    aside = while_settling(sitting, asker.occasion, say, chosen=True)
    about = sitting.pattern.about if sitting.stage == "caution" else ""
    return tuple(filter(None, (say.say("ready", pattern=named(sitting, say)), about, aside)))
