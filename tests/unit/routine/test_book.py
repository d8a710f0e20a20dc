"""The book of evenings: Markdown that reads well, and in which nothing a person wrote acts."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests import strategies
from tests.unit.routine.evenings import DAY, TODAY, evening
from tests.unit.routine.paged import FULL, SAY, page
from winddown.routine.book import book
from winddown.routine.evening import Evening
from winddown.routine.markdown import escaped, quoted
from winddown.routine.text import visible

READER = MarkdownIt("gfm-like")
"""Reads as strictly as GitHub does, and makes a link of every address it finds."""

SIMPLE = {"paragraph_open", "paragraph_close", "inline"}
QUOTED = {*SIMPLE, "blockquote_open", "blockquote_close"}
ACTING = "\\`*_{}[]()#+-.!|<>&~=:@$^%/\"' \n1a"

hostile = st.text(st.sampled_from(ACTING), max_size=16) | st.text(max_size=16)


def shown(tokens: list[Token]) -> str:
    """Give what is read, with a line break where one is drawn."""
    inside = [each for token in tokens for each in token.children or ()]
    assert {each.type for each in inside} <= {"text", "text_special", "hardbreak", "softbreak"}
    return "".join("\n" if "break" in each.type else each.content for each in inside)


@given(hostile)
@example("# heading")
@example("1. list")
@example("1) list")
@example("- [ ] task")
@example("a\n===")
@example("<script>alert(1)</script>")
@example("<!-- -->")
@example("[x](http://y) ![x](y) [x]: y")
@example("https://example.org www.example.org a@example.org mailto:a@example.org example.org")
@example("| a | b |\n|---|---|\n| 1 | 2 |")
@example("~~a~~ `b` **c** __d__ _e_ &amp; &#65; \\")
@example("    code")
@example("~~~\n```")
def test_whatever_was_written_is_read_as_the_very_same_text(text: str) -> None:
    tokens = READER.parse(escaped(text))
    assert {token.type for token in tokens} <= SIMPLE
    assert shown(tokens).split() == [
        word for line in re.split("\r\n?|\n", text) for word in visible(line).split()
    ]


@given(hostile.filter(str.strip))
@example("Rain.\n\nThen - none.\n- 1. a")
@example("a\n\n\n    b")
@example("a\n===")
@example("a\n---")
def test_a_kept_line_stays_within_its_quotation(text: str) -> None:
    tokens = READER.parse("\n".join(("before", "", *quoted(text), "", "after")))
    assert {token.type for token in tokens} <= QUOTED
    outside = [token.content for token in tokens if token.type == "inline" and token.level == 1]
    assert outside == ["before", "after"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain, at 18:30 - and then (perhaps) 3.5 cups. Enough!", None),
        ("Ana's “tea”; who knows? 50% = half + half", None),
        ("@ana", "\\@ana"),
        ("e.g.\r\nthis", "e\\.g. this"),
    ],
)
def test_ordinary_words_stay_as_they_are_for_who_reads_the_file_itself(
    text: str, expected: str | None
) -> None:
    assert escaped(text) == (expected or text)


def test_a_book_has_a_chapter_a_month_and_a_heading_an_evening() -> None:
    pages = [page(evening(TODAY + each * DAY, note="Rain.")) for each in (-30, 0, 1)]
    headings = [line for line in book(pages, SAY, with_text=True) if line.startswith("#")]
    assert headings == [
        "# Evenings",
        "## October 2026",
        "### Friday 23 October 2026",
        "## November 2026",
        "### Sunday 22 November 2026",
        "### Monday 23 November 2026",
    ]


def test_a_book_reads_well_as_plain_text_too() -> None:
    told = page(FULL)
    assert list(book([told], SAY, with_text=True)) == [
        "# Evenings",
        "",
        "Notes that one person chose to keep at the end of the day, told back to them. They are"
        " no measurement. Numbers go from 0 to 10.",
        "",
        "## November 2026",
        "",
        "### Sunday 22 November 2026",
        "",
        told.paragraphs[0],
        "",
        told.paragraphs[1],
        "",
        told.paragraphs[2],
        "",
        told.paragraphs[3],
        "",
        "> Rain on the window.",
        "",
        "Away from what:",
        "",
        "> my sister",
        "",
        "How you would reach out:",
        "",
        "> a postcard",
        "",
        "First words:",
        "",
        "> Saw this and thought of you.",
        "",
        "How it went:",
        "",
        "> We laughed.",
    ]


def test_what_is_folded_can_be_left_out_of_a_book() -> None:
    written = "\n".join(book([page(FULL)], SAY, with_text=False))
    assert "Rain on the window" in written
    for private in ("my sister", "postcard", "thought of you", "laughed"):
        assert private not in written


@given(strategies.evenings(), st.booleans())
def test_a_book_of_any_evening_holds_headings_prose_and_quotations_alone(
    any_evening: Evening, with_text: bool
) -> None:
    tokens = READER.parse("\n".join(book([page(any_evening)], SAY, with_text=with_text)))
    assert {token.type for token in tokens} <= {*QUOTED, "heading_open", "heading_close"}
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h3"]
    shown(tokens)
