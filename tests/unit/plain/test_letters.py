"""Where a terminal knows only ASCII, it is given nothing else, and all can still be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.plain.letters import in_ascii, knows_all


@pytest.mark.parametrize(
    ("environ", "knows"),
    [
        ({}, True),
        ({"LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "de_DE.utf8"}, True),
        ({"LC_CTYPE": "UTF-8"}, True),  # as a Mac has it
        ({"LANG": "C"}, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False),  # where Python has stepped in
        ({"LANG": "C.UTF-8"}, True),
        ({"LANG": "en_US.ISO-8859-1"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"}, False),
        ({"LANG": "C", "LC_ALL": "en_GB.UTF-8"}, True),
    ],
)
def test_a_locale_without_utf_8_is_one_that_says_so(environ: dict[str, str], knows: bool) -> None:
    assert knows_all(environ) is knows


def test_what_is_like_a_letter_of_ascii_becomes_that_letter() -> None:
    said = "“Café” … Łódź, naïve – ½ straße"
    assert in_ascii(said) == '"Cafe" ... ?odz, naive - 1?2 strasse'


@given(st.text())
def test_nothing_but_ascii_is_ever_said(text: str) -> None:
    assert in_ascii(text).isascii()
