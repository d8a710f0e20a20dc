"""`winddown import`: brings in what `export json` wrote, and writes over nothing."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

from winddown.asked import Asked
from winddown.commands.saying import say, warn
from winddown.data.importing import Arrivals, Came, entries_in, understood
from winddown.data.locations import Locations, locations
from winddown.errors import NotWritten, WinddownError
from winddown.refused import plainly
from winddown.routine.text import visible


def run(asked: Asked) -> int:
    """Bring evenings in; give 1 where one of them was not understood or not written.

    Raises:
        WinddownError: the file cannot be read, or is not what `export json` writes.
    """
    name = "What was piped in" if asked.file == "-" else visible(asked.file)
    entries = entries_in(_content(asked.file, name), name)
    where = locations(os.environ)
    arrivals = Arrivals(where)
    came: Counter[Came] = Counter()
    problems: list[str] = []
    for place, entry in enumerate(entries, 1):
        try:
            incoming = understood(entry)
            how, path = arrivals.take_in(incoming)
        except NotWritten as problem:
            problems.append(str(problem))
            break  # the next one would not be written either
        except WinddownError as problem:
            problems.append(f"evening {place}: {str(problem).removesuffix('.')}.")
            continue
        came[how] += 1
        if how == "beside":
            stays = f"{incoming.day} is another one here, and stays as it is"
            say([f"{stays}; the one brought in is kept as {path.name}."])
    say([_summary(came, where)])
    warn(problems)
    return 1 if problems else 0


def _content(file: str, name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as problem:
        reason = plainly(problem) if isinstance(problem, OSError) else "it has no such name"
    raise WinddownError(f"{name} cannot be read: {reason}.")


def _summary(came: Counter[Came], where: Locations) -> str:
    """Say what came in, in a line."""
    told = []
    if came["same"]:
        told.append(f"{_evenings(came['same'])} stood here already")
    if came["beside"]:
        told.append(f"{_are(came['beside'])} kept beside yours in {where.backups}")
    if came["beside-before"]:
        told.append(f"{_are(came['beside-before'])} in {where.backups} since an earlier time")
    new = f"{_evenings(came['new'])} came in" if came["new"] else "Nothing new came in"
    return f"{new}{': ' if told else ''}{', and '.join(told)}."


def _evenings(number: int) -> str:
    return "1 evening" if number == 1 else f"{number} evenings"


def _are(number: int) -> str:
    return "1 is" if number == 1 else f"{number} are"
