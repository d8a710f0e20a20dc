"""How a command speaks: its answer on standard output, what is wrong on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import partial

from winddown.errors import WinddownError
from winddown.knowing import knows_all
from winddown.routine.text import harmless

WIDTH = 72
"""Cells of a line at most, however wide the terminal is."""


def say(lines: Iterable[str]) -> None:
    """Print what a command answers, with nothing in it that a terminal would obey.

    A letter that the output does not know becomes a ?; one that the terminal does not know,
    the one of ASCII that is most like it.

    Whoever reads along may stop before the end, as `head` does; nothing more is said then.

    Raises:
        WinddownError: it could not be printed.
    """
    known = sys.stdout.encoding or "utf-8"  # None where it is caught as text
    spelt = _spelling()
    for line in lines:
        said = spelt(harmless(line)).encode(known, "replace").decode(known)
        if not printed(partial(print, said)):  # the command's answer
            return
    printed(sys.stdout.flush)


def printed(put: Callable[[], object]) -> bool:
    """Put something on standard output; tell whether anyone reads it still.

    Raises:
        WinddownError: it could not be printed.
    """
    try:
        put()
    except OSError as problem:
        # What is still to be written goes nowhere, where Python cannot stumble over it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(problem, BrokenPipeError):
            return False
        from winddown.refused import plainly

        raise WinddownError(f"It could not be printed: {plainly(problem)}.") from None
    return True


def _spelling() -> Callable[[str], str]:
    """Give what spells a line; only in a terminal that knows no more is that ASCII."""
    if sys.stdout.isatty() and not knows_all(os.environ):
        from winddown.letters import in_ascii

        return in_ascii
    return str


def room() -> int:
    """Give the cells that a line may take."""
    if not sys.stdout.isatty():
        return WIDTH
    from shutil import get_terminal_size  # slow to load, and of no use to a pipe

    return min(WIDTH, get_terminal_size().columns)


def warn(problems: Iterable[WinddownError | str]) -> None:
    """Say what is wrong, a sentence a line."""
    for problem in problems:
        print(f"winddown: {harmless(str(problem))}", file=sys.stderr)  # noqa: T201  the command's answer
