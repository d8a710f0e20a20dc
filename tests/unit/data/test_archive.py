"""Looking back reads what is there, newest first, and sends lines away for good."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.unit.data.homes import BEGUN, DAY, put
from tests.unit.data.taking_away import TODAY, archive
from tests.years import evenings as many_evenings
from tests.years import write
from winddown.data.evenings import load, save
from winddown.data.locations import Locations, locations
from winddown.errors import GoneMeanwhile, NotUnderstood, UnreadableEvening, WinddownError
from winddown.routine.archive import Archive
from winddown.routine.evening import Evening


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def test_every_evening_comes_newest_first_and_none_before_it_is_asked_for(home: Locations) -> None:
    some = many_evenings(30, TODAY)
    write(home, some)
    reading: Iterator[Evening] = archive(home).evenings()
    assert next(reading) == some[0]
    home.evening(some[2].evening).unlink()
    assert list(reading) == [some[1], *some[3:]]


def test_a_file_that_is_not_understood_is_passed_over_and_named_without_its_words(
    home: Locations,
) -> None:
    some = many_evenings(3, TODAY)
    write(home, some)
    put(home, 'note = "ring Ana', some[1].evening)
    back: Archive = archive(home)
    assert list(back.problems) == []
    for _ in range(2):
        assert list(back.evenings()) == [some[0], some[2]]
    (problem,) = back.problems
    assert f"{some[1].evening}.toml line 1" in problem
    assert "Ana" not in problem
    write(home, some)
    assert list(back.evenings()) == some
    assert list(back.problems) == []


def test_evenings_come_with_the_answers_of_every_step(home: Locations) -> None:
    class Later(Evening):
        __slots__ = ()

    save(home, None, BEGUN)
    assert [type(each) for each in archive(home, kind=Later).evenings()] == [Later]


def test_looking_back_on_nothing_makes_nothing(home: Locations, tmp_path: Path) -> None:
    back = archive(home)
    back.purge()
    assert list(back.evenings()) == []
    assert [*back.problems, *back.dismissed] == []
    assert list(tmp_path.iterdir()) == []


def test_what_is_put_right_joins_what_another_program_wrote_meanwhile(home: Locations) -> None:
    before = save(home, None, replace(BEGUN, note="rain"))
    save(home, before, replace(before, tonight="steady"))
    kept = archive(home).keep(before, replace(before, note="snow"))
    assert kept == load(home, DAY) == replace(before, note="snow", tonight="steady")


def test_what_is_put_right_of_an_evening_that_was_forgotten_meanwhile_stays_away(
    home: Locations,
) -> None:
    before = save(home, None, replace(BEGUN, note="rain"))
    home.evening(DAY).unlink()
    with pytest.raises(GoneMeanwhile, match="2026-11-22 was taken away") as told:
        archive(home).keep(before, replace(before, note="snow"))
    assert told.value.day == DAY
    assert not home.evening(DAY).exists()
    home.evening(DAY).symlink_to("nowhere")  # that may be a disk which is not there just now
    with pytest.raises(UnreadableEvening):
        archive(home).keep(before, replace(before, note="snow"))


def test_a_line_sent_away_is_written_beside_those_before_it(home: Locations) -> None:
    home.config.mkdir()
    home.config_file.write_text('[looking_back]\ndismissed = ["quiet"] # enough\n')
    back = archive(home, dismissed=["quiet"])
    back.dismiss("drift")
    back.dismiss("quiet")
    assert back.dismissed == ("quiet", "drift")
    text = home.config_file.read_text()
    assert text == '[looking_back]\ndismissed = ["quiet", "drift"] # enough\n'


def test_a_line_sent_away_in_a_new_home_is_written(home: Locations) -> None:
    archive(home).dismiss("quiet")
    assert home.config_file.read_text() == '[looking_back]\ndismissed = ["quiet"]\n'


@pytest.mark.parametrize("text", ["looking_back = 1\n", "[looking_back]\ndismissed = 'x'\n"])
def test_a_line_sent_away_stays_away_tonight_though_the_config_cannot_take_it(
    home: Locations, text: str
) -> None:
    home.config.mkdir()
    home.config_file.write_text(text)
    back = archive(home)
    with pytest.raises(WinddownError) as problem:
        back.dismiss("quiet")
    assert not isinstance(problem.value, NotUnderstood)
    assert "config.toml line" in str(problem.value)
    assert back.dismissed == ("quiet",)
    assert home.config_file.read_text() == text


def test_other_threads_come_first_after_each_file_that_took_a_while(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(home, many_evenings(10, TODAY))
    breathers: list[float] = []
    monkeypatch.setattr("winddown.data.archive.sleep", breathers.append)
    for taken, expected in ((0.002, 10), (0.0, 0)):
        monkeypatch.setattr("winddown.data.archive.perf_counter", count(0.0, taken).__next__)
        breathers.clear()
        assert len(list(archive(home).evenings())) == 10
        assert breathers == [0] * expected


def test_very_many_evenings_are_not_walked_through_again_and_again(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(home, many_evenings(35, TODAY))
    monkeypatch.setattr("winddown.data.archive.MANY", 10)
    try:
        read = list(archive(home).evenings())
        walked = sum(isinstance(each, Evening) for each in gc.get_objects())
    finally:
        gc.unfreeze()
    assert len(read) == 35
    assert walked <= 10
