"""Tells whether another program took answers out of an evening's file that stand nowhere else."""

from __future__ import annotations

from contextlib import suppress

from winddown.data.evening_file import read_evening, understood
from winddown.data.locations import Locations
from winddown.data.missing import missing
from winddown.data.records import Table, tables_of
from winddown.errors import UnreadableEvening
from winddown.routine.evening import CIRCUMSTANCES, Evening


def is_given_up(locations: Locations, evening: Evening, table: Table) -> bool:
    """Tell whether an answer of an evening is neither in a table nor in another version of it."""
    kind, whole = type(evening), tables_of(evening)
    answers = {key: value for key, value in whole.items() if key not in CIRCUMSTANCES}
    gone = missing(kind, answers, table)
    if not gone:
        return False
    for path in locations.backups.glob(f"{evening.evening}-other-version-*.toml"):
        with suppress(UnreadableEvening):
            copy = read_evening(path)
            if copy is not None:
                understood(kind, copy, evening.evening)
                if not missing(kind, gone, copy.table):
                    return False
    return True
