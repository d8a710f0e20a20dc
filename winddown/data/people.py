"""Whom there is: the people of the person's life, and everyone to turn to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from winddown.data import content
from winddown.routine.past import names_in
from winddown.routine.support import Support

if TYPE_CHECKING:
    from winddown.data.config import SupportConfig
    from winddown.routine.evening import Evening
    from winddown.routine.lists import Person


def people_of(own: Iterable[Person], past: Iterable[Evening]) -> tuple[Person, ...]:
    """Give the people of the config, then those of earlier evenings; each name once."""
    from winddown.routine.lists import Person  # not loaded for those to turn to

    people = {person.name: person for person in own}
    for name in names_in(past):
        people.setdefault(name, Person(name=name))
    return tuple(people.values())


def support_for(own: SupportConfig, guess: str) -> Support:
    """Give the person's own plan and people, and the help lines of every country.

    Args:
        own: what the config says.
        guess: a country whose lines to show where the config names none.
    """
    from winddown.data.config import UnreadSupport  # it knows the lists from here

    return Support(
        plan=own.plan,
        own=own.own,
        country=own.country or guess,
        country_is_guess=not own.country,
        lines=content.lines(),
        directories=content.directories(),
        checked=content.defaults("support")["checked"],
        is_unread=isinstance(own, UnreadSupport),
    )
