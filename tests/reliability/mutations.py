"""Changes the code that keeps evenings, one small mistake at a time, to see a test fail for each.

What survives is explained in `EXPLAINED`, by the line that the mistake leaves; a survivor
that is not there breaks the promise. Mutmut makes no mistakes in decorated functions nor in
the body of a class or module. Those in the records of an evening were made by hand, one for
each default, word and bound and each part of `is_answered`: test_layout.py and test_evening.py
notice all but a record without slots, or with places for its fields as well as names, which
nobody could.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.reliability.figure import Figure

ROOT = Path(__file__).parent.parent.parent
CHANGED = ("winddown/data/toml_file.py", "winddown/data/evenings.py", "winddown/routine/evening.py")
TESTS = (
    "tests/unit/data/test_toml_file.py",
    "tests/unit/data/test_folders.py",
    "tests/unit/data/test_unfinished.py",
    "tests/unit/data/test_evenings.py",
    "tests/unit/data/test_evenings_by_hand.py",
    "tests/unit/data/test_evening_text.py",
    "tests/unit/data/test_keeping_aside.py",
    "tests/unit/data/test_saving_meanwhile.py",
    "tests/unit/data/test_migration.py",
    "tests/unit/data/test_backups.py",
    "tests/unit/data/test_merging.py",
    "tests/unit/routine/test_evening.py",
)
_OWN_WORDS = "the number has words of our own, and those of the system are never shown"
EXPLAINED: dict[str, str] = {
    "return evening if (_put(locations, evening.evening, text, None)) and False else None": (
        "the file is read once more after it was written, and says what it should"
    ),
    "target = Path(os.path.realpath(path)) if (path.is_symlink()) or True else path": (
        "a path that is no link leads to itself, and only takes longer to be found"
    ),
    "is_ours = is_as_laid_out(None) or file.text == layout(tables_of(stands))": (
        "what was laid out last has the same text as its layout, and only takes longer to be known"
    ),
    "raise NotADirectoryError(errno.ENOTDIR, None) from None": _OWN_WORDS,
    "raise OSError(errno.ENOSPC, None)": _OWN_WORDS,
}
"""A line as a mistake leaves it, and why nobody could notice."""

NOTICED = ("killed", "timeout")
"""What becomes of a mistake that a test fails with, or never ends with."""


def measure(scale: float = 1.0) -> Figure:
    """Make every mistake there is, or in a shorter run those in the routine alone."""
    changed = CHANGED if scale >= 1 else CHANGED[-1:]
    with tempfile.TemporaryDirectory() as folder:
        copy = _copied(Path(folder), changed)
        _said(copy, "run")
        listed = _said(copy, "results", "--all", "true").splitlines()
        states = dict(line.strip().split(": ") for line in listed if "__mutmut_" in line)
        alive = [name for name, state in states.items() if state not in NOTICED]
        lines = {name: _line_of(_said(copy, "show", name)) for name in alive}
    strange = {name: line for name, line in lines.items() if line not in EXPLAINED}
    for name, line in strange.items():
        print(f"{name} ({states[name]}): {line}", file=sys.stderr)
    return Figure(
        "The tests notice a mistake in the code that keeps evenings.",
        f"{len(states)} mistakes in {len(changed)} files",
        f"{len(states) - len(alive)} noticed, {len(alive) - len(strange)} that nobody could "
        f"notice, {len(strange)} unexplained",
        bool(states) and not strange,
    )


def _copied(folder: Path, changed: tuple[str, ...]) -> Path:
    """Copy all that is tracked, with what mutmut has to know beside it."""
    names = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607  whichever git there is
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(None, names.split("\0")):
        if not name.startswith("screenshots/") and (ROOT / name).exists():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((ROOT / name).read_bytes())
    settings = {
        "source_paths": [*changed],
        "pytest_add_cli_args_test_selection": [name for name in TESTS if (ROOT / name).exists()],
        # Each mistake is to be noticed by a promise that names it, not by chance.
        "pytest_add_cli_args": ["-m", "not hypothesis"],
        "also_copy": ["winddown", "tests", "themes", "pyproject.toml", "README.md"],
    }
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n[tool.mutmut]\n")
        file.writelines(f"{key} = {value}\n" for key, value in settings.items())
    return folder


def _said(copy: Path, *words: str) -> str:
    # What is imported has to be the copy with the mistakes in it.
    environ = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    ran = subprocess.run(
        [sys.executable, "-m", "mutmut", *words],
        cwd=copy, env=environ, check=False, capture_output=True, text=True,
    )  # fmt: skip
    if ran.returncode != 0:
        raise RuntimeError(f"mutmut {words[0]} ended with {ran.returncode}:\n{ran.stdout[-2000:]}")
    return ran.stdout


def _line_of(difference: str) -> str:
    """Give the line that a mistake leaves, out of the difference it makes."""
    added = [
        line[1:].strip()
        for line in difference.splitlines()
        if line.startswith("+") and not line.startswith("+++")
    ]
    return " ".join(added)


if __name__ == "__main__":
    print(measure())
