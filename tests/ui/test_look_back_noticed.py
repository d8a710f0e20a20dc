"""What is noticed while looking back: one line, answered by one key, or sent away for good."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.ui.hands import earlier
from tests.ui.looking_back import all_read
from tests.ui.night import night
from winddown.data.locations import locations
from winddown.routine.evening import Evening, Reading, Reflection

LINE = "It has been a quieter fortnight than the one before. Something tiny?"


def read(days: int, reading: Reading, *people: str) -> Evening:
    """Give an evening whose one habit was read like this."""
    habit = Reflection(text="Scrolling", reading=reading)
    return earlier(days, tonight="steady", reflections=(habit,), in_touch=people)


QUIET = (
    *(read(days, "away") for days in (1, 3, 5, 7, 9, 11)),
    *(read(days, "both") for days in (14, 15, 16, 17)),
    read(22, "rest", "Sam", "Ana"),
    read(23, "rest", "Mum"),
)


async def test_a_quieter_fortnight_is_said_above_the_evenings(tmp_path: Path) -> None:
    async with night(tmp_path, *QUIET, errand="review") as tonight:
        await all_read(tonight)
        assert LINE in tonight.text()
    async with night(tmp_path, errand="review", size=(40, 12)) as tonight:
        await all_read(tonight)
        assert "It has been a quieter" in tonight.text()
        assert "Thu 19" in tonight.text()


async def test_one_key_leads_from_it_to_something_tiny(tmp_path: Path) -> None:
    async with night(tmp_path, *QUIET, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("t")
        await tonight.at("outreach")
        await tonight.press("space", "enter")
        assert (await tonight.kept())["outreach"]["text"]


async def test_one_key_leads_from_it_to_tonights_own_step(tmp_path: Path) -> None:
    async with night(tmp_path, *QUIET) as tonight:
        await tonight.at("arrive")
        await tonight.press("r")
        await all_read(tonight)
        await tonight.press("t")
        await tonight.at("outreach")
        await tonight.press("escape")
        await tonight.at("reflection")


async def test_a_line_that_is_sent_away_is_gone_for_good(tmp_path: Path) -> None:
    async with night(tmp_path, *QUIET, errand="review") as tonight:
        await all_read(tonight)
        await tonight.press("z")
        assert LINE not in tonight.text()
    config = locations({"WINDDOWN_HOME": str(tmp_path)}).config_file
    assert tomllib.loads(config.read_text())["looking_back"]["dismissed"] == ["quiet-weeks"]
    async with night(tmp_path, errand="review") as tonight:
        await all_read(tonight)
        assert LINE not in tonight.text()


async def test_nothing_is_noticed_on_a_heavy_evening(tmp_path: Path) -> None:
    tired = earlier(0, tonight="heavy", ended=None, step="comforts")
    async with night(tmp_path, *QUIET, tired, errand="review") as tonight:
        await all_read(tonight)
        assert LINE not in tonight.text()
