"""Has one call of a piece of work to the system fail from within, or kills the program at it.

Where nothing can be traced this stands in for strace, and it is quick. Every name by
which Python's library reaches a file passes through here, so that no call escapes.
"""

from __future__ import annotations

import builtins
import errno
import fcntl
import io
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from tests.reliability.programs import Outcome, outcome, well_or_not
from tests.reliability.tracing import Call

OF_OS = (
    *("access", "close", "fchmod", "fchown", "fstat", "fsync", "link", "listdir", "lstat"),
    *("mkdir", "open", "read", "readlink", "remove", "rename", "replace", "rmdir", "scandir"),
    *("stat", "statvfs", "unlink", "urandom", "write"),
)

MADE_AGAIN = {"close", "fchmod", "fchown", "flock", "fstat", "fsync", "open", "read", "write"}
"""What Python makes again by itself where a signal broke it off (PEP 475)."""

At = Callable[[Call], None]
"""Asked before each call; may raise the error that it fails with."""


def calls_within(work: Callable[[], object]) -> list[Call]:
    """Give every call of some work, in order."""
    calls: list[Call] = []

    def do() -> None:
        with _passing_by(calls.append):
            work()

    well_or_not(do)
    return calls


def failing_within(work: Callable[[], object], call: Call, error: str) -> Outcome:
    """Do some work of which one call fails with an error, such as ENOSPC."""
    number = getattr(errno, error)

    def fail(made: Call) -> None:
        if made == call and not (number == errno.EINTR and call.name in MADE_AGAIN):
            raise OSError(number, os.strerror(number))

    def do() -> None:
        with _passing_by(fail):
            work()

    return well_or_not(do)


def killed_within(work: Callable[[], object], call: Call) -> Outcome:
    """Have a copy of this program do some work, and be killed as it makes a call."""

    def kill(made: Call) -> None:
        if made == call:
            os.kill(os.getpid(), signal.SIGKILL)

    def do() -> None:
        with _passing_by(kill):
            work()

    return outcome(do)


@contextmanager
def _passing_by(at: At) -> Iterator[None]:
    """Have each call pass by here as long as the block lasts."""
    counted: Counter[str] = Counter()

    def passing(name: str) -> None:
        counted[name] += 1
        at(Call(name, counted[name]))

    opened = _opening(passing)
    with (
        mock.patch.multiple(os, **{each: _passed(os, each, passing) for each in OF_OS}),
        mock.patch.object(fcntl, "flock", _passed(fcntl, "flock", passing)),
        mock.patch.object(io, "open", opened),
        mock.patch.object(builtins, "open", opened),
    ):
        yield


def _passed(module: Any, name: str, passing: Callable[[str], None]) -> Callable[..., Any]:
    real = getattr(module, name)

    def call(*given: Any, **named: Any) -> Any:
        try:
            passing(name)
        except OSError:
            if name == "close":
                real(*given, **named)  # closed it is, whatever it says
            raise
        return real(*given, **named)

    return call


def _opening(passing: Callable[[str], None]) -> Callable[..., Any]:
    """Give an `open` whose files pass by here with each reading, writing and closing."""

    class File(io.FileIO):
        def __init__(self, *given: Any, **named: Any) -> None:
            passing("open")
            super().__init__(*given, **named)

        def readinto(self, buffer: Any) -> int | None:
            passing("read")
            return super().readinto(buffer)

        def readall(self) -> bytes | None:  # type: ignore[override]
            passing("read")
            return super().readall()

        def write(self, content: Any) -> int | None:  # type: ignore[override]
            passing("write")
            return super().write(content)

        def close(self) -> None:
            if self.closed:
                return
            try:
                passing("close")
            finally:
                super().close()

    def opened(
        file: Any, mode: str = "r", buffering: int = -1, *text: Any, closefd: bool = True, **of: Any
    ) -> Any:
        raw = File(file, mode.replace("b", "").replace("t", ""), closefd=closefd)
        buffered: Any = io.BufferedReader(raw) if "r" in mode else io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, *text, **of)

    return opened
