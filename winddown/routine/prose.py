"""The evening read back: what was answered, in plain words, and nothing counted or judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from winddown.routine.evening import Evening, Outcome, Plan, Reading, Reflection, Round, Tonight
from winddown.routine.plans import is_open
from winddown.routine.sentences import day_word, ended, sentence

NAMED_COMFORTS = 3
"""Comforts read back by their words; whatever else was chosen is only touched on."""

_NO_NAMES: Mapping[str, str] = MappingProxyType({})

_TONIGHT: dict[Tonight, tuple[str, str]] = {
    "light": ("It was a light evening.", "On a light evening"),
    "steady": ("It was a steady evening.", "On a steady evening"),
    "tired": ("It was a tired evening.", "On a tired evening"),
    "heavy": ("It was a heavy evening.", "On a heavy evening"),
    "not-okay": (
        "The evening was not okay, and you came here all the same.",
        "On an evening that was not okay",
    ),
}
"""How the evening was, by itself and before what was done."""

_READINGS: dict[Reading, str] = {
    "rest": "and it was rest",
    "both": "and it was a bit of both",
    "away": "and it may have kept something at arm's length; that happens",
    "unsure": "and left open what it was",
}

_OUTCOMES: dict[Outcome, str] = {
    "did-it": "you did it",
    "no-reply": "you tried, and that was the whole plan",
    "changed-shape": "it turned into something else",
    "they-reached-me": "they reached you first",
    "carry-on": "resting now",
    "let-go": "let go",
}

_NUMBERS = (
    "no", "a", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def read_back(evening: Evening, today: date, names: Mapping[str, str] = _NO_NAMES) -> str:
    """Tell an evening to the person who had it, one sentence a line.

    Args:
        evening: what was answered; of what was not, nothing is said.
        today: the date from which the plan's day is named.
        names: the names of breathing patterns and anchors by id; one that is not
            here goes unnamed.
    """
    told = [
        *_done(evening, names),
        *(_noticed(reflection) for reflection in evening.reflections),
        _met(evening.in_touch),
        _planned(evening.outreach, today),
    ]
    return "\n".join(filter(None, told)) or _little(evening)


def plan_line(plan: Plan, today: date) -> str:
    """Tell a plan in one line, as it stands on `today`."""
    if is_open(plan, today):
        if plan.on < today:
            return f"Still open: {ended(plan.text)}"
        at = f" at {plan.at:%H:%M}" if plan.at is not None else ""
        return sentence(plan.cue, day_word(plan.on, today) + at, plan.text)
    outcome: Outcome = plan.followup.outcome if plan.followup is not None else "carry-on"
    return f"“{plan.text}”: {_OUTCOMES[outcome]}."


def _done(evening: Evening, names: Mapping[str, str]) -> list[str]:
    """Tell how the evening was, the breathing and the comforts, a sentence each."""
    breathed = _and(_breathed(evening.breathing, names), pause=",")
    deeds = [deed for deed in (breathed, _comforted(evening)) if deed]
    alone, before = _TONIGHT[evening.tonight] if evening.tonight else ("", "")
    if not deeds:
        return [alone]
    first, *others = deeds
    return [f"{before} you {first}." if before else f"You {first}."] + [
        f"You {deed}." for deed in others
    ]


def _breathed(rounds: Sequence[Round], names: Mapping[str, str]) -> list[str]:
    patterns = [each for each in rounds if each.kind == "pattern"]
    anchors = [each for each in rounds if each.kind == "anchor"]
    told = []
    if patterns:
        told.append(f"breathed for {_minutes(patterns)}{_named(patterns, names)}")
    if anchors:
        told.append(f"let the breath be for {_minutes(anchors)}{_named(anchors, names)}")
    return told


def _named(rounds: Iterable[Round], names: Mapping[str, str]) -> str:
    known = dict.fromkeys(names[each.id] for each in rounds if each.id in names)
    return f" ({_and(list(known))})" if known else ""


def _minutes(rounds: Iterable[Round]) -> str:
    minutes = round(sum(each.seconds for each in rounds) / 60)
    if minutes < 1:
        return "a little while"
    number = _NUMBERS[minutes] if minutes < len(_NUMBERS) else str(minutes)
    return f"{number} minute{'' if minutes == 1 else 's'}"


def _comforted(evening: Evening) -> str:
    if not evening.comforts:
        return ""
    texts = [_quoted(comfort.text) for comfort in evening.comforts[:NAMED_COMFORTS]]
    more = ["more besides"] if len(evening.comforts) > NAMED_COMFORTS else []
    return f"chose {_and(texts + more)} for comfort"


def _noticed(reflection: Reflection) -> str:
    habit = _quoted(reflection.text)
    if reflection.reading is None:
        return f"You noticed {habit}."
    return f"You noticed {habit}, {_READINGS[reflection.reading]}."


def _met(people: Sequence[str]) -> str:
    return f"You crossed paths with {_and(people)}." if people else ""


def _planned(plan: Plan | None, today: date) -> str:
    if plan is None:
        return ""
    line = plan_line(plan, today)
    is_ahead = is_open(plan, today) and plan.on >= today
    return f"One small thing stands ready: {line}" if is_ahead else line


def _little(evening: Evening) -> str:
    """Tell an evening on which nothing was done."""
    if evening.note:
        return "You kept a line, and let the rest be."
    if evening.settled.before is not None or evening.settled.after is not None:
        return "You noticed how settled you were, and let the rest be."
    return "Nothing was needed, and nothing is missing."


def _quoted(words: str) -> str:
    """Set the person's words apart from ours; not a letter of them changes."""
    return f"“{words}”"


def _and(words: Sequence[str], pause: str = "") -> str:
    """Join words as they are said: "a, b and c", with a pause before the "and" where one helps."""
    *most, last = words or [""]
    return f"{', '.join(most)}{pause} and {last}" if most else last
