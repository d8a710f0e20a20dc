"""The command line: reads the arguments first, and imports only what they ask for."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from winddown import __version__
from winddown.errors import WinddownError

if TYPE_CHECKING:
    from winddown.app import WinddownApp

WRONG, USAGE = 1, 2
"""Exit codes: something is wrong and was said; the command was not understood."""


class Asked:
    """What the command line asks for; as it stands, tonight's evening."""

    command: Literal["breathe", "settings", "config", "themes"] | None = None
    action: Literal["init", "edit", "check", "path"] | None = None
    version: bool = False
    short: bool = False
    date: date | Literal["yesterday"] | None = None
    theme: str | None = None
    pattern: str | None = None
    minutes: int | None = None


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code."""
    os.umask(0o077)
    asked = _asked(sys.argv[1:] if argv is None else argv)
    try:
        if asked.version:
            return _say_version()
        if asked.command == "config":
            return _configure(asked)
        if asked.command == "themes":
            return _list_themes()
        return _open(asked)
    except WinddownError as problem:
        print(f"winddown: {problem}", file=sys.stderr)  # noqa: T201  the command's answer
        return WRONG


def _asked(words: Sequence[str]) -> Asked:
    asked = Asked()
    if words:  # without any, there is nothing that a parser would have to be loaded for
        from winddown.arguments import parser

        parser().parse_args(words, asked)
    return asked


def _say_version() -> int:
    print("winddown", __version__)  # noqa: T201  the command's answer
    return 0


def _configure(asked: Asked) -> int:
    from winddown.commands import config
    from winddown.data.locations import locations

    where, is_fine = locations(os.environ), True
    match asked.action:
        case "init":
            said = config.init(where)
        case "edit":
            said, is_fine = config.edit(where, os.environ)
        case "check":
            said, is_fine = config.checked(where)
        case _:
            said = list(config.paths(where))
    _say(said)
    return 0 if is_fine else WRONG


def _list_themes() -> int:
    from winddown.commands import themes
    from winddown.data.locations import locations

    looks, problems = themes.listed(locations(os.environ))
    if themes.is_coloured(os.environ, sys.stdout):
        themes.show(looks)
    else:
        _say(themes.in_words(looks))
    for problem in problems:
        print(f"winddown: {problem}", file=sys.stderr)  # noqa: T201  the command's answer
    return WRONG if problems else 0


def _say(lines: Iterable[str]) -> None:
    """Print what a command answers; a letter that the output does not know becomes a ?."""
    known = sys.stdout.encoding or "utf-8"  # None where it is caught as text
    for line in lines:
        print(line.encode(known, "replace").decode(known))  # noqa: T201  the command's answer


def _open(asked: Asked) -> int:
    """Open the screens, on the evening that the arguments name."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WinddownError("The evening needs a terminal, for its keys and its screen.")
    # Whatever is loaded for the first screen stays until the end: looking through it for
    # what could go would take a tenth of the start. The app enables this again.
    gc.disable()
    app = _app(asked)
    app.run()
    return app.return_code or 0


def _app(asked: Asked) -> WinddownApp:
    """Read what the evening needs, and make the app that shows it."""
    from winddown.opening import open_evening

    opening = open_evening(
        os.environ,
        errand=asked.command if asked.command in ("breathe", "settings") else "evening",
        day=asked.date,
        short=asked.short,
        pattern=asked.pattern,
        minutes=asked.minutes,
    )
    from winddown.theme_files import worn

    if asked.theme:
        palette, problems = worn(opening.theme_folders, asked.theme)
    else:
        palette, problems = worn(opening.theme_folders, opening.theme, opening.theme_place)
    opening = opening._replace(notices=(*opening.notices, *problems))
    for notice in opening.notices:
        print(f"winddown: {notice}", file=sys.stderr)  # noqa: T201  stays when the screens close
    from winddown.app import WinddownApp

    return WinddownApp(opening, palette)
