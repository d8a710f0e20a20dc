"""Python searches for what can go while somebody reads, and never while a picture is awaited."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tests.ui.night import night
from winddown import tidying


@pytest.fixture
def tidied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each time that all is searched, half a second after the last key."""
    times: list[str] = []
    monkeypatch.setattr(tidying, "REST", 0.5)
    monkeypatch.setattr(tidying, "tidy", lambda: times.append("tidied"))
    return times


async def test_all_is_searched_once_nothing_is_pressed_any_more_and_then_not_again(
    tmp_path: Path, tidied: list[str]
) -> None:
    async with night(tmp_path) as tonight:
        await tonight.press("enter")
        await tonight.at("arrive")
        tidied.clear()
        for _ in range(8):
            await tonight.press("down")
            await tonight.pilot.pause(0.1)
        assert tidied == []
        await tonight.pilot.pause(1.2)
        assert tidied == ["tidied"]
        await tonight.pilot.pause(0.8)
        assert tidied == ["tidied"]


async def test_nothing_is_searched_while_something_moves(tmp_path: Path, tidied: list[str]) -> None:
    async with night(tmp_path, errand="breathe") as tonight:
        await tonight.at("breathing")
        await tonight.press("plus")
        await tonight.pilot.pause(1.0)
        assert tidied == []


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
