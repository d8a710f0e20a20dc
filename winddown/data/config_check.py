"""Looks through all that a person may shape in files, and names everything that cannot be used."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from math import inf
from typing import NamedTuple

from winddown.data import overrides
from winddown.data.config import LIMIT, load
from winddown.data.lenient import Problem, problem_at, short
from winddown.data.locations import Locations
from winddown.errors import UnreadableFile
from winddown.routine.text import visible
from winddown.toml_reading import TomlFile, read_toml

MOST = 1000
"""So many mistakes of a kind are named; nobody reads more."""

WIDEST = 72
"""Cells of a faulty line that are shown."""


class Finding(NamedTuple):
    """One thing that cannot be used."""

    problem: Problem
    shown: str = ""
    """The faulty line with a caret beneath, where a file stops being TOML; else empty."""


def check(where: Locations, steps: Sequence[str], themes: Collection[str]) -> tuple[Finding, ...]:
    """Name everything in the config and in the files of words that cannot be used.

    Args:
        where: the person's folders.
        steps: the ids of all steps between arriving and closing.
        themes: the names of the themes there are.
    """
    config, problems = load(where.config_file, steps, MOST)
    found = [Finding(problem) for problem in problems]
    try:
        file = read_toml(where.config_file, limit=LIMIT)
    except FileNotFoundError:
        pass
    except UnreadableFile as broken:
        found = [Finding(problem, _shown(broken)) for problem in problems]
    else:
        found += _theme(file, config.theme, themes)
    found.sort(key=lambda finding: finding.problem.line or inf)
    if os.access(where.config, os.X_OK):  # where it is closed or no folder, that has been said
        found += map(Finding, overrides.problems(where))
    return tuple(found)


def _theme(file: TomlFile, name: str, themes: Collection[str]) -> Iterator[Finding]:
    if name not in themes:
        reason = f"there is no theme called '{short(name)}'. There are {', '.join(sorted(themes))}"
        yield Finding(problem_at(file, ("theme",), visible(reason)))


def _shown(broken: UnreadableFile) -> str:
    """Show where a file stops being TOML, around the place where the line is long."""
    if broken.line is None or broken.column is None:
        return ""
    try:
        lines = broken.path.read_bytes().decode(errors="replace").split("\n")
        line, at = lines[broken.line - 1].removesuffix("\r"), broken.column - 1
    except (OSError, IndexError):
        return ""  # an editor has written it since
    first = max(0, at - WIDEST // 2) if len(line) > WIDEST else 0
    before, behind = _plain(line[first:at]), _plain(line[at : first + WIDEST])
    margin = " " * len(str(broken.line))
    return f"{broken.line} | {before}{behind}\n{margin} | {' ' * _cells(before)}^"


def _plain(text: str) -> str:
    return visible(text.replace("\t", " "))


def _cells(text: str) -> int:
    """Count the cells that a text takes in a terminal."""
    return sum(
        0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )
