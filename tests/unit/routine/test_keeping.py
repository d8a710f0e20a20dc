"""Keeping what is added: asked once for what no list has, and known again by the list's id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

import pytest

from tests.unit.routine.evenings import evening, people
from winddown.routine.evening import ChosenComfort, Tonight
from winddown.routine.keeping import added, as_listed, asks, comfort_of
from winddown.routine.lists import Act, Comfort, Person
from winddown.routine.occasion import Added, Occasion
from winddown.routine.settings import ListName

WALK = Act(id="walk", text="Walk with the dog", say="walk the dog with {who}")
COMFORTS = (Comfort(id="blanket", text="Pull a blanket close"),)


@dataclass
class Lists:
    """What stands in the lists, and what was asked about."""

    comforts: tuple[Comfort, ...] = COMFORTS
    acts: tuple[Act, ...] = (WALK,)
    people: tuple[Person, ...] = people("Sam", "Ana")
    asked_to_keep: set[Added] = field(default_factory=set)
    is_private: bool = False


def _occasion() -> Occasion:
    return cast(Occasion, Lists())


@pytest.mark.parametrize(
    ("name", "text", "is_asked"),
    [
        ("comforts", "Ana's soup", True),
        ("comforts", "Pull a blanket close", False),
        ("comforts", "  pull a  BLANKET close ", False),
        ("comforts", "Sam", True),
        ("people", "Bo", True),
        ("people", "sam", False),
        ("acts", "ring my sister", True),
        ("acts", "walk with the dog", False),
        ("acts", "walk the dog with {who}", False),
    ],
)
def test_what_stands_in_a_list_already_is_not_asked_about(
    name: ListName, text: str, is_asked: bool
) -> None:
    assert asks(name, text, evening(), _occasion()) is is_asked


def test_the_same_words_are_asked_about_once_for_each_list() -> None:
    occasion = _occasion()
    occasion.asked_to_keep.add(added("comforts", "Ana's soup"))
    assert not asks("comforts", "ana's  SOUP", evening(), occasion)
    assert asks("acts", "Ana's soup", evening(), occasion)


@pytest.mark.parametrize(
    ("tonight", "is_asked"),
    [("light", True), ("steady", True), ("tired", True), ("heavy", True), ("not-okay", False)],
)
def test_a_night_that_is_not_okay_is_not_asked(tonight: Tonight, is_asked: bool) -> None:
    assert asks("comforts", "Soup", evening(tonight=tonight), _occasion()) is is_asked


def test_a_private_evening_asks_to_keep_nothing() -> None:
    assert not asks("comforts", "Soup", evening(), cast(Occasion, Lists(is_private=True)))


def test_a_comfort_that_is_written_as_the_list_has_it_is_that_one() -> None:
    assert comfort_of("pull a blanket close", COMFORTS) == ChosenComfort(
        id="blanket", text="Pull a blanket close"
    )
    assert comfort_of("Soup", COMFORTS) == ChosenComfort(text="Soup")


def test_what_was_chosen_stays_in_its_order_with_each_once_and_gets_the_lists_id() -> None:
    soup, blanket = ChosenComfort(text="Soup"), ChosenComfort(id="blanket", text="The blue one")
    listed = (*COMFORTS, Comfort(id="own-1", text="Soup"))
    kept = ChosenComfort(id="own-1", text="Soup")
    assert as_listed((soup, blanket, soup), COMFORTS) == [soup, blanket]
    assert as_listed((soup, blanket, kept), listed) == [kept, blanket]
