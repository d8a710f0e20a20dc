"""What an evening's file may say: as much as any file ever kept says, and no more."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest

from tests.unit.data.homes import BEGUN, DAY
from winddown.data.records import record_from, tables_of
from winddown.errors import NotUnderstood
from winddown.routine.evening import (
    ChosenComfort,
    Evening,
    Followup,
    Plan,
    Reflection,
    Round,
    Settled,
)

NEEDED: dict[type[Any], dict[str, Any]] = {
    Settled: {},
    Round: {"kind": "anchor", "id": "feet", "seconds": 20},
    ChosenComfort: {"text": "tea"},
    Reflection: {"text": "Scrolling"},
    Followup: {"outcome": "did-it", "answered": DAY},
    Plan: {"text": "ring Ana", "on": DAY},
    Evening: {"evening": DAY, "started": BEGUN.started},
}
"""Of each record, what is always written."""

UNSAID: dict[type[Any], dict[str, Any]] = {
    Settled: dict.fromkeys(("before", "after")),
    Round: {"cycles": 0},
    ChosenComfort: {"id": ""},
    Reflection: {"id": "", "reading": None, "cost": None, "from_what": ""},
    Followup: {"carried": 0, "felt": None, "note": ""},
    Plan: dict.fromkeys(("size", "at", "sure", "expected", "followup"))
    | dict.fromkeys(("who", "act", "channel", "cue", "words"), ""),
    Evening: dict.fromkeys(("ended", "route", "tonight", "outreach"))
    | dict.fromkeys(("step", "note"), "")
    | dict.fromkeys(("in_touch", "breathing", "comforts", "reflections"), ())
    | {"keep_out": False, "settled": Settled(before=None, after=None)},
}
"""Of each record, what is absent, and what that means."""


@pytest.mark.parametrize("kind", NEEDED)
def test_what_is_absent_from_a_file_was_not_answered(kind: type[Any]) -> None:
    record = record_from(kind, NEEDED[kind])
    assert {field.name: getattr(record, field.name) for field in fields(kind)} == (
        NEEDED[kind] | UNSAID[kind]
    )
    assert tables_of(record) == NEEDED[kind]


@pytest.mark.parametrize(
    ("kind", "key", "words"),
    [
        (Evening, "tonight", "light steady tired heavy not-okay"),
        (Evening, "route", "full short support"),
        (Round, "kind", "pattern anchor"),
        (Reflection, "reading", "rest both away unsure"),
        (Reflection, "cost", "no a-little yes unsure"),
        (Plan, "size", "tiny small medium big"),
        (Followup, "outcome", "did-it no-reply changed-shape they-reached-me carry-on let-go"),
    ],
)
def test_every_word_that_was_ever_an_answer_still_is(kind: type[Any], key: str, words: str) -> None:
    for word in words.split():
        table = NEEDED[kind] | {key: word}
        assert tables_of(record_from(kind, table)) == table


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (Settled, "before"),
        (Settled, "after"),
        (Plan, "sure"),
        (Plan, "expected"),
        (Followup, "felt"),
    ],
)
def test_a_place_on_a_scale_is_from_nought_to_ten(kind: type[Any], key: str) -> None:
    for degree in range(11):
        table = NEEDED[kind] | {key: degree}
        assert tables_of(record_from(kind, table)) == table
    for degree in (-1, 11):
        with pytest.raises(NotUnderstood, match=f"'{key}' should be a whole number from 0 to 10"):
            record_from(kind, NEEDED[kind] | {key: degree})


@pytest.mark.parametrize("kind", NEEDED)
def test_no_record_tells_what_it_holds_wherever_it_is_shown(kind: type[Any]) -> None:
    record = record_from(kind, NEEDED[kind])
    assert repr(record) == object.__repr__(record)


@pytest.mark.parametrize("kind", NEEDED)
def test_an_answer_is_never_changed_where_another_step_still_holds_it(kind: type[Any]) -> None:
    record = record_from(kind, NEEDED[kind])
    for field in fields(kind):
        with pytest.raises(FrozenInstanceError):
            setattr(record, field.name, None)
