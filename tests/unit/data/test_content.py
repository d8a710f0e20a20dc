"""The lists that come with the program: complete, of a readable length, and holding together."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from winddown.data import content
from winddown.routine.breathing import Pattern
from winddown.routine.lists import Act, Support
from winddown.routine.pairing import SIZES, easier_than
from winddown.routine.refusal import refusal
from winddown.routine.support import countries, lines_for
from winddown.routine.weekdays import WEEKDAYS

WIDTH = 72
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_whatever_is_a_row_of_a_list_fits_a_line() -> None:
    rows = [
        *(comfort.text for comfort in content.comforts()),
        *(text for habit in content.habits() for text in (habit.text, habit.rest, habit.away)),
        *(text for act in content.acts() for text in (act.text, act.say, *act.starters)),
        *content.cues(),
        *(text for pattern in content.patterns() for text in (pattern.name, pattern.about)),
        *(step for anchor in content.anchors() for step in (anchor.name, *anchor.steps)),
        *(f"{line.number}   {line.name}" for line in content.lines()),
        *(f"{each.url}   {each.name}" for each in content.directories()),
        *content.words("help").each("keys_everywhere"),
    ]
    assert [row for row in rows if not 0 < len(row) <= WIDTH] == []


@pytest.mark.parametrize(
    "ids",
    [
        [comfort.id for comfort in content.comforts()],
        [habit.id for habit in content.habits()],
        [act.id for act in content.acts()],
        [pattern.id for pattern in content.patterns()],
        [anchor.id for anchor in content.anchors()],
    ],
    ids=["comforts", "habits", "acts", "patterns", "anchors"],
)
def test_each_id_stands_once_and_can_be_kept_in_a_file(ids: list[str]) -> None:
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each) for each in ids)


def test_there_are_comforts_for_every_evening_and_for_a_low_one() -> None:
    comforts = content.comforts()
    groups = content.words("comforts")
    for day in WEEKDAYS:
        tonight = [each for each in comforts if not each.days or day in each.days]
        assert len(tonight) >= 7
        assert len([each for each in tonight if each.low]) >= 3
    assert all(each.group in groups for each in comforts)


def test_each_habit_has_two_readings() -> None:
    for habit in content.habits():
        assert habit.rest
        assert habit.away
        assert habit.rest != habit.away


@pytest.mark.parametrize("act", content.acts(), ids=lambda act: act.id)
def test_an_easier_act_is_there_and_is_never_larger(act: Act) -> None:
    by_id = {each.id: each for each in content.acts()}
    assert act.smaller in by_id or act.smaller == ""
    assert (easier_than(act, by_id) is None) == (act.smaller == "")


@pytest.mark.parametrize("act", content.acts(), ids=lambda act: act.id)
def test_making_it_smaller_ends_at_something_tiny(act: Act) -> None:
    by_id = {each.id: each for each in content.acts()}
    seen = [act]
    while easier := easier_than(seen[-1], by_id):
        assert easier not in seen
        seen.append(easier)
    assert seen[-1].size == "tiny"


def test_every_size_has_something_that_needs_no_one_yet() -> None:
    for size in SIZES:
        if size == "big":
            continue  # telling a doctor needs no name either, and stands for it
        assert any(act.size == size and not act.needs_someone for act in content.acts())


def test_acts_are_reached_in_ways_that_the_program_knows() -> None:
    for act in content.acts():
        assert act.channel in ("none", "text", "voice", "face")
        assert act.tie in ("any", "weak", "close")


@pytest.mark.parametrize("pattern", content.patterns(), ids=lambda pattern: pattern.id)
def test_no_pattern_is_one_that_the_rules_refuse(pattern: Pattern) -> None:
    assert refusal(pattern) is None


def test_breathing_starts_with_patterns_that_hold_nothing() -> None:
    by_id = {pattern.id: pattern for pattern in content.patterns()}
    usual = content.defaults("breathing")
    assert not by_id[usual["starter"]].holds
    assert not by_id[usual["pattern"]].holds
    assert by_id["four-seven-eight"].max_cycles == 4


def test_each_anchor_leads_somewhere_in_a_few_steps() -> None:
    assert [len(anchor.steps) for anchor in content.anchors()] == [3, 3, 3]


def test_every_country_with_lines_has_a_number_and_an_emergency_number() -> None:
    support = Support(lines=content.lines())
    named = dict(countries(support))
    assert len(named) >= 31
    assert all(line.number and line.country and line.emergency for line in content.lines())
    for code in named:
        shown = lines_for(Support(country=code, lines=content.lines()), NOON)
        assert shown.emergency
        assert shown.crisis


def test_a_line_found_on_a_dated_page_says_the_year() -> None:
    checked = date.fromisoformat(content.defaults("support")["checked"])
    assert all(line.seen == 0 or 2015 <= line.seen <= checked.year for line in content.lines())


def test_hours_that_a_line_keeps_are_told_in_words_too() -> None:
    for line in content.lines():
        assert (line.opens is None) == (line.closes is None)
        assert line.hours
        if line.opens is not None:
            assert f"{line.opens:%H:%M}" in line.hours


def test_every_line_says_where_it_was_found_so_that_it_can_be_checked_again() -> None:
    text = (content.FOLDER / "support.toml").read_text("utf-8")
    sources = re.findall(r"^# grade ([A-Z]): \S.*\n\[\[lines\]\]", text, re.MULTILINE)
    assert len(sources) == len(content.lines())
    assert set(sources) == {"A", "B"}


def test_a_step_without_a_file_of_words_has_none() -> None:
    assert content.strings("no-such-step") == {}
