"""A copy that is put back is the copy to the byte, and what stood there is kept as well."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from tests.unit.data.broken_evenings import BROKEN, WHOLE, Broken
from tests.unit.data.homes import DAY, put
from tests.unit.data.sittings import copies, everything
from winddown.data import restoring
from winddown.data.evenings import load
from winddown.data.locations import Locations, locations
from winddown.data.restoring import copy_of, put_back, restorable
from winddown.data.toml_file import Unconfirmed
from winddown.errors import NotConfirmed, NotWritten

NAME = str(DAY)
GOOD = WHOLE.encode() + b"# to the byte \r\n"
NO_FILES = {
    "a folder": "something other than a file stands there; move that away first",
    "a FIFO": "something other than a file stands there; move that away first",
    "a dangling link": "it links to a file that is not there; delete the link first",
    "a link to itself": "links lead round in a circle; take one of them away",
}


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path / "home")})


def with_copy(home: Locations, content: bytes = GOOD, name: str = f"{NAME}.toml") -> Path:
    home.backups.mkdir(parents=True, exist_ok=True)
    copy = home.backups / name
    copy.write_bytes(content)
    return copy


@pytest.mark.parametrize(
    "broken",
    [each for name, each in BROKEN.items() if name not in NO_FILES],
    ids=[name for name in BROKEN if name not in NO_FILES],
)
def test_what_stood_there_is_kept_whole_whatever_it_was(home: Locations, broken: Broken) -> None:
    path = home.evening(DAY)
    path.parent.mkdir(parents=True)
    broken.make(path)
    path.chmod(0o644)
    stood = path.read_bytes()
    aside = put_back(home, NAME, with_copy(home))
    assert path.read_bytes() == GOOD
    assert aside == home.backups / "2026-11-22-other-version-1.toml"
    assert copies(home) == {aside.name: stood, f"{NAME}.toml": GOOD}
    assert stat.S_IMODE(aside.stat().st_mode) == stat.S_IMODE(path.stat().st_mode) == 0o600
    assert aside.stat().st_ino != path.stat().st_ino


@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_is_told_and_left(home: Locations, kind: str) -> None:
    path = home.evening(DAY)
    path.parent.mkdir(parents=True)
    BROKEN[kind].make(path)
    copy = with_copy(home)
    before = everything(home)
    with pytest.raises(NotWritten) as raised:
        put_back(home, NAME, copy)
    assert str(raised.value) == f"{path} could not be written: {NO_FILES[kind]}."
    assert {path for path in everything(home) if home.state not in (path, path.parent)} == set(
        before
    )


def test_one_that_is_gone_comes_back(home: Locations) -> None:
    assert put_back(home, NAME, with_copy(home)) is None
    assert home.evening(DAY).read_bytes() == GOOD
    assert load(home, DAY) is not None


def test_a_link_keeps_leading_where_it_led(home: Locations, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.toml"
    target.write_bytes(b"broken")
    path = home.evening(DAY)
    path.parent.mkdir(parents=True)
    path.symlink_to(target)
    put_back(home, NAME, with_copy(home))
    assert path.is_symlink()
    assert target.read_bytes() == GOOD


def test_the_config_comes_back_too(home: Locations) -> None:
    home.config.mkdir(parents=True)
    home.config_file.write_bytes(b"broken")
    copy = with_copy(home, b"remember = false\n", "config.toml")
    assert copy_of(home, "config") == copy
    assert restorable(home) == {"config": copy}
    aside = put_back(home, "config", copy)
    assert home.config_file.read_bytes() == b"remember = false\n"
    assert aside == home.backups / "config-other-version-1.toml"
    assert aside.read_bytes() == b"broken"
    assert restorable(home) == {}


def test_two_that_gave_way_are_two_files(home: Locations) -> None:
    for text in (b"one", b"two"):
        put(home, text)
        put_back(home, NAME, with_copy(home))
    assert sorted(copies(home).values()) == sorted([b"one", b"two", GOOD])


def test_a_copy_that_is_broken_itself_is_never_put_back(home: Locations) -> None:
    with_copy(home, b"x = ")
    assert copy_of(home, NAME) is None
    removed = with_copy(home, GOOD, f"{NAME}-removed-on-2026-11-30.toml")
    assert copy_of(home, NAME) == removed


def test_of_two_that_were_taken_away_the_later_comes_back(home: Locations) -> None:
    for when in ("2026-11-24", "2026-11-30", "2026-11-30-2", "2026-11-30-10", "2026-11-25"):
        with_copy(home, GOOD, f"{NAME}-removed-on-{when}.toml")
    copy = copy_of(home, NAME)
    assert copy is not None
    assert copy.name == f"{NAME}-removed-on-2026-11-30-10.toml"


@pytest.mark.parametrize("call", ["replace", "fsync"])
@pytest.mark.parametrize("stood", [b"broken", None])
def test_a_disk_that_refuses_changes_nothing(
    home: Locations, monkeypatch: pytest.MonkeyPatch, call: str, stood: bytes | None
) -> None:
    copy = with_copy(home)
    if stood is not None:
        put(home, stood)
    before = copies(home)

    def refused(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, call, refused)
    with pytest.raises(NotWritten, match="the disk reported an error"):
        put_back(home, NAME, copy)
    monkeypatch.undo()
    assert copies(home) == before
    if stood is None:
        assert not home.evening(DAY).exists()
    else:
        assert home.evening(DAY).read_bytes() == stood


def test_a_disk_that_knows_no_second_names_keeps_what_stood_as_well(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, b"broken")

    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    aside = put_back(home, NAME, with_copy(home))
    assert aside is not None
    assert aside.read_bytes() == b"broken"
    assert home.evening(DAY).read_bytes() == GOOD


def test_what_another_program_takes_away_in_between_is_told(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = put(home, b"broken"), with_copy(home)
    usual = restoring.put_atomically

    def late(real: Path, content: bytes, only_if: object) -> bool:
        path.unlink()
        return usual(real, content, only_if)  # type: ignore[arg-type]

    monkeypatch.setattr(restoring, "put_atomically", late)
    with pytest.raises(NotWritten, match="another program"):
        put_back(home, NAME, copy)
    assert not path.exists()
    assert sorted(copies(home).values()) == sorted([b"broken", GOOD])


@pytest.mark.parametrize("stood", [b"broken", None])
def test_what_another_program_puts_there_in_between_is_not_overwritten(
    home: Locations, monkeypatch: pytest.MonkeyPatch, stood: bytes | None
) -> None:
    if stood is not None:
        put(home, stood)
    usual = restoring.put_atomically

    def late(path: Path, content: bytes, only_if: object) -> bool:
        put(home, b"arrived just now")
        return usual(path, content, only_if)  # type: ignore[arg-type]

    monkeypatch.setattr(restoring, "put_atomically", late)
    with pytest.raises(NotWritten, match="another program"):
        put_back(home, NAME, with_copy(home))
    assert home.evening(DAY).read_bytes() == b"arrived just now"


def test_only_what_is_broken_or_gone_can_be_put_back_unasked(home: Locations) -> None:
    with_copy(home)
    assert list(restorable(home)) == [NAME]
    put(home, WHOLE)
    assert restorable(home) == {}
    put(home, "x = ")
    assert list(restorable(home)) == [NAME]
    with_copy(home, b"x = ")
    assert restorable(home) == {}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_one_that_may_not_even_be_read_is_kept_and_the_copy_can_be_read(home: Locations) -> None:
    put(home, b"closed").chmod(0)
    aside = put_back(home, NAME, with_copy(home))
    assert aside is not None
    assert aside.read_bytes() == b"closed"
    assert home.evening(DAY).read_bytes() == GOOD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("closed", ["backups", "2026"])
def test_folders_that_may_not_be_written_to_change_nothing(home: Locations, closed: str) -> None:
    path, copy = put(home, b"broken"), with_copy(home)
    folder = home.backups if closed == "backups" else path.parent
    folder.chmod(0o500)
    try:
        with pytest.raises(NotWritten, match="permission denied"):
            put_back(home, NAME, copy)
    finally:
        folder.chmod(0o700)
    assert path.read_bytes() == b"broken"
    assert list(copies(home)) == [copy.name]


def test_a_disk_that_does_not_say_whether_it_lasts_is_told_and_both_stand(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = put(home, b"broken"), with_copy(home)
    usual = restoring.put_atomically

    def unsure(real: Path, content: bytes, only_if: object) -> bool:
        usual(real, content, only_if)  # type: ignore[arg-type]
        raise Unconfirmed(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(restoring, "put_atomically", unsure)
    with pytest.raises(NotConfirmed):
        put_back(home, NAME, copy)
    assert path.read_bytes() == GOOD
    assert sorted(copies(home).values()) == sorted([b"broken", GOOD])
