"""`winddown today`: the one small thing that is open, in a line; nothing where there is none."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from stat import S_ISREG

from winddown.asked import Asked
from winddown.commands.saying import say, warn
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError

REACHES_BACK_DAYS = 22
"""As in `routine.plans`, which would take longer to load than a prompt should; a test compares."""

NOON = 12
"""From this hour on, the day is the calendar's whatever the config says."""

LIMIT = 4 * 1024 * 1024
"""Bytes of one evening's file, as in `data.evening_file`."""


def run(asked: Asked) -> int:
    """Tell the plan or hint at it. Neither that there is none nor a broken file is a mistake."""
    where, now = locations(os.environ), datetime.now()  # noqa: DTZ005  the clock on the wall
    if asked.hint:
        say(hint(where, now))
        return 0
    lines, problems = told(where, now)
    say(lines)
    warn(problems)
    return 0


def told(where: Locations, now: datetime) -> tuple[list[str], tuple[WinddownError, ...]]:
    """Give the plan in one line, or none, and what could not be read on the way to it."""
    from winddown.data.by_day import at_hand, words
    from winddown.routine.plans import is_open
    from winddown.routine.prose import plan_line
    from winddown.routine.text import visible

    today, evening, problems = at_hand(where, now)
    plan = evening.outreach if evening else None
    if plan is None or not is_open(plan, today):
        return [], problems
    return [visible(plan_line(plan, today, words(where, "plan")))], problems


def hint(where: Locations, now: datetime) -> list[str]:
    """Give a line that tells no name and no plan, on the plan's own day and on no other.

    On the days after, when it still waits to be told about, a prompt that went on
    hinting would only press. This is run before every prompt, so on days that no
    plan was made for it loads nothing but the newest files.
    """
    if not _is_named(where, now):
        return []
    from winddown.data.by_day import at_hand, words
    from winddown.routine.plans import is_open
    from winddown.routine.text import visible

    today, evening, _ = at_hand(where, now)
    plan = evening.outreach if evening and evening.evening < today else None
    if plan is None or plan.on != today or not is_open(plan, today):
        return []
    return [visible(words(where, "by_day")["hint"])]


def _is_named(where: Locations, now: datetime) -> bool:
    """Tell whether a file of an evening before today has today's date anywhere in it."""
    today = now.date()
    days = [today] if now.hour >= NOON else [today, today - timedelta(days=1)]
    for ago in range(1, REACHES_BACK_DAYS + len(days)):
        evening = today - timedelta(days=ago)
        if _names(where.evening(evening), [day for day in days if day > evening]):
            return True
    return False


def _names(path: Path, days: list[date]) -> bool:
    try:
        status = os.stat(path)  # noqa: PTH116  run before every prompt, so as little as can be
        if not S_ISREG(status.st_mode) or status.st_size > LIMIT:
            return False  # a pipe would keep the prompt waiting for ever
        text = path.read_bytes()
    except OSError:
        return False
    return any(day.isoformat().encode() in text for day in days)
