"""The lists tonight offers: the person's own entries first, then those of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from operator import methodcaller
from typing import TYPE_CHECKING, TypeVar

from winddown.data import content

if TYPE_CHECKING:  # what a list holds is loaded with the list
    from winddown.data.config import Config
    from winddown.data.config_entries import ActEntry, ComfortEntry, HabitEntry
    from winddown.routine.breathing import Pattern
    from winddown.routine.lists import Act, Comfort, Habit

Item = TypeVar("Item", "Comfort", "Habit", "Act")


def comforts(config: Config) -> tuple[Comfort, ...]:
    """Give every comfort that is not hidden."""
    shipped = content.comforts() if config.shipped.comforts else ()
    return _merged(config.comforts, shipped, methodcaller("comfort"))


def habits(config: Config) -> tuple[Habit, ...]:
    """Give every habit that is not hidden."""
    shipped = content.habits() if config.shipped.habits else ()
    return _merged(config.habits, shipped, methodcaller("habit"))


def acts(config: Config) -> tuple[Act, ...]:
    """Give every act that is not hidden; its moment only where that is on offer, too."""
    on_offer = cues(config)
    shipped = (
        act if not act.cue or act.cue in on_offer else replace(act, cue="")
        for act in (content.acts() if config.shipped.acts else ())
    )
    return _merged(config.acts, shipped, methodcaller("act"))


def cues(config: Config) -> tuple[str, ...]:
    """Give the moments at which an act may happen, each once."""
    shipped = content.cues() if config.shipped.cues else ()
    return tuple(dict.fromkeys((*config.outreach.cues, *shipped)))


def patterns(config: Config) -> tuple[Pattern, ...]:
    """Give every breathing pattern; an own one replaces a shipped one of the same id."""
    own = {entry.id: entry.pattern() for entry in config.breathing.patterns}
    shipped = [each for each in content.patterns() if each.id not in own]
    return (*own.values(), *shipped)


def _merged(
    own: Iterable[ComfortEntry] | Iterable[HabitEntry] | Iterable[ActEntry],
    shipped: Iterable[Item],
    made: Callable[..., Item],
) -> tuple[Item, ...]:
    """Put own entries before the shipped ones; the same id replaces, a hidden one takes away."""
    taken = {entry.id for entry in own}
    mine = [made(entry) for entry in own if not entry.hide]
    return tuple(chain(mine, (item for item in shipped if item.id not in taken)))
