"""Keys that come faster than a screen can answer them: none of them is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.evening import kept, opened, prepared
from tests.terminal.program import KEYS, Program


def burst(program: Program, *keys: str) -> None:
    """Send all keys in one write, as a hand that knows the way does, or a slow line."""
    program.child.send("".join(KEYS.get(key, key) for key in keys))
    program.read(0.03)


def walked_to(program: Program, title: str) -> None:
    """Pass every step before the one with this title."""
    program.wait_for("How is tonight?")
    program.rest()
    for each in ("Any news", "Settle in", "Something kind", "What filled", "One small", "That was"):
        program.press("s")
        program.wait_for(each)
        program.rest()
        if each == title:
            return


def test_an_answer_counts_although_enter_follows_at_once(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        program.wait_for("How is tonight?")
        program.rest()
        burst(program, "down", "down", "tab", "4", "enter")
        program.wait_for("Any news?")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert (kept(home)["tonight"], kept(home)["settled"]) == ("steady", {"before": 4})


@pytest.mark.parametrize(("key", "code"), [("ctrl+q", 0), ("ctrl+c", 130)])
def test_an_answer_counts_although_the_program_is_left_at_once(
    tmp_path: Path, key: str, code: int
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        program.wait_for("How is tonight?")
        program.rest()
        burst(program, "down", "tab", "1", "0", key)
        assert program.wait_until_left() == code
    assert (kept(home)["tonight"], kept(home)["settled"]) == ("light", {"before": 10})


@pytest.mark.parametrize("key", ["e", "q"])
def test_an_answer_counts_although_the_step_is_left_at_once(tmp_path: Path, key: str) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        program.wait_for("How is tonight?")
        program.rest()
        burst(program, "down", "tab", "7", key)
        if key == "e":
            program.wait_for("You can close the lid now.")
            program.press("enter")
        assert program.wait_until_left() == 0
    assert (kept(home)["tonight"], kept(home)["settled"]) == ("light", {"before": 7})


def test_a_line_counts_to_its_last_letter_although_enter_follows_at_once(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        walked_to(program, "That was")
        burst(program, "tab", *"The rain on the roof.", "enter")
        program.wait_for("You can close the lid now.")
        burst(program, "enter")
        assert program.wait_until_left() == 0
    assert kept(home)["note"] == "The rain on the roof."


def test_an_own_comfort_counts_to_its_last_letter_although_enter_follows_at_once(
    tmp_path: Path,
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        walked_to(program, "Something kind")
        program.press("m")
        program.rest()
        burst(program, "tab", *"The blue chair", "enter")
        program.wait_for("✓  The blue chair")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert kept(home)["comforts"] == [{"text": "The blue chair"}]
