"""Keys that come faster than a screen can answer them: none of them is lost."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.terminal.evening import TONIGHT, kept, opened, prepared
from tests.terminal.measuring import SLOW
from tests.terminal.program import KEYS, Program

MARGIN = 2
"""Cells that stay free at the right end of the footer."""


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


@pytest.mark.parametrize("key", ["ctrl+q", "enter"])
def test_an_own_comfort_is_kept_for_other_evenings_although_the_step_is_left_at_once(
    tmp_path: Path, key: str
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        walked_to(program, "Something kind")
        program.press("m")
        program.rest()
        burst(program, "tab", *"The blue chair", "enter", " ", key)
        if key == "enter":
            program.wait_for("What filled")
            program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert kept(home)["comforts"] == [{"id": "own-1", "text": "The blue chair"}]
    assert b'id = "own-1"\ntext = "The blue chair"' in (home / "config/config.toml").read_bytes()


def test_a_long_text_typed_in_one_go_counts_to_its_last_letter(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    text = "The rain on the roof. " * 200 + "End."
    with opened(home) as program:
        walked_to(program, "That was")
        burst(program, "tab", text, "ctrl+q")
        assert program.wait_until_left() == 0
    assert kept(home)["note"] == text


@pytest.mark.parametrize("cover", ["ctrl+l", "F1"])
def test_what_is_covered_at_once_after_a_choice_in_the_palette_loses_nothing(
    tmp_path: Path, cover: str
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        walked_to(program, "Something kind")
        program.press("ctrl+p")
        program.wait_for("Where to")
        program.press(*"close")
        program.wait_for("Go to close")
        burst(program, "down", "enter", cover)
        program.settle(program.text)
        program.press("ctrl+l" if cover == "ctrl+l" else "esc")
        program.settle("")
        if "Go to close" in program.text:
            program.press("esc")
            program.settle("")
        for _ in range(3):
            if "That was tonight" not in program.text:
                program.press("s")
                program.settle("")
        program.wait_for("That was tonight")
        program.rest()
        burst(program, "tab", "Rain.", "enter")
        program.wait_for("You can close the lid now.")
        program.rest()
        program.press("enter")
        assert program.wait_until_left() == 0
    assert kept(home)["note"] == "Rain."
    assert "ended" in kept(home)


def test_a_double_click_goes_on_once_and_nothing_waits_for_it(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        program.wait_for("How is tonight?")
        program.rest()
        y, line = next(
            (y, line) for y, line in enumerate(program.text.split("\n")) if "enter on" in line
        )
        program.click(line.index("enter on"), y)
        program.click(line.index("enter on"), y)
        program.wait_for("Any news?")
        program.rest()
        assert "Any news?" in program.text
        program.press("ctrl+q")
        assert program.wait_until_left() == 0


@pytest.mark.parametrize("opens", ["r", ",", "?", "ctrl+p", "ctrl+l", "F1", "enter"])
def test_whoever_leaves_in_the_moment_in_which_something_opens_has_just_left(
    tmp_path: Path, opens: str
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        program.wait_for("How is tonight?")
        program.rest()
        burst(program, "down", opens, "ctrl+q")
        assert program.wait_until_left() == 0
        assert program.modes_on == set()
    assert kept(home)["tonight"] == "light"


def test_what_was_looked_for_is_what_is_chosen_however_quickly(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        walked_to(program, "Something kind")
        program.press("ctrl+p")
        program.wait_for("Where to")
        burst(program, "go to", "down", "down", "enter")
        program.wait_for("Settle in")


@pytest.mark.parametrize("keys", [["enter"] * 6, ["esc"] * 3, ["x", "esc", "y", "down", "enter"]])
def test_keys_that_come_in_while_the_palette_closes_harm_nothing(
    tmp_path: Path, keys: list[str]
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        walked_to(program, "Something kind")
        for _ in range(3):
            burst(program, "ctrl+p", "look", *keys)
            program.rest()
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert program.modes_on == set()


@pytest.mark.parametrize(
    ("title", "next_title"),
    [
        ("Settle in", "Something kind"),
        ("Something kind", "What filled"),
        ("That was", "Good night"),
    ],
)
def test_the_curtain_hides_also_the_screen_that_comes_in_the_moment_in_which_it_is_drawn(
    tmp_path: Path, title: str, next_title: str
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        walked_to(program, title)
        burst(program, "enter" if title == "That was" else "s", "ctrl+l")
        for _ in range(3):
            program.rest()
        assert program.text.strip() == ""
        program.press("ctrl+l")
        program.wait_for(next_title)
        program.press("ctrl+q")
        assert program.wait_until_left() == 0


def test_the_curtain_hides_the_evenings_that_are_being_opened(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        program.wait_for("How is tonight?")
        program.rest()
        burst(program, " ", "r", "ctrl+l")
        for _ in range(3):
            program.rest()
        assert program.text.strip() == ""
        program.press("ctrl+l")
        program.wait_for("over time")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0


@pytest.mark.parametrize(("key", "opens"), [(",", "Yours to shape"), ("ctrl+p", "Where to")])
def test_what_opens_everywhere_opens_although_the_step_is_left_in_the_same_moment(
    tmp_path: Path, key: str, opens: str
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        program.wait_for("How is tonight?")
        program.rest()
        burst(program, "s", key)
        program.wait_for(opens)
        program.press("ctrl+q")
        assert program.wait_until_left() == 0


@pytest.mark.parametrize("covers", [["F1"], ["F1", "ctrl+l"]])
def test_help_stands_over_the_screen_that_comes_in_the_moment_in_which_it_is_opened(
    tmp_path: Path, covers: list[str]
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        walked_to(program, "Settle in")
        burst(program, "s", *covers)
        for _ in range(3):
            program.rest()
        if "ctrl+l" in covers:
            assert program.text.strip() == ""
            program.press("ctrl+l")
        program.wait_for("Someone to turn to")
        program.press("esc")
        program.wait_for("Something kind")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0


def test_what_is_drawn_fits_the_window_however_quickly_its_size_changes(tmp_path: Path) -> None:
    home, command = prepared(tmp_path / "home"), (sys.executable, "-m", "tests.terminal.measuring")
    with Program(home, "--date", TONIGHT.isoformat(), command=command) as program:
        program.wait_for("How is tonight?", "q leave")
        program.rest()
        program.resize(120, 30)
        time.sleep(SLOW / 2)
        program.resize(90, 24)
        for _ in range(6):
            program.read(SLOW)
        (footer,) = (line.rstrip() for line in program.screen.display if "q leave" in line)
        assert len(footer) == 90 - MARGIN
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
