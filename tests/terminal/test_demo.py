"""The demo on its screens: one year to look around in, and nothing left of it."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from tests.terminal.program import Program
from winddown.data import content

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
SAY = content.words("standing")


def looking_around(folder: Path, *arguments: str) -> Program:
    """Open the demo beside a home of one's own that is not there yet."""
    folder.mkdir(exist_ok=True)
    return Program(folder / "own", "--demo", *arguments, TMPDIR=str(folder))


def test_it_opens_tonight_with_a_word_in_the_frame_and_leaves_nothing(tmp_path: Path) -> None:
    with looking_around(tmp_path) as program:
        program.wait_for("How is tonight?", SAY["demo"])
        program.rest()
        assert [each.name[:13] for each in tmp_path.iterdir()] == ["winddown-demo"]
        program.press("down", "enter")
        program.wait_for("Any news?", "text Sam", SAY["demo"])
        program.rest()
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert not list(tmp_path.iterdir())


def test_its_good_night_says_that_nothing_is_kept(tmp_path: Path) -> None:
    with looking_around(tmp_path) as program:
        program.wait_for("How is tonight?")
        program.rest()
        program.press("e")
        program.wait_for(SAY["demo_end"])
        program.rest()
        program.press("enter")
        assert program.wait_until_left() == 0
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("command", "shows"), [("review", "Sun "), ("settings", "Comforts")])
def test_where_no_evening_opens_a_notice_says_that_it_is_a_demo(
    tmp_path: Path, command: str, shows: str
) -> None:
    with looking_around(tmp_path, command) as program:
        program.wait_for("This is a demo", "? help", shows)
        program.rest()
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("after", [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6])
def test_a_signal_while_it_opens_leaves_nothing_either(
    tmp_path: Path, after: float, number: int
) -> None:
    with looking_around(tmp_path) as program:
        program.read(0.01)
        time.sleep(after)
        program.signal(number)
        assert program.wait_until_left() == 128 + number
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_in_the_middle_of_an_answer_leaves_nothing_either(
    tmp_path: Path, number: int
) -> None:
    with looking_around(tmp_path) as program:
        program.wait_for("How is tonight?")
        program.rest()
        program.press("down")
        program.signal(number)
        assert program.wait_until_left() == 128 + number
    assert not list(tmp_path.iterdir())


def test_a_window_that_is_closed_leaves_nothing_either(tmp_path: Path) -> None:
    with looking_around(tmp_path) as program:
        program.wait_for("How is tonight?")
        program.rest()
        program.press("down")
        assert program.close_window() == 128 + signal.SIGHUP
    assert not list(tmp_path.iterdir())
