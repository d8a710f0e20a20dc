"""Noticing, in lines: what filled the evening, and whether it was rest or a way round something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, get_args

from winddown.plain.asker import Asker
from winddown.plain.prompt import CLEAR
from winddown.routine.evening import Cost, Evening, Reading, Reflection
from winddown.routine.habits import OWN, answered_by, value_of
from winddown.routine.offering import asks_from_what, habits_for, readings_of

Keep: TypeAlias = Callable[[Reflection | None], None]


def ask(evening: Evening, asker: Asker) -> Evening:
    """Ask for one habit and its reading; `more` asks for whatever else may be said."""
    asker.talk.say(asker.words["title"], asker.words["intro"])
    first, second = (*evening.reflections, None, None)[:2]

    def keep() -> None:
        nonlocal evening
        told = answered_by((first, second))
        if told != evening.reflections:
            evening = replace(evening, reflections=told)
            asker.answer(evening)

    def keep_first(reflection: Reflection | None) -> None:
        nonlocal first
        first = reflection
        keep()

    def keep_second(reflection: Reflection | None) -> None:
        nonlocal second
        second = reflection
        keep()

    wants_more = _habit(first, asker, keep_first, asker.words["pick"], is_whole=False)
    _reading(first, asker, keep_first, is_whole=wants_more)
    if wants_more and first is not None:
        _habit(second, asker, keep_second, asker.words["another"], is_whole=True)
        _reading(second, asker, keep_second, is_whole=True)
    return _people(evening, asker) if wants_more else evening


def _habit(
    given: Reflection | None, asker: Asker, keep: Keep, question: str, *, is_whole: bool
) -> bool:
    """Ask which habit; tell whether more was asked for than that."""
    talk, say, occasion = asker.talk, asker.words, asker.occasion
    while True:
        habits = occasion.habits if is_whole else habits_for(occasion.habits, occasion.past)
        listed = {habit.id: habit.text for habit in habits}
        if given is not None:
            listed.setdefault(value_of(given), given.text)
        standing = value_of(given) if given else None
        knows = () if is_whole else {"more"}
        further = "" if is_whole else say.say("more_here", number=len(occasion.habits))
        picked = talk.pick(question, [*listed.items(), ("", further)], standing, knows)
        if picked.word != "more":
            break
        is_whole = True
    if picked.word == CLEAR:
        keep(None)
    elif picked.value and picked.value != standing:
        own = picked.value.startswith(OWN)
        habit_id, text = "" if own else picked.value, listed[picked.value]
        # What it cost and led away from was said of tonight; how it was read, of the other one.
        before = given or Reflection(text=text)
        keep(replace(before, id=habit_id, text=text, reading=None))
    elif (
        is_whole
        and not picked.value
        and given is None
        and (own_words := talk.write(say["own"]).text)
    ):
        keep(Reflection(text=own_words))
    return is_whole


def _reading(given: Reflection | None, asker: Asker, keep: Keep, *, is_whole: bool) -> None:
    """Ask how a habit was read; with everything, also what it cost and from what it led away."""
    if given is None:
        return
    talk, say = asker.talk, asker.words
    habit = next((each for each in asker.occasion.habits if each.id == given.id), None)
    readings = readings_of(habit, say)
    picked = talk.pick(say["which"], list(readings.items()), given.reading)
    if picked.value or picked.word == CLEAR:
        reading: Reading | None = next((r for r in get_args(Reading) if r == picked.value), None)
        keep(given := replace(given, reading=reading))
    if given.reading is not None:
        talk.say(say["label-" + given.reading])
    if not is_whole:
        return
    costs = [(each, say["cost-" + each]) for each in get_args(Cost)]
    picked = talk.pick(say["cost"], costs, given.cost)
    if picked.value or picked.word == CLEAR:
        cost: Cost | None = next((c for c in get_args(Cost) if c == picked.value), None)
        keep(given := replace(given, cost=cost))
    if not asks_from_what(given):
        return
    said = talk.write(say["from_what"], given.from_what)
    if said.text or said.word == CLEAR:
        keep(replace(given, from_what=said.text))


def _people(evening: Evening, asker: Asker) -> Evening:
    """Ask who crossed one's path, and whom to leave out of the suggestions."""
    talk, say, occasion = asker.talk, asker.words, asker.occasion
    said = talk.write(say["in_touch"], ", ".join(evening.in_touch))
    if said.text or said.word == CLEAR:
        names = dict.fromkeys(name.strip() for name in said.text.split(","))
        evening = replace(evening, in_touch=tuple(filter(None, names)))
        asker.answer(evening)
    known = occasion.people
    if known:
        left_out = {person.name for person in known if not person.suggest}
        options = [(person.name, person.name) for person in known]
        ticked = talk.tick(say["leave_out"], options, left_out)
        for name in left_out if ticked.word == CLEAR else ticked.values:
            asker.leave_out(name, name in left_out)
    return evening
