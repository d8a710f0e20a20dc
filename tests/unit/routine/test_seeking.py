"""Finding what is on offer: a few letters are enough, in any case and in any order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.routine.seeking import where


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("", ""),
        ("  ", ""),
        ("go", "Go"),
        ("CAFE", "Café"),
        ("caf\u00e9", "Café"),
        ("strasse", "Straße"),
        ("café go", "GoCafé"),
        ("af o", "oaf"),
    ],
)
def test_every_written_word_is_found_and_its_letters_are_marked(wish: str, found: str) -> None:
    title = "Go to the Café, Straße"
    places = where(wish, title)
    assert places is not None
    assert "".join(title[place] for place in sorted(places)) == found


@pytest.mark.parametrize("wish", ["tea", "go tea", "gothe"])
def test_a_title_without_one_of_the_words_is_not_found(wish: str) -> None:
    assert where(wish, "Go to the Café, Straße") is None


@given(st.text(), st.text())
def test_whatever_is_written_only_letters_of_the_title_are_marked(wish: str, title: str) -> None:
    assert (where(wish, title) or frozenset()) <= set(range(len(title)))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["M"]), min_size=1))
def test_a_title_is_found_by_itself(title: str) -> None:
    assert where(title, title) is not None
