"""Lines as they come in: in whatever pieces, and none lost for one that was waited for in vain."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.plain.lines import Lines

Pipe = tuple[int, int]


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    """Give both ends of a pipe."""
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)


def test_a_line_is_given_once_its_end_has_come(pipe: Pipe) -> None:
    lines = Lines(pipe[0])
    os.write(pipe[1], b"Rain on ")
    assert lines.next(0) is None
    os.write(pipe[1], b"the window.\nand")
    assert lines.next() == "Rain on the window."
    assert lines.next(0.01) is None
    os.close(pipe[1])
    assert lines.next() == "and"
    with pytest.raises(EOFError):
        lines.next()
    with pytest.raises(EOFError):
        lines.next(0)


def test_a_line_that_was_put_back_comes_again_before_all_others(pipe: Pipe) -> None:
    lines = Lines(pipe[0])
    os.write(pipe[1], b"one\ntwo\n")
    os.close(pipe[1])
    lines.put_back(str(lines.next()))
    assert [lines.next(), lines.next()] == ["one", "two"]


@given(data=st.data(), text=st.text(st.characters(codec="utf-8", exclude_characters="\r\n")))
def test_in_whatever_pieces_a_text_comes_it_is_the_same_text(
    data: st.DataObject, text: str
) -> None:
    reading, writing = os.pipe()
    try:
        lines, raw = Lines(reading), f"{text}\r\n{text}\n".encode()
        at = data.draw(st.integers(0, len(raw)))
        for piece in (raw[:at], raw[at:]):
            os.write(writing, piece)
            if piece:
                _ = lines.put_back(line) if (line := lines.next(0)) is not None else None
        os.close(writing)
        assert [lines.next(), lines.next()] == [text, text]
    finally:
        os.close(reading)


def test_bytes_that_are_no_text_are_shown_as_such_and_stop_nothing(pipe: Pipe) -> None:
    os.write(pipe[1], b"caf\xe9\n")
    assert Lines(pipe[0]).next() == "caf\ufffd"
    os.close(pipe[1])
