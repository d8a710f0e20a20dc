"""Looks through everything kept of evenings, and says in a sentence each what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from winddown.data.beside import allowing, closed_above, is_folder
from winddown.data.closedness import not_closed
from winddown.data.evening_file import days_kept, is_newer, read_evening, understood
from winddown.data.locations import Locations
from winddown.data.restoring import copy_of, missing
from winddown.data.strays import strays
from winddown.errors import UnreadableEvening
from winddown.routine.evening import Evening


class Checked(NamedTuple):
    """What was found; nothing was changed."""

    fine: int
    """So many evenings are understood."""
    said: list[str]
    """A sentence for each thing that is wrong."""


def check(where: Locations) -> Checked:
    """Read every evening, and look at everything that stands around them."""
    if above := closed_above(where):
        return Checked(
            0, [f"{above}: you are not allowed to look into this; {allowing(above, 'rwx')}."]
        )
    fine, said, broken = 0, list[str](), list[date]()
    for day in days_kept(where):
        if isinstance(day, UnreadableEvening):
            said.append(_told(day))
        elif problem := problem_of(where, day):
            said.append(problem)
            broken.append(day)
        else:
            fine += 1
    said += [*strays(where), *not_closed(where), *_to_put_back(where, broken)]
    return Checked(fine, said)


def problem_of(where: Locations, day: date) -> str:
    """Say what is wrong with an evening's file; empty where it is fine, or there is none."""
    path = where.evening(day)
    try:
        file = read_evening(path)
        if file is None:
            return ""
        understood(Evening, file, day)
    except UnreadableEvening as problem:
        return _told(problem)
    if not is_newer(file):
        return ""
    line = file.line_of(("schema",))
    reason = "it was made by a newer winddown, so this one only reads it"
    return f"{path} line {line}: {reason}; update winddown to go on with it."


def _told(problem: UnreadableEvening) -> str:
    """Say it as it is said elsewhere, unless all it takes is to let oneself in."""
    path = problem.path
    if os.access(path, os.F_OK) and not os.access(path, os.R_OK):
        mode = "rwx" if is_folder(path) else "rw"
        return f"{path}: you are not allowed to read this; {allowing(path, mode)}."
    return str(problem)


def _to_put_back(where: Locations, broken: list[date]) -> Iterator[str]:
    for day in broken:
        if copy_of(where, str(day)):
            yield f"A copy of {day} is kept; `winddown check --restore {day}` puts it back."
    for day in missing(where):
        yield (
            f"The evening of {day} is gone, and a copy of it is kept: `winddown check --restore "
            f"{day}` puts it back, `winddown forget {day}` lets it go."
        )
