"""What is at hand by day: the words in force, and the newest evenings alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.data.homes import DAY, put
from tests.unit.data.nights import NIGHT, NOW, keep
from winddown.data import content
from winddown.data.by_day import at_hand, words
from winddown.data.locations import Locations, locations
from winddown.routine.evening import Plan


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def test_ones_own_words_are_said_by_day_and_the_usual_ones_where_there_are_none(
    home: Locations,
) -> None:
    usual = content.words("plan")
    assert words(home, "plan")["month-1"] == usual["month-1"]
    home.content.mkdir(parents=True)
    (home.content / "plan.toml").write_text('[words]\nmonth-1 = "Hartung"\n')
    assert words(home, "plan")["month-1"] == "Hartung"
    assert words(home, "plan")["month-2"] == usual["month-2"]


def test_an_evening_that_is_not_understood_is_named_and_the_plan_behind_it_found(
    home: Locations,
) -> None:
    planned = keep(home, 1, outreach=Plan(text="text Sam", on=DAY))
    broken = put(home, "x = ")
    put(home, "x = ", DAY + NIGHT)
    put(home, "x = ", DAY - 60 * NIGHT)
    found = at_hand(home, NOW)
    assert (found.today, found.evening) == (DAY, planned)
    assert [each.path for each in found.problems] == [broken]
