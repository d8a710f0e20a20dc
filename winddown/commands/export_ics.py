"""`winddown export ics`: the open plan, or those of some evenings, for a calendar to read."""

from __future__ import annotations

import os
from datetime import date, datetime

from winddown.asked import Asked
from winddown.commands.export import give
from winddown.commands.saying import warn
from winddown.data import evenings as kept
from winddown.data.by_day import at_hand
from winddown.data.locations import Locations, locations
from winddown.opening import open_evening
from winddown.routine.plans import is_open


def export(asked: Asked) -> int:
    """Write what was asked for; give 1 where there is no plan, or a file is not understood.

    Raises:
        WinddownError: it could not be written where it was asked for.
    """
    where, opening = locations(os.environ), open_evening(os.environ)
    occasion, now = opening.occasion, opening.occasion.now()
    found, problems = _with_plans(asked, where, now)
    is_of_days = asked.since is not None or asked.until is not None
    say = occasion.words("calendar")
    nothing = "" if found else say["nothing_then" if is_of_days else "nothing_open"]
    if found:
        from winddown.data.calendar import calendar_of  # slow to load

        give([calendar_of(found, occasion.calendar_title, now)], asked.output)
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
