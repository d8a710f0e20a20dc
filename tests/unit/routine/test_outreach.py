"""Reaching out: a sentence is suggested, and everything about it can be changed or left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.routine.evenings import ACTS, CUES, DAY, TODAY, act, evening, people, plan
from winddown.routine.evening import Evening, Plan, Size
from winddown.routine.lists import Act, Person
from winddown.routine.outreach import (
    Shown,
    Suggestion,
    another,
    asks_how_sure,
    days_ahead,
    for_size,
    offers_smaller,
    plan_of,
    smaller,
    suggestion,
    suggestion_of,
)
from winddown.routine.pairing import SIZES

FRIENDS = people("Sam", "Ana")
ACT = {each.id: each for each in ACTS}
LEFT_OUT = Person(name="Rob", suggest=False)

days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
sizes = st.sampled_from(SIZES)
names = st.text(min_size=1, max_size=8)
someone = st.builds(
    Person,
    name=names,
    channels=st.lists(st.sampled_from(["text", "voice", "face"]), max_size=2).map(tuple),
    suggest=st.booleans(),
)
everyone = st.lists(someone, max_size=5, unique_by=lambda person: person.name)


def draft(act_id: str = "thinking-of-you", who: str = "Sam") -> Suggestion:
    return Suggestion(act=ACT[act_id], who=who, cue="I get home", on=TODAY + DAY)


def _suggested(day: date, past: tuple[Evening, ...] = (), **how: object) -> Suggestion:
    found = suggestion(ACTS, FRIENDS, CUES, past, day, **how)  # type: ignore[arg-type]
    assert found is not None
    return found


@given(everyone, days, sizes)
def test_what_is_suggested_is_possible_for_tomorrow_and_of_the_size_asked_for(
    friends: list[Person], today: date, size: Size
) -> None:
    found = suggestion(ACTS, friends, CUES, (), today, size=size)
    asked = {person.name for person in friends if person.suggest}
    if found is None:
        assert not asked or size in ("medium", "big")
        return
    assert SIZES.index(found.size) >= SIZES.index(size)
    assert found.on == today + DAY
    assert found.cue in CUES
    assert (found.who in asked) if found.act.needs_someone else not found.who
    assert found == suggestion(ACTS, friends, CUES, (), today, size=size)


@given(days)
def test_the_first_suggestion_is_tiny_and_tomorrow_evening_brings_another(today: date) -> None:
    tonight, tomorrow = _suggested(today), _suggested(today + DAY)
    assert tonight.size == "tiny"
    assert (tonight.act.id, tonight.who) != (tomorrow.act.id, tomorrow.who)


def test_whoever_is_left_out_is_never_suggested() -> None:
    for night in range(60):
        found = suggestion(ACTS, (LEFT_OUT, *FRIENDS), CUES, (), TODAY + night * DAY)
        assert found is not None
        assert found.who != LEFT_OUT.name


@given(days, sizes)
def test_without_anyone_to_suggest_it_is_something_that_needs_nobody(
    today: date, size: Size
) -> None:
    found = suggestion(ACTS, [LEFT_OUT], CUES, (), today, size=size)
    assert found is None or not found.act.needs_someone


def test_where_a_size_holds_nothing_the_next_larger_one_is_suggested() -> None:
    found = suggestion([ACT["neighbour"], ACT["ten-minutes"]], FRIENDS, CUES, (), TODAY)
    assert found is not None
    assert found.act == ACT["neighbour"]


def test_with_nothing_possible_nothing_is_suggested() -> None:
    assert suggestion([], FRIENDS, CUES, (), TODAY) is None
    assert suggestion([ACT["draft"]], [], CUES, (), TODAY) is None


def test_without_a_cue_there_is_still_a_suggestion() -> None:
    found = suggestion(ACTS, FRIENDS, (), (), TODAY)
    assert found is not None
    assert found.cue == ""


@given(days, st.sampled_from([each for each in ACTS if each.size == "tiny"]))
def test_the_last_plan_is_not_suggested_again_nor_two_running_that_reach_nobody(
    today: date, last: Act
) -> None:
    past = (
        evening(today - DAY),
        evening(today - 2 * DAY, outreach=plan(act=last.id, channel=last.channel)),
    )
    found = _suggested(today, past)
    assert found.act.id != last.id
    assert not found.act.channel == last.channel == "none"


def test_the_only_act_there_is_may_be_suggested_again() -> None:
    past = (evening(outreach=plan(act="nod", channel="face")),)
    found = suggestion([ACT["nod"]], (), CUES, past, TODAY)
    assert found is not None
    assert found.act.id == "nod"


@pytest.mark.parametrize(
    ("size", "expected"), [("tiny", "draft"), ("small", "rough-line"), ("big", "rough-line")]
)
@given(days)
def test_what_was_avoided_brings_a_line_about_a_hard_week_made_small_enough(
    size: Size, expected: str, today: date
) -> None:
    found = suggestion(ACTS, FRIENDS, CUES, (), today, avoided="the washing up", size=size)
    assert found is not None
    if size != "big":
        assert found.act.id == expected


@pytest.mark.parametrize("avoided", ["ringing Sam", "SAM, again", "that talk with sam"])
def test_whoever_was_avoided_is_left_in_peace_tonight(avoided: str) -> None:
    for night in range(30):
        for size in SIZES:
            assert _suggested(TODAY + night * DAY, avoided=avoided, size=size).who != "Sam"


def test_a_person_is_suggested_only_for_ways_they_are_reached() -> None:
    writes = Person(name="Ana", channels=("text",))
    for night in range(30):
        found = suggestion(ACTS, [writes], CUES, (), TODAY + night * DAY, size="small")
        assert found is not None
        assert not found.act.needs_someone or found.act.channel == "text"
    assert suggestion([ACT["ten-minutes"]], [writes], CUES, (), TODAY) is None


@given(everyone, days, sizes)
def test_another_pressed_often_shows_everything_once_and_comes_round(
    friends: list[Person], today: date, size: Size
) -> None:
    first = suggestion(ACTS, friends, CUES, (), today, size=size)
    if first is None:
        return
    shown: list[tuple[str, str]] = []
    standing = first
    while (key := _key(standing)) not in shown:
        shown.append(key)
        after = another(standing, ACTS, friends)
        assert after is not None
        assert after.size == first.size
        standing = after
    assert key == _key(first)
    assert {
        (each.id, person.name if each.needs_someone else "")
        for each in ACTS
        for person in friends
        if each.size == first.size and person.suggest
        if not each.needs_someone
        or each.channel in ("none", *(person.channels or ("text", "voice")))
    } <= set(shown)


def _key(found: Suggestion) -> tuple[str, str]:
    return found.act.id, found.who if found.act.needs_someone else ""


def test_another_changes_the_act_and_leaves_cue_and_day_alone() -> None:
    before = replace(draft("draft"), cue="I hang up my coat", on=TODAY + 3 * DAY)
    after = another(before, ACTS, FRIENDS)
    assert after is not None
    assert after.act.id != "draft"
    assert (after.cue, after.on) == (before.cue, before.on)


def test_another_after_ones_own_words_begins_with_the_list() -> None:
    own = replace(draft(), act=Act(id="", text="sing", say="sing", size="tiny"))
    after = another(own, ACTS, FRIENDS)
    assert after is not None
    assert after.act == ACTS[0]


def test_another_with_nothing_else_to_offer_says_so() -> None:
    assert another(draft("ten-minutes"), ACTS, []) is None


def test_smaller_goes_down_until_nothing_is_easier() -> None:
    standing, went = draft("hard-week"), ["hard-week"]
    while (easier := smaller(standing, ACTS)) is not None:
        assert SIZES.index(easier.size) <= SIZES.index(standing.size)
        standing = easier
        went.append(standing.act.id)
    assert went == ["hard-week", "rough-line", "draft", "find-number"]
    assert standing.who == "Sam"


@pytest.mark.parametrize("named", ["", "own", "gone", "hard-week"])
def test_an_act_is_never_made_larger_by_making_it_smaller(named: str) -> None:
    own = act("own", "sing", "small", "face", smaller=named)
    assert smaller(replace(draft(), act=own), (own, *ACTS)) is None


def test_acts_that_name_each_other_as_easier_do_not_go_round_for_ever() -> None:
    ring = (
        act("rough-line", "a", "big", "text", smaller="b"),
        act("b", "b", "big", "text", smaller="rough-line"),
    )
    assert suggestion(ring, FRIENDS, CUES, (), TODAY, avoided="it all") is not None


@given(sizes, st.sampled_from(ACTS), names | st.just(""), everyone)
def test_another_size_keeps_the_person_the_cue_and_the_day(
    size: Size, standing: Act, who: str, friends: list[Person]
) -> None:
    before = Suggestion(act=standing, who=who, cue="I get home", on=TODAY + DAY)
    after = for_size(before, size, ACTS, friends)
    if after is None:
        return
    assert after.size == size
    assert (after.cue, after.on) == (before.cue, before.on)
    if who and who not in {person.name for person in friends}:
        assert after.who == who


def test_another_size_looks_for_someone_where_no_one_stands_yet() -> None:
    after = for_size(draft("nod", who=""), "big", ACTS, FRIENDS)
    assert after is not None
    assert (after.act.id, after.who) == ("hard-week", "Sam")
    assert for_size(draft("nod", who=""), "big", ACTS, [LEFT_OUT]) is None


def test_another_size_does_not_ask_someone_to_be_reached_in_a_way_they_are_not() -> None:
    writes = Person(name="Ana", channels=("text",))
    after = for_size(draft(who="Ana"), "medium", ACTS, (writes, *people("Sam")))
    assert after is not None
    assert (after.act.id, after.who) == ("ten-minutes", "Sam")


@given(st.sampled_from(ACTS), names | st.just(""), days)
def test_a_plan_can_be_opened_again_as_the_sentence_it_was_made_of(
    standing: Act, who: str, on: date
) -> None:
    made = plan_of(Suggestion(act=standing, who=who, cue="I get home", on=on), someone="someone")
    opened = suggestion_of(made, ACTS)
    assert (opened.cue, opened.on) == ("I get home", on)
    assert opened.act == standing
    assert plan_of(opened, someone="someone").text == made.text


@pytest.mark.parametrize(
    "kept",
    [
        plan(text="bake for the choir", size="medium", channel="face", act=""),
        plan(text="text Sam some other words", who="Sam", act="thinking-of-you", size="small"),
        plan(text="do what is no longer listed", who="Sam", act="gone", size="big"),
    ],
)
def test_words_that_are_not_on_the_list_any_more_stay_as_they_were(kept: Plan) -> None:
    opened = suggestion_of(kept, ACTS)
    assert opened.size == kept.size
    again = plan_of(opened, someone="someone")
    assert (again.text, again.act, again.size) == (kept.text, kept.act, kept.size)


def test_a_plan_holds_what_stood_in_the_sentence_and_what_was_answered() -> None:
    made = plan_of(
        draft(), someone="someone", at=time(18, 30), expected=6, words="No need to answer."
    )
    assert made == Plan(
        who="Sam",
        act="thinking-of-you",
        text="text Sam that I am thinking of them",
        size="small",
        channel="text",
        on=TODAY + DAY,
        at=time(18, 30),
        cue="I get home",
        expected=6,
        words="No need to answer.",
    )


def test_a_plan_that_needs_nobody_names_nobody() -> None:
    assert plan_of(draft("nod", who="Sam"), someone="someone").who == ""


def test_where_no_one_is_named_the_sentence_says_someone_and_the_plan_names_no_one() -> None:
    made = plan_of(draft(who=""), someone="someone kind")
    assert made.text == "text someone kind that I am thinking of them"
    assert made.who == ""


@pytest.mark.parametrize(
    ("size", "asks"), [("tiny", False), ("small", False), ("medium", True), ("big", True)]
)
def test_how_sure_is_asked_and_kept_only_for_what_is_not_small(size: Size, asks: bool) -> None:
    assert asks_how_sure(size) is asks
    sized = for_size(draft(), size, ACTS, FRIENDS)
    assert sized is not None
    assert plan_of(sized, sure=8, someone="someone").sure == (8 if asks else None)


@pytest.mark.parametrize(("sure", "offers"), [(None, False), (0, True), (6, True), (7, False)])
def test_less_than_seven_sure_offers_something_smaller(sure: int | None, offers: bool) -> None:
    assert offers_smaller(sure) is offers


@given(days)
def test_a_plan_may_be_for_tomorrow_or_any_day_of_the_week_after(today: date) -> None:
    ahead = days_ahead(today)
    assert ahead == tuple(today + timedelta(days=number) for number in (1, 2, 3, 4, 5, 6, 7))


HOME, OUT = "I get home", "I leave the house"
WITH_A_MOMENT = replace(ACT["nod"], cue=OUT)


def test_an_act_brings_the_moment_that_goes_with_it_and_takes_it_along() -> None:
    acts, friend = [WITH_A_MOMENT, ACT["draft"]], FRIENDS[:1]
    found = suggestion(acts, friend, (HOME,), (), TODAY)
    assert found is not None
    other = another(found, acts, friend)
    assert other is not None
    told = {each.act.id: each.cue for each in (found, other)}
    assert told == {"nod": OUT, "draft": HOME}


def test_a_moment_that_was_chosen_stays_whatever_the_act_becomes() -> None:
    found = suggestion([ACT["draft"], WITH_A_MOMENT], FRIENDS, (HOME,), (), TODAY)
    assert found is not None
    other = another(found.at("I walk the dog"), [ACT["draft"], WITH_A_MOMENT], FRIENDS)
    assert other is not None
    assert other.cue == "I walk the dog"


@given(everyone, days, sizes)
def test_everything_is_shown_once_before_it_is_said_to_come_round(
    friends: list[Person], today: date, size: Size
) -> None:
    standing = suggestion(ACTS, friends, CUES, (), today, size=size)
    if standing is None:
        return
    shown, keys = Shown(), {_key(standing)}
    while True:
        after = another(standing, ACTS, friends)
        assert after is not None
        is_known = _key(after) in keys
        assert shown.comes_round(standing, after) == is_known
        if is_known:
            return
        keys.add(_key(after))
        standing = after
