"""`winddown export ics`: the open plan, or those of some evenings, for a calendar to read."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from winddown.asked import Asked
from winddown.commands.saying import warn
from winddown.data import evenings as kept
from winddown.data.locations import locations
from winddown.opening import Opening, open_evening
from winddown.routine.plans import open_plan


def export(asked: Asked) -> int:
    """Write what was asked for; give 1 where there is no plan, or a file is not understood.

    Raises:
        NotWritten: the file asked for cannot be written.
    """
    opening = open_evening(os.environ)
    found, problems = _with_plans(asked, opening)
    nothing = "" if found else opening.occasion.words("calendar")["nothing"]
    if found:
        from winddown.data.calendar import calendar_of

        occasion = opening.occasion
        _write(calendar_of(found, occasion.calendar_title, occasion.now()), asked.output)
    warn(filter(None, dict.fromkeys(map(str, (*opening.notices, *problems, nothing)))))
    return 1 if problems or nothing else 0


def _with_plans(asked: Asked, opening: Opening) -> kept.Read:
    """Find the evening whose plan is open, or between two days each that has one."""
    if asked.since is None and asked.until is None:
        occasion = opening.occasion
        found = open_plan((opening.evening, *occasion.past), occasion.today)
        return ([found], []) if found else ([], [])
    first, last = asked.since or date.min, asked.until or date.max
    evenings, problems = kept.load_between(locations(os.environ), first, last)
    return [each for each in reversed(evenings) if each.outreach is not None], problems


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
