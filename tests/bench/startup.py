"""From the command to the whole first screen, beside a bare Textual app.

Both stand in a real pseudo-terminal, and are timed until the last word of their first
picture is drawn. Both start from compiled files, as an installed program does.
"""

from __future__ import annotations

import compileall
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.bench import homes
from tests.bench.bare import WORDS
from tests.bench.figure import Figure, ratio
from tests.bench.opened import BARE, LAST_WORD, ROOT, WINDDOWN, opened
from tests.bench.table import shown
from tests.bench.turns import medians

ROUNDS, INSTALLS = 21, 9
MOST, MOST_INSTALLED = 1.12, 1.3


def seconds_to(
    words: str, home: Path, command: Sequence[str] = WINDDOWN, root: Path = ROOT
) -> float:
    """Start a program and give the seconds until these words can be read."""
    with opened(command, home, root=root) as program:
        return program.until(words) - program.began


def measure(folder: Path) -> Iterator[Figure]:
    """Measure the first evening, one after ten years, and the first after an install."""
    took = medians(
        {
            "first": partial(seconds_to, LAST_WORD, homes.empty(folder)),
            "later": partial(seconds_to, LAST_WORD, homes.filled(folder)),
            "bare": partial(seconds_to, WORDS, homes.empty(folder), BARE),
        },
        ROUNDS,
    )
    for what, name in (
        ("From the command to the whole first page of all, on the very first evening.", "first"),
        ("From the command to the whole of arriving, after ten years of evenings.", "later"),
    ):
        ours, floor = 1000 * took[name], 1000 * took["bare"]
        yield ratio(what, ours, floor, "a bare Textual app", MOST)
    yield _after_an_install(folder)


def _after_an_install(folder: Path) -> Figure:
    """Start what was just put there, as pip does it, and start it again."""
    first, again = [], []
    for _ in range(INSTALLS):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            for package in ("winddown", "themes"):
                uncompiled = shutil.ignore_patterns("__pycache__")
                shutil.copytree(ROOT / package, root / package, ignore=uncompiled)
            compileall.compile_dir(root, quiet=1)
            for times in (first, again):
                home = homes.empty(folder)
                times.append(1000 * seconds_to(LAST_WORD, home, root=root))
    what = "The first start of all after an install, as pip leaves it."
    ours, floor = statistics.median(first), statistics.median(again)
    return ratio(what, ours, floor, "the next start", MOST_INSTALLED)


if __name__ == "__main__":
    sys.exit(shown([measure]))
