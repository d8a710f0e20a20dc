"""The real program in a pseudo-terminal: a whole evening, leaving, killing and coming back."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.enter_alone import MOST, enter_alone
from tests.terminal.program import Program

COMMAND = (sys.executable, "-m", "winddown")
DIM = {"TEXTUAL_ANIMATIONS": "none"}


def kept(home: Path) -> dict[str, Any]:
    """Read the one evening a home holds; empty when it holds none."""
    files = list(home.glob("data/evenings/*/*.toml"))
    assert len(files) <= 1
    return tomllib.loads(files[0].read_text(encoding="utf-8")) if files else {}


def everything(home: Path) -> list[Path]:
    """List every file and folder under a home."""
    return sorted(home.rglob("*"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "home"


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
def test_enter_alone_ends_an_evening_and_answers_nothing(home: Path, size: tuple[int, int]) -> None:
    columns, rows = size
    assert enter_alone(home, *COMMAND, columns=columns, rows=rows) <= MOST
    assert set(kept(home)) == {"schema", "evening", "started", "ended"}


def test_an_evening_answered_by_keyboard_is_kept_as_it_was_answered(home: Path) -> None:
    with Program(home, **DIM) as program:
        program.wait_for("Ten quiet minutes")
        program.press("enter")
        program.wait_for("How is tonight?")
        program.press("down", "down", "tab", "4")
        program.press("enter")
        program.wait_for("Settle in")
        program.press("enter")
        program.wait_for("breathe in")
        program.wait_for("breathe out")
        program.press("enter")
        program.wait_for("Ending")
        program.wait_for("How settled now")
        program.press("6", "enter")
        program.wait_for("Something kind")
        program.press("space", "enter")
        program.wait_for("What filled the evening?")
        program.press("down", "down")
        program.wait_for("Which was it")
        program.press("tab", "down")
        program.wait_for("Sounds like rest")
        program.press("enter")
        program.wait_for("One small thing")
        program.press("space")
        program.wait_for("That is the plan")
        program.press("tab")
        program.wait_for("━")
        program.press("6")
        program.wait_for("6")
        program.press("enter")
        program.wait_for("That was tonight")
        program.press("tab")
        program.wait_for("enter done")
        program.press("Rain.")
        program.wait_for("Rain.")
        program.press("enter")
        program.wait_for("Good night")
        program.press("enter")
        assert program.wait_until_left() == 0
    evening = kept(home)
    assert evening["tonight"] == "steady"
    assert evening["route"] == "full"
    assert evening["settled"] == {"before": 4, "after": 6}
    assert evening["note"] == "Rain."
    assert len(evening["comforts"]) == 1
    assert [each["reading"] for each in evening["reflections"]] == ["rest"]
    assert evening["outreach"]["expected"] == 6
    assert evening["breathing"][0]["cycles"] == 1
    assert "step" not in evening
    assert "ended" in evening


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("ctrl+q", 0), ("ctrl+c", 130)])
def test_opening_and_leaving_leaves_nothing_behind(home: Path, key: str, code: int) -> None:
    with Program(home) as program:
        program.wait_for("Ten quiet minutes")
        program.press("enter")
        program.wait_for("How is tonight?")
        program.press(key)
        assert program.wait_until_left() == code
    assert everything(home) == []


def test_breathe_shows_the_orb_at_once_and_keeps_nothing_when_left_early(home: Path) -> None:
    with Program(home, "breathe") as program:
        program.wait_for("Settle in", "▄")
        program.wait_for("breathe in")
        program.press("q")
        assert program.wait_until_left() == 0
    assert everything(home) == []


def walked_to(program: Program, step: str) -> None:
    """Press enter until the words of a step are on the screen."""
    words = {
        "breathing": "Settle in",
        "comforts": "Something kind",
        "reflection": "What filled",
        "outreach": "One small thing",
        "closing": "That was tonight",
    }
    program.wait_for("How is tonight?")
    program.press("down", "enter")
    program.wait_for("Settle in")
    if step == "breathing":
        return
    program.press("s")
    for each in ("comforts", "reflection", "outreach", "closing"):
        program.wait_for(words[each])
        if each == step:
            return
        program.press("enter")


@pytest.mark.parametrize(
    ("step", "keys", "field", "words"),
    [
        ("comforts", [("space", "✓")], "comforts", "✓"),
        (
            "reflection",
            [("down", "Which was it"), ("tab", "›"), ("down", "Sounds like rest")],
            "reflections",
            "Sounds like rest",
        ),
        ("outreach", [("space", "That is the plan")], "outreach", "That is the plan"),
        ("closing", [("tab", "enter done"), ("Rain.", "Rain.")], "note", "Rain."),
    ],
)
def test_what_was_answered_a_second_before_a_kill_is_there_again_at_its_step(
    home: Path, step: str, keys: list[tuple[str, str]], field: str, words: str
) -> None:
    with Program(home) as program:
        program.wait_for("Ten quiet minutes")
        program.press("enter")
        walked_to(program, step)
        for key, seen in keys:
            program.press(key)
            program.wait_for(seen)
        for _ in range(40):
            if field in kept(home):
                break
            program.read(0.05)
        program.kill()
    assert kept(home)["step"] == step
    assert field in kept(home)
    with Program(home) as again:
        again.wait_for(words)
        again.press("ctrl+q")
        assert again.wait_until_left() == 0
    assert kept(home)["step"] == step


def test_a_change_of_size_in_the_middle_keeps_what_was_answered(home: Path) -> None:
    with Program(home) as program:
        program.wait_for("Ten quiet minutes")
        program.press("enter")
        walked_to(program, "comforts")
        program.press("space")
        program.wait_for("✓")
        for columns, rows in ((60, 20), (40, 12), (120, 40)):
            program.resize(columns, rows)
            program.wait_for("✓")
        program.press("ctrl+q")
        program.wait_until_left()
    assert len(kept(home)["comforts"]) == 1


def test_pasted_control_characters_reach_the_terminal_only_as_symbols(home: Path) -> None:
    # A terminal takes ESC and BEL out of a paste itself; what is left of the rest comes through.
    strange = "[/b] \x9b31m \u202e [@click=app.quit]x"
    with Program(home) as program:
        program.wait_for("Ten quiet minutes")
        program.press("enter")
        walked_to(program, "closing")
        program.press("tab")
        program.wait_for("enter done")
        seen = len(program.raw)
        program.press(f"\x1b[200~{strange}\x1b[201~")
        program.wait_for("[@click=app.quit]x")
        program.press("ctrl+q")
        program.wait_until_left()
        drawn = program.raw[seen:].decode("utf-8", "replace")
    assert "\u202e" not in drawn
    assert "\x9b" not in drawn
    assert kept(home)["note"] == strange


def run(*arguments: str, home: Path, stdin: int | None = subprocess.DEVNULL) -> Any:
    """Run the program without a terminal."""
    return subprocess.run(
        [*COMMAND, *arguments],
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
    [(("--nonsense",), 2), (("--date", "someday"), 2), (("breathe", "--minutes", "0"), 2), ((), 1)],
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
