"""From the key that leaves to the shell's prompt, beside a bare Textual app."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench import homes
from tests.bench.bare import WORDS
from tests.bench.figure import Figure, ratio
from tests.bench.opened import BARE, LAST_WORD, WINDDOWN, opened
from tests.bench.table import shown
from tests.bench.turns import in_turns

ROUNDS = 15
LEAVE, RESTORED = "\x11", "\x1b[?1049l"
MOST = 1.05


class Left(NamedTuple):
    """Milliseconds from the key on."""

    restored: float
    """Until the terminal is as it was."""
    ended: float
    """Until the program has ended, and the shell asks again."""


def leave(words: str, home: Path, command: Sequence[str]) -> Left:
    """Open a program, let it come to rest, and leave it."""
    with opened(command, home) as program:
        program.until(words)
        program.rest(0.4)
        pressed = program.press(LEAVE)
        restored, ended = program.until(RESTORED), program.until_left()
        return Left(1000 * (restored - pressed), 1000 * (ended - pressed))


def measure(folder: Path) -> Iterator[Figure]:
    """Measure until the terminal is as it was, and until the program has ended."""
    home = homes.filled(folder)
    ours, bare = in_turns(
        {
            "ours": partial(leave, LAST_WORD, home, WINDDOWN),
            "bare": partial(leave, WORDS, home, BARE),
        },
        ROUNDS,
    ).values()
    for what, moment in (
        ("From the key that leaves to the terminal as it was.", 0),
        ("From the key that leaves to the end of the program, when the shell asks again.", 1),
    ):
        took, floor = (median(left[moment] for left in each) for each in (ours, bare))
        yield ratio(what, took, floor, "a bare Textual app", MOST)


if __name__ == "__main__":
    sys.exit(shown([measure]))
