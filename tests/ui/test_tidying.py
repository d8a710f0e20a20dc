"""Python searches for what can go while somebody reads, and never while a picture is awaited."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tests.ui.night import night
from winddown import tidying
from winddown.app import WinddownApp


class Rest:
    """How long nothing has been pressed, as the test has it, and what was searched meanwhile."""

    seconds = 0.0

    def __init__(self) -> None:
        self.searched = 0

    def search(self) -> None:
        self.searched += 1


@pytest.fixture
def rest(monkeypatch: pytest.MonkeyPatch) -> Rest:
    """Have the app look every twentieth of a second whether it is at rest."""
    rest = Rest()
    monkeypatch.setattr(tidying, "REST", 0.05)
    monkeypatch.setattr(tidying, "tidy", rest.search)
    monkeypatch.setattr(WinddownApp, "seconds_at_rest", property(lambda app: rest.seconds))
    return rest


async def test_all_is_searched_once_nothing_is_pressed_any_more_and_then_not_again(
    tmp_path: Path, rest: Rest
) -> None:
    async with night(tmp_path) as tonight:
        await tonight.press("enter", "down", "down")
        await tonight.pilot.pause(0.3)
        assert rest.searched == 0
        rest.seconds = 1.0
        await tonight.pilot.pause(0.5)
        assert rest.searched == 1
        await tonight.pilot.pause(0.3)
        assert rest.searched == 1


async def test_nothing_is_searched_while_something_moves(tmp_path: Path, rest: Rest) -> None:
    async with night(tmp_path, errand="breathe") as tonight:
        await tonight.at("breathing")
        await tonight.press("plus")
        rest.seconds = 1.0
        await tonight.pilot.pause(0.5)
        assert rest.searched == 0


def test_little_is_not_worth_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    monkeypatch.setattr(gc, "collect", lambda: searched.append("searched"))
    for come, expected in ((0, []), (1, []), (2, ["searched"])):
        monkeypatch.setattr(gc, "get_count", lambda come=come: (0, 0, come))
        tidying.tidy()
        assert searched == expected


def test_what_was_loaded_stays_and_what_has_lived_a_while_waits_for_rest() -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    try:
        tidying.put_off()
        assert not gc.isenabled()
        tidying.begin()
        assert gc.isenabled()
        assert gc.get_freeze_count() > frozen
        assert gc.get_threshold()[2] >= 1_000_000
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
        gc.enable()
