"""Which lines of the routine and of what reads and writes files no unit test runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.reliability.figure import Figure

ROOT = Path(__file__).parent.parent.parent
ELSEWHERE = ("tests/unit/test_contrast.py", "tests/unit/test_words_in_content.py")
"""Tests of the screens, which take long and are left out."""


def measure(scale: float = 1.0) -> Figure:
    """Run every unit test, or in a shorter run those beside the two packages alone."""
    chosen = ["tests/unit"] if scale >= 1 else ["tests/unit/routine", "tests/unit/data"]
    left_out = [f"--ignore={name}" for name in ELSEWHERE]
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "COVERAGE_FILE": str(Path(folder) / "lines")}
        _coverage(
            environ, "run", "--source=winddown/routine,winddown/data",
            "-m", "pytest", "-q", *chosen, *left_out,
        )  # fmt: skip
        told = _coverage(environ, "report", "--skip-covered", "--show-missing")
    found = re.search(r"^TOTAL +(\d+) +(\d+)", told, re.MULTILINE)
    lines, missed = map(int, found.groups()) if found else (0, 0)
    if missed:
        print(told, file=sys.stderr)
    return Figure(
        "Every line of what an evening is, and of how it is read and written, is run by a test.",
        f"{lines} lines",
        f"{missed} not run",
        bool(lines) and not missed,
    )


def _coverage(environ: dict[str, str], *words: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "coverage", *words],
        cwd=ROOT, env=environ, check=False, capture_output=True, text=True,
    )  # fmt: skip
    if words[0] == "run" and ran.returncode != 0:
        raise RuntimeError(f"the tests did not pass:\n{ran.stdout[-2000:]}")
    return ran.stdout


if __name__ == "__main__":
    print(measure())
