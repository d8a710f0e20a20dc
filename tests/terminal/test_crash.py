"""A mistake in the program: one sentence, nothing of what was written, and the evening resumes."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.breaking import SECRET
from tests.terminal.crashed import (
    SENTENCE,
    STEP,
    assert_fell_softly,
    assert_untold,
    broken,
    details,
)
from tests.terminal.evening import kept, opened, prepared
from tests.terminal.moments import NOTE, arrived


@pytest.mark.parametrize("how", ["at-once", "thread", "task", "callback"])
def test_a_mistake_behind_a_key_ends_in_one_sentence_and_the_evening_resumes(
    tmp_path: Path, how: str
) -> None:
    home = prepared(tmp_path / "home")
    with broken(home, f"{STEP}.action_more", how) as program:
        before = program.attributes
        arrived(program)
        program.press("m")
        sentence = assert_fell_softly(program, before, home)
    assert "what you answered is kept" in sentence
    assert "crash.txt" in sentence
    assert kept(home)["tonight"] == "steady"
    with opened(home) as program:
        program.wait_for("How is tonight?", "◉  steady")


def test_the_details_say_where_it_was_and_what_led_to_it(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with broken(home, f"{STEP}.action_more") as program:
        before = program.attributes
        arrived(program)
        program.press("m")
        assert_fell_softly(program, before, home)
    told = details(home)
    for words in ("winddown  0.", "Python    3.", "Textual   8.", "platform  ", "date      20"):
        assert words in told
    assert re.search(r"^builtins.ValueError$", told, re.MULTILINE)
    assert re.search(r"^because of builtins.KeyError$", told, re.MULTILINE)
    assert re.search(r"^  textual/\w+\.py:\d+ \S+$", told, re.MULTILINE)
    assert str(Path.cwd()) not in told
    assert str(home) not in told
    assert len(told) < 20_000


def test_where_the_mistake_is_in_keeping_the_sentence_says_so(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with broken(home, "winddown.data.evenings:save") as program:
        before = program.attributes
        program.wait_for("How is tonight?")
        program.rest()
        program.child.send("\x1b[B\x11")
        sentence = assert_fell_softly(program, before, home)
    assert "your last answers could not be kept" in sentence


def test_text_half_a_second_young_is_kept_through_a_crash(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with broken(home, "winddown.screens.help:Help.compose") as program:
        before = program.attributes
        program.wait_for("How is tonight?")
        program.rest()
        for title in ("Any news", "Settle in", "Something kind", "What filled", "One small"):
            program.press("s")
            program.wait_for(title)
            program.rest()
        program.press("s")
        program.wait_for("That was")
        program.rest()
        program.press("tab")
        program.child.send(NOTE + "\x1bOP")
        assert_fell_softly(program, before, home)
    assert kept(home)["note"] == NOTE


def test_a_private_evening_leaves_no_details_either(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with broken(home, f"{STEP}.action_more", "at-once", "--private") as program:
        before = program.attributes
        program.wait_for("Ten quiet minutes")
        program.press("enter")
        arrived(program)
        program.press("m")
        sentence = assert_fell_softly(program, before, home)
    assert "nothing was written, as on any private evening" in sentence
    assert not home.exists()


def test_a_demo_leaves_no_details_either(tmp_path: Path) -> None:
    with broken(tmp_path / "home", f"{STEP}.action_more", "at-once", "--demo") as program:
        before = program.attributes
        arrived(program)
        program.press("m")
        sentence = assert_fell_softly(program, before, tmp_path / "home")
    assert "nothing was written" in sentence
    assert not (tmp_path / "home").exists()


def test_where_the_details_cannot_be_written_the_sentence_says_so(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    (home / "state/crash.txt").mkdir(parents=True)
    with broken(home, f"{STEP}.action_more") as program:
        before = program.attributes
        arrived(program)
        program.press("m")
        sentence = assert_fell_softly(program, before, home)
    assert "the details could not be written" in sentence
    assert kept(home)["tonight"] == "steady"


def test_a_later_crash_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    (home / "state").mkdir(mode=0o700, exist_ok=True)
    (tmp_path / "elsewhere").write_text("untouched", encoding="utf-8")
    (home / "state/crash.txt").symlink_to(tmp_path / "elsewhere")
    with broken(home, f"{STEP}.action_more") as program:
        before = program.attributes
        arrived(program)
        program.press("m")
        assert_fell_softly(program, before, home)
    assert "ValueError" in details(home)
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == "untouched"


def test_what_goes_wrong_while_things_are_cleared_away_is_passed_over(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with broken(home, f"{STEP}.action_more", "clearing") as program:
        arrived(program)
        program.press("m")
        program.rest()
        program.press("down")
        program.wait_for("◉  tired")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
        assert_untold(program, home)


def test_a_signal_after_a_crash_has_begun_changes_nothing(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")
    with broken(home, f"{STEP}.action_more") as program:
        arrived(program)
        program.press("m")
        program.signal(signal.SIGTERM)
        assert program.wait_until_left() in (1, 143)
        assert program.modes_on == set()
        assert_untold(program, home)
    assert kept(home)["tonight"] == "steady"


@pytest.mark.parametrize("how", ["at-once", "clearing"])
def test_a_mistake_in_a_command_is_one_sentence_too(tmp_path: Path, how: str) -> None:
    place = "winddown.commands.today:run"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.terminal.breaking", place, how, "today"],
        env={"WINDDOWN_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert SECRET not in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr
    if how == "at-once":
        assert ran.returncode == 1
        assert SENTENCE.fullmatch(ran.stderr.strip())
        assert "builtins.ValueError" in details(tmp_path)
        assert SECRET not in details(tmp_path)
