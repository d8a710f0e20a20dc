"""Records become tables and come back, and a wrong value is named in plain words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from tests.strategies import evenings, records
from tests.unit.data.homes import BEGUN, DAY
from winddown.data.records import record_from, tables_of
from winddown.errors import NotUnderstood
from winddown.routine.evening import (
    ChosenComfort,
    Evening,
    Followup,
    Plan,
    Round,
    Settled,
)
from winddown.routine.within import Within


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """A table of everything a field may be."""

    share: float
    mode: Literal[1, "one"] = 1
    flags: tuple[bool, ...] = ()
    grid: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    """A record as a later step may bring one."""

    day: date
    hour: time | None = None
    level: Annotated[int, Within(1, 3)] | None = None
    inner: Inner | None = None
    more: tuple[Inner, ...] = ()


@given(evenings())
def test_any_evening_comes_back_as_it_was(evening: Evening) -> None:
    assert record_from(Evening, tables_of(evening)) == evening


@given(records(Outer))
def test_a_record_of_any_shape_comes_back_without_a_change_to_storage(record: Outer) -> None:
    assert record_from(Outer, tables_of(record)) == record


def test_what_was_not_answered_is_absent() -> None:
    assert list(tables_of(BEGUN)) == ["evening", "started"]
    plan = Plan(text="ring Ana", on=DAY)
    assert tables_of(plan) == {"text": "ring Ana", "on": DAY}


def test_an_answer_of_nought_is_an_answer() -> None:
    assert tables_of(Settled(before=0)) == {"before": 0}


def test_a_round_of_no_cycles_and_a_plan_kept_no_times_are_left_out() -> None:
    assert tables_of(Round(kind="anchor", id="sounds", seconds=60)) == {
        "kind": "anchor",
        "id": "sounds",
        "seconds": 60,
    }
    assert "carried" not in tables_of(Followup(outcome="did-it", answered=DAY))


def test_a_key_of_the_persons_own_is_passed_over() -> None:
    assert record_from(Settled, {"before": 1, "weather": "rain"}) == Settled(before=1)


def test_half_a_surrogate_becomes_a_replacement_character() -> None:
    assert tables_of(ChosenComfort(text="tea \ud83c"))["text"] == "tea \ufffd"
    assert tables_of(replace(BEGUN, in_touch=("\udfff",)))["in_touch"] == ["\ufffd"]


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 22, 21, 34, 10, 999_999, tzinfo=ZoneInfo("Europe/Berlin")),
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")),
        datetime(1900, 1, 1, tzinfo=timezone(timedelta(minutes=19, seconds=32))),
    ],
)
def test_a_moment_is_kept_to_the_second_with_its_offset(moment: datetime) -> None:
    kept = tables_of(replace(BEGUN, started=moment))["started"]
    assert isinstance(kept, datetime)
    assert abs(kept - moment.astimezone(UTC)) < timedelta(seconds=1)
    offset, fixed = moment.utcoffset(), kept.utcoffset()
    assert offset is not None
    assert fixed == timedelta(minutes=round(offset / timedelta(minutes=1)))
    assert kept.microsecond == 0
    assert kept == datetime.fromisoformat(kept.isoformat())


def test_a_time_of_day_is_kept_to_the_second() -> None:
    plan = Plan(text="ring Ana", on=DAY, at=time(18, 30, 0, 5))
    assert tables_of(plan)["at"] == time(18, 30)


MOMENT = datetime(2026, 11, 22, 21, 34, tzinfo=UTC)


@pytest.mark.parametrize(
    ("key", "value", "key_path", "reason"),
    [
        ("note", 3, ("note",), "should be text in quotes"),
        ("keep_out", 1, ("keep_out",), "should be true or false"),
        ("evening", MOMENT, ("evening",), "should be a day such as 2026-11-22"),
        ("started", DAY, ("started",), "should be a moment with its offset, such as"),
        ("started", MOMENT.replace(tzinfo=None), ("started",), "should be a moment with its"),
        ("tonight", "fine", ("tonight",), "should be one of light, steady, tired, heavy,"),
        ("tonight", True, ("tonight",), "should be one of light"),
        ("in_touch", "Sam", ("in_touch",), "should be a list"),
        ("in_touch", ["Sam", 2], ("in_touch", 1), "should be text in quotes"),
        ("settled", 4, ("settled",), "should be a table of its own"),
        ("settled", {"after": 11}, ("settled", "after"), "should be a whole number from 0 to 10"),
        ("settled", {"after": True}, ("settled", "after"), "should be a whole number from 0"),
        ("settled", {"after": 6.0}, ("settled", "after"), "should be a whole number from 0"),
        ("comforts", [{"text": "tea"}, {}], ("comforts", 1, "text"), "is missing"),
        ("breathing", [4], ("breathing", 0), "should be a table of its own"),
        ("outreach", {"text": "x", "on": DAY, "at": "6"}, ("outreach", "at"), "should be a time"),
        (
            "outreach",
            {"text": "x", "on": DAY, "followup": {"outcome": "let-go"}},
            ("outreach", "followup", "answered"),
            "is missing",
        ),
    ],
)
def test_a_wrong_value_is_named_with_what_it_should_be(
    key: str, value: Any, key_path: tuple[str | int, ...], reason: str
) -> None:
    with pytest.raises(NotUnderstood) as raised:
        record_from(Evening, tables_of(BEGUN) | {key: value})
    assert raised.value.key_path == key_path
    assert raised.value.reason.startswith(reason)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), True, "1", 2**60 + 1, 10**400])
def test_what_is_not_quite_a_number_is_refused(number: object) -> None:
    with pytest.raises(NotUnderstood, match="should be a number"):
        record_from(Inner, {"share": number})


def test_a_whole_number_may_stand_for_one_with_a_point() -> None:
    assert record_from(Inner, {"share": 4}).share == 4.0


def test_one_and_true_are_two_choices() -> None:
    with pytest.raises(NotUnderstood, match="should be one of 1, one"):
        record_from(Inner, {"share": 1, "mode": True})


def test_a_key_is_named_as_a_person_finds_it() -> None:
    assert "'outreach.followup.felt'" in str(NotUnderstood(("outreach", "followup", "felt"), "x"))
    assert "'comforts 2: text'" in str(NotUnderstood(("comforts", 1, "text"), "x"))
    assert "'in_touch 2'" in str(NotUnderstood(("in_touch", 1), "x"))


@dataclass(frozen=True)
class Odd:
    """A record that no file could hold."""

    thing: complex = 0j


def test_a_field_no_file_can_hold_is_found_before_anything_is_kept() -> None:
    with pytest.raises(TypeError, match="cannot hold"):
        record_from(Odd, {})
