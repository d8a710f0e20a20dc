"""All lines at once are the lines that are found one by one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.data.damaged import KEPT
from tests.unit.data.hand_config import Pen, hand_config
from tests.unit.data.test_config import EVERYTHING
from tests.unit.data.unusable import NOT_USABLE
from tests.unit.test_toml_lines import TEXT
from winddown.data.toml_key_lines import key_lines
from winddown.toml_lines import line_of


def paths(value: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the path of every value in another."""
    yield at
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*at, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from paths(inner, (*at, place))


def agree(text: str) -> None:
    """Compare all lines at once with each line by itself, for every key there is."""
    found = key_lines(text)
    every = [path for path in paths(tomllib.loads(text)) if path]
    assert found.keys() - {()} == set(every)
    assert {path: found[path] for path in every} == {path: line_of(text, path) for path in every}


@pytest.mark.parametrize(
    "text",
    [
        EVERYTHING,
        EVERYTHING.replace("\n", "\r\n"),
        TEXT,
        "",
        "# nothing",
        "a.b.c = 1\na.d = [{e = 1}, {f = [2, 3]}]\n[g]\n[g.h]\n",
        "[g]\n[[g.i]]\n[[g.i.j]]\n[[g.i]]\nk = 1\n[[g.i.j]]\n[[g.i.j]]\nl = 2\n",
        "[a.b.c]\nx = 1\n[a]\ny = 2\n[[a.d]]\n[a.d.e]\nz = 3\n[[a.d]]\n[a.d.e]\nz = 4\n",
        *(KEPT + damaged.text for damaged in NOT_USABLE.values()),
    ],
)
def test_all_lines_at_once_are_those_found_one_by_one(text: str) -> None:
    agree(text)


@settings(max_examples=25)  # each is many readings of one text
@given(st.randoms(use_true_random=False))
def test_in_every_hand_two_ways_to_find_a_line_agree(chance: Random) -> None:
    agree(hand_config(Pen(chance)).text)


def test_brackets_as_deep_as_can_just_be_read_have_the_line_they_begin_on() -> None:
    for depth in (50, 150, 250, 320):
        text = f"a = 1\nx = {'[' * depth}{']' * depth}\nb = 1\n"
        try:
            tomllib.loads(text)
        except RecursionError:
            break
        lines = key_lines(text)
        assert (lines[("a",)], lines[("b",)]) == (1, 3)


def deeper(frames: int, text: str) -> dict[tuple[str | int, ...], int]:
    """Ask for the lines from so much further down."""
    return deeper(frames - 1, text) if frames else key_lines(text)


def test_brackets_that_can_no_longer_be_read_cost_only_their_own_line() -> None:
    text = f"a = 1\nx = {'[' * 100}{']' * 100}\nb = 1\n"
    found = set()
    for frames in range(0, 1000, 20):
        try:
            lines = deeper(frames, text)
        except RecursionError:
            break
        assert (lines[("a",)], lines[("b",)]) == (1, 3)
        found.add(lines.get(("x",)))
    assert found == {2, None}
