"""Looking for an evening: any word a person wrote finds it, and what is kept out stays out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests import strategies
from tests.unit.routine.evenings import DAY, TODAY, evening, outcome, plan
from tests.unit.routine.paged import BLANKET, FULL, SAY, SCROLL
from winddown.routine.evening import ChosenComfort, Evening, Followup
from winddown.routine.searching import Filters, choices, folded, haystack, matches

CAFE = evening(note="An hour at the Café Größe, ALONE")


def found(told: Evening, words: str) -> bool:
    """Look for words in an evening."""
    return matches(told, Filters(words=words))


@pytest.mark.parametrize(
    "words",
    [
        "", "  ", "cafe", "CAFÉ", "grosse", "größe", "GRÖSSE", "alone hour", "caf\u00e9",
        "cafe\u0301", "2026-11-22", "2026-11", "af gro",
    ],
)  # fmt: skip
def test_words_are_found_in_any_case_with_or_without_accents_and_in_any_order(words: str) -> None:
    assert found(CAFE, words)


@pytest.mark.parametrize("words", ["tea", "cafe tea", "2026-11-21"])
def test_every_word_must_stand_somewhere(words: str) -> None:
    assert not found(CAFE, words)


@pytest.mark.parametrize(
    "words",
    [
        "blanket", "scrolling", "sister", "neighbour", "rain", "kettle", "thinking", "sam",
        "postcard", "thought of you", "laughed",
    ],
)  # fmt: skip
def test_everything_a_person_wrote_or_chose_is_looked_through(words: str) -> None:
    assert found(FULL, words)


def test_an_evening_is_found_by_its_day_in_words_where_those_are_known() -> None:
    hay = haystack(CAFE, "Sunday 22 November 2026")
    assert matches(CAFE, Filters(words="sunday november cafe"), hay)


def _written(any_evening: Evening) -> list[str]:
    texts = [any_evening.note, *any_evening.in_touch]
    texts += [each.text for each in any_evening.comforts]
    texts += [text for each in any_evening.reflections for text in (each.text, each.from_what)]
    kept = any_evening.outreach
    if kept is not None:
        texts += [kept.who, kept.text, kept.cue, kept.channel, kept.words]
        texts += [kept.followup.note] if kept.followup else []
    return texts


@given(strategies.evenings(), st.data())
def test_every_text_is_found_by_any_word_of_it(any_evening: Evening, data: st.DataObject) -> None:
    words = [word for text in _written(any_evening) for word in text.split()]
    assume(words)
    word = data.draw(st.sampled_from(words))
    filters = Filters(words=word, kept_out=any_evening.keep_out)
    assert matches(any_evening, filters)
    assert matches(any_evening, replace(filters, words=word.upper()))
    assert matches(any_evening, filters, haystack(any_evening))


@given(strategies.evenings(), st.text(max_size=4))
def test_what_was_kept_out_is_never_found_unless_it_is_asked_for(
    any_evening: Evening, words: str
) -> None:
    kept_out = replace(any_evening, keep_out=True)
    assert not matches(kept_out, Filters())
    assert not matches(kept_out, Filters(words=words))
    assert matches(kept_out, Filters(kept_out=True))
    assert not matches(replace(any_evening, keep_out=False), Filters(kept_out=True))


@given(st.text(), st.text())
def test_letters_are_folded_one_by_one_so_that_a_part_of_a_word_is_found(
    first: str, second: str
) -> None:
    assert folded(first + second) == folded(first) + folded(second)
    assert folded(folded(first)) == folded(first)


def test_someone_is_found_whether_planned_with_or_met_in_any_spelling() -> None:
    met, planned = evening(in_touch=("Zoë",)), evening(outreach=plan(who="zoe"))
    for told in (met, planned):
        assert matches(told, Filters(person="ZOE"))
        assert not matches(told, Filters(person="Zo"))


def test_a_comfort_is_found_by_what_it_is_not_by_how_it_was_worded() -> None:
    (choice,) = choices([FULL], SAY).comforts
    reworded = evening(comforts=(replace(BLANKET, text="The green blanket"),))
    assert matches(reworded, Filters(comfort=choice.value))
    assert not matches(evening(comforts=(ChosenComfort(text="Tea"),)), Filters(comfort="blanket"))


def test_evenings_are_narrowed_down_by_a_reading_and_by_what_became_of_a_plan() -> None:
    assert matches(FULL, Filters(reading="away", outcome="did-it", person="Sam", words="rain"))
    assert not matches(FULL, Filters(reading="rest"))
    assert not matches(FULL, Filters(outcome="let-go"))
    assert not matches(evening(outreach=plan()), Filters(outcome="did-it"))


def test_the_choices_are_people_by_latest_comforts_by_times_and_the_answers_there_are() -> None:
    tea, own = ChosenComfort(id="tea", text="Tea"), ChosenComfort(text="Ana's scarf")
    newest_first = [
        evening(in_touch=("sam",), comforts=(own,), reflections=(replace(SCROLL, reading="away"),)),
        evening(TODAY - DAY, in_touch=("Ana", "Sam"), comforts=(replace(tea, text="Green tea"),)),
        evening(TODAY - 2 * DAY, comforts=(tea,), outreach=plan(followup=outcome("let-go"))),
        evening(TODAY - 3 * DAY, outreach=plan(who="Bo", followup=outcome("did-it"))),
        evening(TODAY - 4 * DAY, reflections=(SCROLL, replace(SCROLL, reading="rest"))),
    ]
    offered = choices(newest_first, SAY)
    assert [each.label for each in offered.people] == ["sam", "Ana", "Bo"]
    assert [each.label for each in offered.comforts] == ["Green tea", "Ana's scarf"]
    assert offered.readings == (("rest", "rest"), ("away", "at arm's length"))
    assert offered.outcomes == (("did-it", "you did it"), ("let-go", "let go"))


@given(st.lists(strategies.evenings(), max_size=4))
def test_every_choice_finds_an_evening(evenings: list[Evening]) -> None:
    shown = [replace(each, keep_out=False) for each in evenings]
    offered = choices(shown, SAY)
    filters = [
        *(Filters(person=each.value) for each in offered.people),
        *(Filters(comfort=each.value) for each in offered.comforts),
        *(Filters(reading=each.value) for each in offered.readings),
        *(Filters(outcome=each.value) for each in offered.outcomes),
    ]
    for each in filters:
        assert any(matches(told, each) for told in shown)


def test_looking_for_an_answer_kept_for_later_finds_it_too() -> None:
    kept = plan(followup=Followup(outcome="carry-on", answered=TODAY, carried=1))
    assert matches(evening(outreach=kept), Filters(outcome="carry-on"))
