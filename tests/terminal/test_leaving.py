"""Leaving, going back and trying it out: nothing is left behind, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.evening import kept, opened, prepared
from tests.terminal.hands import Keyboard
from tests.terminal.program import Program

WAYS = [("q", 0), ("ctrl+q", 0), ("ctrl+c", 130)]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "home"


@pytest.mark.parametrize("step", ["first page", "arrive", "breathing", "comforts"])
@pytest.mark.parametrize(("key", "code"), WAYS)
def test_opening_and_leaving_without_an_answer_leaves_nothing_on_disk(
    home: Path, key: str, code: int, step: str
) -> None:
    with Program(home) as program:
        program.wait_for("Ten quiet minutes")
        ways = {"arrive": "How is tonight?", "breathing": "Settle in", "comforts": "Something kind"}
        if step in ways:
            for title in [*ways.values()][: [*ways].index(step) + 1]:
                program.rest()
                program.press("s" if title == "Something kind" else "enter")
                program.wait_for(title)
        program.rest()
        program.press(key)
        assert program.wait_until_left() == code
    assert not home.exists()


@pytest.mark.parametrize(("key", "code"), [*WAYS, ("esc", 0), ("e", 0)])
def test_breathe_shows_the_orb_at_once_and_keeps_nothing_before_a_whole_cycle(
    home: Path, key: str, code: int
) -> None:
    with Program(home, "breathe") as program:
        program.wait_for("Settle in", "▄")
        program.wait_for("breathe in", "▄")
        program.press(key)
        assert program.wait_until_left() == code
    assert not home.exists()


@pytest.mark.parametrize("key", ["esc", "backspace"])
def test_one_key_alone_goes_back_and_every_answer_still_stands(tmp_path: Path, key: str) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        hands = Keyboard(program)
        program.wait_for("How is tonight?")
        program.rest()
        hands.choose("steady")
        hands.on()
        program.wait_for("Any news?")
        program.rest()
        hands.choose("Not yet; keep it")
        hands.on()
        program.wait_for("Settle in")
        program.rest()
        program.press(key)
        program.wait_for("Any news?", "◉  Not yet; keep it")
        program.rest()
        program.press(key)
        program.wait_for("How is tonight?", "◉  steady")
        program.rest()
        program.press(key)
        program.rest()
        assert program.child.isalive()
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert (kept(home)["tonight"], kept(home)["step"]) == ("steady", "arrive")


@pytest.mark.parametrize("key", ["ctrl+l", "F9"])
def test_the_curtain_leaves_no_word_on_the_screen(tmp_path: Path, key: str) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        program.wait_for("How is tonight?")
        program.rest()
        program.press(key)
        program.settle(program.text, patience=1.0)
        assert program.text.strip() == ""
        program.press(key)
        program.wait_for("How is tonight?")


def test_two_windows_on_one_evening_both_keep_their_answers(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as one, opened(home) as other:
        for program in (one, other):
            program.wait_for("How is tonight?")
            program.rest()
        Keyboard(one).choose("steady")
        Keyboard(other).rate(7, tabs=1)
        Keyboard(other).on()
        other.wait_for("Any news?")
        other.rest()
        Keyboard(other).choose("I did it")
        for program in (one, other):
            program.press("ctrl+q")
            assert program.wait_until_left() == 0
    assert kept(home)["tonight"] == "steady"
    assert kept(home)["settled"] == {"before": 7}
