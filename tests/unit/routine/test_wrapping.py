"""Lines for a terminal: never wider than it, and not a letter of what was written is lost."""

from __future__ import annotations

from unicodedata import category

from hypothesis import example, given
from hypothesis import strategies as st

from winddown.routine.text import visible
from winddown.routine.wrapping import cells, wrapped

texts = st.text(max_size=40) | st.text(st.sampled_from("ab é日\u0301 \n\t\x1b"), max_size=60)


@given(texts, st.integers(4, 30), st.sampled_from(["", "  "]))
@example("a" * 40, 8, "  ")
def test_no_line_is_wider_than_there_is_room(text: str, width: int, after: str) -> None:
    lines = list(wrapped(text, width, first=after, after=after))
    assert all(cells(line) <= width for line in lines)


@given(texts, st.integers(4, 30))
def test_every_letter_is_there_in_its_order(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert "".join("".join(lines).split()) == "".join(
        "".join(visible(line) for line in text.split("\n")).split()
    )


@given(texts)
def test_nothing_that_is_printed_can_act_on_the_terminal(text: str) -> None:
    printed = "".join(wrapped(text, 20))
    assert {category(letter) for letter in printed}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})


def test_lines_are_broken_where_the_words_end() -> None:
    assert list(wrapped("one two three\nfour", 8, first="- ", after="  ")) == [
        "- one",
        "  two",
        "  three",
        "  four",
    ]


def test_an_accent_takes_no_cell_and_a_wide_letter_two() -> None:
    assert [cells(text) for text in ("e", "e\u0301", "日", "日e\u0301")] == [1, 1, 2, 3]
