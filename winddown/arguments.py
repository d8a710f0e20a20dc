"""What may be said on the command line, and how each of it is explained."""

from __future__ import annotations

import argparse
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from winddown.asked import Format
from winddown.explained import Parser
from winddown.routine.outcome import Outcome

if TYPE_CHECKING:
    _Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def parser() -> Parser:
    """Make the parser of every command, its options named as in `cli.Asked`."""
    top = Parser(
        prog="winddown",
        description="Ten quiet minutes to end the day.\n"
        "Without a command, tonight's evening opens.",
    )
    top.add_argument("--version", action="store_true", help="say which version this is")
    in_lines = "in lines of text, for screen readers and pipes; by itself without a screen"
    tonight = top.add_argument_group("tonight")
    tonight.add_argument("--plain", action="store_true", help=in_lines)
    tonight.add_argument("--short", action="store_true", help="the short evening, two minutes")
    tonight.add_argument("--private", action="store_true", help="write nothing at all")
    tonight.add_argument(
        "--date", type=_day, metavar="DATE", help="another evening: 2026-11-21, or yesterday"
    )
    tonight.add_argument("--theme", metavar="NAME", help="how it looks, for this evening only")
    tonight.add_argument(
        "--demo", action="store_true", help="look around in an invented year; nothing is kept"
    )
    commands = top.add_subparsers(
        title="commands", dest="command", metavar="COMMAND", prog="winddown"
    )
    _parts(commands)
    _by_day(commands)
    _looking_back(commands)
    _own(commands)
    _files(commands)
    for each in commands.choices.values():
        each.add_argument(
            "--demo", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )
    for name in ("breathe", "reach", "review", "settings"):
        _as_before_it(commands.choices[name])
    return top


def _command(among: _Commands, name: str, about: str) -> Parser:
    """Add a command: in a few words in the list, and in a sentence by itself."""
    return among.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.")


def _parts(commands: _Commands) -> None:
    """What of an evening can be had by itself."""
    breathe = _command(commands, "breathe", "only breathing, at once")
    breathe.add_argument(
        "--pattern", metavar="ID", help="the pattern to begin with: long-out, box ..."
    )
    breathe.add_argument("--minutes", type=_minutes, metavar="N", help="how long, 1 to 60 minutes")
    _command(commands, "reach", "only one small thing for tomorrow")
    for name in ("breathe", "reach"):
        commands.choices[name].add_argument(
            "--plain", action="store_true", default=argparse.SUPPRESS, help="in lines of text"
        )


def _as_before_it(screen: Parser) -> None:
    """Understand after a command, too, what is said before it of what a screen writes and wears."""
    quietly, unless_said = argparse.SUPPRESS, argparse.SUPPRESS
    screen.add_argument("--private", action="store_true", default=unless_said, help=quietly)
    screen.add_argument("--theme", metavar="NAME", default=unless_said, help=quietly)


def _own(commands: _Commands) -> None:
    """What makes it one's own: lists and words, looks, and the config."""
    _command(commands, "settings", "your lists, people, words and looks, on screen")
    _command(commands, "themes", "every look there is, in its colours")
    config = _command(commands, "config", "your config: make, open and check it")
    actions = config.add_subparsers(title="actions", dest="action", metavar="ACTION", required=True)
    _command(actions, "init", "write one with every key explained and commented out")
    _command(actions, "edit", "open it in your editor, and check it afterwards")
    _command(actions, "check", "name what cannot be used, with its line")
    _command(actions, "path", "say where everything lies")


def _by_day(commands: _Commands) -> None:
    """What is at hand by day: the open plan, what became of it, and someone to turn to."""
    today = _command(commands, "today", "the one small thing you planned, in one line")
    today.add_argument(
        "--hint", action="store_true", help="on its day, one line that gives nothing away"
    )
    followup = _command(commands, "followup", "say what became of it")
    followup.add_argument(
        "outcome", choices=get_args(Outcome), metavar="OUTCOME", help=", ".join(get_args(Outcome))
    )
    followup.add_argument("--felt", type=_degree, metavar="N", help="how it felt, 0 to 10")
    followup.add_argument(
        "--note",
        default="",
        metavar="TEXT",
        help="anything to remember of it; - reads it, out of others' sight",
    )
    _command(commands, "support", "people and lines to turn to, without any screen")
    remind = _command(commands, "remind", "a recipe for a daily reminder; nothing is installed")
    remind.add_argument("--at", type=_time, required=True, metavar="TIME", help="such as 21:30")


def _looking_back(commands: _Commands) -> None:
    """What has been: looked back on, written out, and brought in again."""
    review = _command(commands, "review", "look back")
    which = review.add_mutually_exclusive_group()
    which.add_argument("day", nargs="?", type=_day, metavar="DATE", help="open on this evening")
    review.add_argument("--plain", action="store_true", help="print it in lines, without a screen")
    review.add_argument("--month", type=_month, metavar="MONTH", help="one month, such as 2026-11")
    which.add_argument("--last", type=_number, metavar="N", help="print only the newest N evenings")
    review.add_argument("--md", action="store_true", help="print it as Markdown, to take along")
    export = _command(commands, "export", "your evenings as md, csv or json, the plan as ics")
    export.add_argument(
        "format", choices=get_args(Format), metavar="FORMAT", help=", ".join(get_args(Format))
    )
    export.add_argument("--since", type=_date, metavar="DATE", help="from this evening on")
    export.add_argument("--until", type=_date, metavar="DATE", help="up to this evening")
    export.add_argument("-o", dest="output", metavar="FILE", help="write to a file")
    export.add_argument(
        "--without-text", action="store_true", help="md: leave out what you wrote in your own words"
    )
    take_in = _command(commands, "import", "bring in what export json wrote")
    take_in.add_argument("file", metavar="FILE", help="what export json wrote; - reads a pipe")


def _files(commands: _Commands) -> None:
    """What is done with the files themselves; and what the whole is."""
    check = _command(commands, "check", "look through all your files; changes nothing")
    check.add_argument(
        "--restore",
        nargs="?",
        const="",
        type=_to_restore,
        metavar="DATE",
        help="put an evening, or config, back from its copy; without one, what needs it",
    )
    check.add_argument("--yes", action="store_true", help="even where it is fine, without asking")
    forget = _command(commands, "forget", "delete an evening and every trace of it")
    which = forget.add_mutually_exclusive_group(required=True)
    which.add_argument("day", nargs="?", type=_day, metavar="DATE", help="this evening")
    which.add_argument("--all", dest="everything", action="store_true", help="all evenings")
    forget.add_argument(
        "--config", dest="with_config", action="store_true", help="with --all: your config, too"
    )
    forget.add_argument("--yes", action="store_true", help="without asking")
    _command(commands, "about", "what this is and is not, privacy, and the sources")


def _degree(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 10):
        raise argparse.ArgumentTypeError("give a whole number from 0 to 10")
    return int(text)


def _time(text: str) -> time:
    try:
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007  a time of day has no zone
    except ValueError:
        raise argparse.ArgumentTypeError("give a time of day like 21:30") from None


def _month(text: str) -> tuple[int, int]:
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError("give a month like 2026-11") from None
    return first.year, first.month


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 60):
        raise argparse.ArgumentTypeError("give a whole number of minutes from 1 to 60")
    return int(text)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError("give a whole number of evenings, 1 or more")
    return int(text)


def _day(text: str) -> date | Literal["yesterday"]:
    if text == "yesterday":
        return "yesterday"
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("give a date like 2026-11-21, or yesterday") from None


def _to_restore(text: str) -> date | Literal["yesterday", "config", ""]:
    if text == "":
        return ""
    if text == "config":
        return "config"
    try:
        return _day(text)
    except argparse.ArgumentTypeError as problem:
        raise argparse.ArgumentTypeError(f"{problem}, or config") from None


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("give a date like 2026-11-21") from None
