"""Sees whether what an entry of a list in the config names is there; else it is as without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice
from typing import TypeAlias

from winddown.data import content
from winddown.data.config import Config
from winddown.data.lenient import Problem, problem_at, short
from winddown.routine.lists import Act, Comfort, Habit
from winddown.toml_reading import TomlFile

Judged: TypeAlias = tuple[Config, list[Problem]]

_FIELD = re.compile(r"\{(?!who\})[^{}]*\}")
"""A place for something else than a name, which no sentence fills."""


def ids_in(file: TomlFile, *path: str) -> list[str]:
    """Give the ids that stand in a list, also those of entries that cannot be used."""
    value: object = file.table
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    entries = value if isinstance(value, list) else []
    return [str(entry.get("id")) for entry in entries if isinstance(entry, dict)]


def _smaller(config: Config, file: TomlFile, most: int) -> Judged:
    """See that each own act's smaller one is there; without one, the act has none."""
    if not any(entry.smaller for entry in config.acts):
        return config, []
    there_are = {entry.id for entry in config.acts if not entry.hide}
    if config.shipped.acts:
        there_are |= {act.id for act in content.acts()}
    wrong = {
        entry.id: entry.smaller
        for entry in config.acts
        if entry.smaller and (entry.smaller not in there_are or entry.smaller == entry.id)
    }
    acts = (replace(each, smaller="") if each.id in wrong else each for each in config.acts)
    problems = _no_such_acts(file, wrong, sorted(there_are))
    return replace(config, acts=tuple(acts)), list(islice(problems, most))


def _no_such_acts(
    file: TomlFile, wrong: dict[str, str], there_are: Sequence[str]
) -> Iterator[Problem]:
    ids = ids_in(file, "acts")
    written = set(ids)
    for act, smaller in wrong.items():
        if smaller in written and smaller != act:
            continue  # it is there, and named for what keeps it from being used
        near = get_close_matches(smaller, [each for each in there_are if each != act], n=1)
        hint = f". Did you mean '{short(near[0])}'?" if near else ", so this one has none"
        at = ("acts", ids.index(act), "smaller")
        yield problem_at(file, at, f"'smaller' names no other act{hint}")


def _say(config: Config, file: TomlFile, most: int) -> Judged:
    """See that the sentence of an act has no place that nothing fills; it is shown as it is."""
    problems = (
        problem_at(
            file,
            ("acts", ids_in(file, "acts").index(entry.id), "say"),
            "'say' has a place in braces that nothing fills. {who} stands for a name",
        )
        for entry in config.acts
        if _FIELD.search(entry.say)
    )
    return config, list(islice(problems, most))


def _hidden(config: Config, file: TomlFile, most: int) -> Judged:
    """See that what is to be taken away comes with the program, or has words of its own."""
    shipped: dict[str, Callable[[], Sequence[Comfort | Habit | Act]]] = {
        "comforts": content.comforts,
        "habits": content.habits,
        "acts": content.acts,
    }
    problems: list[Problem] = []
    for name, usual in shipped.items():
        hidden = [each.id for each in getattr(config, name) if each.hide and not each.text]
        if hidden:  # else the list need not be read
            ids = [each.id for each in usual()]
            problems += islice(_not_there(file, name, hidden, ids), most)
    return config, problems


def _not_there(
    file: TomlFile, name: str, hidden: Sequence[str], usual: Sequence[str]
) -> Iterator[Problem]:
    ids = ids_in(file, name)
    for entry_id in hidden:
        if entry_id not in usual:
            near = get_close_matches(entry_id, usual, n=1)
            hint = f". Did you mean '{near[0]}'?" if near else ""
            reason = f"'hide' takes nothing away, since winddown has no '{short(entry_id)}'{hint}"
            yield problem_at(file, (name, ids.index(entry_id), "id"), reason)


LIST_RULES: tuple[Callable[[Config, TomlFile, int], Judged], ...] = (_smaller, _say, _hidden)
