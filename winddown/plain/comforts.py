"""Comforts, in lines: something kind, from a short list or from the whole one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.plain.prompt import CLEAR
from winddown.routine.comfort_list import chosen_as, few, is_low, value_of, whole
from winddown.routine.evening import ChosenComfort, Evening
from winddown.routine.keeping import as_listed, comfort_of


def ask(evening: Evening, asker: Asker) -> Evening:
    """Ask for any number of comforts; `more` shows all of them, and asks for one's own."""
    occasion, talk, say = asker.occasion, asker.talk, asker.words
    before, offered = evening.comforts, occasion.comforts

    def choose(comforts: Iterable[ChosenComfort]) -> None:
        nonlocal evening
        evening = replace(evening, comforts=tuple(as_listed(comforts, occasion.comforts)))
        asker.answer(evening)

    talk.say(say["title"], say["low" if is_low(evening) else "intro"])
    listed, is_whole = few(offered, evening, occasion, say), False
    while True:
        ticked = {value_of(each) for each in evening.comforts}
        further = "" if is_whole else say.say("more_here", number=len(offered))
        said = talk.tick("", [*listed, ("", further)], ticked, () if is_whole else {"more"})
        if said.word != "more":
            break
        listed, is_whole = whole(offered, evening, say), True
    if said.word == CLEAR:
        choose(())
    for value in said.values:
        others = [each for each in evening.comforts if value_of(each) != value]
        ticked = {value_of(each) for each in evening.comforts}
        if value in ticked:
            (gone,) = (each.text for each in evening.comforts if each not in others)
            talk.go_on(say.say("let_go", comforts=gone))
        new = [] if value in ticked else [chosen_as(value, occasion.comforts, before)]
        choose([*others, *new])
    while is_whole and (own := talk.write(say["own"]).text):
        choose([*evening.comforts, comfort_of(own, occasion.comforts)])
        if asker.ask_to_keep("comforts", own, evening, low=is_low(evening) or None):
            choose(evening.comforts)  # by its id in the list, from now on
    return evening
