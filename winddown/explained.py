"""How the command line is explained: commands in groups, an example below, no line too long."""

from __future__ import annotations

import argparse
from shutil import get_terminal_size
from typing import Any, NoReturn

from winddown.routine.text import harmless

WIDTH = 80
"""Cells of a line at most, however wide the terminal is."""

GROUPS = {
    "breathe": "the evening, and parts of it",
    "today": "by day",
    "review": "looking back",
    "settings": "making it yours",
    "check": "your files, and what this is",
}
"""What stands above the first command of each group."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "winddown": ("winddown --short", "winddown --demo"),
    "winddown breathe": ("winddown breathe --pattern box --minutes 3",),
    "winddown reach": ("winddown reach --plain",),
    "winddown today": ("winddown today --hint",),
    "winddown followup": ("winddown followup did-it --felt 8",),
    "winddown support": ("winddown support",),
    "winddown remind": ("winddown remind --at 21:30",),
    "winddown review": ("winddown review --last 10", "winddown review --month 2026-11 --md"),
    "winddown export": ("winddown export md --since 2026-01-01 -o evenings.md",),
    "winddown import": ("winddown import evenings.json",),
    "winddown settings": ("winddown settings",),
    "winddown themes": ("winddown themes",),
    "winddown config": ("winddown config edit",),
    "winddown config init": ("winddown config init",),
    "winddown config edit": ("winddown config edit",),
    "winddown config check": ("winddown config check",),
    "winddown config path": ("winddown config path",),
    "winddown check": ("winddown check --restore 2026-11-20",),
    "winddown forget": ("winddown forget 2026-11-20",),
    "winddown about": ("winddown about",),
}
"""What may be typed as it stands, by what it is an example of."""


class Explained(argparse.RawDescriptionHelpFormatter):
    """Leaves what stands above and below as it is written, and puts the commands in groups."""

    def __init__(self, prog: str) -> None:
        """Explain `prog`, in lines of 80 cells at most."""
        width = min(WIDTH, get_terminal_size().columns) - 2
        super().__init__(prog, max_help_position=24, width=width)

    def _format_action(self, action: argparse.Action) -> str:
        if not isinstance(action, argparse._SubParsersAction):
            return super()._format_action(action)
        told: list[str] = []
        for command in self._iter_indented_subactions(action):
            if action.dest == "command" and (heading := GROUPS.get(command.dest)):
                told.append(f"\n  {heading}\n" if told else f"  {heading}\n")
            told.append(self._format_action(command))
        return self._join_parts(told)


class Parser(argparse.ArgumentParser):
    """Says what it did not understand with nothing in it that a terminal would obey."""

    def __init__(self, *, prog: str, **others: Any) -> None:
        """Explain `prog`, with its example below; `others` is as Python's own parser has it."""
        examples = "\n".join(f"  {example}" for example in EXAMPLES[prog])
        word = "example" if len(EXAMPLES[prog]) == 1 else "examples"
        below = f"{word}:\n{examples}"
        super().__init__(prog=prog, epilog=below, formatter_class=Explained, **others)

    def error(self, message: str) -> NoReturn:
        """Say it, and end."""
        super().error(harmless(message))
