"""What a link leads to, and what cannot be deleted, is never taken for gone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.unit.data.broken_evenings import WHOLE
from tests.unit.data.homes import DAY, put
from tests.unit.data.laid import TRACES, lay
from winddown.data.forgetting import forget
from winddown.data.locations import Locations, locations
from winddown.data.traces import all_traces, strangers, traces_of


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path / "home")})


def test_a_link_goes_and_what_it_leads_to_elsewhere_is_named(
    home: Locations, tmp_path: Path
) -> None:
    target = tmp_path / "elsewhere.toml"
    target.write_text("private")
    path = home.evening(DAY)
    path.parent.mkdir(parents=True)
    path.symlink_to(target)
    gone, (problem,) = forget(home, traces_of(home, DAY))
    assert gone == 1
    assert problem == (
        f"{path} led to {target}, which lies elsewhere and still stands; delete it there."
    )
    assert target.read_text() == "private"
    assert not os.path.lexists(path)


def test_what_a_link_leads_to_within_the_folders_goes_with_it(home: Locations) -> None:
    target = lay(home, "evenings/2026/mine")
    path = home.evening(DAY)
    path.symlink_to(target)
    assert forget(home, traces_of(home, DAY)) == (1, [])
    assert not home.data.exists()


def test_a_folder_of_evenings_that_is_a_link_is_emptied_and_stays(
    home: Locations, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "synced"
    elsewhere.mkdir()
    home.data.mkdir(parents=True)
    home.evenings.symlink_to(elsewhere)
    put(home, WHOLE)
    (elsewhere / "mine.txt").touch()
    assert forget(home, traces_of(home, DAY)) == (1, [])
    assert [path.name for path in elsewhere.iterdir()] == ["mine.txt"]
    assert home.evenings.is_symlink()


def test_a_folder_called_like_an_evening_goes_only_if_it_is_empty(home: Locations) -> None:
    lay(home, "evenings/2026/{}.toml/mine.txt")
    gone, (problem,) = forget(home, traces_of(home, DAY))
    assert gone == 0
    assert problem == f"{home.evening(DAY)} could not be deleted: directory not empty."
    assert (home.evening(DAY) / "mine.txt").read_text() == "private"


def test_what_cannot_be_deleted_is_named_and_the_rest_goes(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    stays, goes = lay(home, TRACES[0]), lay(home, "backups/{}.toml")
    usual = Path.unlink

    def refused(self: Path, missing_ok: bool = False) -> None:
        if self == stays:
            raise PermissionError(1, "Operation not permitted")
        usual(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    gone, problems = forget(home, traces_of(home, DAY))
    assert problems == [f"{stays} could not be deleted: permission denied."]
    assert (gone, stays.exists(), goes.exists()) == (1, True, False)


def test_what_a_link_led_to_and_cannot_be_deleted_is_named(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = lay(home, "evenings/2026/mine")
    home.evening(DAY).symlink_to(target)
    usual = Path.unlink

    def refused(self: Path, missing_ok: bool = False) -> None:
        if self == target:
            raise PermissionError(1, "Operation not permitted")
        usual(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    gone, problems = forget(home, traces_of(home, DAY))
    assert (gone, problems) == (1, [f"{target} could not be deleted: permission denied."])


def test_what_went_meanwhile_is_as_good_as_gone(home: Locations) -> None:
    path, other = lay(home, TRACES[0]), lay(home, "backups/{}.toml")
    path.unlink()
    assert forget(home, [path, other]) == (2, [])
    assert not home.data.exists()


def test_a_folder_called_like_a_leftover_is_none(home: Locations) -> None:
    folder = home.evening(DAY).parent / ".winddown-a"
    folder.mkdir(parents=True)
    assert all_traces(home, with_config=False) == []
    assert strangers(home, None, with_config=False) == [folder]


def test_a_link_to_nothing_goes(home: Locations) -> None:
    home.evening(DAY).parent.mkdir(parents=True)
    home.evening(DAY).symlink_to("nowhere")
    assert forget(home, traces_of(home, DAY)) == (1, [])
    assert not home.data.exists()


def test_a_leftover_that_may_not_be_read_is_left(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    leftover = lay(home, "evenings/2026/.winddown-a", text=WHOLE)

    def refused(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    assert traces_of(home, DAY) == []
    assert all_traces(home, with_config=False) == [leftover]
