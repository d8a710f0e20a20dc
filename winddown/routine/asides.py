"""The quiet line beneath the breath: what helps before the first breaths and during them."""

from __future__ import annotations

from winddown.routine.occasion import Occasion
from winddown.routine.sitting import Sitting
from winddown.routine.words import Words


def named(sitting: Sitting, words: Words) -> str:
    """Name the pattern and how long it goes on."""
    key = "pattern_minute" if sitting.minutes == 1 else "pattern_minutes"
    return words.say(key, name=sitting.pattern.name, minutes=sitting.minutes)


def while_settling(sitting: Sitting, occasion: Occasion, words: Words, *, chosen: bool) -> str:
    """Say what is to be known of a pattern; for someone new also who takes care.

    `chosen` says whether the person has just chosen the pattern or its length.
    """
    new_here = is_new(occasion)
    if sitting.stage == "caution":
        said = words["hold_warning"]
    elif chosen:
        said = sitting.pattern.about
    else:
        # For someone new this one comes with the first breath, when it can be followed.
        said = "" if new_here else words["start"]
    return f"{said} {words['first_time']}".strip() if new_here else said


def at_breath(at: int, sitting: Sitting, occasion: Occasion, words: Words) -> str:
    """Say what helps after `at` breaths: how, for someone new, and which; then nothing."""
    name = named(sitting, words)
    lines = (words["start"], words["start"], name) if is_new(occasion) else (name, name)
    return lines[at] if at < len(lines) else ""


def is_new(occasion: Occasion) -> bool:
    """Tell whether someone has not breathed here before, and is told how."""
    return not any(evening.breathing for evening in occasion.past)
