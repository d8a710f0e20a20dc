"""The person's own wording: files in `config/content/` that override single strings of the program.

A file there has the name of one in `winddown/content/`, and under `[words]` the
keys whose words it changes. What cannot be used is named, and the usual words
stay in its place; so whatever stands there, every screen has all its words.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from winddown.data import content
from winddown.data.lenient import MOST, Problem, problem_at, short
from winddown.data.locations import Locations
from winddown.data.wording import Said, changed
from winddown.errors import KeyPath, NotUnderstood, UnreadableFile, named
from winddown.refused import plainly
from winddown.routine.words import Words
from winddown.toml_reading import TomlFile, read_toml

LIMIT = 64 * 1024
"""Bytes of one file that are read at all; the longest of the program's own has a tenth of it."""

STAY = "so the usual words stay"


class OwnWords:
    """What the files of a person say, and what in them cannot be used."""

    def __init__(self, said: Mapping[str, Mapping[str, Said]], problems: list[Problem]) -> None:
        """Keep the words of each file by its name, without its ending."""
        self._said = said
        self.problems: tuple[Problem, ...] = tuple(problems)

    def words(self, step: str) -> Words:
        """Give the words of one step or screen as they are in force."""
        usual, own = content.words(step), self._said.get(step)
        return usual.changed(own) if own else usual


def read(where: Locations) -> OwnWords:
    """Read every file of words; no folder at all is no problem."""
    return _Reading(where).own_words()


def problems(where: Locations) -> tuple[Problem, ...]:
    """Name everything in the person's files of words that cannot be used."""
    return read(where).problems


class _Reading:
    """One pass over the folder, collecting what is wrong."""

    def __init__(self, where: Locations) -> None:
        self.folder = where.content
        self.problems: list[Problem] = []
        self.unnamed = 0

    def own_words(self) -> OwnWords:
        """Read the files in the order of their names."""
        usual = content.names()
        said = {}
        for name in self._names():
            step = name.removesuffix(".toml")
            if step in usual:
                said[step] = dict(self._said(name, step))
            else:
                near = get_close_matches(step, usual, n=1)
                hint = f"Did you mean '{near[0]}.toml'?" if near else "It is passed over"
                self._tell(Problem(_shown(name), None, f"the program has no words for it. {hint}"))
        if self.unnamed:
            reason = f"{self.unnamed} more like these are named once those are put right"
            self.problems.append(Problem(self.folder.name, None, reason))
        return OwnWords(said, self.problems)

    def _names(self) -> list[str]:
        try:
            found = os.listdir(self.folder)  # noqa: PTH208  names are all it takes
        except FileNotFoundError:
            return []
        except OSError as problem:
            reason = f"the folder cannot be read ({plainly(problem)}), {STAY}"
            self._tell(Problem(self.folder.name, None, reason))
            return []
        return sorted(name for name in found if name.endswith(".toml"))

    def _said(self, name: str, step: str) -> Iterator[tuple[str, Said]]:
        """Give what one file changes, by key."""
        try:
            file = read_toml(self.folder / name, limit=LIMIT)
        except FileNotFoundError:
            return  # gone since the folder was listed
        except UnreadableFile as problem:
            self._tell(Problem(_shown(name), problem.line, f"{problem.reason}, {STAY}"))
            return
        usual = content.strings(step)
        for key in file.table:
            if key != "words":
                self._tell_at(file, (key,), _elsewhere(key, usual))
        words = file.table.get("words", {})
        if not isinstance(words, dict):
            self._tell_at(file, ("words",), "'words' should be a table, as [words]")
            return
        for key, value in words.items():
            if key not in usual:
                self._tell_at(file, ("words", key), _unknown(key, usual))
                continue
            try:
                yield key, changed(usual[key], value)
            except NotUnderstood as problem:
                at = ("words", key, *problem.key_path)
                self._tell_at(file, at, f"{named(at)} {problem.reason}, {STAY}")

    def _tell_at(self, file: TomlFile, at: KeyPath, reason: str) -> None:
        if len(self.problems) < MOST:  # the line is only looked for where it is told
            found = problem_at(file, at, reason)
            self._tell(Problem(_shown(file.path.name), found.line, reason))
        else:
            self.unnamed += 1

    def _tell(self, problem: Problem) -> None:
        if len(self.problems) < MOST:
            self.problems.append(problem)
        else:
            self.unnamed += 1


def _shown(name: str) -> str:
    return f"content/{short(name)}"


def _elsewhere(key: str, usual: Mapping[str, Said]) -> str:
    if key in usual:
        return f"'{short(key)}' belongs under [words]"
    return f"'{short(key)}' is passed over, since only what stands under [words] counts here"


def _unknown(key: str, usual: Mapping[str, Said]) -> str:
    near = get_close_matches(key, usual, n=1)
    hint = f"Did you mean '{near[0]}'?" if near else "It is passed over"
    return f"I don't know '{short(key)}'. {hint}"
