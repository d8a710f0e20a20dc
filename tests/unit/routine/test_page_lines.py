"""A page as lines of text: whole, apart from what is folded, and within its width."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.routine.evenings import evening
from tests.unit.routine.paged import FULL, SAY, page
from winddown.routine.page_lines import page_lines
from winddown.routine.pages import Page


def lines(told: Page, width: int = 72, *, opened: bool = False) -> list[str]:
    return list(page_lines(told, width, SAY, opened=opened))


SMALL = page(evening(in_touch=("Sam",), note="Rain on the window.\nAnd wind."))


def test_a_page_is_its_title_what_was_answered_and_the_line_that_was_kept() -> None:
    assert lines(SMALL) == [
        "Sunday 22 November 2026",
        "",
        "You crossed paths with Sam.",
        "",
        SAY["kept"],
        "  Rain on the window.",
        "  And wind.",
    ]


def test_a_line_of_blanks_is_none() -> None:
    assert lines(replace(SMALL, note=" \n")) == lines(SMALL)[:3]


def test_what_is_folded_is_only_there_where_it_is_opened() -> None:
    folded, opened = lines(page(FULL)), lines(page(FULL), opened=True)
    assert opened[: len(folded)] == folded
    assert opened[len(folded) :] == [
        *("", "Away from what", "  my sister"),
        *("", "How you would reach out", "  a postcard"),
        *("", "First words", "  Saw this and thought of you."),
        *("", "How it went", "  We laughed."),
    ]


def test_every_line_keeps_within_its_width_and_no_word_is_lost() -> None:
    narrow = lines(page(FULL), 24, opened=True)
    assert max(map(len, narrow)) <= 24
    assert " ".join(narrow).split() == " ".join(lines(page(FULL), 400, opened=True)).split()
