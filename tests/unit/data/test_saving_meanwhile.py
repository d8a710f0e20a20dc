"""What another program puts in an evening's place while it is being saved is never overwritten."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.data.homes import BEGUN, DAY, put
from winddown.data import evenings as storage
from winddown.data.evenings import load, save
from winddown.data.locations import Locations, locations
from winddown.data.meanwhile import ATTEMPTS
from winddown.errors import GoneMeanwhile, NotWritten, UnreadableEvening
from winddown.routine.evening import ChosenComfort


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def theirs(more: str) -> str:
    """Write the evening as another computer has it."""
    return f"evening = {DAY}\nstarted = 2026-11-22T21:34:10+01:00\n{more}"


def meanwhile(monkeypatch: pytest.MonkeyPatch, steps: Iterable[Callable[[], object]]) -> None:
    """Let another program do something after each reading, before the file is replaced."""
    usual, left = storage.read_evening, iter(steps)

    def reading(path: Path) -> object:
        file = usual(path)
        next(left, lambda: None)()
        return file

    monkeypatch.setattr(storage, "read_evening", reading)


def other_versions(home: Locations) -> list[str]:
    return [path.read_text() for path in sorted(home.backups.glob("*-other-version-*"))]


def test_another_answer_that_arrives_in_between_stands_beside_ones_own(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = save(home, None, BEGUN)
    arrives = theirs('tonight = "tired"\nweather = "rain" # mine\n')
    meanwhile(monkeypatch, [lambda: put(home, arrives)])
    kept = save(home, known, replace(known, note="mine"))
    assert (kept.tonight, kept.note) == ("tired", "mine")
    assert load(home, DAY) == kept
    assert 'weather = "rain" # mine' in home.evening(DAY).read_text()
    assert other_versions(home) == []


def test_the_same_answer_that_arrives_in_between_is_kept_whole(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = save(home, None, BEGUN)
    arrives = theirs('note = "theirs"\n# and more\n')
    meanwhile(monkeypatch, [lambda: put(home, arrives)])
    assert save(home, known, replace(known, note="mine")).note == "mine"
    assert other_versions(home) == [arrives]


def test_a_file_that_appears_where_none_stood_is_merged_as_well(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrives = theirs('tonight = "tired"\nnote = "theirs"\n')
    meanwhile(monkeypatch, [lambda: put(home, arrives)])
    kept = save(home, None, replace(BEGUN, note="mine", comforts=(ChosenComfort(text="tea"),)))
    assert (kept.tonight, kept.note, kept.comforts[0].text) == ("tired", "mine", "tea")
    assert load(home, DAY) == kept
    assert other_versions(home) == [arrives]


def test_a_version_that_gives_way_is_kept_once_however_often_a_save_is_tried(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = save(home, None, BEGUN)
    put(home, theirs('note = "theirs"\n'))

    def full(*_: object, **__: object) -> bool:
        raise NotWritten(home.evening(DAY), "no space left on device")

    with monkeypatch.context() as refusing:
        refusing.setattr(storage, "write_atomically", full)
        for _ in range(3):
            with pytest.raises(NotWritten):
                save(home, known, replace(known, note="mine"))
    assert save(home, known, replace(known, note="mine")).note == "mine"
    assert other_versions(home) == [theirs('note = "theirs"\n')]


def test_what_arrives_and_is_not_understood_is_left_as_it_is(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = save(home, None, BEGUN)
    meanwhile(monkeypatch, [lambda: put(home, "half a fi")])
    with pytest.raises(UnreadableEvening):
        save(home, known, replace(known, note="mine"))
    assert home.evening(DAY).read_text() == "half a fi"


def test_a_link_that_appears_where_none_stood_is_not_replaced(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = home.evening(DAY)

    def link() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(home.data / "nowhere.toml")

    meanwhile(monkeypatch, [link])
    with pytest.raises(UnreadableEvening, match="links to a file that is not there"):
        save(home, None, BEGUN)
    assert path.is_symlink()


def test_a_file_that_goes_in_between_is_written_anew(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = save(home, None, BEGUN)
    meanwhile(monkeypatch, [lambda: os.unlink(home.evening(DAY))])  # noqa: PTH108  as others do
    assert save(home, known, replace(known, note="mine")).note == "mine"
    assert load(home, DAY) == replace(known, note="mine")


@pytest.mark.parametrize("times", [ATTEMPTS - 1, ATTEMPTS])
def test_a_program_that_keeps_writing_is_told_and_has_the_last_word(
    home: Locations, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    known = save(home, None, BEGUN)
    texts = [theirs(f"# {number}\n") for number in range(times)]
    meanwhile(monkeypatch, [lambda text=text: put(home, text) for text in texts])  # type: ignore[misc]
    if times < ATTEMPTS:
        assert save(home, known, replace(known, note="mine")).note == "mine"
        assert f"# {times - 1}\n" in home.evening(DAY).read_text()
    else:
        with pytest.raises(NotWritten, match="another program keeps writing to it") as raised:
            save(home, known, replace(known, note="mine"))
        assert raised.value.path == home.evening(DAY)
        assert home.evening(DAY).read_text() == texts[-1]


def test_an_evening_that_is_only_put_right_is_not_begun_anew_once_it_is_gone(
    home: Locations,
) -> None:
    known = save(home, None, replace(BEGUN, note="rain"))
    again = save(home, known, replace(known, note="snow"), anew=False)
    assert again == load(home, DAY) == replace(known, note="snow")
    home.evening(DAY).unlink()
    with pytest.raises(GoneMeanwhile) as told:
        save(home, again, replace(again, note="fog"), anew=False)
    assert told.value.day == DAY
    assert not home.evening(DAY).exists()
    assert save(home, again, replace(again, note="fog")).note == "fog"
