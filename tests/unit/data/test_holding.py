"""Holding an evening: one window at a time, without waiting, and nothing left of it."""

from __future__ import annotations

import os
import signal
from datetime import date
from pathlib import Path

import pytest

from winddown.data.holding import Hold, hold_file, refuse_held
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError

DAY = date(2026, 11, 20)


@pytest.fixture
def where(tmp_path: Path) -> Locations:
    """A home in which nothing has been written yet."""
    return locations({"WINDDOWN_HOME": str(tmp_path / "home")})


def test_to_ask_makes_nothing(where: Locations) -> None:
    assert not Hold(where, DAY).is_elsewhere
    assert not where.state.exists()


def test_one_window_holds_an_evening_at_a_time(where: Locations) -> None:
    one, other = Hold(where, DAY), Hold(where, DAY)
    assert one.take()
    assert one.take()
    assert not one.is_elsewhere
    assert other.is_elsewhere
    assert not other.take()
    one.let_go()
    assert not other.is_elsewhere
    assert other.take()
    other.let_go()


def test_each_evening_is_held_by_itself(where: Locations) -> None:
    one, other = Hold(where, DAY), Hold(where, DAY.replace(day=19))
    assert one.take()
    assert other.take()
    one.let_go()
    other.let_go()


def test_what_was_let_go_of_leaves_no_file(where: Locations) -> None:
    hold = Hold(where, DAY)
    hold.take()
    assert hold_file(where, DAY).stat().st_mode & 0o777 == 0o600
    hold.let_go()
    hold.let_go()
    assert [*where.state.iterdir()] == []


def test_a_killed_window_holds_nothing_and_what_it_left_is_tidied(where: Locations) -> None:
    child = os.fork()
    if not child:
        Hold(where, DAY).take()
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert hold_file(where, DAY).exists()
    assert not Hold(where, DAY).is_elsewhere
    assert not hold_file(where, DAY).exists()


def test_a_state_folder_that_cannot_be_made_holds_no_one_up(where: Locations) -> None:
    where.state.parent.mkdir()
    where.state.write_text("")
    hold = Hold(where, DAY)
    assert not hold.is_elsewhere
    assert hold.take()
    hold.let_go()
    assert where.state.read_text() == ""


def test_an_evening_that_is_open_is_not_changed_from_outside(where: Locations) -> None:
    refuse_held(where, DAY)
    hold = Hold(where, DAY)
    hold.take()
    with pytest.raises(WinddownError, match="is open in another window"):
        refuse_held(where, DAY)
    hold.let_go()
    refuse_held(where, DAY)
