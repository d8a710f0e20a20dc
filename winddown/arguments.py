"""What may be said on the command line, and how each of it is explained."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Literal


def parser() -> argparse.ArgumentParser:
    """Make the parser of every command, its options named as in `cli.Asked`."""
    top = argparse.ArgumentParser(
        prog="winddown",
        description="Ten quiet minutes to end the day.",
        epilog="Without a command, tonight's evening opens.",
    )
    top.add_argument("--version", action="store_true", help="say which version this is")
    top.add_argument("--short", action="store_true", help="the short evening, about two minutes")
    top.add_argument(
        "--date", type=_day, metavar="DATE", help="another evening: 2026-11-21, or yesterday"
    )
    top.add_argument("--theme", metavar="NAME", help="how it looks, for this evening only")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    breathe = commands.add_parser("breathe", help="only breathing, at once")
    breathe.add_argument(
        "--pattern", metavar="ID", help="the pattern to begin with: long-out, box ..."
    )
    breathe.add_argument("--minutes", type=_minutes, metavar="N", help="how long, 1 to 60 minutes")
    breathe.add_argument(
        "--theme", metavar="NAME", default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    commands.add_parser("settings", help="your lists, people, words and looks, on screen")
    config = commands.add_parser("config", help="your config: make, open and check it")
    actions = config.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("init", help="write one with every key explained and commented out")
    actions.add_parser("edit", help="open it in your editor, and check it afterwards")
    actions.add_parser("check", help="name what cannot be used, with its line")
    actions.add_parser("path", help="say where everything lies")
    commands.add_parser("themes", help="every look there is, in its colours")
    return top


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 60):
        raise argparse.ArgumentTypeError("give a whole number of minutes from 1 to 60")
    return int(text)


def _day(text: str) -> date | Literal["yesterday"]:
    if text == "yesterday":
        return "yesterday"
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("give a date like 2026-11-21, or yesterday") from None
