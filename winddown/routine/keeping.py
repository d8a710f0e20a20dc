"""What a person adds in the middle of an evening: known from a list, or to be kept in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from winddown.routine.evening import ChosenComfort, Evening
from winddown.routine.text import clean

if TYPE_CHECKING:  # a step opens without what only shapes the lists
    from winddown.routine.lists import Comfort
    from winddown.routine.occasion import Added, Occasion
    from winddown.routine.settings import ListName

LIST_OF: Mapping[str, ListName] = {"act": "acts", "who": "people"}
"""The list that what is written in a blank of the sentence can be kept in."""


def added(name: ListName, text: str) -> Added:
    """Name something that was added to a list; the same words in other letters are the same."""
    return name, _told(text)


def asks(name: ListName, text: str, evening: Evening, occasion: Occasion) -> bool:
    """Tell whether to ask if something added is to be kept for other evenings.

    Not for what is on offer anyway, nor twice for the same, nor on a night that is
    not okay, which has enough questions, nor on a private one, of which nothing is kept.
    """
    is_known = _told(text) in map(_told, _texts(name, occasion))
    is_asked = added(name, text) in occasion.asked_to_keep
    is_unasked = evening.tonight == "not-okay" or occasion.is_private
    return not (is_known or is_asked or is_unasked)


def comfort_of(text: str, comforts: Iterable[Comfort]) -> ChosenComfort:
    """Choose a comfort by its words: the one of the list, or one for tonight only."""
    listed = next((each for each in comforts if _told(each.text) == _told(text)), None)
    return ChosenComfort(id=listed.id, text=listed.text) if listed else ChosenComfort(text=text)


def as_listed(chosen: Iterable[ChosenComfort], comforts: Iterable[Comfort]) -> list[ChosenComfort]:
    """Give what was chosen, each that a list has come to hold by its id there, and each once."""
    listed = list(comforts)
    known = (each if each.id else comfort_of(each.text, listed) for each in chosen)
    return list(dict.fromkeys(known))


def _texts(name: ListName, occasion: Occasion) -> Iterable[str]:
    if name == "comforts":
        return [comfort.text for comfort in occasion.comforts]
    if name == "people":
        return [person.name for person in occasion.people]
    return [text for act in occasion.acts for text in (act.text, act.say)]


def _told(text: str) -> str:
    return " ".join(clean(text).casefold().split())
