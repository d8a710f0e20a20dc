"""No network: a whole evening is had, and everything around it, where sockets are forbidden."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.silence import SILENT, answer_everything
from tests.terminal.enter_alone import MOST, enter_alone
from tests.terminal.evening import prepared
from tests.terminal.program import Program


def test_enter_alone_is_a_whole_evening_without_a_socket(tmp_path: Path) -> None:
    assert enter_alone(tmp_path / "home", *SILENT) <= MOST


def test_every_answer_is_given_without_a_socket(tmp_path: Path) -> None:
    answer_everything(prepared(tmp_path / "home"))


@pytest.mark.parametrize("keys", [["?"], [","], ["r"], ["ctrl+p"], ["ctrl+l"], ["F1"]])
def test_whatever_opens_over_the_evening_opens_no_socket(tmp_path: Path, keys: list[str]) -> None:
    with Program(prepared(tmp_path / "home"), command=SILENT) as program:
        program.wait_for("How is tonight?")
        program.rest()
        before = program.text
        program.press(*keys)
        assert program.settle(before)
        program.press("ctrl+q")
        assert program.wait_until_left() == 0


@pytest.mark.parametrize(
    "words",
    [
        ["today"], ["support"], ["about"], ["--demo", "today"], ["review", "--plain"],
        ["export", "json"], ["export", "ics"],
        ["config", "check"], ["themes"], ["remind", "--at", "21:30"], ["followup", "did-it"],
    ],
)  # fmt: skip
def test_no_command_opens_a_socket(tmp_path: Path, words: list[str]) -> None:
    home = prepared(tmp_path / "home")
    ran = subprocess.run(
        [*SILENT, *words],
        env={**os.environ, "WINDDOWN_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stderr
    assert "forbidden" not in ran.stderr


def test_a_program_that_speaks_is_stopped() -> None:
    code = "import sys; from tests.terminal.silent import forbid; sys.addaudithook(forbid); "
    code += "import socket; socket.create_connection(('127.0.0.1', 9))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert ran.returncode == 97
