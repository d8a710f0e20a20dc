"""The words of a step: found by key, filled without being read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.routine.words import Words

WORDS = Words(
    {"ask": "Still open: {say}. Any news?", "lines": ("One.", "Two."), "title": "Breathe"}
)


def test_a_list_is_read_whole_or_one_by_one() -> None:
    assert WORDS["lines"] == "One.\nTwo."
    assert WORDS.each("lines") == ("One.", "Two.")
    assert WORDS.each("title") == ("Breathe",)


def test_words_know_which_keys_they_have() -> None:
    assert "title" in WORDS
    assert "titel" not in WORDS
    with pytest.raises(KeyError):
        WORDS["titel"]


@given(st.text())
def test_what_a_person_wrote_is_filled_in_exactly_as_written(text: str) -> None:
    assert WORDS.say("ask", say=text) == f"Still open: {text}. Any news?"


@pytest.mark.parametrize("name", ["{say}", "{0}", "{say.__class__}", "{", "}}"])
def test_a_name_in_braces_is_only_a_name(name: str) -> None:
    assert name in WORDS.say("ask", say=name)
