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
