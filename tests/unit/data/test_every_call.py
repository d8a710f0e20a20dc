"""Whichever call of a save fails or is its last, what was kept stands, old or new, and whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.reliability import faulty, tracing
from tests.reliability.saves import ACTS, home_in
from tests.reliability.system_calls import ERRORS, WITHIN, Homes, Tally, folder_in_memory, try_act

CHANGING = {
    "fchmod": {"fchmod"},
    "fsync": {"fsync"},
    "flock": {"flock"},
    "link": {"link", "linkat"},
    "mkdir": {"mkdir", "mkdirat"},
    "rename": {"rename", "renameat", "renameat2"},
    "replace": {"rename", "renameat", "renameat2"},
    "rmdir": {"rmdir"},
    "unlink": {"unlink", "unlinkat"},
    "write": {"write", "pwrite64", "writev"},
}
"""What changes something on a disk or holds something there, and what the system calls it."""


@pytest.fixture
def folder() -> Iterator[Path]:
    with folder_in_memory() as quick:
        yield quick


@pytest.mark.parametrize("name", ACTS)
def test_whatever_is_written_each_call_may_fail_and_each_may_be_the_last(
    folder: Path, name: str
) -> None:
    tally = Tally()
    # Two of a call's seven cases each, and other ones of the next call.
    try_act(folder, name, ACTS[name], WITHIN, tally, every=3)
    assert tally.kills > 5
    assert tally.failures > 30
    assert (tally.torn, tally.left, tally.other) == ([], [], [])


def test_an_answer_outlives_every_error_of_every_call(folder: Path) -> None:
    tally, name = Tally(), "an answer in an evening that stands"
    try_act(folder, name, ACTS[name], WITHIN, tally)
    assert tally.failures == tally.calls * len(ERRORS)
    assert tally.kills == tally.calls > 30
    assert (tally.torn, tally.left, tally.other) == ([], [], [])


@pytest.mark.parametrize("name", ACTS)
def test_all_is_on_the_disk_before_it_takes_its_name_and_the_name_is_then(
    folder: Path, name: str
) -> None:
    homes = Homes(folder, ACTS[name])
    with homes.another() as home:
        seen = faulty.calls_within(partial(homes.act.do, home_in(home)))
    made = [call.name for call in seen if call.name in CHANGING and call.name != "flock"]
    for place, call in enumerate(made):
        if call == "write" and "write" not in made[place + 1 :]:
            assert made[place + 1 : place + 3] == ["fsync", "replace"]
        if call in ("replace", "mkdir", "link"):
            assert made[place + 1] == "fsync"
    assert "fsync" in made or name == "an evening taken away"


@pytest.mark.skipif(bool(tracing.why_not()), reason="nothing can be traced here")
@pytest.mark.parametrize("name", ACTS)
def test_no_call_that_changes_something_escapes(folder: Path, name: str) -> None:
    homes = Homes(folder, ACTS[name])
    with homes.another() as one, homes.another() as other:
        seen = faulty.calls_within(partial(homes.act.do, home_in(one)))
        made = tracing.calls_of(partial(homes.act.do, home_in(other)))
    of_system = {known: names for names in CHANGING.values() for known in names}
    within = Counter(frozenset(CHANGING[call.name]) for call in seen if call.name in CHANGING)
    outside = Counter(frozenset(of_system[call.name]) for call in made if call.name in of_system)
    assert within == outside
    assert sum(outside.values()) > 3
