"""Everything that is wrong is named with what to do about it, and nothing is changed by looking."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests import years
from tests.unit.data.broken_evenings import BROKEN, KEPT_LINE, WHOLE, Broken
from tests.unit.data.homes import DAY, put
from tests.unit.data.sittings import everything
from winddown.data.evening_file import days_kept
from winddown.data.evenings import load_all
from winddown.data.evenings_check import check, problem_of
from winddown.data.locations import Locations, locations

BEFORE = DAY - timedelta(days=1)


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Close what is made here to others, as winddown does."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path / "home")})


def fine(home: Locations, day: date = BEFORE) -> Path:
    return put(home, WHOLE.replace("2026-11-22", str(day)), day)


def the_sentence(home: Locations) -> str:
    (said,) = check(home).said
    assert "\n" not in said
    return said


@pytest.mark.parametrize("broken", BROKEN.values(), ids=list(BROKEN))
def test_an_evening_that_is_not_understood_is_named_with_its_line_and_costs_only_itself(
    home: Locations, broken: Broken
) -> None:
    fine(home)
    broken.make(home.evening(DAY))
    before = everything(home)
    said = the_sentence(home)
    where = str(home.evening(DAY))
    assert said.startswith(f"{where}: " if broken.line is None else f"{where} line {broken.line}: ")
    assert broken.said in said
    assert said.endswith(".")
    assert KEPT_LINE not in said
    assert check(home).fine == 1
    assert everything(home) == before
    others = [evening.evening for evening in load_all(home)[0]]
    assert BEFORE in others


def test_all_of_them_at_once_are_named_and_the_rest_is_counted(home: Locations) -> None:
    for number, broken in enumerate(BROKEN.values()):
        day = date(2025, 1, 1) + timedelta(days=number)
        home.evening(day).parent.mkdir(parents=True, exist_ok=True)
        broken.make(home.evening(day))
    fine(home)
    found = check(home)
    assert found.fine == 1
    assert len(found.said) == len(BROKEN)


def test_nothing_wrong_is_nothing_said(home: Locations) -> None:
    assert check(home) == (0, [])
    assert not home.data.exists()
    fine(home)
    (home.evenings / ".stfolder").mkdir()
    (home.evenings / "2026" / ".DS_Store").touch()
    assert check(home) == (1, [])


STRAYS = {
    "2026/.winddown-a1b2": "left over from a write that was broken off, and may be deleted",
    "2026/2025-11-22.toml": "this evening belongs in the folder 2025; move it there",
    "2026/2026-02-30.toml": "there is no such day",
    "2026/22-11-2026.toml": "this counts once it is called by its date, such as 2026-11-22.toml",
    "2026/notes.txt": "this is no evening, so it does not count",
    "2026/2026-11-22.sync-conflict-20261123-101112-ABCDEFG.toml": "`v` in looking back shows it.",
    "2026/2026-11-22 (Ana's conflicted copy 2026-11-23).toml": "another version of the",
    "2026/2026-11-22-LAPTOP.toml": "this is another version of the evening of 2026-11-22",
    "2026/2026-11-22.toml.orig": "this is another version of the evening of 2026-11-22",
    "2026/2026-11-22.toml~": "another version of the evening of 2026-11-22; keep one of the two.",
    "2026/.2026-11-22.toml.swp": "this is another version of the evening of 2026-11-22",
    "2026-11-22.toml": "this evening belongs in the folder 2026; move it there",
    "1999": "this is a file, where a year's folder should be",
    "old notes": "this is no evening",
    "../backups/.winddown-zz": "left over from a write that was broken off",
    "../calendar/.winddown-zz": "left over from a write that was broken off",
    "../../config/.winddown-zz": "left over from a write that was broken off",
}


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["{} (Ana's conflicted copy 2026-11-23)"], "both"),
        (["{} (conflicted copy)"], "both"),
        (["{} (conflicted copy)", "{} (Case Conflict)"], "all 3"),
    ],
)
def test_versions_that_looking_back_shows_are_said_to_be_shown_there(
    home: Locations, names: list[str], shown: str
) -> None:
    text = fine(home).read_text(encoding="utf-8")
    for name in names:
        day = fine(home).stem
        fine(home).with_name(f"{name.format(day)}.toml").write_text(text + "# 2", encoding="utf-8")
    said = check(home).said
    assert len([each for each in said if each.endswith(f"`v` in looking back shows {shown}.")]) == (
        len(names)
    )


@pytest.mark.parametrize("name", STRAYS)
def test_what_is_no_evening_is_named_with_what_to_do(home: Locations, name: str) -> None:
    fine(home)
    stray = Path(os.path.normpath(home.evenings / name))
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_text(KEPT_LINE)
    before = everything(home)
    said = the_sentence(home)
    assert said.startswith(f"{stray}: ")
    assert STRAYS[name] in said
    assert everything(home) == before


def test_a_folder_that_is_no_years_is_named_and_one_in_place_of_all_evenings_too(
    home: Locations,
) -> None:
    fine(home)
    (home.evenings / "2026 (copy)").mkdir()
    assert "this folder is no year's, so what is in it does not count" in the_sentence(home)
    other = home._replace(data=home.data / "other")
    other.data.mkdir()
    other.evenings.write_text("")
    assert "this is a file, where a folder should be" in the_sentence(other)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o622])
def test_a_file_that_others_may_open_is_named_with_how_to_close_it(
    home: Locations, mode: int
) -> None:
    path = fine(home)
    path.chmod(mode)
    said = the_sentence(home)
    assert said == f"{path}: this is not closed to others; `chmod go= {path}` closes it."
    assert os.system(said.split("`")[1]) == 0  # noqa: S605  what it says has to work
    assert check(home) == (1, [])


def test_many_files_that_others_may_open_are_one_sentence_that_closes_them(
    tmp_path: Path,
) -> None:
    home = locations({"WINDDOWN_HOME": str(tmp_path / "it's home")})
    for back in range(5):
        fine(home, DAY - timedelta(days=back)).chmod(0o644)
    home.data.chmod(0o755)
    home.config.mkdir()
    home.config.chmod(0o755)
    said = check(home).said
    assert len(said) == 2
    assert said[0].startswith(f"{home.config}: this is not closed to others")
    assert said[1].startswith(f"{home.data}: 6 files and folders here are not closed to others")
    for each in said:
        assert os.system(each.split("`")[1]) == 0  # noqa: S605  what it says has to work
    assert check(home) == (5, [])


def test_a_config_from_an_editor_is_fine_in_a_folder_that_is_closed(home: Locations) -> None:
    home.config.mkdir(parents=True)
    home.config_file.write_text("")
    home.config_file.chmod(0o644)
    assert check(home) == (0, [])
    home.config.chmod(0o755)
    assert "2 files and folders here are not closed to others" in the_sentence(home)


def test_folders_that_are_links_are_looked_into_once(home: Locations, tmp_path: Path) -> None:
    elsewhere = tmp_path / "synced"
    elsewhere.mkdir()
    home.data.mkdir(parents=True)
    home.evenings.symlink_to(elsewhere)
    fine(home).chmod(0o644)
    assert str(elsewhere / "2026" / f"{BEFORE}.toml") in the_sentence(home)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_read_is_named_with_how_to_allow_it(home: Locations, what: str) -> None:
    path = fine(home) if what == "file" else fine(home).parent
    usual = path.stat().st_mode
    path.chmod(0)
    try:
        said = the_sentence(home)
        assert said.startswith(f"{path}: you are not allowed to read this; `chmod u=rw")
        assert os.system(said.split("`")[1]) == 0  # noqa: S605  what it says has to work
        assert check(home) == (1, [])
    finally:
        path.chmod(usual)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_copies_that_could_not_be_kept_are_told_before_they_are_needed(home: Locations) -> None:
    fine(home)
    home.backups.mkdir()
    home.backups.chmod(0o500)
    try:
        said = the_sentence(home)
        assert said.startswith(f"{home.backups}: you are not allowed to keep anything in here")
        assert os.system(said.split("`")[1]) == 0  # noqa: S605  what it says has to work
        assert check(home) == (1, [])
    finally:
        home.backups.chmod(0o700)


def test_a_broken_evening_with_a_copy_is_told_how_it_comes_back(home: Locations) -> None:
    copy = fine(home, DAY)
    home.backups.mkdir()
    copy.rename(home.backups / copy.name)
    put(home, "x = ")
    said = check(home).said
    assert len(said) == 2
    assert said[1] == (
        "A copy of 2026-11-22 is kept; `winddown check --restore 2026-11-22` puts it back."
    )


def test_an_evening_that_is_gone_is_told_as_long_as_there_is_a_copy(home: Locations) -> None:
    copy = fine(home, DAY)
    home.backups.mkdir()
    copy.rename(home.backups / copy.name)
    assert "The evening of 2026-11-22 is gone, and a copy of it is kept" in the_sentence(home)
    (home.backups / copy.name).rename(home.backups / "2026-11-22-removed-on-2026-11-30.toml")
    assert check(home) == (0, [])


def test_behind_a_door_that_is_closed_nothing_is_taken_for_gone(home: Locations) -> None:
    copy = fine(home, DAY)
    home.backups.mkdir()
    copy.rename(home.backups / copy.name)
    (home.evenings / "2026").rmdir()
    (home.evenings / "2026").touch()
    assert "this is a file, where a year's folder should be" in the_sentence(home)


def test_an_evening_that_goes_while_it_is_looked_at_is_nothing_wrong(home: Locations) -> None:
    assert problem_of(home, DAY) == ""


def test_ten_years_are_looked_through_in_the_time_it_takes_to_read_them(home: Locations) -> None:
    years.write(home, years.evenings(1200, DAY))
    list(days_kept(home))
    began = time.process_time()
    load_all(home)
    read = time.process_time() - began
    began = time.process_time()
    found = check(home)
    looked = time.process_time() - began
    assert found == (1200, [])
    assert looked < 3 * read + 0.1
