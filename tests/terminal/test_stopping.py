"""Stopped and gone on with: the shell has its terminal meanwhile, and nothing is lost."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.terminal.evening import TONIGHT, kept, opened, prepared
from tests.terminal.moments import MOMENTS, Moment, arrived, has_kept
from tests.terminal.program import Program

OPEN = f"{sys.executable} -m winddown --date {TONIGHT}\r"


def in_a_shell(home: Path) -> Program:
    """Start a shell as a person has it, with jobs."""
    program = Program(prepared(home), "-i", command=("sh",), PS1="ready$ ", columns=100)
    program.wait_for("ready$")
    return program


def go_on(program: Program, words: str) -> None:
    """Have it go on, and wait until it has drawn these words anew and takes keys."""
    program.raw = b""
    program.signal(signal.SIGCONT)
    program.wait_for_drawn(words)
    program.rest()


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_ctrl_z_keeps_everything_and_gives_the_shell_its_terminal(
    tmp_path: Path, moment: Moment
) -> None:
    with in_a_shell(tmp_path / "home") as program:
        before = program.attributes
        program.press(OPEN)
        moment.come_to(program)
        program.press("ctrl+z")
        program.wait_for("Stopped", "ready$")
        assert (program.attributes, program.modes_on) == (before, set())
        assert has_kept(moment, tmp_path / "home")
        shown = program.text
        program.press("fg\r")
        program.settle(shown)
        program.press("ctrl+q")
        program.wait_for("ready$")
        program.press("echo left with $?\r")
        program.wait_for("left with 0")
        assert (program.attributes, program.modes_on) == (before, set())
    assert has_kept(moment, tmp_path / "home")


def test_everything_is_drawn_anew_and_alive_in_a_window_of_another_size(tmp_path: Path) -> None:
    with in_a_shell(tmp_path / "home") as program:
        program.press(OPEN)
        arrived(program)
        program.press("ctrl+z")
        program.wait_for("Stopped", "ready$")
        program.resize(72, 22)
        program.press("clear\r")
        program.settle("")
        program.press("fg\r")
        program.wait_for("How is tonight?", "◉  steady", "How settled do you feel?", "q leave")
        program.rest()
        program.press("down")
        program.wait_for("◉  tired")
        program.press("ctrl+q")
        program.wait_for("ready$")
    assert kept(tmp_path / "home")["tonight"] == "tired"


def test_in_the_background_it_waits_for_the_terminal_and_draws_nothing(tmp_path: Path) -> None:
    with in_a_shell(tmp_path / "home") as program:
        before = program.attributes
        program.press(OPEN)
        arrived(program)
        program.press("ctrl+z")
        program.wait_for("Stopped", "ready$")
        program.press("bg\r")
        program.rest()
        assert (program.attributes, program.modes_on) == (before, set())
        program.press("fg\r")
        program.wait_for("How is tonight?", "◉  steady")
        program.rest()
        program.press("down")
        program.wait_for("◉  tired")


def test_what_is_stopped_can_be_ended_without_coming_back(tmp_path: Path) -> None:
    with in_a_shell(tmp_path / "home") as program:
        before = program.attributes
        program.press(OPEN)
        arrived(program)
        program.press("ctrl+z")
        program.wait_for("Stopped", "ready$")
        program.press("kill %1; kill -CONT %1\r")
        for _ in range(20):
            program.press("jobs\r")
            program.rest()
            if "143" in program.text:
                break
        program.wait_for("Done(143)")
        assert (program.attributes, program.modes_on) == (before, set())
    assert kept(tmp_path / "home")["tonight"] == "steady"


def test_a_signal_to_stop_keeps_everything_and_gives_the_terminal_back(tmp_path: Path) -> None:
    moment = MOMENTS["typing a note"]
    with opened(prepared(tmp_path / "home")) as program:
        before = program.attributes
        moment.come_to(program)
        program.signal(signal.SIGTSTP)
        program.wait_until_stopped()
        program.rest()
        assert (program.attributes, program.modes_on) == (before, set())
        assert has_kept(moment, tmp_path / "home")
        go_on(program, "Snow on the roof.")
        program.press("!")
        program.wait_for("Snow on the roof.!")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert (program.attributes, program.modes_on) == (before, set())
    assert kept(tmp_path / "home")["note"] == "Snow on the roof.!"


def test_who_changes_their_mind_before_it_has_stopped_finds_it_going_on(tmp_path: Path) -> None:
    with opened(prepared(tmp_path / "home")) as program:
        arrived(program)
        program.signal(signal.SIGTSTP)
        go_on(program, "How is tonight?")
        program.press("down")
        program.wait_for("◉  tired")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert program.modes_on == set()


def test_what_was_stopped_unasked_takes_its_terminal_anew(tmp_path: Path) -> None:
    with opened(prepared(tmp_path / "home")) as program:
        before = program.attributes
        arrived(program)
        program.signal(signal.SIGSTOP)
        program.wait_until_stopped()
        go_on(program, "How is tonight?")
        assert {1049, 1000, 2004} <= program.modes_on
        program.rest()
        program.press("down")
        program.wait_for("◉  tired")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert (program.attributes, program.modes_on) == (before, set())


def test_a_window_closed_while_it_is_stopped_ends_it(tmp_path: Path) -> None:
    with opened(prepared(tmp_path / "home")) as program:
        arrived(program)
        program.signal(signal.SIGTSTP)
        program.wait_until_stopped()
        assert program.close_window() == 128 + signal.SIGHUP
    assert kept(tmp_path / "home")["tonight"] == "steady"


def test_time_that_it_was_stopped_is_not_counted_as_breathing(tmp_path: Path) -> None:
    moment = MOMENTS["mid-breath"]
    with opened(prepared(tmp_path / "home")) as program:
        moment.come_to(program)
        began = time.monotonic()
        program.signal(signal.SIGTSTP)
        program.wait_until_stopped()
        breathed = kept(tmp_path / "home")["breathing"][0]["seconds"]
        time.sleep(12)
        go_on(program, "breathe in")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert time.monotonic() - began > 12
    (later,) = kept(tmp_path / "home")["breathing"]
    assert (later["cycles"], later["seconds"] - breathed < 6) == (1, True)


def test_a_key_to_stop_where_no_shell_would_have_it_go_on_changes_nothing(tmp_path: Path) -> None:
    with opened(prepared(tmp_path / "home")) as program:
        assert os.getpgid(program.child.pid) == program.child.pid  # alone in its session
        arrived(program)
        program.press("ctrl+z")
        program.rest()
        program.press("down")
        program.wait_for("◉  tired")
