"""Breathing, in lines: one word for each phase, and how settled now."""

from __future__ import annotations

from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.plain.pacing import paced
from winddown.plain.prompt import CLEAR
from winddown.routine.asides import is_new, named
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.sitting import Sitting, sitting_down
from winddown.routine.words import Words


def ask(evening: Evening, asker: Asker) -> Evening:
    """Begin only when asked to; nothing typed goes on without."""
    occasion, say = asker.occasion, asker.words
    sitting = sitting_down(evening, occasion, alone=asker.alone)
    sitting, counts = _settled(sitting, occasion), False
    if is_new(occasion):
        asker.talk.say(say["start"], say["first_time"])
    while True:
        asker.talk.say(*_told(sitting, say))
        if asker.at_once and sitting.stage != "caution":
            evening = paced(evening, sitting.begun(occasion.clock()), asker, counts=False)
            break
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
                sitting = _lasting(sitting, 1, asker)
            case "shorter" | "smaller" | "short":
                sitting = _lasting(sitting, -1, asker)
            case "count":
                counts = not counts
            case anchor_id:
                anchor = next(a for a in occasion.anchors if f"anchor-{a.id}" == anchor_id)
                evening = paced(evening, sitting.resting_on(anchor, now), asker, counts=False)
                break
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


def _lasting(sitting: Sitting, by: int, asker: Asker) -> Sitting:
    """Make it longer or shorter, or say that it already is as long or as short as it gets."""
    changed = sitting.longer(by, asker.occasion.clock())
    if changed is sitting:
        asker.talk.go_on(asker.words["longest" if by > 0 else "shortest"])
    return changed


def _told(sitting: Sitting, say: Words) -> tuple[str, ...]:
    """Name what is to be breathed, and say what is to be known of it."""
    caution = say["hold_warning"] if sitting.stage == "caution" else ""
    ready = say.say("ready", pattern=named(sitting, say))
    return tuple(filter(None, (ready, sitting.pattern.about, caution)))
