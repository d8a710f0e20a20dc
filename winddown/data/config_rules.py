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
from winddown.errors import KeyPath, named
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
    without = replace(config, breathing=replace(config.breathing, pattern=""))
    if asked in _ids_in(file, "breathing", "patterns"):
        return without, []  # it is there, and named for what keeps it from being used
    shown = ", ".join(map(short, ids))
    reason = f"'breathing.pattern' names none of the patterns there are: {shown}"
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
            is_there = entry.smaller != entry.id and entry.smaller in _ids_in(file, "acts")
            if not is_there and len(problems) < most:
                problems.append(_no_such_act(file, entry, others))
    return replace(config, acts=tuple(acts)), problems


def _sentences(config: Config, file: TomlFile, most: int) -> Judged:
    """Pass over what is empty in a list of sentences."""
    problems: list[Problem] = []
    cues = _said(("outreach", "cues"), config.outreach.cues, file, most, problems)
    plan = _said(("support", "plan"), config.support.plan, file, most, problems)
    if problems:
        outreach = replace(config.outreach, cues=cues)
        config = replace(config, outreach=outreach, support=replace(config.support, plan=plan))
    return config, problems


def _said(
    path: KeyPath, texts: Sequence[str], file: TomlFile, most: int, problems: list[Problem]
) -> tuple[str, ...]:
    for place, text in enumerate(texts):
        if not text.strip() and len(problems) < most:
            at = (*path, place)
            problems.append(problem_at(file, at, f"{named(at)} is empty, and is passed over"))
    return tuple(text for text in texts if text.strip())


def _ids_in(file: TomlFile, *path: str) -> set[object]:
    """Give the ids that stand in a list, also those of entries that cannot be used."""
    value: object = file.table
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    entries = value if isinstance(value, list) else []
    return {str(entry.get("id")) for entry in entries if isinstance(entry, dict)}


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
    _sentences,
)
