"""The real program with a mistake in it, and what is promised of its end."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

from tests.terminal.breaking import SECRET
from tests.terminal.evening import TONIGHT
from tests.terminal.moments import NOTE
from tests.terminal.program import Program

STEP = "winddown.screens.step:StepScreen"
SENTENCE = re.compile(r"winddown: [^\n]* \((\w+)\)[^\n]*\.")


def broken(home: Path, place: str, how: str = "at-once", *arguments: str) -> Program:
    """Open tonight with a mistake somewhere."""
    command = (sys.executable, "-m", "tests.terminal.breaking", place, how)
    return Program(home, "--date", TONIGHT.isoformat(), *arguments, command=command)


def said(program: Program) -> str:
    """Give what stands below the prompt once the terminal is given back."""
    after = program.raw.rpartition(b"\x1b[?1049l")[2]
    return re.sub(rb"\x1b\[[?<]?\d*[a-z]|\x1b\][^\x07]*\x07|\r", b"", after).decode().strip()


def assert_fell_softly(program: Program, before: list[object], home: Path) -> str:
    """Check the promise of a crash, and give the sentence."""
    assert program.wait_until_left() == 1
    assert program.attributes == before
    assert program.modes_on == set()
    assert SENTENCE.fullmatch(said(program)), said(program)
    assert b"\x07" not in re.sub(rb"\x1b\][^\x07]*\x07", b"", program.raw)  # the bell
    assert_untold(program, home)
    return said(program)


def assert_untold(program: Program, home: Path) -> None:
    """Check that the secret stands nowhere, and nothing that was written in the details."""
    assert SECRET.encode() not in program.raw
    for path in home.rglob("*"):
        assert not path.is_file() or SECRET not in path.read_text(encoding="utf-8")
    details = home / "state/crash.txt"
    assert not details.is_file() or NOTE not in details.read_text(encoding="utf-8")


def details(home: Path) -> str:
    """Read what is kept of a crash, which is for the person's eyes only."""
    path = home / "state/crash.txt"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path.read_text(encoding="utf-8")
