"""Sees whether what a config names is there, as a pattern or an act; else it is as without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time

from winddown.data import content
from winddown.data.config import Config
from winddown.data.config_list_rules import LIST_RULES, Judged, ids_in
from winddown.data.config_steps import chosen
from winddown.data.lenient import Problem, problem_at, short
from winddown.errors import KeyPath, named
from winddown.toml_reading import TomlFile

LATEST_END = time(12)
"""A day may end at noon at the latest; later, an evening would be cut in two."""


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
    if asked in ids_in(file, "breathing", "patterns"):
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


RULES: tuple[Callable[[Config, TomlFile, int], Judged], ...] = (
    _day_ends,
    _pattern,
    _country,
    *LIST_RULES,
    _sentences,
)
