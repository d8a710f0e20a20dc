"""Over time: every number is what another way of counting comes to, and no one is left guessing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import years
from tests.strategies import evenings as any_evenings
from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan
from tests.unit.routine.over_time_again import Table, sums, tables
from winddown.routine.adding_up import over_time
from winddown.routine.evening import ChosenComfort, Evening, Reflection, Settled
from winddown.routine.over_time import OverTime

MANY = 3_650
OLDEST = 5_200
"""Days back that hold so many evenings, gaps and all."""


def as_plain(over: OverTime) -> dict[str, Any]:
    """Give the sums in plain values, as they are counted the other way."""
    return {
        "evenings": over.evenings,
        **{
            name: (each.marks, each.median, each.low, each.high)
            for name, each in (("before", over.before), ("after", over.after))
        },
        "fortnights": [
            (each.first, each.last, each.readings, each.answers) for each in over.fortnights
        ],
        "weeks_with": over.weeks_with,
        "weeks_without": over.weeks_without,
        "contacts": [(each.name, each.last, each.evenings) for each in over.contacts],
        "chosen_most": [(each.text, each.times, each.last) for each in over.chosen_most],
        "forgotten": [(each.text, each.times, each.last) for each in over.forgotten],
        "plans": [
            (each.evening, each.text, each.outcome, each.expected, each.felt) for each in over.plans
        ],
    }


@cache
def many() -> tuple[tuple[Evening, ...], list[Table]]:
    """Give ten years of evenings, with names in several spellings, and their tables."""
    random = Random(9)  # noqa: S311  the same each time is what is wanted
    found = tuple(_respelled(each, random) for each in years.evenings(MANY, TODAY))
    return found, tables(found)


def _respelled(evening: Evening, random: Random) -> Evening:
    spell = (str, str.upper, "  {}  ".format, lambda name: name.replace(" ", "   "))
    return replace(
        evening,
        in_touch=tuple(
            random.choice(spell)(name) for name in (*evening.in_touch, *evening.in_touch[:1])
        ),
        comforts=tuple(
            replace(each, id="") if random.random() < 0.3 else each for each in evening.comforts
        ),
    )


def test_the_evenings_counted_hold_everything_that_could_be_miscounted() -> None:
    found, _ = many()
    assert len(found) == MANY
    assert any(each.keep_out for each in found)
    assert any(each.ended is None for each in found)
    assert any(not each.is_answered or each.settled == Settled() for each in found)
    gaps = {(a.evening - b.evening).days for a, b in pairwise(found)}
    assert {1, 2, 16} <= gaps


@pytest.mark.parametrize("back", [-40, -1, 0, 1, 13, 28, 100, 365, 1_000, 2_500, 4_000, OLDEST])
def test_every_sum_of_ten_years_is_what_counting_anew_comes_to(back: int) -> None:
    found, counted = many()
    today = TODAY - back * DAY
    assert as_plain(over_time(found, today)) == sums(counted, today)


@settings(max_examples=60)
@given(data=st.data())
def test_every_sum_of_any_evenings_is_what_counting_anew_comes_to(data: st.DataObject) -> None:
    days = data.draw(st.sets(st.integers(-3, 120), max_size=14))
    made = [data.draw(any_evenings(TODAY - back * DAY)) for back in days]
    near = st.integers(-5, 120).map(lambda back: TODAY - back * DAY)
    found = [
        replace(each, outreach=each.outreach and replace(each.outreach, on=data.draw(near)))
        for each in made
    ]
    today = TODAY - data.draw(st.integers(0, 100)) * DAY
    assert as_plain(over_time(found, today)) == sums(tables(found), today)


@given(st.randoms(use_true_random=False))
def test_it_does_not_matter_in_which_order_evenings_come(random: Random) -> None:
    found = list(many()[0][:200])
    whole = over_time(found, TODAY)
    random.shuffle(found)
    assert over_time(found, TODAY) == whole


def test_a_lifetime_may_stream_by_and_is_looked_at_once() -> None:
    stream = iter(many()[0])
    assert over_time(stream, TODAY) == over_time(many()[0], TODAY)
    assert next(stream, None) is None


def test_an_evening_kept_out_is_in_no_sum_at_all() -> None:
    everything = evening(
        keep_out=True,
        settled=Settled(before=3, after=6),
        in_touch=("Sam",),
        comforts=(ChosenComfort(id="tea", text="Tea"),),
        reflections=(Reflection(text="Scrolling", reading="away"),),
        outreach=plan(expected=2, followup=outcome("did-it")),
    )
    assert over_time([everything], TODAY) == over_time([], TODAY)


def test_an_evening_that_was_left_before_its_end_counts_with_what_it_holds() -> None:
    over = over_time([evening(settled=Settled(before=3), step="breathing")], TODAY)
    assert over.evenings == 1
    assert over.before.marks == ((TODAY, 3),)


@pytest.mark.parametrize(("number", "is_early"), [(0, True), (7, True), (8, False)])
def test_under_eight_evenings_it_is_too_early(number: int, is_early: bool) -> None:
    found = [evening(TODAY - back * DAY) for back in range(number)]
    assert over_time(found, TODAY).is_early is is_early


@pytest.mark.parametrize(
    ("now", "before", "shown"),
    [(5, 5, 2), (4, 5, 0), (5, 4, 1), (9, 1, 1), (1, 9, 0), (0, 0, 0)],
)
def test_a_fortnight_says_something_from_five_readings_on(
    now: int, before: int, shown: int
) -> None:
    scroll = Reflection(text="Scrolling", reading="away")
    found = [
        evening(reflections=(scroll,) * now),
        evening(TODAY - 14 * DAY, reflections=(scroll,) * before),
    ]
    fortnights = over_time(found, TODAY).fortnights
    assert len(fortnights) == shown
    assert all(each.last - each.first == 13 * DAY for each in fortnights)


def test_one_person_in_several_spellings_is_one_and_is_called_as_last_written() -> None:
    found = [
        evening(in_touch=("sam", "Sam ")),
        evening(TODAY - DAY, in_touch=("SAM", "the  Neighbour")),
    ]
    contacts = over_time(found, TODAY).contacts
    assert [(each.name, each.evenings) for each in contacts] == [("Sam", 2), ("the Neighbour", 1)]


def test_whom_a_plan_was_meant_for_is_not_counted_as_met() -> None:
    kept = plan(who="Sam", followup=outcome("did-it"))
    over = over_time([evening(outreach=kept)], TODAY)
    assert (over.contacts, over.weeks_with, over.weeks_without) == ((), 0, 1)


def test_a_week_without_evenings_is_neither_quiet_nor_full() -> None:
    found = [evening(), evening(TODAY - 30 * DAY, in_touch=("Ana",))]
    over = over_time(found, TODAY)
    assert (over.weeks_with, over.weeks_without) == (1, 1)


def test_an_evening_still_ahead_counts_nowhere() -> None:
    ahead = evening(
        TODAY + DAY,
        settled=Settled(before=3),
        in_touch=("Sam",),
        comforts=(ChosenComfort(id="tea", text="Tea"),),
        reflections=(Reflection(text="Scrolling", reading="away"),),
    )
    assert over_time([ahead], TODAY) == over_time([], TODAY)


def test_a_plan_that_still_waits_is_not_among_those_that_are_over() -> None:
    followups = [None, outcome("carry-on", carried=1), outcome("carry-on", carried=2)]
    found = [
        evening(TODAY - back * DAY, outreach=plan(followup=followup))
        for back, followup in enumerate([*followups, outcome("let-go")])
    ]
    assert [each.outcome for each in over_time(found, TODAY).plans] == ["carry-on", "let-go"]
    later = over_time(found, TODAY + 30 * DAY).plans
    assert [each.outcome for each in later] == ["carry-on", "carry-on", "let-go"]


def test_a_comfort_is_forgotten_after_twelve_weeks_if_it_was_chosen_more_than_once() -> None:
    bath, tea = (ChosenComfort(id=each, text=each.title()) for each in ("bath", "tea"))
    long_ago = [evening(TODAY - back * DAY, comforts=(bath, tea)) for back in (84, 85)]
    once = evening(TODAY - 90 * DAY, comforts=(ChosenComfort(text="Humming"),))
    lately = evening(TODAY - 83 * DAY, comforts=(tea,))
    over = over_time([*long_ago, once, lately], TODAY)
    assert [(each.text, each.times) for each in over.forgotten] == [("Bath", 2)]


def test_nothing_that_was_written_shows_where_a_sum_is_printed_by_mistake() -> None:
    over = over_time([evening(in_touch=("Sam",))], TODAY)
    assert "Sam" not in repr(over) + repr(over.contacts)


def test_a_comfort_without_a_word_is_no_favourite() -> None:
    chosen = (ChosenComfort(text=" "), ChosenComfort(text="Tea"))
    some = [evening(TODAY - back * DAY, comforts=chosen) for back in range(9)]
    assert [each.text for each in over_time(some, TODAY).chosen_most] == ["Tea"]
