"""A spreadsheet opens evenings as the text and numbers they are, and nothing in it runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import evenings
from tests.unit.data.homes import BEGUN
from winddown.data.export_csv import BOM, COLUMNS, as_csv, cell
from winddown.routine.evening import ChosenComfort, Evening, Followup, Plan, Reflection, Round

FORMULAS = st.sampled_from(
    ["=1+1", "@SUM(1)", "+1", "-1", "\t=1", "\r=1", "\n=1", ' "=1', "'=1", "＝1", "﹢1", "\u200b=1"]
)
TEXT = FORMULAS | st.text(st.sampled_from("=+-@\t\r\n\"' ;,\x00\x1b\ufeff\u200e＝＠a")) | st.text()


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def row(evening: Evening) -> dict[str, str]:
    header, cells = read("".join(as_csv([evening], bom=False)))
    return dict(zip(header, cells, strict=True))


def hostile(text: str) -> Evening:
    """Put a text wherever one can stand."""
    return replace(
        BEGUN,
        note=text,
        in_touch=(text, text),
        breathing=(Round(kind="pattern", id=text, seconds=1),),
        comforts=(ChosenComfort(text=text), ChosenComfort(text=text)),
        reflections=(Reflection(text=text, from_what=text),),
        outreach=Plan(who=text, text=text, channel=text, on=date(2026, 11, 23)),
    )


@given(st.lists(evenings() | TEXT.map(hostile), max_size=4))
def test_no_cell_begins_a_formula_and_each_row_has_every_column(lived: list[Evening]) -> None:
    text = "".join(as_csv(lived, bom=False))
    rows = read(text)
    assert rows[0] == list(COLUMNS)
    assert len(rows) == len(lived) + 1
    assert text.count("\r\n") == text.count("\n") == text.count("\r") == len(rows)
    for cells in rows:
        assert len(cells) == len(COLUMNS)
        for one in cells:
            assert not one.lstrip(' "\u200b\u00a0').startswith(tuple("=+-@\t\r＝＋－＠﹢"))
            assert not set(one) & set(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x202E]))


ORDINARY = st.text(
    st.characters(categories=["L", "N", "Zs"], include_characters=",;:.!?\"'()-=+@😀"), min_size=1
).map("a".__add__)


@given(ORDINARY)
def test_ordinary_text_comes_back_as_it_was_written(text: str) -> None:
    told = row(replace(BEGUN, note=text, outreach=Plan(text=text, on=date(2026, 11, 23))))
    assert (told["note"], told["plan"]) == (text, text)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        (" =1", "' =1"),
        ('"=1"', '\'"=1"'),
        ("- milk", "'- milk"),
        ("@home", "'@home"),
        ("＝1", "'＝1"),
        ("\t=1", "' =1"),
        ("one\r\ntwo\nthree", "one two three"),
        ("a\x1b[2J", "a␛[2J"),
        ("2 + 2 = 4", "2 + 2 = 4"),
        ("", ""),
    ],
)
def test_what_could_be_a_formula_gets_an_apostrophe_before_it(text: str, safe: str) -> None:
    assert cell(text) == safe
    assert row(replace(BEGUN, note=text))["note"] == safe


def test_each_of_several_is_made_safe_by_itself() -> None:
    told = row(replace(BEGUN, in_touch=("Sam", "=1", "the neighbour")))
    assert told["in_touch"] == "Sam; '=1; the neighbour"


def test_numbers_stay_numbers_and_what_was_not_answered_is_empty() -> None:
    plan = Plan(
        who="Sam",
        text="ring Sam",
        on=date(2026, 11, 23),
        at=time(18, 30),
        expected=0,
        followup=Followup(outcome="did-it", answered=date(2026, 11, 24), felt=8),
    )
    rounds = tuple(Round(kind="pattern", id=name, seconds=60) for name in ("box", "long-out"))
    told = row(replace(BEGUN, breathing=rounds, outreach=plan, keep_out=True))
    assert (told["breathing"], told["breathing_seconds"]) == ("box; long-out", "120")
    assert (told["expected"], told["felt"], told["carried"]) == ("0", "8", "0")
    assert (told["plan_on"], told["plan_at"]) == ("2026-11-23", "18:30:00")
    assert told["keep_out"] == "yes"
    bare = row(BEGUN)
    assert {name for name, value in bare.items() if value} == {"evening", "started"}


def test_readings_stand_in_the_order_of_their_habits() -> None:
    habits = (Reflection(text="a"), Reflection(text="b", reading="away", cost="no"))
    told = row(replace(BEGUN, reflections=habits))
    assert (told["habits"], told["readings"], told["costs"]) == ("a; b", "; away", "; no")


def test_without_any_evening_there_is_the_header() -> None:
    assert read("".join(as_csv([], bom=False))) == [list(COLUMNS)]


def test_a_file_for_a_spreadsheet_says_that_it_is_utf_8() -> None:
    assert "".join(as_csv([], bom=True)) == BOM + "".join(as_csv([], bom=False))
