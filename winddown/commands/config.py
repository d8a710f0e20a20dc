"""`winddown config`: makes the person's config, opens it, checks it, and says where things lie."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from winddown.asked import Asked
from winddown.commands.saying import say
from winddown.data.config_check import Finding, check
from winddown.data.config_template import template
from winddown.data.locations import Locations, locations
from winddown.data.toml_file import write_atomically
from winddown.errors import WinddownError
from winddown.routine.text import visible
from winddown.signals import ENDING, end, while_ending_means
from winddown.steps import between
from winddown.theme_files import load_all, shipped_folder

USUAL_EDITOR = "vi"
"""What opens where neither VISUAL nor EDITOR names an editor; POSIX has it everywhere."""

EDITOR_PATIENCE = 0.5
"""Seconds for the editor to end in, where a signal asks everything to."""


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
        editor = subprocess.Popen([*command, str(where.config_file)])  # noqa: S603  theirs
    except (ValueError, OSError):
        raise WinddownError(
            "Your editor could not be opened. Set EDITOR to the command that opens it."
        ) from None
    if ended := _waited_for(editor):
        raise WinddownError(
            f"Your editor ended with {ended}, so nothing was checked. "
            "`winddown config check` does that."
        )
    return checked(where)


def _waited_for(editor: subprocess.Popen[bytes]) -> int:
    """Wait for the editor, and give how it ended.

    What interrupts from the keyboard is for the editor to make of what it likes; other
    signals are passed on to it, so that it can save what is written there.

    Raises:
        SystemExit: a signal asked to end, or ended the editor.
    """

    def pass_on(number: int) -> None:
        if number not in (signal.SIGINT, signal.SIGQUIT):
            editor.send_signal(number)
            with suppress(subprocess.TimeoutExpired):
                editor.wait(EDITOR_PATIENCE)
            end(number)

    with while_ending_means(pass_on):
        ended = editor.wait()
    if -ended in ENDING:
        raise SystemExit(128 - ended)
    return ended


def checked(where: Locations) -> tuple[list[str], bool]:
    """Name everything that cannot be used.

    Returns:
        What to say, and whether everything can be used.
    """
    said = found(where)
    if said:
        return said, False
    if not os.path.lexists(where.config_file):
        return ["No config yet, and none is needed. `winddown config init` makes one."], True
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
