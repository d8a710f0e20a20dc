"""Every version of an evening is found and read, and none is ever taken for another evening."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.unit.data.beside import (
    BROKEN,
    HALVED,
    HERE,
    ICLOUD,
    SECOND_HALF,
    SYNCTHING,
    THERE,
    write,
)
from tests.unit.data.homes import BEGUN, DAY, put
from tests.unit.data.sync_names import NONE, VERSIONS
from tests.unit.data.taking_away import archive
from winddown.data.locations import Locations, locations
from winddown.data.versions import content_of, days_with_versions, seal_of, versions
from winddown.routine.evening import Evening
from winddown.routine.versions import Version


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def read(home: Locations) -> tuple[Version, ...]:
    return versions(Evening, home, DAY)


def notes(home: Locations) -> list[str | None]:
    return [each.evening.note if each.evening else None for each in read(home)]


@pytest.mark.parametrize("program", VERSIONS)
def test_what_a_program_left_is_a_version_beside_the_evenings_own(
    home: Locations, program: str
) -> None:
    write(home, HERE, **{VERSIONS[program].name: THERE})
    own, other = read(home)
    assert (own.is_own, other.is_own) == (True, False)
    assert (own.file, other.file) == ("2026-11-22.toml", VERSIONS[program].name)
    assert notes(home) == ["rain", "snow"]
    assert days_with_versions(home) == {DAY: 2}


@pytest.mark.parametrize("what", [each for each in NONE if each != "its own"])
def test_what_is_none_is_passed_over_even_where_an_evening_is_in_it(
    home: Locations, what: str
) -> None:
    write(home, HERE, **{NONE[what]: THERE})
    assert notes(home) == ["rain"]
    assert days_with_versions(home) == {}


def test_a_name_that_is_not_certain_counts_only_where_an_evening_of_the_day_is_in_it(
    home: Locations,
) -> None:
    other_day = THERE.replace(b"evening = 2026-11-22", b"evening = 2026-11-21")
    write(home, HERE, **{
        "2026-11-22 my own list.toml": b"a = 1\n",
        "2026-11-22-TODO.toml": b"not TOML",
        "2026-11-22 (yesterday).toml": other_day,
    })  # fmt: skip
    (home.evening(DAY).parent / "2026-11-22 (1).toml").mkdir()
    assert notes(home) == ["rain"]
    assert days_with_versions(home) == {}


def test_an_evening_of_which_only_another_version_stands_is_offered(home: Locations) -> None:
    write(home, None, syncthing=THERE)
    (only,) = read(home)
    assert not only.is_own
    assert archive(home).several() == {DAY: 1}
    assert list(archive(home).evenings()) == []


def test_without_versions_there_is_nothing_to_say(home: Locations) -> None:
    assert days_with_versions(home) == {}
    assert read(home) == ()
    write(home, HERE)
    assert archive(home).several() == {}


def test_a_file_that_git_left_in_two_is_its_two_halves(home: Locations) -> None:
    write(home, HALVED)
    first, second = read(home)
    assert notes(home) == ["rain", "snow"]
    assert (first.half, second.half) == (1, 2)
    path = home.evening(DAY)
    assert (content_of(path, 1), content_of(path, 2)) == (HERE, SECOND_HALF)
    assert content_of(path, 0) == HALVED
    back = archive(home)
    assert list(back.evenings()) == []
    assert len(back.problems) == 1
    assert back.several() == {DAY: 2}
    assert back.problems == ()


def test_a_half_that_stands_already_is_not_offered_again(home: Locations) -> None:
    write(home, SECOND_HALF, syncthing=HALVED)
    assert [(each.file, each.half) for each in read(home)] == [
        ("2026-11-22.toml", 0),
        (SYNCTHING, 1),
    ]


def test_of_halves_one_may_not_be_understood(home: Locations) -> None:
    write(home, HALVED.replace(b'"snow"', b'"snow'))
    assert notes(home) == ["rain", None]
    second = read(home)[1]
    assert "a quote is missing" in second.problem
    assert "line 5" in second.problem


def test_a_file_of_which_no_half_is_understood_is_named_as_a_whole(home: Locations) -> None:
    write(home, HALVED.replace(b"schema = 1", b"schema"))
    (whole,) = read(home)
    assert whole.half == 0
    assert whole.problem.startswith("line ")
    back = archive(home)
    assert list(back.evenings()) == []
    assert back.several() == {}
    assert len(back.problems) == 1


def test_half_a_file_that_has_no_halves_any_more_is_no_half(home: Locations) -> None:
    path = put(home, HERE)
    with pytest.raises(FileNotFoundError):
        content_of(path, 1)


def test_a_version_that_is_not_understood_is_named_with_its_line_and_without_its_words(
    home: Locations,
) -> None:
    write(home, HERE, syncthing=BROKEN)
    other = read(home)[1]
    assert other.evening is None
    assert other.problem == "line 5: this is not TOML (a quote is missing)"
    assert "rain" not in repr(other)


@pytest.mark.parametrize("kind", ["pipe", "link to nothing", "too long", "no UTF-8"])
def test_a_version_that_cannot_be_read_keeps_nobody_waiting(
    home: Locations, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    write(home, HERE)
    path = home.evening(DAY).with_name(SYNCTHING)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "link to nothing":
        path.symlink_to("nowhere")
    elif kind == "too long":
        monkeypatch.setattr("winddown.data.versions.LIMIT", len(HERE))
        path.write_bytes(HERE + b"#")
    else:
        path.write_bytes(b"<<<<<<<\n\xff\n=======\n>>>>>>>\n")
    own, other = read(home)
    assert own.evening is not None
    assert other.evening is None
    assert other.problem
    assert bool(other.seal) == (kind in ("too long", "no UTF-8"))
    assert other.seal == seal_of(path)


def test_a_seal_is_another_one_for_every_other_content(home: Locations) -> None:
    write(home, HERE, syncthing=HERE, icloud=THERE)
    own, icloud, syncthing = read(home)
    assert (own.file, icloud.file) == ("2026-11-22.toml", ICLOUD)
    assert own.seal == syncthing.seal != icloud.seal
    assert seal_of(home.evening(DAY).with_name("not there")) == ""


def test_versions_come_with_the_answers_of_every_step(home: Locations) -> None:
    class Later(Evening):
        __slots__ = ()

    write(home, HERE, syncthing=THERE)
    assert [type(each.evening) for each in archive(home, kind=Later).versions(DAY)] == [Later] * 2


def test_a_folder_that_is_closed_or_a_file_in_its_place_is_passed_over(home: Locations) -> None:
    home.evenings.mkdir(parents=True)
    (home.evenings / "2026").write_text("no folder")
    assert days_with_versions(home) == {}
    assert read(home) == ()


def test_a_version_in_the_folder_of_another_year_is_none(home: Locations) -> None:
    put(home, HERE, BEGUN.evening.replace(year=2025)).with_name(SYNCTHING).write_bytes(THERE)
    assert days_with_versions(home) == {}
