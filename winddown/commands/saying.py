"""How a command speaks: its answer on standard output, what is wrong on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from winddown.errors import WinddownError


def say(lines: Iterable[str]) -> None:
    """Print what a command answers; a letter that the output does not know becomes a ?."""
    known = sys.stdout.encoding or "utf-8"  # None where it is caught as text
    for line in lines:
        print(line.encode(known, "replace").decode(known))  # noqa: T201  the command's answer


def warn(problems: Iterable[WinddownError | str]) -> None:
    """Say what is wrong, a sentence a line."""
    for problem in problems:
        print(f"winddown: {problem}", file=sys.stderr)  # noqa: T201  the command's answer
