"""A file that git left in two gives back what each side had, to the byte."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winddown.data.conflict_markers import Halves, halves_of

GIT = shutil.which("git")
ENDS = st.sampled_from(["\n", "\r\n"])
WORDS = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=8)


def is_plain(line: str) -> bool:
    """Tell whether a line could not be taken for a marker."""
    return line[:7] not in {mark * 7 for mark in "<|=>"}


LINES = st.lists(st.builds(str.__add__, WORDS, ENDS).filter(is_plain), max_size=3).map("".join)
PARTS = st.tuples(LINES, LINES, LINES, LINES)
LABEL = st.sampled_from(["", " HEAD", " 3f2a1c (Rain, from the laptop)"])


@given(st.lists(PARTS, min_size=1, max_size=4), LABEL, ENDS, st.booleans())
def test_whatever_both_sides_had_is_given_back_exactly(
    parts: list[tuple[str, str, str, str]], label: str, end: str, has_base: bool
) -> None:
    text = first = second = ""
    for both, ours, base, theirs in parts:
        between = f"|||||||{label}{end}{base}" if has_base else ""
        text += f"{both}<<<<<<<{label}{end}{ours}{between}======={end}{theirs}>>>>>>>{label}{end}"
        first += both + ours
        second += both + theirs
    assert halves_of(text) == Halves(first, second)


@given(LINES, LINES)
def test_a_line_of_equals_signs_outside_is_a_line(one: str, other: str) -> None:
    text = f"{one}=======\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n|||||||\n{other}"
    assert halves_of(text) == Halves(
        f"{one}=======\nx\n|||||||\n{other}", f"{one}=======\ny\n|||||||\n{other}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a = 1\n",
        "=======\n",
        "<<<<<<< HEAD\na = 1\n",
        "<<<<<<< HEAD\na = 1\n=======\nb = 1\n",
        "<<<<<<< HEAD\n>>>>>>> b\n",
        ">>>>>>> b\n",
        "<<<<<<< HEAD\n<<<<<<< HEAD\n=======\n>>>>>>> b\n",
        "<<<<<<< HEAD\n=======\n=======\n>>>>>>> b\n",
        "<<<<<<< HEAD\n|||||||\n>>>>>>> b\n=======\n>>>>>>> b\n",
        "<<<<<<<<< HEAD\n=========\n>>>>>>>>> b\n",
        "<<<<<<<HEAD\n=======\n>>>>>>>b\n",
    ],
)
def test_markers_out_of_order_are_no_halves(text: str) -> None:
    assert halves_of(text) is None


@pytest.mark.skipif(GIT is None, reason="git is not here")
@pytest.mark.parametrize("style", [(), ("--diff3",)])
def test_what_git_itself_writes_is_taken_apart(tmp_path: Path, style: tuple[str, ...]) -> None:
    ours = 'schema = 1\nnote = "rain"\ntonight = "tired"\n'
    theirs = 'schema = 1\nnote = "snow"\ntonight = "tired"\n'
    for name, text in (("ours", ours), ("base", 'schema = 1\ntonight = "tired"\n'), ("x", theirs)):
        (tmp_path / name).write_text(text)
    merged = subprocess.run(
        [str(GIT), "merge-file", "-p", *style, "ours", "base", "x"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
    ).stdout
    assert "<<<<<<<" in merged
    assert halves_of(merged) == Halves(ours, theirs)
