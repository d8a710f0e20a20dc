"""Breathing, in lines: one word for each phase, and how settled now."""

from __future__ import annotations

from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.plain.pacing import paced
from winddown.plain.prompt import CLEAR
from winddown.plain.talk import Option
from winddown.routine.asides import is_new, named
from winddown.routine.evening import Evening
from winddown.routine.occasion import Occasion
from winddown.routine.sitting import Sitting, sitting_down
from winddown.routine.words import Words


def ask(evening: Evening, asker: Asker) -> Evening:
    """Begin only when asked to; nothing typed goes on without."""
    occasion, talk, say = asker.occasion, asker.talk, asker.words
    sitting = _settled(sitting_down(evening, occasion, alone=asker.alone), occasion)
    if is_new(occasion):
        talk.say(say["start"], say["first_time"])
    talk.say(*_caution(sitting, say))
    counts, anew = False, True
    while not (asker.at_once and sitting.stage != "caution"):
        options = _ways(asker, counts=counts)
        picked = talk.pick(_told(sitting, say), options, knows={"smaller", "short"}, anew=anew)
        anew = False  # of a change it is said what it is then, and nothing more
        match picked.word or picked.value:
            case "":
                return evening
            case "begin":
                break
            case "pattern":
                sitting = _settled(sitting.next_pattern(occasion.patterns), occasion)
                occasion.breathe_as(sitting)
                talk.go_on(_told(sitting, say), *_caution(sitting, say))
            case "longer":
                sitting = _lasting(sitting, 1, asker)
            case "shorter" | "smaller" | "short":
                sitting = _lasting(sitting, -1, asker)
            case "count":
                counts = not counts
                talk.go_on(say["counts" if counts else "counts_not"])
            case anchor_id:
                anchor = next(a for a in occasion.anchors if f"anchor-{a.id}" == anchor_id)
                sitting = sitting.resting_on(anchor, occasion.clock())
                break
    if sitting.stage != "round":
        sitting = sitting.begun(occasion.clock())
    evening = paced(evening, sitting, asker, counts=counts)
    talk.say(say["done"])
    return evening if asker.alone or evening.tonight == "not-okay" else settled_now(evening, asker)


def _ways(asker: Asker, *, counts: bool) -> list[Option]:
    """Give what may be said before the first breath."""
    say = asker.words
    return [
        ("begin", say["way-begin"]),
        ("pattern", say["way-pattern"]),
        *(
            (f"anchor-{each.id}", say.say("way-anchor", name=each.name))
            for each in asker.occasion.anchors
        ),
        ("longer", say["way-longer"]),
        ("shorter", say["way-shorter"]),
        ("count", say["way-uncounted" if counts else "way-counted"]),
    ]


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
    """Make it longer or shorter and say so, or that it is as long or as short as it gets."""
    say, changed = asker.words, sitting.longer(by, asker.occasion.clock())
    if changed is sitting:
        asker.talk.go_on(say["longest" if by > 0 else "shortest"])
        return sitting
    asker.occasion.breathe_as(changed)
    asker.talk.go_on(say.say("ready", pattern=named(changed, say)))
    return changed


def _told(sitting: Sitting, say: Words) -> str:
    """Name what is to be breathed, and how that goes."""
    return f"{say.say('ready', pattern=named(sitting, say))} {sitting.pattern.about}".rstrip()


def _caution(sitting: Sitting, say: Words) -> tuple[str, ...]:
    """Say what is to be known of breath holds, where it is not known yet."""
    return (say["hold_warning"],) if sitting.stage == "caution" else ()
