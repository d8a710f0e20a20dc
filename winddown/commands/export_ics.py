"""`winddown export ics`: the open plan, or those of some evenings, for a calendar to read."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

from winddown.asked import Asked
from winddown.commands.saying import warn
from winddown.data import evenings as kept
from winddown.data.by_day import at_hand
from winddown.data.locations import Locations, locations
from winddown.opening import open_evening
from winddown.routine.plans import is_open


def export(asked: Asked) -> int:
    """Write what was asked for; give 1 where there is no plan, or a file is not understood.

    Raises:
        NotWritten: the file asked for cannot be written.
    """
    where, opening = locations(os.environ), open_evening(os.environ)
    occasion, now = opening.occasion, opening.occasion.now()
    found, problems = _with_plans(asked, where, now)
    nothing = "" if found else occasion.words("calendar")["nothing"]
    if found:
        from winddown.data.calendar import calendar_of  # slow to load

        _write(calendar_of(found, occasion.calendar_title, now), asked.output)
    warn(filter(None, dict.fromkeys(map(str, (*opening.notices, *problems, nothing)))))
    return 1 if problems or nothing else 0


def _with_plans(asked: Asked, where: Locations, now: datetime) -> kept.Read:
    """Find the evening whose plan is open, or between two days each that has one, oldest first."""
    if asked.since is None and asked.until is None:
        today, evening, problems = at_hand(where, now)
        near = [evening] if evening else []
        found = [each for each in near if each.outreach and is_open(each.outreach, today)]
        return found, list(problems)
    first, last = asked.since or date.min, asked.until or date.max
    evenings, unread = kept.load_between(where, first, last)
    return [each for each in reversed(evenings) if each.outreach is not None], unread


def _write(text: str, output: str | None) -> None:
    """Write a calendar where it is asked for; its letters and line ends are the same everywhere."""
    if output is None or output == "-":
        try:
            sys.stdout.buffer.write(text.encode())
            sys.stdout.flush()
        except BrokenPipeError:
            # What is still to be written goes nowhere, so that Python cannot stumble at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    from winddown.data.toml_file import write_atomically

    write_atomically(Path(output), text)
