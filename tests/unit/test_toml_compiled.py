"""Compiled code reads many files, and tells the same of every text as tomllib does."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import evenings
from tests.years import toml_of
from winddown import toml_reading
from winddown.data.matching import alike
from winddown.errors import UnreadableFile
from winddown.toml_reading import TomlFile
from winddown.toml_reading import toml_of as read

NAMES = ["a", "b.c", '"d"', "'e'", "=", ",", ".", "[", "]", "[[", "]]", "{", "}", "#"]
LAYOUT = [" ", "\n", "\r\n", "\r", "\t", "a = ", "\n[a]\n", "\n[[a]]\n", "b = [\n", "]\n"]
TEXTS = ['"', "'", '"""', "'''", "\\", "\\e", "\\x41", "\\u00e9", "\\ud800", "é"]
ODD = ["\0", "\x7f", "\u2028", "\ufeff"]
NUMBERS = [
    "true",
    "inf",
    "-nan",
    "0",
    "-0",
    "+1",
    "1_0",
    "01",
    "0x1f",
    "0o7",
    "1e3",
    "1.5",
    "1.",
    "9" * 20,
]
MOMENTS = [
    "1979-05-27", "1979-02-30", "07:32:00", "07:32", "25:00:00", "1979-05-27T07:32:00Z",
    "1979-05-27T07:32Z", "1979-05-27 07:32:00.999999999-07:00", "1979-05-27T00:00:00+24:00",
]  # fmt: skip
PIECES = st.sampled_from([*NAMES, *LAYOUT, *TEXTS, *ODD, *NUMBERS, *MOMENTS])


@pytest.fixture(autouse=True, scope="module")
def _compiled() -> Iterator[None]:
    toml_reading.read_many()
    if toml_reading._compiled is None:
        pytest.skip("no compiled reader is installed for this machine")
    yield
    toml_reading._compiled = None


def result(of: Callable[[str], dict[str, object]], text: str) -> dict[str, object] | str:
    """Give what a text says, or why it is refused."""
    try:
        return of(text)
    except ValueError as problem:
        return f"{type(problem).__name__}: {problem}"
    except RecursionError:
        return "RecursionError"  # where it is noticed is another matter each time


def assert_the_same(text: str) -> None:
    told, expected = (result(of, text) for of in (toml_reading.table_of, tomllib.loads))
    assert alike(told, expected)
    assert list(told) == list(expected)


@settings(max_examples=1000, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_text_at_all(text: str) -> None:
    assert_the_same(text)


@settings(max_examples=300, deadline=None)
@given(evenings(), st.data())
def test_an_evening_as_it_stands_and_with_anything_put_into_it_or_cut_out(
    evening: object, data: st.DataObject
) -> None:
    text = toml_of(evening)  # type: ignore[arg-type]
    assert_the_same(text)
    start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    put = data.draw(st.lists(PIECES, max_size=3).map("".join))
    assert_the_same(text[:start] + put + text[min(end, start + 4) :])


@pytest.mark.parametrize(
    "text",
    [
        "a = {b = 1,}",
        "a = {\nb = 1}",
        'a = "\\e"',
        'a = "\\x41"',
        "a = 07:32",
        "a = [07:32]",
        "a = 1979-05-27T07:32",
        "a = 1979-05-27 07:32Z",
        "a = 1979-05-27T07:32+01:00",
        "a = " + "[" * 5000,
        "a = " + "9" * 5000,
    ],
)
def test_what_a_later_toml_allows_is_refused_as_before(text: str) -> None:
    assert_the_same(text)
    with pytest.raises(UnreadableFile):
        read(Path("a.toml"), text.encode())


def test_most_evenings_are_read_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tomllib, "loads", None)
    text = 'started = 2026-11-22T21:34:10+01:00\nat = 18:30:00\nnote = "Rain."\n'
    assert isinstance(read(Path("a.toml"), text.encode()), TomlFile)
