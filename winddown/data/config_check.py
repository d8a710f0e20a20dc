"""Looks through all that a person may shape in files, and names everything that cannot be used."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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
    found.sort(key=lambda finding: finding.problem.line or 0)
    return (*found, *map(Finding, overrides.problems(where)))


def _theme(file: TomlFile, name: str, themes: Collection[str]) -> Iterator[Finding]:
    if name not in themes:
        reason = f"there is no theme called '{short(name)}'. There are {', '.join(sorted(themes))}"
        yield Finding(problem_at(file, ("theme",), visible(reason)))


def _shown(broken: UnreadableFile) -> str:
    """Show where a file stops being TOML, around the place where the line is long."""
    if broken.line is None or broken.column is None:
        return ""
    line = broken.path.read_bytes().decode(errors="replace").split("\n")[broken.line - 1]
    first = max(0, broken.column - 1 - WIDEST // 2) if len(line) > WIDEST else 0
    before = visible(line[first : broken.column - 1].replace("\t", " "))
    shown = before + visible(line[broken.column - 1 : first + WIDEST].replace("\t", " "))
    return f"{broken.line} | {shown}\n{' ' * len(str(broken.line))} | {' ' * len(before)}^"
