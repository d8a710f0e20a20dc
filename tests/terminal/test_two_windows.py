"""The same evening in two windows: one writes, the other reads, and no kill leaves it locked."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import tomllib
from pathlib import Path

import pytest

from tests.terminal.evening import TONIGHT, kept, opened, prepared, wait_until_kept_as
from tests.terminal.hands import Keyboard
from tests.terminal.program import WINDDOWN, Program
from winddown.data.holding import Hold, hold_file
from winddown.data.locations import locations

SAYS_SO = "Tonight is open in another window"


def answered(program: Program, home: Path) -> None:
    """Answer in the first window, and wait until that is kept."""
    program.wait_for("How is tonight?")
    program.rest()
    Keyboard(program).choose("steady")
    wait_until_kept_as(program, home, {"tonight": "steady"})


def waiting(first: Program, second: Program, home: Path) -> None:
    """Have the second window write, and the first one wait for it with an answer."""
    for window in (first, second):
        window.wait_for("How is tonight?")
        window.rest()
    answered(second, home)
    first.press("tab", "7")
    first.wait_for("Tonight is open in another window, and is written there.")
    first.rest()


def test_the_second_window_says_in_a_line_that_it_only_reads(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as first:
        answered(first, home)
        with opened(home) as second:
            second.wait_for(SAYS_SO, "It was a steady evening.")
            second.rest()
            second.press("down", "space", "5", "q")
            assert second.wait_until_left() == 0
        first.press("ctrl+q")
        assert first.wait_until_left() == 0
    assert kept(home)["tonight"] == "steady"
    assert "settled" not in kept(home)


def test_a_window_opened_before_the_other_wrote_says_that_it_waits_and_is_kept_afterwards(
    tmp_path: Path,
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as first, opened(home) as second:
        waiting(first, second, home)
        assert "settled" not in kept(home)
        second.press("ctrl+q")
        assert second.wait_until_left() == 0
        first.wait_for("Everything is kept now.")
        first.press("ctrl+q")
        assert first.wait_until_left() == 0
    assert (kept(home)["tonight"], kept(home)["settled"]) == ("steady", {"before": 7})


@pytest.mark.parametrize("way", ["leave", "hang up"])
def test_what_waits_is_put_aside_when_it_is_left_and_said_to_lie_there(
    tmp_path: Path, way: str
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as first, opened(home) as second:
        waiting(first, second, home)
        if way == "leave":
            first.press("ctrl+q")
            first.wait_for("This is not kept yet")
            first.press("q")
            assert first.wait_until_left() == 1
        else:
            first.signal(signal.SIGHUP)
            assert first.wait_until_left() == 128 + signal.SIGHUP
        aside = home / "data/backups" / f"{TONIGHT}-other-version-1.toml"
        said = first.raw.rpartition(b"\x1b[?1049l")[2].decode().replace("\r\n", "")
        assert (
            f"What you answered here lies in {aside}: tonight was open in another window as well."
        ) in said
        assert tomllib.loads(aside.read_text(encoding="utf-8"))["settled"] == {"before": 7}


def test_what_waits_is_put_aside_when_the_program_is_stopped(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as first, opened(home) as second:
        waiting(first, second, home)
        first.signal(signal.SIGTSTP)
        aside = home / "data/backups" / f"{TONIGHT}-other-version-1.toml"
        for _ in range(200):
            if aside.exists():
                break
            time.sleep(0.05)
        assert tomllib.loads(aside.read_text(encoding="utf-8"))["settled"] == {"before": 7}
        first.signal(signal.SIGCONT)


def test_nothing_is_forgotten_beneath_a_window_that_waits_with_an_answer(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Program(home, "reach") as first, Program(home, "reach") as second:
        for window in (first, second):
            window.wait_for("One small thing")
            window.rest()
        second.press(" ")
        second.rest()
        first.press(" ")
        first.wait_for("Tonight is open in another window, and is written there.")
        second.press("ctrl+q")
        assert second.wait_until_left() == 0
        forget = [*WINDDOWN, "forget", "--all", "--yes"]
        environ = {**os.environ, "WINDDOWN_HOME": str(home)}
        refused = subprocess.run(forget, env=environ, capture_output=True, text=True, check=False)
        assert refused.returncode == 1
        assert "winddown is open in a window" in refused.stderr


def test_nothing_is_forgotten_beneath_a_window_that_has_read_it(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        answered(program, home)
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    forget = [*WINDDOWN, "forget", TONIGHT.isoformat(), "--yes"]
    environ = {**os.environ, "WINDDOWN_HOME": str(home)}
    with opened(home) as program:
        program.wait_for("◉  steady")
        refused = subprocess.run(forget, env=environ, capture_output=True, text=True, check=False)
        assert refused.returncode == 1
        assert refused.stderr == (
            "winddown: winddown is open in a window, which has read your evenings; close it first "
            "(fg brings back one left with ctrl+z). Nothing was deleted.\n"
        )
        program.kill()
    subprocess.run(forget, env=environ, capture_output=True, check=True)
    assert not kept(home)


def test_a_window_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as first:
        answered(first, home)
        first.kill()
    with opened(home) as second:
        second.wait_for("How is tonight?", "◉  steady")


def test_a_window_that_was_left_leaves_no_lock_of_the_evening(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    held = hold_file(locations({"WINDDOWN_HOME": str(home)}), TONIGHT)
    with opened(home) as first:
        answered(first, home)
        assert held.exists()
        first.press("ctrl+c")
        assert first.wait_until_left() == 130
    assert not held.exists()


def test_breathing_alone_waits_for_no_other_window(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    hold = Hold(locations({"WINDDOWN_HOME": str(home)}), TONIGHT)
    assert hold.take()
    with Program(home, "breathe") as program:
        program.wait_for("Settle in")
    hold.let_go()
