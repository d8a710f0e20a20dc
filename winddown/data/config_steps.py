"""The steps a config chooses for the evening: those that there are, each once, in its order."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from itertools import islice

from winddown.data.lenient import Problem, short
from winddown.toml_reading import TomlFile


def chosen(
    file: TomlFile, named: Sequence[str], there_are: Sequence[str], most: int
) -> tuple[tuple[str, ...], list[Problem]]:
    """Give the steps that count, and a sentence for each one that does not.

    Args:
        file: the config, which has a list of `steps`.
        named: what stands in that list.
        there_are: the ids of all steps between arriving and closing.
        most: so many mistakes are named.
    """
    steps = tuple(dict.fromkeys(step for step in named if step in there_are))
    # Found one after another, since there may be thousands.
    reasons = (_mistake(named, place, there_are) for place in range(len(named)))
    mistakes = list(islice(filter(None, reasons), most))
    line = file.line_of(("steps",)) if mistakes else None
    return steps, [Problem(file.path.name, line, reason) for reason in mistakes]


def _mistake(named: Sequence[str], place: int, there_are: Sequence[str]) -> str:
    """Say what is wrong with one name in the list; empty where nothing is."""
    step = named[place]
    if step not in there_are:
        near = get_close_matches(step, there_are, n=1)
        hint = f"Did you mean '{near[0]}'?" if near else f"There are {', '.join(there_are)}"
        return f"I don't know the step '{short(step)}'. {hint}"
    if step in named[:place]:
        return f"'{step}' stands in 'steps' more than once, and comes once"
    return ""
