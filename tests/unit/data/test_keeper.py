"""Keeping evenings while a person goes on: nothing waits, nothing is lost, trouble is told."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from tests.unit.data.homes import BEGUN
from winddown.data.keeper import AFTER, Keeper
from winddown.errors import WinddownError
from winddown.routine.evening import Evening

TIRED = replace(BEGUN, tonight="tired")
NOTED = replace(TIRED, note="rain")
OTHER = replace(TIRED, evening=BEGUN.evening.replace(day=1))


class Disk:
    """Stands in for the disk: remembers what was written, and can be slow or full."""

    def __init__(self) -> None:
        self.written: list[tuple[Evening | None, Evening]] = []
        self.free = threading.Event()
        self.free.set()
        self.full = False
        self.fault: Exception | None = None
        self.refused: set[date] = set()
        self.told: list[str] = []

    def save(self, known: Evening | None, evening: Evening) -> None:
        self.free.wait(10)
        if self.fault is not None:
            raise self.fault
        if self.full or evening.evening in self.refused:
            raise WinddownError("The disk is full.")
        self.written.append((known, evening))

    def tell(self, problem: WinddownError) -> None:
        self.told.append(str(problem))

    def keeper(self) -> Keeper:
        return Keeper(self.save, self.tell, lambda: self.told.append("relief"))


async def test_each_state_is_written_against_the_one_before_it() -> None:
    disk = Disk()
    keeper = disk.keeper()
    keeper.keep(TIRED)
    await keeper.flush()
    keeper.keep(NOTED)
    await keeper.flush()
    assert disk.written == [(None, TIRED), (TIRED, NOTED)]


async def test_an_evening_read_from_disk_is_what_the_first_change_is_against() -> None:
    disk = Disk()
    keeper = disk.keeper()
    keeper.knows(TIRED)
    assert keeper.has_file(TIRED.evening)
    keeper.keep(NOTED)
    await keeper.flush()
    assert disk.written == [(TIRED, NOTED)]


async def test_what_stands_on_disk_already_is_not_written_again() -> None:
    disk = Disk()
    keeper = disk.keeper()
    keeper.knows(TIRED)
    keeper.keep(TIRED)
    await keeper.flush()
    assert disk.written == []


async def test_a_slow_disk_is_given_only_the_newest_state() -> None:
    disk = Disk()
    disk.free.clear()
    keeper = disk.keeper()
    keeper.keep(TIRED)
    await asyncio.sleep(0.05)
    for letters in ("r", "ra", "rai", "rain"):
        keeper.keep(replace(TIRED, note=letters))
    disk.free.set()
    await keeper.flush()
    assert disk.written == [(None, TIRED), (TIRED, NOTED)]


async def test_an_answer_taken_back_while_it_is_being_written_is_taken_back_on_disk() -> None:
    disk = Disk()
    keeper = disk.keeper()
    keeper.knows(TIRED)
    disk.free.clear()
    keeper.keep(NOTED)
    await asyncio.sleep(0.05)
    keeper.keep(TIRED)
    disk.free.set()
    await keeper.flush()
    assert disk.written[-1] == (NOTED, TIRED)


async def test_a_first_answer_on_its_way_counts_as_kept() -> None:
    disk = Disk()
    disk.free.clear()
    keeper = disk.keeper()
    assert not keeper.has_file(TIRED.evening)
    keeper.keep(TIRED)
    await asyncio.sleep(0.05)
    assert keeper.has_file(TIRED.evening)
    disk.free.set()
    await keeper.flush()
    assert disk.written == [(None, TIRED)]


async def test_two_evenings_are_kept_apart() -> None:
    disk = Disk()
    keeper = disk.keeper()
    keeper.keep(TIRED)
    keeper.keep(OTHER)
    await keeper.flush()
    assert disk.written == [(None, TIRED), (None, OTHER)]


async def test_trouble_is_told_and_the_next_answer_is_tried_whole() -> None:
    disk = Disk()
    keeper = disk.keeper()
    disk.full = True
    keeper.keep(TIRED)
    await keeper.flush()
    assert disk.told == ["The disk is full."]
    disk.full = False
    keeper.keep(NOTED)
    await keeper.flush()
    assert disk.written == [(None, NOTED)]


async def test_what_could_not_be_written_is_tried_again_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("winddown.data.keeper.AGAIN", 0.01)
    disk = Disk()
    keeper = disk.keeper()
    disk.full = True
    keeper.keep(TIRED)
    await asyncio.sleep(0.2)
    assert str(keeper.problem) == "The disk is full."
    assert keeper.unkept == (TIRED,)
    disk.full = False
    await asyncio.sleep(0.2)
    assert disk.written == [(None, TIRED)]
    assert keeper.problem is None


async def test_trouble_that_stays_the_same_is_told_once_and_its_end_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("winddown.data.keeper.AGAIN", 0.01)
    disk = Disk()
    keeper = disk.keeper()
    disk.full = True
    keeper.keep(TIRED)
    await asyncio.sleep(0.2)
    assert disk.told == ["The disk is full."]
    disk.full = False
    await asyncio.sleep(0.2)
    assert disk.told == ["The disk is full.", "relief"]


async def test_an_answer_taken_back_while_the_disk_is_full_never_comes_to_it() -> None:
    disk = Disk()
    keeper = disk.keeper()
    disk.full = True
    keeper.keep(NOTED)
    await keeper.flush()
    keeper.keep(TIRED)
    disk.full = False
    await keeper.flush()
    assert disk.written == [(None, TIRED)]


async def test_one_evening_that_cannot_be_written_keeps_no_other_from_it() -> None:
    disk = Disk()
    disk.refused = {TIRED.evening}
    keeper = disk.keeper()
    keeper.keep(TIRED)
    keeper.keep(OTHER)
    await keeper.flush()
    assert disk.written == [(None, OTHER)]
    disk.refused = set()
    await keeper.flush()
    assert disk.written == [(None, OTHER), (None, TIRED)]


async def test_what_a_fault_in_the_program_kept_from_the_disk_goes_on_waiting() -> None:
    disk = Disk()
    disk.fault = ZeroDivisionError()
    keeper = disk.keeper()
    keeper.keep(TIRED)
    with pytest.raises(ZeroDivisionError):
        await keeper.flush()
    assert keeper.has_file(TIRED.evening)
    disk.fault = None
    await keeper.flush()
    assert disk.written == [(None, TIRED)]


async def test_there_is_nothing_to_wait_for_when_nothing_was_answered() -> None:
    await Disk().keeper().flush()


async def test_what_went_wrong_beside_a_save_is_told_and_the_evening_counts_as_kept() -> None:
    told: list[str] = []
    written: list[Evening] = []

    def save(_: Evening | None, evening: Evening) -> WinddownError | None:
        written.append(evening)
        return None if len(written) > 1 else WinddownError("There is no copy.")

    keeper = Keeper(save, lambda problem: told.append(str(problem)))
    keeper.keep(TIRED)
    await keeper.flush()
    assert (keeper.problem, written, told) == (None, [TIRED], ["There is no copy."])
    keeper.keep(NOTED)
    await keeper.flush()
    assert (written, told) == ([TIRED, NOTED], ["There is no copy."])


async def test_what_is_not_on_disk_when_the_program_breaks_is_written_without_the_loop() -> None:
    disk = Disk()
    disk.refused = {OTHER.evening}
    keeper = disk.keeper()
    keeper.keep(OTHER)
    await keeper.flush()
    disk.refused = set()
    keeper.keep(TIRED)
    keeper.finish()
    assert {evening for _, evening in disk.written} == {OTHER, TIRED}
    await keeper.flush()


async def test_whoever_no_longer_waits_for_a_write_does_not_call_it_off() -> None:
    disk = Disk()
    disk.free.clear()
    keeper = disk.keeper()
    keeper.keep(TIRED)
    waiting = asyncio.create_task(keeper.flush())
    await asyncio.sleep(0)
    waiting.cancel()
    disk.free.set()
    await keeper.flush()
    assert [evening for _, evening in disk.written] == [TIRED]


async def test_an_evening_that_was_taken_away_is_written_whole_when_it_comes_again() -> None:
    disk = Disk()
    keeper = disk.keeper()
    keeper.knows(TIRED)
    keeper.knows(OTHER)
    keeper.forgets(TIRED.evening)
    keeper.forgets(TIRED.evening)
    assert not keeper.has_file(TIRED.evening)
    assert keeper.has_file(OTHER.evening)
    keeper.keep(NOTED)
    await keeper.flush()
    assert disk.written == [(None, NOTED)]


async def test_an_answer_is_first_seen_and_then_written() -> None:
    """So that the key that gave it waits for no disk; and the writing for no pause in the keys."""
    disk = Disk()
    keeper = disk.keeper()
    keeper.keep(TIRED)
    await asyncio.sleep(0)
    assert disk.written == []
    began = asyncio.get_running_loop().time()
    states = (replace(TIRED, note="x" * number) for number in count(1))
    while not disk.written:
        keeper.keep(next(states))
        await asyncio.sleep(AFTER / 5)
        assert asyncio.get_running_loop().time() - began < 1.0
