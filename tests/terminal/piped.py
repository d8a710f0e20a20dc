"""Pipes an evening into the program, with no terminal anywhere.

As a command: `python -m tests.terminal.piped WINDDOWN`.

Run from clean environments by `.ci/package`, to see that what is packaged is whole.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

WINDDOWN = (sys.executable, "-m", "winddown")
WHOLE = "2\n7\n\n1 3\n2\n1\n\nRain on the window.\n"
"""Steady, 7, no breathing, two comforts, a habit that was rest, no plan, a line to keep."""


def piped(
    home: Path, typed: str, *arguments: str, command: Sequence[str] = WINDDOWN, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    """Pipe answers in; everything is kept under `home`, from an environment with little in it."""
    settings = {"PATH": os.environ["PATH"], "HOME": str(home), "WINDDOWN_HOME": str(home / "w")}
    return subprocess.run(
        [*command, *arguments],
        input=typed.encode(),
        env=settings | environ,
        capture_output=True,
        timeout=60,
        check=False,
    )


def kept(home: Path) -> dict[str, Any]:
    """Read the one evening that is kept."""
    (file,) = (home / "w" / "data" / "evenings").rglob("*.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def main() -> None:
    """Pipe a whole evening in, and read back what it kept."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        ran = piped(home, WHOLE, command=sys.argv[1:])
        if ran.returncode or ran.stderr:
            raise SystemExit(f"exit code {ran.returncode}: {ran.stderr.decode()}")
        evening = kept(home)
        if "ended" not in evening or evening["note"] != "Rain on the window.":
            raise SystemExit("the evening was not kept as it was piped in")
        print(f"one evening piped in, kept in {len(evening)} lines")


if __name__ == "__main__":
    main()
