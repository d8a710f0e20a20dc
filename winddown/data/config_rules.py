"""Sees whether what a config names is there, as a pattern or an act; else it is as without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from difflib import get_close_matches
from typing import TypeAlias, cast

from winddown.data import content
from winddown.data.config import Config
from winddown.data.config_entries import ActEntry
from winddown.data.config_steps import chosen
from winddown.data.lenient import Problem, problem_at, short
from winddown.data.records import Table
from winddown.toml_reading import TomlFile

LATEST_END = time(12)
"""A day may end at noon at the latest; later, an evening would be cut in two."""

Judged: TypeAlias = tuple[Config, list[Problem]]


def put_right(config: Config, file: TomlFile, steps: Sequence[str], most: int) -> Judged:
    """Give the config without what names nothing, and a sentence for each such thing.

    Args:
        config: what the file says, each value of its right kind.
        file: where it was read from.
        steps: the ids of all steps between arriving and closing, in their usual order.
        most: so many mistakes of a kind are named.
    """
    problems: list[Problem] = []
    if "steps" in file.table and (config.steps or file.table["steps"] == []):
        known, problems = chosen(file, config.steps, steps, most)
        config = replace(config, steps=known)
    else:
        config = replace(config, steps=tuple(steps))
    for rule in RULES:
        config, found = rule(config, file, most)
        problems += found
    return config, problems


def _day_ends(config: Config, file: TomlFile, most: int) -> Judged:
    if config.day_ends <= LATEST_END:
        return config, []
    reason = "'day_ends' should be noon at the latest; it stays at 05:00"
    return replace(config, day_ends=Config().day_ends), [problem_at(file, ("day_ends",), reason)]


def _pattern(config: Config, file: TomlFile, most: int) -> Judged:
    asked, own = config.breathing.pattern, config.breathing.patterns
    if not asked:
        return config, []
    ids = [entry.id for entry in own] + [pattern.id for pattern in content.patterns()]
    if asked in ids:
        return config, []
    reason = f"'breathing.pattern' names none of the patterns there are: {', '.join(ids)}"
    without = replace(config, breathing=replace(config.breathing, pattern=""))
    return without, [problem_at(file, ("breathing", "pattern"), reason)]


def _country(config: Config, file: TomlFile, most: int) -> Judged:
    asked = config.support.country.strip()
    if not asked or re.fullmatch("[A-Za-z]{2}", asked):
        return config, []
    reason = "'support.country' should be two letters, such as \"GB\""
    without = replace(config, support=replace(config.support, country=""))
    return without, [problem_at(file, ("support", "country"), reason)]


def _smaller(config: Config, file: TomlFile, most: int) -> Judged:
    """See that each own act's smaller one is there; without one, the act has none."""
    if not any(entry.smaller for entry in config.acts):
        return config, []
    ids = dict.fromkeys(entry.id for entry in config.acts if not entry.hide)
    if config.shipped.acts:
        ids |= dict.fromkeys(act.id for act in content.acts())
    problems: list[Problem] = []
    acts = []
    for entry in config.acts:
        others = [each for each in ids if each != entry.id]
        if not entry.smaller or entry.smaller in others:
            acts.append(entry)
        else:
            acts.append(replace(entry, smaller=""))
            if len(problems) < most:
                problems.append(_no_such_act(file, entry, others))
    return replace(config, acts=tuple(acts)), problems


def _no_such_act(file: TomlFile, entry: ActEntry, others: Sequence[str]) -> Problem:
    near = get_close_matches(entry.smaller, others, n=1)
    hint = f". Did you mean '{short(near[0])}'?" if near else ", so this one has none"
    tables = cast("list[Table]", file.table["acts"])
    place = next(place for place, table in enumerate(tables) if table.get("id") == entry.id)
    return problem_at(file, ("acts", place, "smaller"), f"'smaller' names no other act{hint}")


RULES: tuple[Callable[[Config, TomlFile, int], Judged], ...] = (
    _day_ends,
    _pattern,
    _country,
    _smaller,
)
