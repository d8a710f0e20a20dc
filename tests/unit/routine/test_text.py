"""What people write is kept as typed, and shown so that it cannot act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.routine.text import clean, symbols, visible

any_text = st.text(st.characters(exclude_categories=()))
"""Lone surrogates too."""


@given(any_text)
def test_kept_text_can_always_be_stored_and_changes_only_where_it_cannot(text: str) -> None:
    kept = clean(text)
    kept.encode("utf-8")
    assert len(kept) == len(text)
    same = [a == b for a, b in zip(kept, text, strict=True) if not "\ud800" <= b <= "\udfff"]
    assert all(same)


@given(any_text)
def test_shown_text_holds_nothing_a_terminal_would_obey(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0]
    assert not set(shown) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067")
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("[/b] [@click=app.quit]x", "[/b] [@click=app.quit]x"),
        ("\x1b[2J", "␛[2J"),
        ("a\tb\nc", "a␉b␊c"),
        ("\x7f", "␡"),
        ("\x9b1m", "<9B>1m"),
        ("evil\u202egnp", "evil<RLO>gnp"),
        ("שלום 👩‍👩‍👧 مريم", "שלום 👩‍👩‍👧 مريم"),
        ("\ud83d", "\ufffd"),
    ],
)
def test_shown_text_reads_as_it_was_typed(typed: str, shown: str) -> None:
    assert visible(typed) == shown


@given(any_text)
def test_as_symbols_text_keeps_its_length_and_holds_nothing_a_terminal_would_obey(
    text: str,
) -> None:
    shown = symbols(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
