"""The evening read back: what was answered, in plain words, and nothing counted or judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from types import MappingProxyType

from winddown.routine.evening import Evening, Plan, Reflection, Round
from winddown.routine.plans import is_answered_on, is_open
from winddown.routine.sentences import day_word, sentence, told
from winddown.routine.words import Words

NAMED_COMFORTS = 3
"""Comforts read back by their words; whatever else was chosen is only touched on."""

_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def read_back(
    evening: Evening,
    today: date,
    say: Words,
    of_plan: Words,
    names: Mapping[str, str] = _NO_NAMES,
    asked: Plan | None = None,
) -> str:
    """Tell an evening to the person who had it, one sentence a line.

    Args:
        evening: what was answered; of what was not, nothing is said.
        today: the date from which the plan's day is named.
        say: the words of the closing.
        of_plan: the words of the plan.
        names: the names of breathing patterns and anchors by id; one that is not
            here goes unnamed.
        asked: the earlier plan whose day had come, as it stands now.
    """
    sentences = [
        *done(evening, say, names),
        *(noticed(reflection, say) for reflection in evening.reflections),
        met(evening.in_touch, say),
        _news(asked, today, of_plan),
        _planned(evening.outreach, today, of_plan),
    ]
    return "\n".join(filter(None, sentences)) or _little(evening, say)


def _news(asked: Plan | None, today: date, say: Words) -> str:
    """Tell what was said tonight of an earlier plan; of one that goes on, nothing is over."""
    if asked is None or not is_answered_on(asked, today) or is_open(asked, today):
        return ""
    return plan_line(asked, today, say)


def plan_line(plan: Plan, today: date, say: Words) -> str:
    """Tell a plan in one line, as it stands on `today`, in the words of the plan."""
    if not is_open(plan, today):
        outcome = plan.followup.outcome if plan.followup is not None else "carry-on"
        return say.say("outcome-" + outcome, say=plan.text)
    if plan.on < today:
        return told(say["open"], say=plan.text)
    return intended(plan, today, say)


def intended(plan: Plan, today: date, say: Words) -> str:
    """Tell what a plan is, its day named as on `today`, whatever became of it."""
    day = day_word(plan.on, today, say)
    if plan.at is not None:
        day = say.say("day_at", day=day, time=f"{plan.at:%H:%M}")
    return sentence(plan.cue, day, plan.text, say)


def done(
    evening: Evening, say: Words, names: Mapping[str, str], comforts: int = NAMED_COMFORTS
) -> list[str]:
    """Tell how the evening was, the breathing and so many of the comforts, a sentence each."""
    chose = _comforted(evening, comforts, say)
    deeds = list(filter(None, (_breathed(evening.breathing, say, names), chose)))
    tonight = evening.tonight
    if not deeds:
        return [say["was-" + tonight]] if tonight else []
    first, *others = deeds
    begun = say.say("did-" + tonight, deed=first) if tonight else say.say("did", deed=first)
    return [begun, *(say.say("did", deed=deed) for deed in others)]


def _breathed(rounds: Sequence[Round], say: Words, names: Mapping[str, str]) -> str:
    patterns = [each for each in rounds if each.kind == "pattern"]
    anchors = [each for each in rounds if each.kind == "anchor"]
    deeds = []
    if patterns:
        deeds.append(_timed(patterns, ("breathed", "breathed_as"), say, names))
    if anchors:
        deeds.append(_timed(anchors, ("let_be", "let_be_with"), say, names))
    return listed(deeds, say, "and_paused")


def _timed(
    rounds: Sequence[Round], keys: tuple[str, str], say: Words, names: Mapping[str, str]
) -> str:
    """Tell how long the rounds were and, with the second of the keys, what they are called."""
    minutes = round(sum(each.seconds for each in rounds) / 60)
    time = say.get(f"minutes-{minutes}", "") or say.say("minutes", minutes=minutes)
    known = dict.fromkeys(names[each.id] for each in rounds if each.id in names)
    if not known:
        return say.say(keys[0], time=time)
    return say.say(keys[1], time=time, names=listed(list(known), say))


def _comforted(evening: Evening, at_most: int, say: Words) -> str:
    if not evening.comforts:
        return ""
    chosen = [quoted(comfort.text, say) for comfort in evening.comforts[:at_most]]
    more = [say["more_besides"]] if len(evening.comforts) > at_most else []
    return say.say("chose", comforts=listed(chosen + more, say))


def noticed(reflection: Reflection, say: Words) -> str:
    """Tell of a habit, and how it was read where it was."""
    habit, reading = quoted(reflection.text, say), reflection.reading
    return say.say("noticed" if reading is None else "noticed-" + reading, habit=habit)


def met(people: Sequence[str], say: Words) -> str:
    """Tell who was in touch; empty for no one."""
    return say.say("met", people=listed(people, say)) if people else ""


def _planned(plan: Plan | None, today: date, say: Words) -> str:
    if plan is None:
        return ""
    line = plan_line(plan, today, say)
    is_ahead = is_open(plan, today) and plan.on >= today
    return told(say["ready"], plan=line) if is_ahead else line


def _little(evening: Evening, say: Words) -> str:
    """Tell an evening on which nothing was done."""
    if evening.note:
        return say["only_note"]
    if evening.settled.before is not None or evening.settled.after is not None:
        return say["only_settled"]
    return say["nothing"]


def quoted(words: str, say: Words) -> str:
    """Set the person's words apart from ours; not a letter of them changes."""
    return say.say("quoted", words=words)


def listed(words: Sequence[str], say: Words, key: str = "and") -> str:
    """Join words as they are said: "a, b and c"; `key` is how the last is joined."""
    *most, last = words or [""]
    if not most:
        return last
    first = reduce(lambda before, each: say.say("comma", first=before, next=each), most)
    return say.say(key, first=first, last=last)
