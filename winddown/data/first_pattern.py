"""Which breathing pattern tonight begins with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from winddown.data import content
from winddown.errors import WinddownError
from winddown.routine.past import have_breathed
from winddown.routine.text import visible

if TYPE_CHECKING:
    from winddown.routine.breathing import Pattern
    from winddown.routine.evening import Evening


def named(patterns: Iterable[Pattern], asked: str | None, usual: str) -> Pattern | None:
    """Give the pattern that was named; None where none was.

    Args:
        patterns: every pattern there is.
        asked: the id asked for on opening, if any; it comes before the usual one.
        usual: the id the config names; empty for none.

    Raises:
        WinddownError: there is no pattern of the id asked for.
    """
    by_id = {pattern.id: pattern for pattern in patterns}
    if asked and asked not in by_id:
        there_are = visible(", ".join(by_id))
        raise WinddownError(f"There is no pattern '{visible(asked)}'. There are: {there_are}.")
    return by_id.get(asked or usual)


def unnamed(patterns: Iterable[Pattern], past: Iterable[Evening]) -> Pattern:
    """Give the small one to start with, and once it has been breathed often enough, the next."""
    shipped = content.defaults("breathing")
    is_known = have_breathed(past, shipped["starter_evenings"])
    wanted = shipped["pattern"] if is_known else shipped["starter"]
    return next(pattern for pattern in patterns if pattern.id == wanted)
