"""Where standard output takes no more, a command says so in a sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.opened import ROOT, environ

FULL = Path("/dev/full")
"""A file that takes nothing: every write finds the disk full."""


@pytest.mark.skipif(not FULL.exists(), reason="there is no such file here")
@pytest.mark.parametrize("command", ["support", "about", "review --plain", "export md", "themes"])
def test_what_could_not_be_printed_is_said_and_is_no_mistake_of_the_program(
    tmp_path: Path, command: str
) -> None:
    with FULL.open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "winddown", *command.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=ROOT,
            env=environ(tmp_path),
        )
    assert ended.returncode == 1
    assert ended.stderr == "winddown: It could not be printed: the disk is full.\n"
    assert not list(tmp_path.rglob("crash*"))
