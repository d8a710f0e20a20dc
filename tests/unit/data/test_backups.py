"""How the evenings changed last stood before a sitting is kept, to the byte."""

from __future__ import annotations

import os
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.data.homes import DAY, FIXTURE, new_home, put
from tests.unit.data.sittings import copies, evening, name, new_sitting, write
from tests.unit.data.taking_away import archive
from winddown.data.config_writing import change, keep_country
from winddown.data.evenings import load, save
from winddown.data.locations import Locations, locations


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    new_sitting()
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def test_the_first_write_copies_fourteen_evenings_and_the_config_to_the_byte(
    home: Locations,
) -> None:
    stood = {name(ago): evening(home, ago, more=f"# {ago} \r\n") for ago in range(20)}
    home.config.mkdir()
    home.config_file.write_bytes(b"# mine\r\nremember = false")
    home.config_file.chmod(0o644)
    home.evening(DAY).chmod(0o644)
    write(home)
    expected = {name(ago): stood[name(ago)] for ago in range(14)}
    assert copies(home) == expected | {"config.toml": b"# mine\r\nremember = false"}
    for path in home.backups.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.backups.stat().st_mode) == 0o700


def test_a_sitting_copies_once_and_the_next_one_again(home: Locations) -> None:
    before = evening(home, 0)
    write(home, note="rain")
    write(home, note="snow")
    assert copies(home) == {name(0): before}
    after = home.evening(DAY).read_bytes()
    new_sitting()
    write(home, note="wind")
    assert copies(home) == {name(0): after}


def test_opening_and_answering_nothing_copies_nothing(home: Locations) -> None:
    evening(home, 0)
    known = load(home, DAY)
    assert known is not None
    save(home, known, known)
    save(home, None, known)
    assert not home.backups.exists()


def test_last_changed_is_what_was_changed_last_whatever_its_day(home: Locations) -> None:
    for ago in range(30):
        evening(home, ago, changed=10 + ago)
    evening(home, 400, changed=1)
    write(home, 25)
    expected = {name(25), name(400), *(name(ago) for ago in range(12))}
    assert set(copies(home)) == expected


def test_what_lies_in_the_folder_of_another_year_is_no_evening_changed_last(
    home: Locations,
) -> None:
    for ago in range(20):
        evening(home, ago)
    other = home.evenings / "2025"
    other.mkdir()
    for ago in range(15, 20):
        (other / name(ago)).write_text("x")
    (home.evenings / "2026" / "2026-11-22.toml.orig").write_text("x")
    write(home)
    assert set(copies(home)) == {name(ago) for ago in range(14)}


def test_the_evening_that_is_written_is_among_them_even_if_it_is_the_oldest(
    home: Locations,
) -> None:
    stood = {ago: evening(home, ago) for ago in range(40)}
    write(home, 39)
    assert copies(home)[name(39)] == stood[39]
    assert len(copies(home)) == 14


def test_older_copies_are_let_go_and_no_other_file_ever_is(home: Locations) -> None:
    for ago in range(20):
        evening(home, ago, changed=20 - ago)
    write(home, 19)
    strange = [
        "2026-11-22.toml.orig",
        "notes.toml",
        "2026-02-30.toml",
        "2026-11-22-imported-1.toml",
    ]
    for each in strange:
        (home.backups / each).write_text("mine")
    (home.backups / "2026-11-21.toml").mkdir()
    for ago in range(20):
        evening(home, ago)
    new_sitting()
    write(home)
    left = {path.name for path in home.backups.iterdir()}
    assert left == {*(name(ago) for ago in range(14)), *strange}
    assert (home.backups / "2026-11-21.toml").is_dir()


def test_a_broken_file_never_takes_the_place_of_the_good_copy(home: Locations) -> None:
    good = evening(home, 1)
    home.config.mkdir()
    home.config_file.write_text("remember = false\n")
    write(home)
    put(home, good[:20], DAY - timedelta(days=1))
    home.config_file.write_text('remember = "\n')
    new_sitting()
    write(home)
    assert copies(home)[name(1)] == good
    assert copies(home)["config.toml"] == b"remember = false\n"


def test_copies_of_evenings_that_broke_or_went_are_not_let_go(home: Locations) -> None:
    stood = {ago: evening(home, ago) for ago in range(10)}
    write(home)
    for ago in range(10, 40):
        evening(home, ago, changed=-ago)
    for ago in range(1, 5):
        put(home, "x = ", DAY - timedelta(days=ago))
        evening_path = home.evening(DAY - timedelta(days=ago))
        os.utime(evening_path, (1, 1))
    for ago in range(5, 8):
        home.evening(DAY - timedelta(days=ago)).unlink()
    new_sitting()
    write(home)
    for ago in range(1, 8):
        assert copies(home)[name(ago)] == stood[ago]
    assert name(8) not in copies(home)


def test_a_copy_that_says_the_same_is_not_written_again(home: Locations) -> None:
    evening(home, 1)
    write(home)
    before = (home.backups / name(1)).stat()
    new_sitting()
    write(home, note="snow")
    after = (home.backups / name(1)).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_the_config_is_copied_before_its_first_change_alone(home: Locations) -> None:
    home.config.mkdir()
    home.config_file.write_text("# mine\n")
    change(home, lambda config: None)
    assert not home.backups.exists()
    keep_country(home, "GB")
    keep_country(home, "IE")
    evening(home, 0)
    write(home)
    assert copies(home)["config.toml"] == b"# mine\n"
    new_sitting()
    keep_country(home, "FR")
    assert b'"IE"' in copies(home)["config.toml"]


def test_an_evening_taken_away_takes_its_copy_along(home: Locations) -> None:
    stood = evening(home, 1)
    write(home)
    back = archive(home)
    removed = back.remove(DAY - timedelta(days=1))
    assert copies(home) == {removed.copy: stood}


def test_an_evening_changed_since_its_copy_takes_that_along_under_the_same_term(
    home: Locations,
) -> None:
    before = evening(home, 1)
    write(home, 1)
    after = home.evening(DAY - timedelta(days=1)).read_bytes()
    back = archive(home)
    removed = back.remove(DAY - timedelta(days=1))
    second = removed.copy.replace(".toml", "-2.toml")
    assert copies(home) == {removed.copy: after, second: before}
    later = archive(home, today=date(2027, 3, 1))
    later.purge()
    assert copies(home) == {}


@settings(max_examples=settings.default.max_examples // 4)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5)), min_size=1, max_size=12))
def test_in_any_chain_of_sittings_no_more_than_fourteen_copies_stand_and_each_is_a_state(
    writes: list[tuple[int, int]],
) -> None:
    with new_home() as home:
        states: dict[str, set[bytes]] = {}
        for ago, note in writes:
            new_sitting()
            write(home, ago, str(note))
            for path in home.evenings.glob("*/*"):
                states.setdefault(path.name, set()).add(path.read_bytes())
            found = copies(home)
            assert len(found) <= 14
            assert all(content in states[copy] for copy, content in found.items())


def test_an_earlier_example_is_copied_with_its_comments(home: Locations) -> None:
    put(home, FIXTURE.read_bytes())
    write(home)
    assert copies(home) == {FIXTURE.name.replace("schema-1", str(DAY)): FIXTURE.read_bytes()}
