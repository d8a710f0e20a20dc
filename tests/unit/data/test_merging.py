"""Two programs that change one evening both have their say."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import changed_evenings, evenings
from tests.unit.data.homes import DAY
from winddown.data.matching import matched
from winddown.data.merging import merge
from winddown.data.records import tables_of
from winddown.routine.evening import Evening, Settled

REST: dict[str, Any] = {
    "evening": DAY,
    "started": datetime.fromisoformat("2026-11-22T21:34:10+01:00"),
}
TEA, BATH, BOOK = ({"text": text} for text in ("tea", "bath", "book"))
SCROLL = {"id": "scroll", "text": "Scrolling"}
SAM = {"who": "Sam", "text": "text Sam", "on": DAY}
ANA = {"text": "ring Ana", "on": DAY}
ROUND = {"kind": "pattern", "id": "long-out", "seconds": 60}


def evening_of(known: Any, file: Any, wanted: Any) -> tuple[dict[str, Any], bool]:
    """Merge tables of an evening, and give what is left besides the date."""
    table, gave_way = merge(Evening, REST | known, REST | file, REST | wanted)
    return {key: value for key, value in table.items() if key not in REST}, gave_way


@given(st.data())
def test_without_another_writer_what_is_wanted_stands(data: st.DataObject) -> None:
    before = data.draw(evenings(DAY))
    after = tables_of(data.draw(changed_evenings(before)))
    assert merge(Evening, tables_of(before), tables_of(before), after) == (after, False)


@given(st.data())
def test_without_a_change_here_what_stands_on_disk_stays(data: st.DataObject) -> None:
    before = data.draw(evenings(DAY))
    disk = tables_of(data.draw(changed_evenings(before)))
    known = tables_of(before)
    assert merge(Evening, known, disk, known) == (disk, False)


@given(st.data())
def test_the_same_change_made_twice_is_one(data: st.DataObject) -> None:
    before = data.draw(evenings(DAY))
    both = tables_of(data.draw(changed_evenings(before)))
    assert merge(Evening, tables_of(before), both, both) == (both, False)


@pytest.mark.parametrize(
    ("known", "file", "wanted", "result", "gave_way"),
    [
        # Two answers, one from each.
        ({}, {"note": "rain"}, {"tonight": "tired"}, {"tonight": "tired", "note": "rain"}, False),
        (
            {"settled": {"before": 1}},
            {"settled": {"before": 2}},
            {"settled": {"before": 1, "after": 3}},
            {"settled": {"before": 2, "after": 3}},
            False,
        ),
        # One answer, changed by both: the copy has the other.
        ({}, {"note": "rain"}, {"note": "snow"}, {"note": "snow"}, True),
        ({"note": "x"}, {"note": "rain"}, {}, {}, True),
        ({"note": "x"}, {}, {"note": "snow"}, {"note": "snow"}, True),
        # A default that stands in the file is no answer of another's.
        ({}, {"note": ""}, {"note": "snow"}, {"note": "snow"}, False),
        ({"note": "x"}, {"note": "x", "in_touch": []}, {}, {"in_touch": []}, False),
        # Keys of the person's own.
        ({}, {"mine": 1}, {"note": "snow"}, {"note": "snow", "mine": 1}, False),
        (
            {"settled": {"after": 1}},
            {"settled": {"after": 1, "mine": 1}},
            {},
            {"settled": {"mine": 1}},
            False,
        ),
        ({"settled": {"after": 1}}, {"settled": {"after": 1}}, {}, {}, False),
        ({"outreach": SAM}, {"outreach": SAM | {"mine": 1}}, {}, {}, True),
        (
            {"outreach": SAM},
            {"outreach": SAM | {"followup": {"outcome": "let-go", "answered": DAY, "mine": 1}}},
            {},
            {},
            True,
        ),
        (
            {"outreach": SAM | {"followup": {"outcome": "let-go", "answered": DAY}}},
            {"outreach": SAM | {"followup": {"outcome": "let-go", "answered": DAY, "mine": 1}}},
            {},
            {},
            True,
        ),
        ({"outreach": SAM}, {"outreach": SAM}, {}, {}, False),
        # A plan made twice is not mixed; one that stood is.
        (
            {},
            {"outreach": SAM | {"mine": 1}},
            {"outreach": ANA},
            {"outreach": ANA | {"mine": 1}},
            True,
        ),
        (
            {"outreach": SAM},
            {},
            {"outreach": SAM | {"cue": "tea"}},
            {"outreach": SAM | {"cue": "tea"}},
            True,
        ),
        (
            {"outreach": SAM},
            {"outreach": SAM | {"sure": 8}},
            {"outreach": SAM | {"cue": "tea"}},
            {"outreach": SAM | {"sure": 8, "cue": "tea"}},
            False,
        ),
        # Lists.
        (
            {"comforts": [TEA]},
            {"comforts": [TEA, BATH]},
            {"comforts": [BOOK]},
            {"comforts": [BOOK, BATH]},
            False,
        ),
        (
            {"comforts": [TEA, BATH]},
            {"comforts": [BATH]},
            {"comforts": [TEA, BATH, BOOK]},
            {"comforts": [BATH, BOOK]},
            False,
        ),
        (
            {},
            {"comforts": [TEA | {"mine": 1}]},
            {"comforts": [TEA]},
            {"comforts": [TEA | {"mine": 1}]},
            False,
        ),
        (
            {},
            {"comforts": [TEA | {"mine": 1}]},
            {"comforts": [TEA, BATH]},
            {"comforts": [TEA | {"mine": 1}, BATH]},
            False,
        ),
        ({"comforts": [TEA]}, {"comforts": [TEA | {"mine": 1}]}, {}, {}, True),
        (
            {"comforts": [TEA]},
            {"comforts": [TEA | {"mine": 1}]},
            {"comforts": [BATH]},
            {"comforts": [BATH | {"mine": 1}]},
            False,
        ),
        (
            {"comforts": [TEA, BATH]},
            {"comforts": [TEA, BATH | {"mine": 1}]},
            {"comforts": [TEA]},
            {"comforts": [TEA]},
            True,
        ),
        (
            {"reflections": [SCROLL]},
            {"reflections": [SCROLL | {"cost": "no"}]},
            {"reflections": [SCROLL | {"reading": "rest"}]},
            {"reflections": [SCROLL | {"reading": "rest", "cost": "no"}]},
            False,
        ),
        ({"reflections": [SCROLL]}, {"reflections": [SCROLL | {"cost": "no"}]}, {}, {}, True),
        (
            {"reflections": [SCROLL]},
            {},
            {"reflections": [SCROLL | {"cost": "no"}]},
            {"reflections": [SCROLL | {"cost": "no"}]},
            True,
        ),
        (
            {},
            {"reflections": [SCROLL | {"cost": "no"}]},
            {"reflections": [SCROLL]},
            {"reflections": [SCROLL]},
            True,
        ),
        # Two rounds are two rounds, but one round told twice is one.
        (
            {},
            {"breathing": [ROUND]},
            {"breathing": [ROUND | {"seconds": 90}]},
            {"breathing": [ROUND | {"seconds": 90}, ROUND]},
            False,
        ),
        ({}, {"breathing": [ROUND]}, {"breathing": [ROUND]}, {"breathing": [ROUND]}, False),
    ],
)
def test_what_each_changed_is_kept(
    known: Any, file: Any, wanted: Any, result: Any, gave_way: bool
) -> None:
    merged, given_way = evening_of(known, file, wanted)
    assert merged == result
    assert given_way is gave_way


def test_an_answer_that_two_gave_alike_needs_no_copy() -> None:
    settled = {"settled": tables_of(Settled(before=3))}
    assert evening_of({}, settled, settled) == (settled, False)


@pytest.mark.parametrize(
    ("old", "new", "reworded", "result"),
    [
        ([TEA, BATH], [BATH, TEA], False, {0: 1, 1: 0}),
        ([TEA, TEA], [TEA], False, {0: 0}),
        ([SCROLL], [SCROLL | {"text": "Feeds"}], False, {0: 0}),
        ([TEA], [BATH], False, {}),
        ([TEA], [BATH], True, {0: 0}),
        ([SCROLL], [BATH], True, {}),
        ([{"a": 1}, {"a": 2}], [{"a": 3}], False, {0: 0}),
        ([ROUND, ROUND | {"seconds": 90}], [ROUND | {"seconds": 90}], False, {0: 1}),
    ],
)
def test_tables_are_told_apart_by_what_names_them(
    old: Any, new: Any, reworded: bool, result: dict[int, int]
) -> None:
    assert matched(old, new, reworded=reworded) == result
