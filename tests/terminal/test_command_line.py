"""What the command line answers before any screen opens."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.program import WINDDOWN, Program


def everything(home: Path) -> list[Path]:
    """List every file and folder under a home."""
    return sorted(home.rglob("*"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "home"


def run(*arguments: str, home: Path, stdin: int | None = subprocess.DEVNULL) -> Any:
    """Run the program without a terminal."""
    return subprocess.run(
        [*WINDDOWN, *arguments],
        env={"WINDDOWN_HOME": str(home), "PATH": "/usr/bin:/bin"},
        stdin=stdin,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_version_is_told_without_loading_textual(home: Path) -> None:
    code = (
        "import sys; from winddown.cli import main; main(['--version']);"
        "print('textual' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("winddown ")
    assert told.stdout.endswith("False\n")
    assert run("--version", home=home).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--nonsense",), 2),
        (("--date", "someday"), 2),
        (("breathe", "--minutes", "0"), 2),
        (("settings",), 1),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_with_its_exit_code(
    home: Path, arguments: tuple[str, ...], code: int
) -> None:
    said = run(*arguments, home=home)
    assert said.returncode == code
    assert "Traceback" not in said.stderr
    assert said.stderr.strip()
    assert everything(home) == []


def test_an_evening_that_is_still_ahead_is_refused_in_one_sentence(home: Path) -> None:
    ahead = (date.today() + timedelta(days=3)).isoformat()  # noqa: DTZ011  the wall clock's day
    with Program(home, "--date", ahead) as program:
        assert program.wait_until_left() == 1
        assert "still ahead" in program.text
    assert everything(home) == []


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("words", ["today", "check", "followup did-it --note -", "import -"])
def test_a_stream_that_came_closed_is_no_reason_to_fall(
    tmp_path: Path, words: str, closed: str
) -> None:
    command = f"{shlex.quote(sys.executable)} -m winddown {words} {closed}"
    environ = {**os.environ, "WINDDOWN_HOME": str(tmp_path)}
    ran = subprocess.run(
        ["/bin/sh", "-c", command], env=environ, capture_output=True, text=True, check=False
    )
    assert ran.returncode in (0, 1)
    assert "mistake of its own" not in ran.stderr
    assert not (tmp_path / "state" / "crash.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "shows"),
    [
        (("--private", "breathe"), "Settle in"),
        (("breathe", "--private"), "Settle in"),
        (("reach", "--private"), "One small"),
        (("settings", "--private"), "nothing here is written"),
    ],
)
def test_a_private_evening_may_be_asked_for_before_a_command_or_after_it(
    home: Path, arguments: tuple[str, ...], shows: str
) -> None:
    with Program(home, *arguments) as program:
        program.wait_for(shows)
        program.rest()
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert not home.exists()
