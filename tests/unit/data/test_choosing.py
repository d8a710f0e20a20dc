"""Of two versions one comes to stand and the other is kept, both to the byte, and back again."""

from __future__ import annotations

import os
from collections.abc import Mapping
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
    THIRD,
    pair,
    stands,
    write,
)
from tests.unit.data.homes import DAY
from tests.unit.data.taking_away import archive
from winddown.data.locations import Locations, locations
from winddown.errors import ChangedMeanwhile, WinddownError

OWN = "2026-11-22.toml"
COPY, COPY_2 = "2026-11-22-other-version-1.toml", "2026-11-22-other-version-2.toml"

Files = Mapping[str, bytes]

CASES: dict[str, tuple[Files, int, Files]] = {
    "the one here": ({OWN: HERE, SYNCTHING: THERE}, 0, {OWN: HERE, COPY: THERE}),
    "the one from elsewhere": ({OWN: HERE, SYNCTHING: THERE}, 1, {OWN: THERE, COPY: HERE}),
    "the one that can be read": ({OWN: BROKEN, SYNCTHING: THERE}, 1, {OWN: THERE, COPY: BROKEN}),
    "the one here, where the other cannot be read": (
        {OWN: HERE, SYNCTHING: BROKEN},
        0,
        {OWN: HERE, COPY: BROKEN},
    ),
    "of two alike": ({OWN: HERE, SYNCTHING: HERE}, 1, {OWN: HERE, COPY: HERE}),
    "the first half": ({OWN: HALVED}, 0, {OWN: HERE, COPY: HALVED}),
    "the second half": ({OWN: HALVED}, 1, {OWN: SECOND_HALF, COPY: HALVED}),
    "the only one": ({SYNCTHING: THERE}, 0, {OWN: THERE}),
    "the first of two from elsewhere": (
        {ICLOUD: HERE, SYNCTHING: THERE},
        0,
        {OWN: HERE, COPY: THERE},
    ),
    "the second of two from elsewhere": (
        {ICLOUD: HERE, SYNCTHING: THERE},
        1,
        {OWN: THERE, COPY: HERE},
    ),
    "half of a copy that is alone": ({SYNCTHING: HALVED}, 1, {OWN: SECOND_HALF, COPY: HALVED}),
    "half of a copy, of which the other half is still to be seen": (
        {OWN: THIRD, SYNCTHING: HALVED},
        1,
        {OWN: HERE, SYNCTHING: HALVED, COPY: THIRD},
    ),
    "the one here, with a third beside": (
        {OWN: HERE, ICLOUD: THERE, SYNCTHING: THIRD},
        0,
        {OWN: HERE, SYNCTHING: THIRD, COPY: THERE},
    ),
    "the other one, with a third beside": (
        {OWN: HERE, ICLOUD: THERE, SYNCTHING: THIRD},
        1,
        {OWN: THERE, SYNCTHING: THIRD, COPY: HERE},
    ),
}
"""What stands before, which of the first two is kept, and what stands then."""


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def put_all(home: Locations, files: Files) -> None:
    write(home, files.get(OWN), **{name: files[name] for name in files if name != OWN})


@pytest.mark.parametrize("case", CASES)
def test_the_chosen_one_stands_and_the_other_is_kept_to_the_byte(
    home: Locations, case: str
) -> None:
    before, at, after = CASES[case]
    put_all(home, before)
    back = archive(home)
    two = pair(back)
    kept, other = two[at], two[1 - at]
    assert kept is not None
    chosen = back.choose(kept, other)
    assert stands(home) == after
    assert chosen.evening == kept.evening == next(back.evenings())
    assert back.take_back(chosen) == next((each.evening for each in two if each and each.is_own
                                           and not each.half), None)  # fmt: skip
    assert stands(home) == before


def test_a_copy_never_takes_the_place_of_another(home: Locations) -> None:
    write(home, HERE, syncthing=THERE)
    home.backups.mkdir(parents=True)
    (home.backups / COPY).write_bytes(b"older")
    back = archive(home)
    kept, other = pair(back)
    assert other is not None
    chosen = back.choose(other, kept)
    assert stands(home) == {OWN: THERE, COPY: b"older", COPY_2: HERE}
    back.take_back(chosen)
    assert stands(home) == {OWN: HERE, COPY: b"older", SYNCTHING: THERE}


def test_three_are_settled_one_after_the_other_and_taken_back_so(home: Locations) -> None:
    before = {OWN: HERE, ICLOUD: THERE, SYNCTHING: THIRD}
    put_all(home, before)
    back = archive(home)
    own, icloud = pair(back)
    assert icloud is not None
    first = back.choose(icloud, own)
    own, syncthing = pair(back)
    second = back.choose(own, syncthing)
    assert stands(home) == {OWN: THERE, COPY: HERE, COPY_2: THIRD}
    assert back.several() == {}
    back.take_back(second)
    back.take_back(first)
    assert stands(home) == before


@pytest.mark.parametrize("changed", [OWN, SYNCTHING])
@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("how", ["written", "gone"])
def test_what_changed_since_it_was_read_is_left_alone(
    home: Locations, changed: str, at: int, how: str
) -> None:
    write(home, HERE, syncthing=THERE)
    back = archive(home)
    two = pair(back)
    path = home.evening(DAY).with_name(changed)
    if how == "written":
        path.write_bytes(THIRD)
    else:
        path.unlink()
    now = stands(home)
    kept = two[at]
    assert kept is not None
    with pytest.raises(ChangedMeanwhile, match="2026-11-22 changed on disk meanwhile"):
        back.choose(kept, two[1 - at])
    assert stands(home) == now


def test_an_evening_that_appeared_since_is_left_alone(home: Locations) -> None:
    write(home, None, syncthing=THERE)
    back = archive(home)
    only, _ = pair(back)
    home.evening(DAY).write_bytes(HERE)
    with pytest.raises(ChangedMeanwhile):
        back.choose(only, None)
    assert stands(home) == {OWN: HERE, SYNCTHING: THERE}


@pytest.mark.parametrize("is_there", [True, False])
def test_one_that_changes_at_the_very_last_is_left_alone(
    home: Locations, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    write(home, HERE if is_there else None, syncthing=THERE)
    back = archive(home)
    two = pair(back)
    kept, other = (two.second, two.first) if two.second else (two.first, None)
    assert kept is not None
    monkeypatch.setattr("winddown.data.choosing.put_atomically", lambda *_: False)
    with pytest.raises(ChangedMeanwhile):
        back.choose(kept, other)
    assert stands(home) == ({OWN: HERE} if is_there else {}) | {SYNCTHING: THERE}


def test_one_that_is_not_understood_cannot_be_kept(home: Locations) -> None:
    write(home, HERE, syncthing=BROKEN)
    back = archive(home)
    own, other = pair(back)
    assert other is not None
    with pytest.raises(WinddownError, match="cannot be kept; it can be put away"):
        back.choose(other, own)
    assert stands(home) == {OWN: HERE, SYNCTHING: BROKEN}


def test_one_that_cannot_be_read_at_all_stays_where_it_is(home: Locations) -> None:
    write(home, HERE)
    home.evening(DAY).with_name(SYNCTHING).symlink_to("nowhere")
    back = archive(home)
    own, other = pair(back)
    with pytest.raises(WinddownError, match="cannot be read, so it stays where it is"):
        back.choose(own, other)
    assert home.evening(DAY).with_name(SYNCTHING).is_symlink()


def test_the_evening_under_way_is_only_read(home: Locations) -> None:
    write(home, HERE, syncthing=THERE)
    back = archive(home, under_way=lambda: DAY)
    with pytest.raises(WinddownError, match="under way"):
        back.choose(*pair(back))
    assert stands(home) == {OWN: HERE, SYNCTHING: THERE}


def test_an_evening_that_is_a_link_keeps_leading_where_it_led(
    home: Locations, tmp_path: Path
) -> None:
    write(home, None, syncthing=THERE)
    real = tmp_path / "elsewhere.toml"
    real.write_bytes(HERE)
    home.evening(DAY).symlink_to(real)
    back = archive(home)
    own, other = pair(back)
    assert other is not None
    chosen = back.choose(other, own)
    assert home.evening(DAY).is_symlink()
    assert real.read_bytes() == THERE
    back.take_back(chosen)
    assert real.read_bytes() == HERE
    assert home.evening(DAY).with_name(SYNCTHING).read_bytes() == THERE


@pytest.mark.parametrize("what", ["own", "copy gone", "file taken"])
def test_nothing_is_taken_back_where_something_else_stands_by_now(
    home: Locations, what: str
) -> None:
    write(home, HERE, syncthing=THERE)
    back = archive(home)
    own, other = pair(back)
    assert other is not None
    chosen = back.choose(other, own)
    if what == "own":
        home.evening(DAY).write_bytes(THIRD)
    elif what == "copy gone":
        (home.backups / COPY).unlink()
    else:
        home.evening(DAY).with_name(SYNCTHING).write_bytes(THIRD)
    now = stands(home)
    with pytest.raises(ChangedMeanwhile):
        back.take_back(chosen)
    assert stands(home) == now


def test_where_one_of_two_cannot_come_back_neither_does(home: Locations) -> None:
    put_all(home, {ICLOUD: HERE, SYNCTHING: THERE})
    back = archive(home)
    first, second = pair(back)
    assert second is not None
    chosen = back.choose(second, first)
    home.evening(DAY).with_name(SYNCTHING).write_bytes(THIRD)
    now = stands(home)
    with pytest.raises(ChangedMeanwhile):
        back.take_back(chosen)
    assert stands(home) == now


@pytest.mark.parametrize("name", [b"2026-11-22 (\xff).toml", b"2026-11-22 (a\nb 2026-11-23).toml"])
def test_a_name_that_is_no_text_is_a_name_all_the_same(home: Locations, name: bytes) -> None:
    write(home, HERE)
    try:
        home.evening(DAY).with_name(os.fsdecode(name)).write_bytes(THERE)
    except OSError:
        pytest.skip("this disk knows no such names")
    before = stands(home)
    back = archive(home)
    own, other = pair(back)
    assert other is not None
    chosen = back.choose(other, own)
    assert stands(home) == {OWN: THERE, COPY: HERE}
    back.take_back(chosen)
    assert stands(home) == before
