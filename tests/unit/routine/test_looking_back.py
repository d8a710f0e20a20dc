"""Noticed, perhaps: each sentence is said only while it is true, and never on a hard evening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from tests import years
from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan
from winddown.data import content
from winddown.routine.evening import Evening, Reading, Reflection, Settled
from winddown.routine.looking_back import RULES, noticed, shows_on_closing

YEAR = years.believable_year(TODAY)


def read(back: int, *readings: Reading, **answers: Any) -> Evening:
    """Give an evening so many days ago whose habits were read like this."""
    reflections = tuple(Reflection(text="Scrolling", reading=each) for each in readings)
    return evening(TODAY - back * DAY, reflections=reflections, **{"tonight": "steady"} | answers)


QUIET = [
    *(read(back, "away") for back in (0, 2, 4, 6, 8, 10)),
    *(read(back, "both") for back in (14, 15, 16, 17)),
    read(22, "rest", in_touch=("Sam", "Ana")),
    read(23, "away", in_touch=("Mum",)),
]
REST = [read(back, "rest") for back in range(8)]
SETTLED = [
    evening(TODAY - back * DAY, tonight="light", settled=Settled(before=4, after=5))
    for back in range(8)
]


def felt(back: int, expected: int | None, actual: int | None) -> Evening:
    """Give an evening with a plan that felt like this."""
    followup = replace(outcome("did-it", TODAY - (back - 1) * DAY), felt=actual)
    on = TODAY - (back - 1) * DAY
    return evening(
        TODAY - back * DAY,
        tonight="steady",
        outreach=plan(on, expected=expected, followup=followup),
    )


LIGHTER = [
    *(evening(TODAY - back * DAY, tonight="steady") for back in (0, *range(20, 26))),
    *(felt(back, 3, 6) for back in (3, 9, 12)),
]
SAID = {
    "quiet-weeks": QUIET,
    "lighter-than-guessed": LIGHTER,
    "rest-too": REST,
    "settles": SETTLED,
}


def said(evenings: list[Evening], today: date = TODAY, dismissed: tuple[str, ...] = ()) -> str:
    found = noticed(evenings, today, dismissed)
    return found.id if found else ""


@pytest.mark.parametrize("rule", SAID)
def test_each_rule_says_its_sentence_where_it_is_true(rule: str) -> None:
    assert said(SAID[rule]) == rule
    assert said(SAID[rule][::-1]) == rule


def test_every_rule_is_known_here_and_has_its_words() -> None:
    assert {each.id for each in RULES} == set(SAID)
    assert set(content.strings("looking_back")) >= {each.key for each in RULES}
    assert [each.id for each in RULES if each.reaches] == ["quiet-weeks"]


@pytest.mark.parametrize("rule", SAID)
def test_what_was_sent_away_is_not_said(rule: str) -> None:
    assert said(SAID[rule], dismissed=(rule,)) != rule


@pytest.mark.parametrize("rule", SAID)
@pytest.mark.parametrize("tonight", ["heavy", "not-okay"])
def test_nothing_is_said_on_a_hard_evening(rule: str, tonight: Any) -> None:
    hard = [
        replace(each, tonight=tonight) if each.evening == TODAY else each for each in SAID[rule]
    ]
    assert said(hard) == ""
    assert said([replace(each, keep_out=each.evening == TODAY) for each in hard]) == ""


@pytest.mark.parametrize("rule", SAID)
def test_evenings_kept_out_say_nothing(rule: str) -> None:
    assert said([replace(each, keep_out=True) for each in SAID[rule]]) == ""


def test_under_eight_evenings_nothing_is_said() -> None:
    assert said(REST[:7]) == ""


@pytest.mark.parametrize(
    "change",
    [{"in_touch": ("Sam", "Ana", "Mum")}, {"reflections": ()}, {"keep_out": True}],
    ids=["people", "no reading", "kept out"],
)
def test_a_fortnight_is_quieter_only_by_what_it_says_itself(change: dict[str, Any]) -> None:
    changed = [
        replace(each, **change) if (TODAY - each.evening).days < 14 else each for each in QUIET
    ]
    assert said(changed) != "quiet-weeks"


def test_it_does_notice_in_a_year_of_someone_who_drifts() -> None:
    days = {each.evening for each in YEAR}
    assert any(said(YEAR, day) == "quiet-weeks" for day in days)


def test_weeks_are_not_quiet_by_comparison_with_a_fortnight_of_few_readings() -> None:
    assert said([*QUIET[:-1], replace(QUIET[-1], reflections=())]) == "quiet-weeks"
    few = [replace(each, reflections=()) if each in QUIET[-3:] else each for each in QUIET]
    assert said(few) == ""


def test_nothing_small_is_proposed_while_a_plan_is_open() -> None:
    planned = replace(QUIET[1], outreach=plan(TODAY + DAY))
    assert said([planned, *QUIET[2:], QUIET[0]]) == ""


@pytest.mark.parametrize(("expected", "actual"), [(6, 6), (6, 3)])
def test_one_that_felt_no_better_is_not_passed_over(expected: int, actual: int) -> None:
    assert said([*LIGHTER, felt(2, expected, actual)]) == ""


def test_a_plan_that_tells_only_one_number_is_passed_over() -> None:
    assert said([*LIGHTER, felt(2, None, 3), felt(1, 8, None)]) == "lighter-than-guessed"


def test_three_times_that_lie_long_ago_are_let_rest() -> None:
    assert said(LIGHTER, TODAY + 80 * DAY) == ""


@pytest.mark.parametrize("reading", ["both", "away", "unsure"])
def test_half_of_the_evenings_are_not_more(reading: Reading) -> None:
    assert said([*REST[:4], *(read(back, "rest", reading) for back in range(4, 8))]) == ""


def test_settled_on_half_of_the_evenings_is_not_often() -> None:
    same = [replace(each, settled=Settled(before=4, after=4)) for each in SETTLED[:4]]
    assert said([*same, *SETTLED[4:]]) == ""


# The closing


def shown(evenings: list[Evening]) -> list[tuple[date, str]]:
    """Go through evenings one by one, and give what each closing showed."""
    ordered = sorted(evenings, key=lambda each: each.evening)
    found = []
    for at, tonight in enumerate(ordered):
        line = shows_on_closing(ordered[max(0, at - 60) : at], tonight)
        if line:
            found.append((tonight.evening, line.id))
    return found


@pytest.mark.parametrize("rule", SAID)
def test_a_sentence_comes_to_the_closing_as_it_begins_to_be_true(rule: str) -> None:
    assert rule in [said for _, said in shown(SAID[rule])]


@pytest.mark.parametrize("tonight", ["tired", "heavy", "not-okay", None])
def test_it_comes_on_a_light_or_steady_evening_only(tonight: Any) -> None:
    assert shown([replace(each, tonight=tonight) for each in REST]) == []


@pytest.mark.parametrize("seed", range(3))
def test_no_two_closings_of_a_fortnight_show_one(seed: int) -> None:
    days = [day for day, _ in shown(years.evenings(300, TODAY, seed))]
    assert all((b - a).days >= 14 for a, b in pairwise(days))


def test_a_believable_year_holds_a_few_and_no_more() -> None:
    found = [said for _, said in shown(YEAR)]
    assert 2 <= len(found) <= 26


def test_coming_again_the_same_evening_shows_the_same() -> None:
    before, tonight = REST[1:], REST[0]
    first = shows_on_closing(before, tonight)
    assert shows_on_closing([tonight, *before], tonight) == first
