"""`winddown config edit` in a terminal: the editor has it, and what it left wrong is said after."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.program import Program


@pytest.fixture
def editor(tmp_path: Path) -> str:
    """An editor that asks in the terminal for a line, and adds it to the file."""
    script = tmp_path / "my editor"
    script.write_text(
        "#!/bin/sh\ntest -t 0 && test -t 1 || exit 9\n"
        'printf "A line for %s? " "$(basename "$1")"\nread -r line\necho "$line" >> "$1"\n'
    )
    script.chmod(0o700)
    return f"'{script}'"


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ('theme = "paper"', 0, ("everything in it can be used.",)),
        ('them = "paper"', 1, ("I don't know 'them'. Did you mean 'theme'?",)),
        ("motion = slow", 1, ("this is not TOML", "| motion = slow", "|          ^")),
    ],
)
def test_the_editor_is_given_the_terminal_and_its_work_is_checked(
    tmp_path: Path, editor: str, line: str, code: int, said: tuple[str, ...]
) -> None:
    home = tmp_path / "home"
    with Program(home, "config", "edit", VISUAL=editor, EDITOR="/nowhere", columns=160) as program:
        program.wait_for("A line for config.toml?")
        program.press(line, "enter")
        assert program.wait_until_left() == code
        for words in said:
            assert words in program.text
        assert "Traceback" not in program.text
    kept = (home / "config" / "config.toml").read_text("utf-8")
    assert kept.endswith(f"\n{line}\n")


def test_the_evening_opens_on_what_is_left_of_a_damaged_config(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "config.toml").write_text('[breathing]\nminutes = 61\n[[comforts]]\ntext = "x"\n')
    with Program(tmp_path) as program:
        program.wait_for("enter")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    before_the_screens = program.raw.split(b"\x1b[?1049h")[0].decode()
    assert "config.toml line 2: 'breathing.minutes'" in before_the_screens
    assert "config.toml line 3: an entry here has no 'id' yet" in before_the_screens


@pytest.mark.parametrize("columns", [36, 40, 48, 60, 80])
def test_what_is_wrong_can_be_read_to_its_last_word_in_a_narrow_window(
    tmp_path: Path, columns: int
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config/config.toml").write_text("motion = 3\n", encoding="utf-8")
    with Program(tmp_path, columns=columns, rows=20) as program:
        program.wait_for("Ten quiet minutes")
        program.wait_for("config.toml line 1:")
        program.rest()
        shown = " ".join(program.text.split())
        assert "config.toml line 1: 'motion' should be one of full, gentle, still." in shown
