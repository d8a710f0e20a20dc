"""`winddown forget`: deletes an evening, or all of them, with every trace; asks first."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from winddown.asked import Asked
from winddown.commands.asking import agrees, has_terminal
from winddown.commands.named_day import day_meant
from winddown.commands.saying import say, warn
from winddown.data.beside import allowing, closed_in
from winddown.data.forgetting import forget
from winddown.data.holding import refuse_held, refuse_open
from winddown.data.locations import Locations, locations
from winddown.data.traces import all_traces, days_held, strangers, traces_of
from winddown.errors import WinddownError
from winddown.routine.text import visible
from winddown.routine.wrapping import wrapped

WIDTH = 72

MOST = 20
"""So many files are named one by one."""

OUT_OF_REACH = (
    "This could not reach: other computers that a sync program has copied to, and what it keeps "
    "of earlier versions; snapshots and backups of this disk; files you exported or printed; a "
    "calendar that took in a plan. On most disks, what was deleted can be recovered for a while."
)


def run(asked: Asked) -> int:
    """Delete what was asked for; give 1 where something of it still stands.

    Raises:
        WinddownError: there is nobody to ask, an evening is open in another window, or not
            everything can be looked into.
    """
    where = locations(os.environ)
    if asked.with_config and not asked.everything:
        raise WinddownError("--config goes with --all; nothing was deleted.")
    day = None
    if asked.day is not None:
        day = day_meant(where, asked.day, datetime.now())  # noqa: DTZ005  the clock on the wall
    refuse_open(where)
    # A window on another evening may be answering about this one's plan.
    for held in days_held(where):
        refuse_held(where, held)
    if closed := closed_in(where):
        allow = allowing(closed[0], "rwx")
        raise WinddownError(f"{closed[0]} may not be looked into, so nothing was deleted; {allow}.")
    paths = _found(where, day, with_config=asked.with_config)
    if not paths:
        say([f"Nothing is kept of {day}." if day else "Nothing is kept."])
        return 0
    if not asked.yes:
        say(_shown(_asked_about(where, day, paths, with_config=asked.with_config)))
        if not has_terminal():
            raise WinddownError(
                "There is no terminal to ask on, so nothing was deleted; --yes goes without asking."
            )
        if not agrees("Type forget to go on, or enter to keep everything:", {"forget", "yes"}):
            say(["Nothing was deleted."])
            return 0
    gone, problems = forget(where, paths, with_state=day is None)
    say(_shown(_told(where, day, gone, with_config=asked.with_config)))
    warn(map(visible, problems))
    return 1 if problems else 0


def _found(where: Locations, day: date | None, *, with_config: bool) -> list[Path]:
    return traces_of(where, day) if day else all_traces(where, with_config=with_config)


def _asked_about(
    where: Locations, day: date | None, paths: list[Path], *, with_config: bool
) -> Iterator[str]:
    """Say exactly what would go."""
    yield f"{_files(len(paths))} of {day or 'all your evenings'} would be deleted for good:"
    if len(paths) <= MOST:
        yield from (f"  {path}" for path in paths)
    else:
        for folder, number in Counter(path.parent for path in paths).items():
            yield f"  {number} in {folder}"
    if day is None and not with_config:
        yield from _config_stays(where)


def _config_stays(where: Locations) -> Iterator[str]:
    if where.config.is_dir():
        yield from wrapped(
            f"Your config, themes and words in {where.config} stay; "
            "`winddown forget --all --config` deletes them, too.",
            WIDTH,
        )


def _told(where: Locations, day: date | None, gone: int, *, with_config: bool) -> Iterator[str]:
    """Say what is gone, what was left, and what is out of reach."""
    if not gone:
        yield "Nothing was deleted."
        return
    yield f"{_files(gone)} {'is' if gone == 1 else 'are'} gone."
    left = strangers(where, day, with_config=with_config)
    if left:
        yield "These were not made by winddown, and are left where they are:"
        yield from (f"  {path}" for path in left[:MOST])
        if len(left) > MOST:
            yield f"  and {len(left) - MOST} more"
    if day is None and not with_config:
        yield from _config_stays(where)
    yield from wrapped(OUT_OF_REACH, WIDTH)


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number:,} files"


def _shown(lines: Iterator[str]) -> Iterator[str]:
    return map(visible, lines)
