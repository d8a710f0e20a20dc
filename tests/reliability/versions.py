"""Every name that a sync program gives, every choice and its undo: counted once, lost never."""

from __future__ import annotations

import tempfile
from itertools import islice, product

from tests.reliability.figure import Figure
from tests.unit.data.beside import HERE, THERE, pair, stands
from tests.unit.data.homes import DAY, put
from tests.unit.data.sync_names import NONE, VERSIONS
from tests.unit.data.taking_away import archive
from winddown.data import evenings
from winddown.data.locations import Locations, locations

PROMISE = "What sync programs leave beside an evening is never counted, and never lost."

NAMES = [*(each.name for each in VERSIONS.values()), *NONE.values()]


def measure(scale: float = 1.0) -> Figure:
    """Leave a version under each name, choose each of the two, and take that back."""
    cases = list(islice(product(NAMES, (0, 1)), max(1, round(scale * 2 * len(NAMES)))))
    twice = lost = chosen = 0
    for name, at in cases:
        with tempfile.TemporaryDirectory() as folder:
            home = locations({"WINDDOWN_HOME": folder})
            put(home, HERE).with_name(name).write_bytes(THERE)
            before = stands(home)
            twice += not _is_one(home)
            if archive(home).several():
                chosen += 1
                lost += not _is_kept(home, at, before)
            lost += stands(home) != before
    return Figure(
        promise=PROMISE,
        tried=f"{len(cases)} names and choices, {chosen} of them settled and taken back",
        result=f"{twice} counted twice, {lost} lost",
        kept=not twice and not lost,
    )


def _is_one(home: Locations) -> bool:
    """Tell whether only the evening's own is read."""
    read, problems = evenings.load_all(home)
    seen = list(archive(home).evenings())
    return len(read) == len(seen) == 1 and not problems and read == seen


def _is_kept(home: Locations, at: int, before: dict[str, bytes]) -> bool:
    """Choose one of the two, and tell whether both stand then, and stand as before afterwards."""
    back = archive(home)
    two = pair(back)
    kept, other = two[at], two[1 - at]
    if kept is None or other is None:
        return False
    made = back.choose(kept, other)
    wanted = before[kept.file]
    is_chosen = home.evening(DAY).read_bytes() == wanted and _is_one(home)
    is_other_kept = before[other.file] in stands(home).values() and len(stands(home)) == len(before)
    back.take_back(made)
    return is_chosen and is_other_kept and stands(home) == before
