"""The draft of a plan: own words stay as they were typed, and an open plan takes an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import cast, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.routine.evenings import ACTS, CUES, DAY, TODAY, evening, people, plan
from winddown.data import content
from winddown.routine.drafting import (
    STILL,
    as_listed,
    filled,
    in_own_words,
    planned,
    sized,
    still,
    suggested,
    turned,
)
from winddown.routine.evening import Evening, Reflection, Size
from winddown.routine.lists import Act, Person
from winddown.routine.occasion import Occasion
from winddown.routine.outreach import Suggestion, smaller, suggestion_of
from winddown.routine.words import Words

ACT = {each.id: each for each in ACTS}
DRAFT = Suggestion(act=ACT["send-heart"], who="Sam", cue="I get home", on=TODAY + DAY)


@dataclass
class Lists:
    """What a draft is made from."""

    acts: tuple[Act, ...] = ACTS
    people: tuple[Person, ...] = people("Sam", "Ana")
    cues: tuple[str, ...] = CUES
    past: tuple[Evening, ...] = ()
    today: date = TODAY

    def words(self, step: str) -> Words:
        """The words that come with the program."""
        return content.words(step)


TONIGHT = cast(Occasion, Lists())
NO_ACTS = cast(Occasion, Lists(acts=(), cues=()))


def _filled(blank: str, text: str) -> Suggestion:
    draft = filled(DRAFT, blank, text, TONIGHT)
    assert draft is not None
    return draft


@given(st.text(min_size=1) | st.sampled_from(["ask {who} along", "{who}", "{}"]))
def test_an_act_in_own_words_is_planned_and_found_again_as_it_was_typed(text: str) -> None:
    kept = planned(_filled("act", text), someone="someone kind")
    assert (kept.text, kept.who, kept.act, kept.size, kept.channel) == (text, "", "", None, "")
    assert planned(suggestion_of(kept, ACTS), someone="someone kind") == kept


def test_an_act_from_a_list_still_has_its_place_for_a_name() -> None:
    kept = planned(_filled("who", "Aunt {who}"), someone="someone kind")
    assert (kept.text, kept.who) == ("send Aunt {who} one heart, photo or song", "Aunt {who}")


def test_own_words_are_a_plan_for_tomorrow_where_no_act_is_listed() -> None:
    assert suggested(evening(), NO_ACTS) is None
    draft = in_own_words("wave at the bus", NO_ACTS)
    assert (draft.act.text, draft.size, draft.cue, draft.on) == (
        "wave at the bus", None, "", TODAY + DAY,
    )  # fmt: skip
    assert in_own_words("wave", TONIGHT).cue in CUES


def test_after_something_was_avoided_one_line_is_suggested() -> None:
    avoided = Reflection(id="scroll", text="Scrolling", reading="away", from_what="ringing Ana")
    draft = suggested(evening(reflections=(avoided,)), TONIGHT)
    assert draft is not None
    assert (draft.act.id, draft.who) == ("rough-line", "Sam")


@pytest.mark.parametrize("blank", ["cue", "day", "who", "act"])
def test_turning_a_blank_on_and_back_gives_what_stood_there(blank: str) -> None:
    on = turned(DRAFT, blank, 1, TONIGHT)
    assert on != DRAFT
    assert turned(on, blank, -1, TONIGHT) == DRAFT


def test_a_day_that_is_written_is_found_and_anything_else_is_none() -> None:
    assert filled(DRAFT, "day", "someday", TONIGHT) is None
    assert _filled("day", "wednesday").on == TODAY + 3 * DAY


@pytest.mark.parametrize("size", [*get_args(Size), None])
def test_own_words_stay_whatever_size_they_are_given(size: Size | None) -> None:
    own = _filled("act", "sing")
    after = sized(own, size, TONIGHT)
    assert after is not None
    kept = planned(after, someone="someone kind")
    assert (kept.text, kept.act, kept.size) == ("sing", "", size)
    assert planned(suggestion_of(kept, ACTS), someone="someone kind") == kept


def test_a_size_chosen_before_the_own_words_is_still_theirs_until_it_is_made_smaller() -> None:
    chosen = sized(DRAFT, "small", TONIGHT)
    assert chosen is not None
    own = filled(chosen, "act", "sing", TONIGHT)
    assert own is not None
    assert own.size == "small"
    easier = smaller(chosen, ACTS)
    assert easier is not None
    own = filled(easier, "act", "sing", TONIGHT)
    assert own is not None
    assert own.size is None


def test_an_act_from_a_list_always_has_its_size() -> None:
    assert sized(DRAFT, None, TONIGHT) == DRAFT


def test_an_open_plan_is_kept_made_smaller_or_let_go() -> None:
    standing = plan(who="Sam", act="thinking-of-you", size="small", channel="text")
    after = {each: still(standing, each, TONIGHT, someone="someone") for each in (*STILL, None)}
    assert after["keep"] == after[None] == standing
    assert (after["smaller"].act, after["smaller"].on) == ("send-heart", standing.on)
    assert after["let-go"].followup is not None
    assert after["let-go"].followup.outcome == "let-go"


RING = Act(id="own-1", text="ring my sister", say="ring my sister", size="medium")
ALONG = Act(id="own-2", text="ask {who} along", say="ask {who} along")


def test_own_words_that_a_list_says_alike_are_the_lists_act() -> None:
    draft = as_listed(_filled("act", "ring my sister"), (*ACTS, RING))
    assert (draft.act, draft.size, draft.cue) == (RING, "medium", DRAFT.cue)
    kept = planned(draft, someone="someone kind")
    assert (kept.act, kept.text, kept.who) == ("own-1", "ring my sister", "")


@pytest.mark.parametrize("text", ["ring my brother", "Ring my sister", "ask {who} along"])
def test_own_words_that_no_list_says_alike_stay_as_they_were_typed(text: str) -> None:
    draft = _filled("act", text)
    assert as_listed(draft, (RING, ALONG)) is draft


def test_an_act_that_is_on_a_list_stays_that_one() -> None:
    alike = Act(id="own-1", text="-", say=DRAFT.act.say.replace("{who}", "Sam"))
    assert as_listed(DRAFT, (alike,)) is DRAFT


def test_the_moment_may_be_in_own_words_and_the_lists_go_on_from_their_ends() -> None:
    own = _filled("cue", "the rain stops")
    assert own == replace(DRAFT, cue="the rain stops")
    assert turned(own, "cue", 1, TONIGHT).cue == CUES[0]
    assert turned(own, "cue", -1, TONIGHT).cue == CUES[-1]


@pytest.mark.parametrize("blank", ["cue", "who", "act"])
@pytest.mark.parametrize("by", [1, -1])
def test_a_blank_with_nothing_on_offer_keeps_what_stands_in_it(blank: str, by: int) -> None:
    nothing = cast(Occasion, Lists(acts=(), people=(), cues=()))
    assert turned(DRAFT, blank, by, nothing) == DRAFT


def test_a_plan_that_is_as_small_as_it_can_be_stays_as_it_is() -> None:
    smallest = plan(who="Sam", act="find-number", size="tiny", channel="none")
    assert still(smallest, "smaller", TONIGHT, someone="someone") == smallest
