"""The config, damaged: whatever stands there, the program opens on what is left of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.data.test_config import EVERYTHING, STEPS, sentences_about
from winddown.data.config import defaults

LINES = EVERYTHING.splitlines(keepends=True)
NOISE = st.sampled_from(
    [
        "[", "]]", "=", '"', "'", ",", "\n", "1", "-1", "inf", "nan", "true", "é", "😀", "\\u0000",
        "[[comforts]]", "[breathing]", "[people]\n", "[[people]]\n", "x = {}\n", "25:00:00",
    ]
)  # fmt: skip


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
    assert config == defaults(STEPS) or not sentences


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
