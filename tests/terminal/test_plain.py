"""The evening in lines as a program: piped in, at a dumb terminal, and ended from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.piped import WHOLE, kept, piped
from tests.terminal.program import Program


def test_a_whole_evening_can_be_piped_in(tmp_path: Path) -> None:
    ran = piped(tmp_path, WHOLE)
    evening = kept(tmp_path)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert (evening["tonight"], evening["settled"]) == ("steady", {"before": 7})
    assert evening["note"] == "Rain on the window."
    assert evening["ended"]


def test_a_dumb_terminal_of_forty_columns_gets_no_control_byte_but_line_breaks(
    tmp_path: Path,
) -> None:
    ran = piped(tmp_path, f"help\n{WHOLE}", TERM="dumb", LANG="C", COLUMNS="40")
    assert {byte for byte in ran.stdout if byte < 32 or byte > 126} == {10}
    assert max(map(len, ran.stdout.splitlines())) <= 40
    assert kept(tmp_path)["ended"]


def test_no_colour_is_ever_written_in_lines(tmp_path: Path) -> None:
    ran = piped(tmp_path, WHOLE, TERM="xterm-256color", COLORTERM="truecolor", FORCE_COLOR="1")
    assert b"\x1b" not in ran.stdout


def test_a_dumb_terminal_is_asked_in_lines_by_itself(tmp_path: Path) -> None:
    with Program(tmp_path, TERM="dumb") as program:
        program.wait_for("1 to 5:")
        program.child.send("tired\r")
        program.wait_for("0 to 10:")
        program.child.send("leave\r")
        assert program.wait_until_left() == 0
    assert b"\x1b" not in program.raw


def test_at_a_terminal_enter_ends_the_breathing_with_the_breath_in_hand(tmp_path: Path) -> None:
    with Program(tmp_path, "--plain") as program:
        for question, typed in (("1 to 5:", ""), ("0 to 10:", ""), ("1 to 8:", "1")):
            program.wait_for(question)
            program.child.send(f"{typed}\r")
        program.wait_for("breathe in")
        program.child.send("\r")
        program.wait_for("Ending with this breath")
        program.wait_for("How settled now?")


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 0)])
def test_whoever_leaves_with_ctrl_c_or_ctrl_d_finds_the_answers_again(
    tmp_path: Path, key: str, code: int
) -> None:
    home = tmp_path / "w"
    with Program(home, "--plain") as program:
        program.wait_for("1 to 5:")
        program.child.send("3\r")
        program.wait_for("0 to 10:")
        program.child.send(key)
        assert program.wait_until_left() == code
    assert kept(tmp_path)["tonight"] == "tired"


def test_what_cannot_be_kept_is_said_before_the_first_answer(tmp_path: Path) -> None:
    piped(tmp_path, "1\n")
    (file,) = (tmp_path / "w" / "data" / "evenings").rglob("*.toml")
    file.write_text("schema = 99\n" + file.read_text(encoding="utf-8").partition("\n")[2])
    before = file.read_text(encoding="utf-8")
    ran = piped(tmp_path, "3\n4\n")
    assert b"Tonight cannot be kept" in ran.stdout
    assert ran.returncode == 1
    assert file.read_text(encoding="utf-8") == before


def test_words_of_a_persons_own_never_act_on_the_terminal(tmp_path: Path) -> None:
    ran = piped(tmp_path, "\n" * 6 + "\x1b[31mred\x07\n")
    assert b"\x1b" not in ran.stdout
    ran = piped(tmp_path, "")
    assert b"\x1b" not in ran.stdout
    assert kept(tmp_path)["note"] == "\x1b[31mred\x07"


def test_a_reader_that_stops_early_is_no_trouble(tmp_path: Path) -> None:
    command = f"yes '' | {sys.executable} -m winddown | head -n 2; echo ${{PIPESTATUS[1]}}"
    ran = subprocess.run(
        ["/bin/bash", "-c", command],
        env={**os.environ, "WINDDOWN_HOME": str(tmp_path)},
        capture_output=True, check=False, text=True, timeout=60,
    )  # fmt: skip
    assert ran.stderr == ""
    assert ran.stdout.splitlines()[-1] == "0"


def test_a_paste_of_several_lines_is_one_answer_and_nothing_for_the_shell(tmp_path: Path) -> None:
    home = tmp_path / "w"
    command = ("sh", "-c", f"{sys.executable} -m winddown --plain; echo left; cat")
    with Program(home, command=command) as program:
        for question in ("1 to 5:", "0 to 10:", "1 to 8:", "such as 1 3:", "1 to 5:", "1 to 4:"):
            program.wait_for(question)
            program.child.send("\r")
            program.rest()
        program.wait_for("A line to keep")
        program.child.send("first line of it\rand the second\rand a third\r")
        program.wait_for("left")
        program.rest()
        assert "third" not in program.text.partition("left")[2]
        program.child.send("\x04")
    assert kept(tmp_path)["note"] == "first line of it and the second and a third"
