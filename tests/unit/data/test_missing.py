"""What another program took out of an evening is told apart from all else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import changed_evenings, evenings
from tests.unit.data.homes import DAY
from winddown.data.missing import missing
from winddown.data.records import tables_of
from winddown.routine.evening import Evening

TEA, BATH = ({"text": text} for text in ("tea", "bath"))
SCROLL = {"id": "scroll", "text": "Scrolling"}
SAM = {"who": "Sam", "text": "text Sam", "on": DAY}
ROUND = {"kind": "pattern", "id": "long-out", "seconds": 60, "cycles": 6}


@given(evenings(DAY))
def test_of_an_evening_that_stands_nothing_is_missing(evening: Evening) -> None:
    table = tables_of(evening)
    assert missing(Evening, table, table | {"mine": 1}) == {}


@given(st.data())
def test_whatever_is_missing_stands_in_what_was_wanted(data: st.DataObject) -> None:
    before = data.draw(evenings(DAY))
    after = tables_of(data.draw(changed_evenings(before)))
    gone = missing(Evening, tables_of(before), after)
    assert missing(Evening, gone, tables_of(before)) == {}


@pytest.mark.parametrize(
    ("wanted", "table", "gone"),
    [
        ({"note": "rain"}, {}, {"note": "rain"}),
        ({"note": "rain"}, {"note": "snow"}, {"note": "rain"}),
        ({}, {"note": "snow"}, {}),
        ({"keep_out": True}, {"keep_out": False}, {"keep_out": True}),
        (
            {"settled": {"before": 1, "after": 2}},
            {"settled": {"before": 1, "mine": 1}},
            {"settled": {"after": 2}},
        ),
        ({"settled": {"before": 1}}, {}, {"settled": {"before": 1}}),
        ({"comforts": [TEA, BATH]}, {"comforts": [BATH, TEA]}, {}),
        ({"comforts": [TEA, BATH]}, {"comforts": [BATH]}, {"comforts": [TEA]}),
        ({"comforts": [TEA]}, {}, {"comforts": [TEA]}),
        ({"comforts": [TEA]}, {"comforts": [TEA | {"mine": 1}]}, {}),
        (
            {"reflections": [SCROLL | {"reading": "rest", "cost": "no"}]},
            {"reflections": [SCROLL | {"reading": "away", "cost": "no"}]},
            {"reflections": [SCROLL | {"reading": "rest"}]},
        ),
        ({"breathing": [ROUND]}, {"breathing": [ROUND]}, {}),
        (
            {"outreach": SAM | {"followup": {"outcome": "did-it", "answered": DAY}}},
            {"outreach": SAM},
            {"outreach": {"followup": {"outcome": "did-it", "answered": DAY}}},
        ),
    ],
)
def test_just_what_is_gone_is_told(wanted: Any, table: Any, gone: Any) -> None:
    assert missing(Evening, wanted, table) == gone
