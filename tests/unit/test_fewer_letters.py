"""With fewer letters every cell keeps its place, and words are spelt as nearly as they can be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from winddown.fewer_letters import InFewerLetters

BLACK = Color(0, 0, 0)


def drawn(text: str, style: Style | None = None, *, only_marks: bool = False) -> list[Segment]:
    """Give what is drawn instead of a text."""
    return InFewerLetters(only_marks=only_marks).apply([Segment(text, style)], BLACK)


def said(text: str, *, only_marks: bool = False) -> str:
    """Give its letters."""
    return "".join(segment.text for segment in drawn(text, only_marks=only_marks))


@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_whatever_is_written_takes_as_many_cells_and_is_ascii(text: str) -> None:
    assert said(text).isascii()
    assert cell_len(said(text)) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("Müsli für Zoë", "Musli fur Zoe"),
        ("“Ring Ana” – later…", '"Ring Ana" - later.'),
        ("Straße", "Strase"),
        ("●   ◉ breathe   ○", "*   @ breathe   o"),
        ("›✓  tea  ·  rest", ">x  tea  .  rest"),
        ("━━●━━ ───", "==*== ---"),
        ("↑↓ read on   ←→ the other", "^v read on   <> the other"),
        ("日本", "? ? "),
    ],
)
def test_words_and_marks_are_still_known_in_ascii(text: str, spelt: str) -> None:
    assert said(text) == spelt


def test_where_only_marks_are_missing_letters_stay_as_they_are() -> None:
    assert said("◉ Müsli “für” Zoë", only_marks=True) == '@ Müsli "für" Zoë'
    assert said("▀▄░▓", only_marks=True) == "▀▄░▓"


def test_chosen_and_not_chosen_never_come_to_look_alike() -> None:
    for marks in ("◉○●", "✓·", "›‹", "━─", "⠉⠒⠤⣀"):
        assert len(set(said(marks))) == len(marks)


def test_a_half_block_becomes_the_colour_between_its_two() -> None:
    style = Style.parse("#400000 on #000040")
    [segment] = drawn("▄▄", style)
    assert segment.text == "  "
    assert segment.style is not None
    assert segment.style.bgcolor is not None
    assert segment.style.bgcolor.triplet is not None
    assert segment.style.bgcolor.triplet.hex == "#200020"


def test_light_in_the_terminals_own_colours_keeps_its_shades_and_its_brightest_is_solid() -> None:
    style = Style.parse("yellow on default")
    assert said("░▒▓") == ".:*"
    [segment] = drawn("██", style)
    assert (segment.text, segment.style) == ("  ", style + Style(reverse=True))


def test_what_is_ascii_already_is_left_alone() -> None:
    segment = Segment("tea", Style.parse("bold"))
    [same] = InFewerLetters(only_marks=False).apply([segment], BLACK)
    assert same is segment
