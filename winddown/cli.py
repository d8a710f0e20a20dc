"""The command line: reads the arguments first, and imports only what they ask for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, cast

from winddown import __version__
from winddown.asked import Asked, Named
from winddown.commands.saying import say, warn
from winddown.errors import OpenElsewhere, WinddownError

if TYPE_CHECKING:
    from winddown.app import WinddownApp
    from winddown.opening import Errand, Opening

MOST_PICTURES = "240"
"""Pictures a second at most: one that follows another at once, as beside the light, waits 4 ms."""
TURN = 0.0002
"""Seconds a thread may keep Python to itself while another waits: the one that writes to the
terminal would wait 5 ms otherwise, wherever a key is followed by more than its picture."""

WRONG, USAGE = 1, 2
"""Exit codes: something is wrong and was said; the command was not understood."""

COMMANDS = {
    "today": "winddown.commands.today",
    "followup": "winddown.commands.followup",
    "support": "winddown.commands.support",
    "remind": "winddown.commands.remind",
    "review": "winddown.commands.review",
    "export": "winddown.commands.export",
    "import": "winddown.commands.importing",
    "config": "winddown.commands.config",
    "check": "winddown.commands.check",
    "forget": "winddown.commands.forget",
    "themes": "winddown.commands.themes",
    "about": "winddown.commands.about",
}
"""Where each command is found that opens no screen: its module has a `run(asked)`."""

ERRANDS: dict[str, Errand] = {
    "breathe": "breathe",
    "reach": "reach",
    "review": "review",
    "settings": "settings",
}
"""What the screens open for, by the command that asks for it."""


IN_LINES = (None, "breathe", "reach")
"""What is asked in lines of text where there is no screen; None is the evening itself."""

ALONE: dict[tuple[str, ...], dict[str, object]] = {
    ("--version",): {"version": True},
    ("--plain",): {"plain": True},
    ("about",): {"command": "about"},
    ("support",): {"command": "support"},
    ("today",): {"command": "today"},
    ("today", "--hint"): {"command": "today", "hint": True},
}
"""What is said so often, or needed so soon, that no parser is loaded first to understand it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code."""
    os.umask(0o077)
    asked = _asked(sys.argv[1:] if argv is None else argv)
    try:
        if asked.version:
            say([f"winddown {__version__}"])
            return 0
        if not asked.demo:
            return _answer(asked)
        from winddown.demo.home import demo_home

        with demo_home(os.environ) as said:
            warn(said)
            return _answer(asked)
    except WinddownError as problem:
        warn([problem])
        return WRONG


def _answer(asked: Asked) -> int:
    """Do what is asked for, and give the exit code."""
    if asked.command in COMMANDS and not _on_screen(asked):
        if asked.private:
            said = f"--private is for the screens; `winddown {asked.command}` has none."
            warn([f"{said} Nothing was done."])
            return USAGE
        module = import_module(COMMANDS[asked.command])
        return cast(Callable[[Asked], int], module.run)(asked)
    return _open_plain(asked) if _is_plain(asked) else _open(asked)


def _asked(words: Sequence[str]) -> Asked:
    asked = Asked()
    if (known := ALONE.get(tuple(words))) is not None:
        vars(asked).update(known)
    elif words:  # without any, there is nothing to understand
        from winddown.arguments import parser

        parser().parse_args(words, asked)
    return asked


def _on_screen(asked: Asked) -> bool:
    """Tell whether a command that could also print opens its screen; in a pipe it prints."""
    prints = asked.plain or asked.md or asked.last is not None
    return asked.command == "review" and not prints and _has_terminal()


def _has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _is_plain(asked: Asked) -> bool:
    """Tell whether the evening goes in lines of text: asked for, or since there is no screen."""
    has_screen = _has_terminal() and os.environ.get("TERM") != "dumb"
    return asked.command in IN_LINES and (asked.plain or not has_screen)


def _open_plain(asked: Asked) -> int:
    """Ask the evening that the arguments name in lines of text."""
    from winddown.plain.terminal import talk_for

    opening = _opening(asked)
    warn(opening.notices)
    talk = talk_for(opening.occasion.words("plain"))
    from winddown.plain.evening import PlainEvening

    evening = PlainEvening(opening, talk)
    code = 0
    try:
        code = evening.run()
    finally:  # also where a signal ends it
        talk.let_go()
        if evening.kept.problem is not None:
            warn([_left_without(evening.kept.problem, evening.kept.aside)])
    return code or (WRONG if evening.kept.problem is not None else 0)


def _open(asked: Asked) -> int:
    """Open the screens, on the evening that the arguments name."""
    if not _has_terminal():
        raise WinddownError("The settings need a terminal, for their keys and their screen.")
    from winddown import tidying

    tidying.put_off()
    from winddown.unconnected import load_asyncio

    load_asyncio()
    os.environ.setdefault("TEXTUAL_FPS", MOST_PICTURES)
    sys.setswitchinterval(TURN)
    app = _app(asked)
    from winddown.running import run

    code = run(app)
    if app.unkept is not None and app.fault is None:
        warn([_left_without(app.unkept, app.aside)])
        return code or WRONG
    return code


def _left_without(problem: WinddownError, aside: Sequence[str]) -> str:
    """Say what became of what could not be kept in its own file."""
    if not aside:
        return f"What you answered last was not kept. {problem}"
    lies = f"lies in {' and '.join(aside)}"
    if isinstance(problem, OpenElsewhere):
        return f"What you answered here {lies}: tonight was open in another window as well."
    return f"What you answered last {lies}. {problem}"


def _day(asked: Asked) -> Named | None:
    """Give the day that the screens open on; looking back at a month, its last."""
    if asked.command != "review":
        return asked.date
    if asked.month is None or asked.day is not None:
        return asked.day
    from calendar import monthrange  # only where a month is named

    return date(*asked.month, monthrange(*asked.month)[1])


def _opening(asked: Asked) -> Opening:
    """Read what the evening needs."""
    from winddown.opening import open_evening

    return open_evening(
        os.environ,
        errand=ERRANDS.get(asked.command or "", "evening"),
        day=_day(asked),
        short=asked.short,
        pattern=asked.pattern,
        minutes=asked.minutes,
        private=asked.private,
        demo=asked.demo,
    )


def _app(asked: Asked) -> WinddownApp:
    """Read what the evening needs, and make the app that shows it."""
    opening = _opening(asked)
    # Textual asks for both as it is loaded, and takes an empty NO_COLOR for one that is set.
    os.environ["TEXTUAL_COLOR_SYSTEM"] = opening.knows.system
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)
    from winddown.theme_files import worn

    if asked.theme:
        palette, problems = worn(opening.theme_folders, asked.theme)
    else:
        palette, problems = worn(opening.theme_folders, opening.theme, opening.theme_place)
    opening = opening._replace(notices=(*opening.notices, *problems))
    warn(opening.notices)  # on standard error they stay when the screens close
    from winddown.app import WinddownApp

    return WinddownApp(opening, palette)
