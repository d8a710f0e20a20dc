"""An earlier evening's line written anew: it is soon on disk, and `u` brings back what stood."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.ui import standings
from tests.ui.hands import earlier
from tests.ui.looking_back import all_read
from tests.ui.night import FRIDAY, night
from tests.unit.routine.evenings import DAY
from winddown.data.locations import locations
from winddown.screens.noting import SOON

THURSDAY = FRIDAY - DAY
PAST = (earlier(1, tonight="tired", note="Rain on the window."), earlier(2, note="Fog."))


async def test_the_kept_line_can_be_written_anew(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("n")
        await tonight.write(" And hail.")
        await tonight.press("enter")
        assert "Rain on the window. And hail." in tonight.text()
        assert (await tonight.kept(THURSDAY))["note"] == "Rain on the window. And hail."
        await tonight.press("u")
        assert (await tonight.kept(THURSDAY))["note"] == "Rain on the window."


@pytest.mark.parametrize("way", ["escape", "ctrl+c"])
async def test_a_half_written_line_is_kept_however_one_leaves_it(tmp_path: Path, way: str) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("n")
        await tonight.write(" Hail")
        await tonight.press(way)
        assert (await tonight.kept(THURSDAY))["note"] == "Rain on the window. Hail"


async def test_what_is_written_is_on_disk_within_a_second_although_one_writes_on(
    tmp_path: Path,
) -> None:
    path = locations({"WINDDOWN_HOME": str(tmp_path)}).evening(THURSDAY)
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("n")
        for written in (" Hail.", " Snow."):
            await tonight.write(written)
            await tonight.pilot.pause(2 * SOON)
            assert tomllib.loads(path.read_text("utf-8"))["note"].endswith(written)
            assert written in tonight.text()
        await tonight.press("enter")
        assert "Rain on the window. Hail. Snow." in tonight.text()
        await tonight.press("u")
        assert (await tonight.kept(THURSDAY))["note"] == "Rain on the window."


async def test_a_line_taken_back_while_it_is_written_changes_nothing(tmp_path: Path) -> None:
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("n", "x")
        await tonight.pilot.pause(2 * SOON)
        await tonight.press("backspace", "enter")
        assert (await tonight.kept(THURSDAY))["note"] == "Rain on the window."


async def test_an_evening_forgotten_while_its_line_is_written_stays_away(tmp_path: Path) -> None:
    path = locations({"WINDDOWN_HOME": str(tmp_path)}).evening(THURSDAY)
    async with night(tmp_path, *PAST, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("n", *"x")
        path.unlink()
        await tonight.pilot.pause(2 * SOON)
        await tonight.press("enter")
        (said,) = {told.message for told in tonight.app._notifications}
        assert said == "The evening of 2026-11-19 was taken away meanwhile, so nothing was written."
        assert "Rain on the window.x" in tonight.text()
        await tonight.press("enter")
        assert not path.exists()


async def test_a_line_that_cannot_be_written_stays_where_it_was_typed(tmp_path: Path) -> None:
    past = [earlier(1, note="Rain."), earlier(2, note="Fog.")]
    async with night(tmp_path, *past, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("n", "end", *"snow")
        standings.in_the_way(tmp_path)
        await tonight.press("enter")
        assert "Rain.snow" in tonight.text()
        standings.out_of_the_way(tmp_path)
        await tonight.press("enter")
        await tonight.pilot.pause()
        assert (await tonight.kept(FRIDAY - DAY))["note"] == "Rain.snow"
