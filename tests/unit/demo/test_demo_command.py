"""`winddown --demo`: every command in an invented year, and not a look at one's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.by_day import home_of, planned
from winddown.data import content

SAID = "".join(f"winddown: {line}\n" for line in content.words("demo").each("said"))

OPENED = """
import json, sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event in (
    "open", "os.listdir", "os.scandir", "os.mkdir") else None)
sys.argv = ["winddown", *sys.argv[1:]]
from winddown.__main__ import main
code = main()
print(json.dumps([code, opened]), file=sys.stderr)
"""
"""Runs the program, and names every file and folder it asked the system for."""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A home of one's own, with an evening in it that is nobody's business."""
    planned(home_of(tmp_path / "own"), text="ring the doctor")
    return tmp_path / "own"


@pytest.fixture
def aside(tmp_path: Path) -> Path:
    """The folder of what does not last."""
    (tmp_path / "aside").mkdir()
    return tmp_path / "aside"


def demo(own: Path, aside: Path, *arguments: str, piped: str = "", code: str = "") -> Any:
    """Run the program without a terminal, as it stands or within some other code."""
    program = ["-c", code] if code else ["-m", "winddown"]
    return subprocess.run(
        [sys.executable, *program, *arguments],
        env={
            **os.environ, "WINDDOWN_HOME": str(own), "HOME": str(own), "TMPDIR": str(aside),
            "LANG": "en_GB.UTF-8",
        },
        input=piped, capture_output=True, check=False, text=True,
    )  # fmt: skip


COMMANDS = [
    (("--demo", "today"), "text Sam"),
    (("today", "--demo"), "text Sam"),
    (("--demo", "today", "--hint"), "One small thing is waiting."),
    (("--demo", "support"), "ring Ana"),
    (("--demo", "review", "--plain"), "Evenings, the latest first"),
    (("--demo", "review", "--last", "3"), "You noticed"),
    (("--demo", "followup", "did-it", "--felt", "8"), "felt 8"),
    (("--demo", "check"), ""),
    (("--demo", "export", "csv"), "Mrs Okafor"),
    (("--demo", "--plain"), "How is tonight?"),
    (("--demo",), "How is tonight?"),
]


@pytest.mark.parametrize(("arguments", "shows"), COMMANDS, ids=lambda each: " ".join(each))
def test_it_shows_the_invented_year_says_so_once_and_leaves_nothing(
    own: Path, aside: Path, arguments: tuple[str, ...], shows: str
) -> None:
    before = {path: path.stat().st_mtime_ns for path in own.rglob("*")}
    ran = demo(own, aside, *arguments)
    assert (ran.returncode, ran.stderr) == (0, SAID)
    assert shows in ran.stdout
    assert "doctor" not in ran.stdout.replace("A doctor is", "").replace("seeing a doctor", "")
    assert {path: path.stat().st_mtime_ns for path in own.rglob("*")} == before
    assert not list(aside.iterdir())


@pytest.mark.parametrize("arguments", [each for each, _ in COMMANDS], ids=" ".join)
def test_nothing_of_ones_own_is_even_looked_at(
    own: Path, aside: Path, arguments: tuple[str, ...]
) -> None:
    ran = demo(own, aside, *arguments, code=OPENED)
    code, opened = json.loads(ran.stderr.splitlines()[-1])
    assert code == 0
    assert any(str(aside) in path for path in opened)
    assert [path for path in opened if str(own) in path] == []


def test_an_evening_in_it_is_gone_through_to_its_end_and_that_it_is_not_kept_is_said(
    own: Path, aside: Path
) -> None:
    ran = demo(own, aside, "--demo", "--plain", piped="steady\n" + "\n" * 40)
    assert ran.returncode == 0
    assert "text Sam that I am thinking of them" in ran.stdout
    assert content.words("standing")["demo_end"] in ran.stdout
    assert not list(aside.iterdir())


def test_a_private_evening_of_it_is_as_any_other(own: Path, aside: Path) -> None:
    ran = demo(own, aside, "--demo", "--private", "--plain")
    assert ran.returncode == 0
    assert content.words("standing")["private_page"] in ran.stdout


@pytest.mark.parametrize("word", ["--demo", "--dem"])
def test_a_mistake_in_it_leaves_no_details_behind(own: Path, aside: Path, word: str) -> None:
    breaks = "import winddown.commands.today as t; t.run = lambda asked: 1 / 0;"
    code = f"{breaks} import sys; from winddown.__main__ import main; sys.exit(main())"
    ran = demo(own, aside, word, "today", code=code)
    assert ran.returncode == 1
    assert "nothing was written" in ran.stderr
    assert not (own / "state" / "crash.txt").exists()
    assert not list(aside.iterdir())
