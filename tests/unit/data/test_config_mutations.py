"""Whatever becomes of a config's bytes, it is told in sentences, and the evening opens."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.data.test_config import EVERYTHING, STEPS, sentences_about
from winddown.data.config import Config, SupportConfig, defaults, load
from winddown.data.config_check import check
from winddown.data.config_template import template
from winddown.data.locations import Locations, locations
from winddown.routine.text import visible

LINES = EVERYTHING.splitlines(keepends=True)
TEMPLATE = template(STEPS)
VALID = (
    EVERYTHING,
    EVERYTHING.replace("\n", "\r\n"),
    TEMPLATE,
    TEMPLATE.replace("\n#", "\n"),
    "\n".join(line.removeprefix("## ") for line in TEMPLATE.splitlines() if " = " in line),
)
"""Configs to begin with, of which most mutations keep some."""

NOISE = st.sampled_from(
    [
        "[", "]]", "=", '"', "'", ",", "\n", "1", "-1", "inf", "nan", "true", "é", "😀", "\\u0000",
        "[[comforts]]", "[breathing]", "[people]\n", "[[people]]\n", "x = {}\n", "25:00:00",
        '"""', "'''", "\r", "\r\n", "\t", "{", "}", "#", "# ", "##", ".", "\\", "\\ud800", "\0",
        "\ufeff", "\u202e", "\x1b[2J", "1e400", "0x", "05:00:00", "2026-11-22", "[[[[", "]]]]",
        "minutes = 61\n", "theme = 1\n", 'id = "tea"\n', "phases = []\n", 'smaller = "nod"\n',
        "[[breathing.patterns]]\n", "[[acts]]\n", "[support]\n", "hide = true\n", '"" = ""\n',
    ]
)  # fmt: skip

Mutation = Callable[[random.Random, bytearray], None]


def _flip(chance: random.Random, content: bytearray) -> None:
    if content:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _cut(chance: random.Random, content: bytearray) -> None:
    start = chance.randrange(len(content) + 1)
    del content[start : start + chance.choice((1, 1, 2, 5, 40, 10_000))]


def _on_lines(change: Callable[[random.Random, list[bytes]], None]) -> Mutation:
    def mutation(chance: random.Random, content: bytearray) -> None:
        lines = content.splitlines(keepends=True) or [b""]
        change(chance, parts := [bytes(line) for line in lines])
        content[:] = b"".join(parts)

    return mutation


def _without_a_line(chance: random.Random, lines: list[bytes]) -> None:
    del lines[chance.randrange(len(lines))]


def _with_a_line_twice(chance: random.Random, lines: list[bytes]) -> None:
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))


def _with_lines_swapped(chance: random.Random, lines: list[bytes]) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


MUTATIONS: tuple[Mutation, ...] = (
    _flip,
    _cut,
    *map(_on_lines, (_without_a_line, _with_a_line_twice, _with_lines_swapped)),
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Draw a valid config with one to six changes made to it."""
    content = bytearray(draw(st.sampled_from(VALID)).encode())
    chance = draw(st.randoms(use_true_random=False))
    for _ in range(draw(st.integers(1, 6))):
        if draw(st.booleans()):
            place = draw(st.integers(0, len(content)))
            content[place:place] = draw(NOISE).encode("utf-8", "surrogatepass")
        else:
            draw(st.sampled_from(MUTATIONS))(chance, content)
    return bytes(content)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Locations:
    where = locations({"WINDDOWN_HOME": str(tmp_path_factory.mktemp("home"))})
    where.config.mkdir()
    return where


@given(mutated())
def test_no_mutation_of_a_config_ends_in_anything_but_sentences(
    home: Locations, content: bytes
) -> None:
    home.config_file.write_bytes(content)
    config, problems = load(home.config_file, STEPS)
    assert isinstance(config, Config)
    last = content.count(b"\n") + 1
    for problem in problems:
        sentence = str(problem)
        assert sentence.startswith("config.toml")
        assert sentence.endswith((".", "?"))
        assert sentence == visible(sentence)
        assert problem.line is None or 1 <= problem.line <= last
    found = check(home, STEPS, {"dusk", "paper"})
    assert bool(problems) <= bool(found)
    for finding in found:
        shown = finding.shown.split("\n")
        assert len(shown) == (2 if finding.shown else 1)
        assert shown == [visible(line) for line in shown]


@given(
    st.lists(st.sampled_from(range(len(LINES))), max_size=40),
    st.lists(st.tuples(st.integers(0, len(EVERYTHING)), NOISE), max_size=6),
)
def test_no_damage_to_a_config_keeps_the_program_from_opening(
    tmp_path_factory: pytest.TempPathFactory, kept: list[int], noise: list[tuple[int, str]]
) -> None:
    text = "".join(LINES[line] for line in kept)
    for place, added in noise:
        text = text[:place] + added + text[place:]
    _, sentences = sentences_about(tmp_path_factory.getbasetemp(), text)
    assert all(sentence.startswith("config.toml") for sentence in sentences)


@given(st.sampled_from(range(len(LINES))), NOISE)
def test_one_damaged_value_never_costs_what_stands_elsewhere(
    tmp_path_factory: pytest.TempPathFactory, line: int, value: str
) -> None:
    if " = " not in LINES[line] or '"Sam"' in LINES[line]:
        return
    key = LINES[line].split(" = ")[0]
    damaged = [*LINES[:line], f"{key} = {value}\n", *LINES[line + 1 :]]
    config, sentences = sentences_about(tmp_path_factory.getbasetemp(), "".join(damaged))
    if not any("left aside" in sentence for sentence in sentences):
        assert [person.name for person in config.people] == ["Sam"]


@given(st.binary(max_size=200))
def test_whatever_bytes_stand_there_the_program_opens(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    config, sentences = sentences_about(tmp_path_factory.getbasetemp(), content)
    assert replace(config, support=SupportConfig()) == defaults(STEPS) or not sentences


@pytest.mark.parametrize("opening", ["x = [", "x = {a = ", "comforts = ["])
def test_brackets_as_deep_as_can_just_be_read_end_in_a_sentence(
    tmp_path: Path, opening: str
) -> None:
    bracket, closing = ("{a = ", "}") if "{" in opening else ("[", "]")
    inner = "1" if "{" in opening else ""
    name = opening.split(" = ")[0]
    for depth in range(300, 520):
        text = f"{name} = {bracket * depth}{inner}{closing * depth}\n"
        assert len(sentences_about(tmp_path, text)[1]) == 1
