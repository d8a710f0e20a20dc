"""Where a terminal knows only ASCII, it is given nothing else, and all can still be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from winddown.letters import in_ascii


def test_what_is_like_a_letter_of_ascii_becomes_that_letter() -> None:
    said = "“Café” … Łódź, naïve – ½ straße"
    assert in_ascii(said) == '"Cafe" ... Lodz, naive - 1?2 strasse'


@given(st.text())
def test_nothing_but_ascii_is_ever_said(text: str) -> None:
    assert in_ascii(text).isascii()
