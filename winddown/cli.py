"""The command line: reads the arguments first, and imports only what they ask for."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from winddown import __version__
from winddown.errors import WinddownError

if TYPE_CHECKING:
    from winddown.app import WinddownApp

WRONG, USAGE = 1, 2
"""Exit codes: something is wrong and was said; the command was not understood."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code."""
    os.umask(0o077)
    arguments = _parser().parse_args(argv)
    try:
        if arguments.version:
            return _say_version()
        return _open(arguments)
    except WinddownError as problem:
        print(f"winddown: {problem}", file=sys.stderr)  # noqa: T201  the command's answer
        return WRONG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="winddown",
        description="Ten quiet minutes to end the day.",
        epilog="Without a command, tonight's evening opens.",
    )
    parser.add_argument("--version", action="store_true", help="say which version this is")
    parser.add_argument("--short", action="store_true", help="the short evening, about two minutes")
    parser.add_argument(
        "--date", type=_day, metavar="DATE", help="another evening: 2026-11-21, or yesterday"
    )
    parser.add_argument("--theme", metavar="NAME", help="how it looks, for this evening only")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    breathe = commands.add_parser("breathe", help="only breathing, at once")
    breathe.add_argument(
        "--pattern", metavar="ID", help="the pattern to begin with: long-out, box ..."
    )
    breathe.add_argument("--minutes", type=_minutes, metavar="N", help="how long, 1 to 60 minutes")
    breathe.add_argument(
        "--theme", metavar="NAME", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    return parser


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 60):
        raise argparse.ArgumentTypeError("give a whole number of minutes from 1 to 60")
    return int(text)


def _say_version() -> int:
    print("winddown", __version__)  # noqa: T201  the command's answer
    return 0


def _open(arguments: argparse.Namespace) -> int:
    """Open the screens, on the evening that the arguments name."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WinddownError("The evening needs a terminal, for its keys and its screen.")
    # Whatever is loaded for the first screen stays until the end: looking through it for
    # what could go would take a tenth of the start. The app enables this again.
    gc.disable()
    app = _app(arguments)
    app.run()
    return app.return_code or 0


def _app(arguments: argparse.Namespace) -> WinddownApp:
    """Read what the evening needs, and make the app that shows it."""
    from winddown.opening import open_evening

    opening = open_evening(
        os.environ,
        errand=arguments.command or "evening",
        day=arguments.date,
        short=arguments.short,
        pattern=getattr(arguments, "pattern", None),
        minutes=getattr(arguments, "minutes", None),
    )
    from winddown.theme_files import wardrobe

    palettes, problems = wardrobe(opening.theme_folders, arguments.theme or opening.theme)
    opening = replace(opening, notices=(*opening.notices, *problems))
    for notice in opening.notices:
        print(f"winddown: {notice}", file=sys.stderr)  # noqa: T201  stays when the screens close
    from winddown.app import WinddownApp

    return WinddownApp(opening, palettes)


def _day(text: str) -> date | Literal["yesterday"]:
    if text == "yesterday":
        return "yesterday"
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("give a date like 2026-11-21, or yesterday") from None
