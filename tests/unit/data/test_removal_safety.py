"""Whatever a disk refuses and whenever the power goes, an evening being moved stands somewhere."""

from __future__ import annotations

import errno
import os
import pathlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.data.homes import DAY, contents, put
from tests.unit.data.taking_away import ANY, archive, in_backups, refuse
from winddown.data import toml_file
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError
from winddown.routine.archive import Removed


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


@pytest.mark.parametrize("kind", ["folder", "pipe", "link to nothing"])
def test_what_is_no_file_is_left_where_it_stands(home: Locations, kind: str) -> None:
    path = home.evening(DAY)
    path.parent.mkdir(parents=True)
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("nowhere")
    with pytest.raises(WinddownError, match=r"2026-11-22\.toml could not be removed"):
        archive(home).remove(DAY)
    assert os.path.lexists(path)
    assert in_backups(home) == []


def test_an_evening_moves_to_a_backup_on_another_disk(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, ANY)
    monkeypatch.setattr(os, "link", refuse(errno.EXDEV))
    back = archive(home)
    removed = back.remove(DAY)
    assert contents(home) == {str(home.backups / removed.copy): ANY}
    back.put_back(removed)
    assert contents(home) == {str(home.evening(DAY)): ANY}
    again = back.remove(DAY)
    put(home, "other")
    with pytest.raises(WinddownError, match="another evening stands there by now"):
        back.put_back(again)
    assert home.evening(DAY).read_text() == "other"


REFUSED: dict[str, list[tuple[Any, str]]] = {
    "no links, no names": [(os, "link"), (os, "replace")],
    "nothing is deleted": [(pathlib.Path, "unlink")],
    "nothing is made sure of": [(os, "fsync")],
}


@pytest.mark.parametrize("refused", REFUSED)
def test_on_a_disk_that_refuses_an_evening_stands_where_it_stood(
    home: Locations, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    path = put(home, ANY)
    for place, name in REFUSED[refused]:
        monkeypatch.setattr(place, name, refuse(errno.EROFS))
    with pytest.raises(
        WinddownError, match=r"toml could not be removed: the disk can only be read"
    ):
        archive(home).remove(DAY)
    assert path.read_bytes() == ANY
    # A copy that could not be taken back either does no harm.
    assert in_backups(home) == [] or refused == "nothing is deleted"


@pytest.mark.parametrize("refused", REFUSED)
def test_on_a_disk_that_refuses_a_removed_evening_stays_in_reach(
    home: Locations, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    put(home, ANY)
    removed = archive(home).remove(DAY)
    with monkeypatch.context() as patch:
        for place, name in REFUSED[refused]:
            patch.setattr(place, name, refuse(errno.EROFS))
        with pytest.raises(WinddownError, match="the disk can only be read"):
            archive(home).put_back(removed)
    assert (home.backups / removed.copy).read_bytes() == ANY


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_evening_in_a_read_only_folder_stays(home: Locations) -> None:
    path = put(home, ANY)
    path.parent.chmod(0o500)
    try:
        with pytest.raises(WinddownError, match="permission denied"):
            archive(home).remove(DAY)
        assert contents(home) == {str(path): ANY}
    finally:
        path.parent.chmod(0o700)


class PowerCut(BaseException):
    """Nothing after this is run."""


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("calls", range(6))
def test_whenever_the_power_goes_the_evening_stands_whole_somewhere(
    home: Locations, monkeypatch: pytest.MonkeyPatch, calls: int, links: bool
) -> None:
    path = put(home, ANY)
    left = [calls]

    def cut_before(real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            if left[0] == 0:
                raise PowerCut
            left[0] -= 1
            return real(*given, **named)

        return counted

    archive(home)  # its folders and its lock are older than the power cut
    removed = None
    with monkeypatch.context() as patch:
        if not links:
            patch.setattr(os, "link", refuse(errno.EPERM))
        for place, name in ((os, "link"), (os, "replace"), (os, "fsync"), (pathlib.Path, "unlink")):
            patch.setattr(place, name, cut_before(getattr(place, name)))
        try:
            removed = archive(home).remove(DAY)
        except PowerCut:
            assert calls < 6
    copies = [home.backups / name for name in in_backups(home) if name.endswith(".toml")]
    assert {each.read_bytes() for each in (path, *copies) if each.exists()} == {ANY}
    assert removed is None or not path.exists()


def test_a_copy_on_another_disk_is_made_sure_of_once_more_before_the_evening_goes(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, ANY)
    home.backups.mkdir()
    monkeypatch.setattr(os, "link", refuse(errno.EXDEV))
    monkeypatch.setattr(toml_file, "sync_folder", refuse(errno.EIO))  # the first time, that is
    removed = archive(home).remove(DAY)
    assert contents(home) == {str(home.backups / removed.copy): ANY}


def a_second_name(home: Locations, on: str = "2026-11-30") -> Path:
    """Leave what a power cut leaves between giving a second name and taking the first away."""
    home.backups.mkdir(parents=True, exist_ok=True)
    copy = home.backups / f"{DAY}-removed-on-{on}.toml"
    os.link(home.evening(DAY), copy)
    return copy


def test_what_a_power_cut_left_beside_an_evening_goes_and_the_evening_stays(
    home: Locations,
) -> None:
    path = put(home, ANY)
    a_second_name(home)
    archive(home).purge()
    assert contents(home) == {str(path): ANY}


def test_an_evening_taken_away_once_more_after_a_power_cut_is_there_once(home: Locations) -> None:
    put(home, ANY)
    a_second_name(home)
    removed = archive(home).remove(DAY)
    assert removed.copy == f"{DAY}-removed-on-2026-12-01.toml"
    assert in_backups(home) == [removed.copy]


def test_putting_back_goes_on_where_a_power_cut_broke_it_off(home: Locations) -> None:
    path = put(home, ANY)
    copy = a_second_name(home)
    archive(home).put_back(Removed(DAY, copy.name))
    assert contents(home) == {str(path): ANY}


def test_an_equal_copy_that_is_a_file_of_its_own_stays_for_its_thirty_days(
    home: Locations,
) -> None:
    path = put(home, ANY)
    copy = home.backups / f"{DAY}-removed-on-2026-11-30.toml"
    home.backups.mkdir()
    copy.write_bytes(ANY)
    archive(home).purge()
    assert contents(home) == {str(path): ANY, str(copy): ANY}
