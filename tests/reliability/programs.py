"""Runs a piece of work in a program of its own, as fresh as one that was just started."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from typing import NamedTuple, NoReturn

from winddown.errors import WinddownError

CRASHED = 70
"""The exit code of a program that ended with an error it did not expect."""


class Outcome(NamedTuple):
    """What became of a program."""

    code: int
    """Its exit code; minus the signal's number where one ended it."""
    said: str

    @property
    def is_plain(self) -> bool:
        """True where it said nothing and all went well, or one sentence and it did not."""
        if self.code == 0:
            return self.said == ""
        return self.code == 1 and self.said.endswith(".\n") and self.said.count("\n") == 1


def outcome(work: Callable[[], object]) -> Outcome:
    """Have a copy of this program do some work; everything it needs is loaded already."""
    with tempfile.TemporaryFile() as said:
        child = begin(work, said.fileno())
        return ended(child, said.fileno())


def begin(work: Callable[[], object], said: int) -> int:
    """Start a copy of this program that does some work, and give its process id."""
    child = os.fork()
    if child == 0:
        _work(work, said)
    return child


def ended(child: int, said: int) -> Outcome:
    """Wait for such a copy, and tell what became of it."""
    _, status = os.waitpid(child, 0)
    length = os.lseek(said, 0, os.SEEK_END)
    return Outcome(os.waitstatus_to_exitcode(status), os.pread(said, length, 0).decode())


def _work(work: Callable[[], object], said: int) -> NoReturn:
    """Do the work, say in a sentence what went wrong, as the command line does, and end."""
    code = CRASHED
    try:
        code, line = well_or_not(work)
        os.write(said, line.encode())
    finally:
        os._exit(code)


def well_or_not(work: Callable[[], object]) -> Outcome:
    """Do some work here, and tell what a program would have become by it."""
    try:
        work()
    except WinddownError as problem:
        return Outcome(1, f"{problem}\n")
    except BaseException as problem:
        return Outcome(CRASHED, f"Traceback: {type(problem).__name__} {problem}\n")
    return Outcome(0, "")
