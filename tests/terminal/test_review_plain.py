"""Looking back in lines, in a real terminal and in a pipe that is closed early."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.terminal.program import Program
from tests.years import evenings, write
from winddown.data.locations import locations

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_in_a_terminal_every_line_fits_its_width(tmp_path: Path, columns: int) -> None:
    write(locations({"WINDDOWN_HOME": str(tmp_path)}), evenings(20, TODAY))
    with Program(tmp_path, "review", "--plain", columns=columns, rows=300) as program:
        assert program.wait_until_left() == 0
        lines = program.text.splitlines()
        drawn = program.raw.decode().split("\r\n")
    assert "Looking back" in lines
    assert "Evenings, the latest first" in lines
    assert max(map(len, drawn)) <= min(columns, 72)


def test_whoever_stops_reading_early_hears_of_no_trouble(tmp_path: Path) -> None:
    write(locations({"WINDDOWN_HOME": str(tmp_path)}), evenings(400, TODAY))
    command = f"{sys.executable} -m winddown review --plain | head -n 1; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(
        ["/bin/bash", "-c", command],
        env={**os.environ, "WINDDOWN_HOME": str(tmp_path)},
        capture_output=True,
        check=False,
        text=True,
    )
    assert ran.stdout.splitlines() == ["Looking back", "0"]
    assert ran.stderr == ""


def test_in_a_pipe_looking_back_prints_by_itself(tmp_path: Path) -> None:
    write(locations({"WINDDOWN_HOME": str(tmp_path)}), evenings(20, TODAY))
    ran = subprocess.run(
        [sys.executable, "-m", "winddown", "review"],
        env={**os.environ, "WINDDOWN_HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        text=True,
    )
    assert ran.stdout.splitlines()[0] == "Looking back"
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("month", ["2026-10", "9999-12"])
def test_in_a_terminal_a_month_opens_on_the_screen(tmp_path: Path, month: str) -> None:
    write(locations({"WINDDOWN_HOME": str(tmp_path)}), evenings(60, TODAY))
    with Program(tmp_path, "review", "--month", month) as program:
        program.wait_for("over time")
        program.wait_for("October 2026" if month == "2026-10" else "November 2026")
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
