"""Makes what a shell and `man` know of winddown, from its own parser, while a wheel is built."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import shtab
from argparse_manpage.manpage import Manpage
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPLETIONS = {
    "bash": "bash-completion/completions/winddown",
    "zsh": "zsh/site-functions/_winddown",
    "fish": "fish/vendor_completions.d/winddown.fish",
}
"""Where each shell looks, beneath share/."""

MANUAL = "man/man1/winddown.1"


class Shares(BuildHookInterface[Any]):
    """Puts the completions and the manual into a wheel, under share/."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write them to a folder that is gone once the wheel stands."""
        self._folder = TemporaryDirectory(prefix="winddown-shares-")
        with importable(Path(self.root)):
            from winddown.arguments import parser

            made = {**completions(parser()), MANUAL: manual(parser(), self.metadata.version)}
        for name, text in made.items():
            path = Path(self._folder.name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            build_data["shared_data"][str(path)] = f"share/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away."""
        self._folder.cleanup()


def completions(parser: argparse.ArgumentParser) -> dict[str, str]:
    """Give what each shell completes, by the name of its file."""
    for action in _actions(parser):
        if action.metavar == "FILE":
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    return {name: shtab.complete(parser, shell=shell) for shell, name in COMPLETIONS.items()}


def manual(parser: argparse.ArgumentParser, version: str) -> str:
    """Give the page of `man winddown`."""
    from winddown.explained import EXAMPLES

    about = {"description": "ten quiet minutes to end the day", "version": version}
    page = Manpage(parser, {**about, "project_name": "winddown", "manual_title": "winddown"})
    examples = dict.fromkeys(each for several in EXAMPLES.values() for each in several)
    parser.epilog = None  # it holds but two of them
    page.add_section("examples", "=", "\n.br\n".join(examples).replace("-", r"\-"))
    return str(page)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Give every option and argument, of the commands as well."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)


@contextmanager
def importable(root: Path) -> Iterator[None]:
    """Have the parser come from the folder that is built from, and leave no trace of it."""
    sys.path.insert(0, str(root))
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.path.remove(str(root))
        sys.dont_write_bytecode = before
