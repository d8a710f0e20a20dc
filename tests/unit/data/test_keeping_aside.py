"""Where an evening's own file cannot be written, all of it is kept among the copies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.data.homes import BEGUN, DAY, put
from winddown.data.evening_file import LIMIT
from winddown.data.evenings import FIRST_LINE, keep_aside
from winddown.data.evenings import understood as read_as
from winddown.data.locations import Locations, locations
from winddown.errors import NothingIsKept, NotWritten
from winddown.routine.evening import Evening, Settled
from winddown.toml_reading import read_toml

WHOLE = replace(BEGUN, note="Rain.", settled=Settled(before=4), step="closing")


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path_factory.mktemp("home"))})


def test_everything_that_was_answered_stands_there_as_an_evening_of_its_own(
    home: Locations,
) -> None:
    broken = put(home, "garbage [[", DAY)
    keep_aside(home, WHOLE)
    file = read_toml(home.backups / f"{DAY}-other-version-1.toml", limit=10_000)
    assert file.text.startswith(f"{FIRST_LINE}\n")
    assert file.table["schema"] == 1
    assert read_as(Evening, file, DAY) == WHOLE
    assert broken.read_text() == "garbage [["


def test_twice_the_same_is_one_copy_and_each_is_named(home: Locations) -> None:
    first, other = (home.backups / f"{DAY}-other-version-{number}.toml" for number in (1, 2))
    assert keep_aside(home, WHOLE) == first
    assert keep_aside(home, WHOLE) == first
    assert keep_aside(home, replace(WHOLE, note="Snow.")) == other
    assert sorted(home.backups.iterdir()) == [first, other]


def test_one_that_is_too_long_is_named(home: Locations) -> None:
    with pytest.raises(NotWritten) as raised:
        keep_aside(home, replace(WHOLE, note="x" * LIMIT))
    assert raised.value.path == home.evening(DAY)


def test_a_private_evening_is_not_kept_aside_either(home: Locations) -> None:
    with pytest.raises(NothingIsKept):
        keep_aside(home._replace(is_private=True), WHOLE)
    assert not home.backups.exists()
