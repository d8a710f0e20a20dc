"""How the evenings changed last stood before a sitting is kept, and costs nobody their evening."""

from __future__ import annotations

import errno
import os
import stat
import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.data.homes import BEGUN, DAY, FIXTURE, new_home, put
from tests.unit.data.sittings import copies, new_sitting
from tests.unit.data.taking_away import archive
from winddown.data import backups
from winddown.data.config_writing import change, keep_country
from winddown.data.evenings import load, save
from winddown.data.locations import Locations, locations
from winddown.routine.evening import Evening

NUMBERS = count()
"""So that no two evenings are answered alike."""


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    new_sitting()
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def evening(home: Locations, ago: int, *, changed: int | None = None, more: str = "") -> bytes:
    """Put an evening of some days ago, changed minutes ago: as many as days, unless said."""
    day = DAY - timedelta(days=ago)
    text = f"evening = {day}\nstarted = {day}T21:34:10+01:00\n{more}"
    path = put(home, text, day)
    then = time.time() - 60 * (ago if changed is None else changed) - 3600
    os.utime(path, (then, then))
    return text.encode()


def name(ago: int) -> str:
    return f"{DAY - timedelta(days=ago)}.toml"


def write(home: Locations, ago: int = 0, note: str = "") -> Evening:
    """Change an evening, as the program does while it is answered."""
    day = DAY - timedelta(days=ago)
    before = load(home, day)
    note = note or f"rain {next(NUMBERS)}"
    return save(home, before, replace(before or replace(BEGUN, evening=day), note=note))


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


def refuse_copies(monkeypatch: pytest.MonkeyPatch, code: int = errno.ENOSPC) -> None:
    """Let no copy be written, while all else can be."""

    def refused(*_: object) -> bool:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(backups, "put_atomically", refused)


def test_copies_that_cannot_be_written_cost_no_evening_and_are_told_once(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening(home, 0)
    home.config.mkdir()
    home.config_file.write_text("remember = false\n")
    refuse_copies(monkeypatch)
    assert write(home, note="rain").note == "rain"
    assert write(home, note="snow") == load(home, DAY)
    told = backups.untold(home)
    assert str(told) == (
        f"The copies in {home.backups} could not be brought up to date: no space left on device. "
        "What you write is kept as always."
    )
    keep_country(home, "GB")
    write(home, note="wind")
    assert backups.untold(home) is None


def test_a_copy_that_is_broken_off_leaves_the_one_before(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = evening(home, 0)
    write(home)
    new_sitting()
    replace_file = os.replace

    def refused(source: Path, target: Path) -> None:
        if Path(target).parent == home.backups:
            raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))
        replace_file(source, target)

    monkeypatch.setattr(os, "replace", refused)
    write(home, note="snow")
    assert copies(home) == {name(0): before}


def test_nothing_in_the_way_of_the_copies_keeps_an_evening_from_being_saved(
    home: Locations,
) -> None:
    evening(home, 0)
    home.backups.write_text("a file of the person's own")
    assert write(home, note="rain").note == "rain"
    assert backups.untold(home) is not None
    assert home.backups.read_text() == "a file of the person's own"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_backups_that_may_not_be_written_to_cost_no_evening(home: Locations) -> None:
    evening(home, 0)
    home.backups.mkdir()
    home.backups.chmod(0o500)
    try:
        assert write(home, note="rain").note == "rain"
        assert "permission denied" in str(backups.untold(home))
    finally:
        home.backups.chmod(0o700)


def test_what_could_keep_us_waiting_is_never_opened(home: Locations) -> None:
    evening(home, 1)
    os.mkfifo(home.evening(DAY - timedelta(days=2)))
    home.evening(DAY - timedelta(days=3)).symlink_to(home.data / "nowhere")
    home.evening(DAY - timedelta(days=4)).mkdir()
    write(home)
    assert set(copies(home)) == {name(1)}


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


@settings(max_examples=25)
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
