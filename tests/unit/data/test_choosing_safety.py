"""Whenever the power goes while a version is chosen or taken back, every version stands whole."""

from __future__ import annotations

import errno
import os
import pathlib
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.unit.data.beside import HERE, pair, stands, write
from tests.unit.data.homes import DAY
from tests.unit.data.taking_away import archive, refuse
from tests.unit.data.test_choosing import CASES, put_all
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError
from winddown.routine.archive import Chosen

CALLS: tuple[tuple[Any, str], ...] = (
    (os, "link"),
    (os, "replace"),
    (os, "fsync"),
    (pathlib.Path, "unlink"),
)
"""What moves a file, or makes sure of it."""


class PowerCut(BaseException):
    """Nothing after this is run."""


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def run_until(
    patch: pytest.MonkeyPatch, calls: int, run: Callable[[], Any], *, links: bool
) -> bool:
    """Run something up to so many calls, and tell whether it came to its end."""
    left = [calls]

    def cut_before(real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            if left[0] == 0:
                raise PowerCut
            left[0] -= 1
            return real(*given, **named)

        return counted

    with patch.context() as patched:
        if not links:
            patched.setattr(os, "link", refuse(errno.EPERM))
        for place, name in CALLS:
            patched.setattr(place, name, cut_before(getattr(place, name)))
        try:
            run()
        except PowerCut:
            return False
    return True


def whole(home: Locations) -> set[bytes]:
    """Give what stands in files that are no half written ones."""
    return {content for name, content in stands(home).items() if name.endswith(".toml")}


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("case", CASES)
def test_whenever_the_power_goes_every_version_stands_somewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str, links: bool
) -> None:
    before, at, _ = CASES[case]
    for calls in count():
        home = locations({"WINDDOWN_HOME": str(tmp_path / str(calls))})
        put_all(home, before)
        back = archive(home)
        two = pair(back)
        chosen: list[Chosen] = []

        def choose(at: int = at, two: Any = two, back: Any = back, made: Any = chosen) -> None:
            made.append(back.choose(two[at], two[1 - at]))

        is_done = run_until(monkeypatch, calls, choose, links=links)
        assert set(before.values()) <= whole(home)
        if is_done:
            break
    assert calls > 2
    for calls in count():
        home = locations({"WINDDOWN_HOME": str(tmp_path / f"back {calls}")})
        put_all(home, before)
        back = archive(home)
        two = pair(back)
        made = back.choose(two[at], two[1 - at])  # type: ignore[arg-type]  # as each case has it

        def take_back(back: Any = back, made: Chosen = made) -> None:
            back.take_back(made)

        is_done = run_until(monkeypatch, calls, take_back, links=links)
        assert set(before.values()) <= whole(home)
        if is_done:
            break
    assert stands(home) == before


@pytest.mark.parametrize("refused", ["link and replace", "replace", "fsync", "unlink"])
@pytest.mark.parametrize("case", CASES)
def test_on_a_disk_that_refuses_every_version_stands_and_it_is_said(
    home: Locations, monkeypatch: pytest.MonkeyPatch, refused: str, case: str
) -> None:
    before, at, _ = CASES[case]
    put_all(home, before)
    back = archive(home)
    two = pair(back)
    kept = two[at]
    assert kept is not None
    with monkeypatch.context() as patch:
        for place, name in CALLS:
            if name in refused:
                patch.setattr(place, name, refuse(errno.EROFS))
        said = ["the disk can only be read"]
        try:
            back.choose(kept, two[1 - at])
        except WinddownError as problem:
            said = [str(problem)]
    assert all("the disk can only be read" in each and "rain" not in each for each in said)
    assert set(before.values()) <= whole(home)


@pytest.mark.parametrize("case", CASES)
def test_on_a_disk_that_refuses_what_cannot_be_taken_back_stands_as_it_was_chosen(
    home: Locations, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    before, at, _ = CASES[case]
    put_all(home, before)
    back = archive(home)
    two = pair(back)
    kept = two[at]
    assert kept is not None
    chosen = back.choose(kept, two[1 - at])
    with monkeypatch.context() as patch:
        for place, name in CALLS:
            patch.setattr(place, name, refuse(errno.EROFS))
        with pytest.raises(WinddownError, match="the disk can only be read"):
            back.take_back(chosen)
    assert set(before.values()) <= whole(home)


def test_an_extra_copy_is_not_left_where_nothing_was_chosen(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, at, _ = CASES["the one from elsewhere"]
    put_all(home, before)
    back = archive(home)
    two = pair(back)
    kept = two[at]
    assert kept is not None
    monkeypatch.setattr(os, "replace", refuse(errno.ENOSPC))
    with pytest.raises(WinddownError, match="the disk is full"):
        back.choose(kept, two[1 - at])
    assert stands(home) == before


def test_a_copy_on_another_disk_never_takes_the_place_of_what_stands_there(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(home, HERE, syncthing=HERE)
    back = archive(home)
    two = pair(back)
    monkeypatch.setattr("winddown.data.moving.put_atomically", lambda *_: False)
    monkeypatch.setattr(os, "link", refuse(errno.EXDEV))
    with pytest.raises(WinddownError, match="something stands there"):
        back.choose(two.first, two.second)
    assert home.evening(DAY).read_bytes() == HERE
