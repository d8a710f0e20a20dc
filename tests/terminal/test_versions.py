"""Two versions of an evening in the program as it runs: chosen, and kept although it is killed."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.program import Program
from tests.ui.versions_beside import DAY, HERE, THERE, contents, where, write
from winddown.data import evenings


def test_a_choice_stands_as_soon_as_it_is_said_even_where_the_program_is_killed(
    tmp_path: Path,
) -> None:
    evenings.save(where(tmp_path), None, HERE)
    theirs = write(tmp_path, THERE).read_bytes()
    own = contents(tmp_path)[f"{DAY}.toml"]
    with Program(tmp_path, "review", columns=100, rows=30) as program:
        program.wait_for("◉○ two")
        program.press("v")
        program.wait_for("◉ kept here", "○ from Syncthing, 20 November 07:11")
        program.press("right")
        program.wait_for("◉ from Syncthing")
        program.press("enter")
        program.wait_for("u brings both back")
        program.kill()
    assert contents(tmp_path) == {
        f"{DAY}.toml": theirs,
        f"{DAY}-other-version-1.toml": own,
    }
