"""What is winddown's alone is laid out anew with each answer; what a person touched is not."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import evenings
from tests.unit.data.homes import BEGUN, DAY, new_home, put
from winddown import toml_reading
from winddown.data import evening_text, merging, toml_edit
from winddown.data.evening_text import layout
from winddown.data.evenings import load, save
from winddown.data.locations import Locations, locations
from winddown.data.records import tables_of
from winddown.data.toml_values import dotted, text_of
from winddown.errors import NotWritten
from winddown.routine.evening import ChosenComfort, Evening, Settled


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is taken apart as TOML."""
    texts: list[str] = []
    usual = tomllib.loads

    def told(text: str) -> dict[str, object]:
        texts.append(text)
        return usual(text)

    # Compiled code reads no other texts; it only cannot be listened to.
    monkeypatch.setattr(evening_text, "read_many", lambda: None)
    monkeypatch.setattr(toml_reading, "_compiled", None)
    monkeypatch.setattr(tomllib, "loads", told)
    return texts


ANSWERED = replace(BEGUN, settled=Settled(before=3), comforts=(ChosenComfort(text="tea"),))


def test_an_answer_is_read_once_as_it_is_written_and_nothing_is_read_besides(
    home: Locations, read: list[str]
) -> None:
    known = save(home, None, ANSWERED)
    for note in ("rain", "rain, and wind", ""):
        read.clear()
        known = save(home, known, replace(known, note=note))
        assert read == [home.evening(DAY).read_text()]


def test_nothing_is_brought_together_where_nobody_else_wrote(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = save(home, None, ANSWERED)
    monkeypatch.setattr(merging, "merge", None)
    save(home, known, replace(known, note="rain"))
    assert load(home, DAY) == replace(known, note="rain")


def test_another_state_than_was_known_is_brought_together_though_it_was_laid_out_here(
    home: Locations,
) -> None:
    first = save(home, None, ANSWERED)
    save(home, first, replace(first, note="rain"))
    assert save(home, first, replace(first, keep_out=True)).note == "rain"
    assert load(home, DAY) == replace(first, note="rain", keep_out=True)


def test_the_first_answer_of_a_later_sitting_leaves_the_editor_alone_as_well(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, layout(tables_of(ANSWERED)))
    monkeypatch.setattr(toml_edit, "edited", None)
    known = load(home, DAY)
    assert known is not None
    assert save(home, known, replace(known, note="rain")) == load(home, DAY)


BY_HAND: dict[str, Callable[[str], str]] = {
    "a comment": lambda text: text.replace("[settled]", "[settled] # before tea"),
    "a key": lambda text: text.replace("[settled]", 'weather = "grey"\n\n[settled]'),
    "another word, as long": lambda text: text.replace("tea", "sea"),
    "an order": lambda text: text.replace("schema = 1\n", "") + "\n[own]\nschema = 1\n",
    "a blank line": lambda text: text.replace("\n[settled]", "\n\n[settled]"),
    "single quotes": lambda text: text.replace('"tea"', "'tea'"),
    "no last line end": lambda text: text[:-1],
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "a first line": lambda text: text.replace("one evening", "my evening"),
}


@pytest.mark.parametrize("by_hand", BY_HAND.values(), ids=BY_HAND)
def test_what_a_person_wrote_between_two_answers_stays_to_the_character(
    home: Locations, by_hand: Callable[[str], str]
) -> None:
    known = save(home, None, replace(ANSWERED, note="rain"))
    theirs = by_hand(home.evening(DAY).read_text())
    put(home, theirs.encode())
    save(home, known, replace(known, note="wind"))
    assert home.evening(DAY).read_bytes().decode() == theirs.replace("rain", "wind")


@settings(max_examples=60, deadline=None)
@given(st.lists(evenings(), min_size=1, max_size=4))
def test_however_an_evening_is_answered_its_file_is_laid_out_as_if_at_once(
    states: list[Evening],
) -> None:
    with new_home() as home:
        known: Evening | None = None
        for state in states:
            known = save(home, known, replace(state, evening=DAY))
            assert load(home, DAY) == known
        assert known is not None
        assert home.evening(DAY).read_bytes().decode() == layout(tables_of(known))


@given(st.text() | st.integers() | st.booleans() | st.dates() | st.floats(allow_nan=False))
def test_plain_values_and_names_are_written_as_tomlkit_writes_them(
    value: str | float | date,
) -> None:
    assert text_of(value) == tomlkit.item(value).as_string()
    if isinstance(value, str):
        assert dotted((value,)) == tomlkit.key(value).as_string()


def test_a_time_is_written_as_tomlkit_writes_it() -> None:
    assert text_of(time(18, 30)) == tomlkit.item(time(18, 30)).as_string() == "18:30:00"


def test_what_is_too_long_once_two_windows_are_brought_together_is_named(
    home: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = save(home, None, ANSWERED)
    put(home, layout(tables_of(replace(ANSWERED, note="x" * 80))))
    monkeypatch.setattr(evening_text, "LIMIT", 100)
    with pytest.raises(NotWritten) as refused:
        save(home, known, replace(known, tonight="light"))
    assert refused.value.path == home.evening(DAY)
