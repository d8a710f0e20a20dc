"""`winddown config`: makes the person's config, opens it, checks it, and says where things lie."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from winddown.asked import Asked
from winddown.commands.saying import say
from winddown.data.config_check import Finding, check
from winddown.data.config_template import template
from winddown.data.locations import Locations, locations
from winddown.data.toml_file import write_atomically
from winddown.errors import WinddownError
from winddown.routine.text import visible
from winddown.steps import between
from winddown.theme_files import load_all, shipped_folder

USUAL_EDITOR = "vi"
"""What opens where neither VISUAL nor EDITOR names an editor; POSIX has it everywhere."""


def run(asked: Asked) -> int:
    """Do what was asked of the config, and give the exit code.

    Raises:
        WinddownError: it could not be made or opened.
    """
    where, is_fine = locations(os.environ), True
    match asked.action:
        case "init":
            said = init(where)
        case "edit":
            said, is_fine = edit(where, os.environ)
        case "check":
            said, is_fine = checked(where)
        case _:
            said = list(paths(where))
    say(said)
    return 0 if is_fine else 1


def init(where: Locations) -> list[str]:
    """Write a config in which every key stands explained; give what to say about it.

    Raises:
        WinddownError: one stands there already, or it cannot be written.
    """
    _make(where)
    return [
        f"{where.config_file} has every key, explained and commented out.",
        "`winddown config edit` opens it.",
    ]


def edit(where: Locations, environ: Mapping[str, str]) -> tuple[list[str], bool]:
    """Open the config in the person's editor, made first where there is none, and check it.

    Returns:
        What to say, and whether everything in it can be used.

    Raises:
        WinddownError: no editor could be opened, or it did not end well.
    """
    if not os.path.lexists(where.config_file):
        _make(where)
    named = environ.get("VISUAL") or environ.get("EDITOR") or USUAL_EDITOR
    try:
        command = shlex.split(named)
        ended = subprocess.run([*command, str(where.config_file)], check=False)  # noqa: S603  theirs
    except (ValueError, OSError):
        raise WinddownError(
            "Your editor could not be opened. Set EDITOR to the command that opens it."
        ) from None
    if ended.returncode:
        raise WinddownError(
            f"Your editor ended with {ended.returncode}, so nothing was checked. "
            "`winddown config check` does that."
        )
    return checked(where)


def checked(where: Locations) -> tuple[list[str], bool]:
    """Name everything that cannot be used.

    Returns:
        What to say, and whether everything can be used.
    """
    said = found(where)
    if said:
        return said, False
    if not os.path.lexists(where.config_file):
        return [
            "There is no config yet, and none is needed. `winddown config init` makes one."
        ], True
    return [f"{where.config_file}: everything in it can be used."], True


def found(where: Locations) -> list[str]:
    """Give the lines about everything that cannot be used; none where all can be."""
    palettes, broken = load_all((where.themes, shipped_folder()))
    # A theme whose file is broken is there all the same, and named for what is wrong in it.
    named = palettes.keys() | {problem.path.stem for problem in broken}
    findings = check(where, between(), named)
    said = [line for finding in findings for line in _lines(finding)]
    return [*said, *(visible(str(problem)) for problem in broken)]


def paths(where: Locations) -> Iterator[str]:
    """Name every folder and file, and say which are not there."""
    named: dict[str, Path] = {
        "config": where.config_file,
        "themes": where.themes,
        "wording": where.content,
        "evenings": where.evenings,
        "copies": where.backups,
        "state": where.state,
    }
    widest = max(map(len, named))
    for name, path in named.items():
        is_there = os.path.exists(path)  # noqa: PTH110  a folder that is closed is no reason to stop
        yield f"{name:<{widest}}   {path}{'' if is_there else '   (not there yet)'}"


def _make(where: Locations) -> None:
    """Write it unless one stands there, even one that was made in this very moment."""

    def is_missing() -> bool:
        return not os.path.lexists(where.config_file)

    text = template(between())
    if not (is_missing() and write_atomically(where.config_file, text, only_if=is_missing)):
        raise WinddownError(
            f"{where.config_file} is there already and stays as it is. "
            "`winddown config edit` opens it."
        )


def _lines(finding: Finding) -> Iterator[str]:
    yield str(finding.problem)
    if finding.shown:
        yield from finding.shown.split("\n")
