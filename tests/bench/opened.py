"""A program in a pseudo-terminal, and how long it takes to answer."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WINDDOWN = (sys.executable, "-m", "winddown")
BARE = (sys.executable, "-m", "tests.bench.bare")
LAST_WORD = "help"
"""The last word of every first picture: it stands at the right end of the footer."""
PATIENCE = 60.0
"""Seconds until something that never comes is given up."""


def environ(home: Path) -> dict[str, str]:
    """Give the environment of a usual terminal, with everything kept under `home`."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "WINDDOWN_HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "en_GB.UTF-8",
    }


class Opened:
    """A program that runs in a window of its own, read as fast as it writes."""

    def __init__(
        self,
        command: Sequence[str],
        home: Path,
        columns: int = 80,
        rows: int = 24,
        root: Path = ROOT,
    ) -> None:
        """Start it from the folder `root`; the clock runs from here."""
        settings = environ(home)
        self.began = time.perf_counter()
        self.pid, self._window = pty.fork()
        if self.pid == 0:
            os.chdir(root)
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(sys.__stdin__.fileno(), termios.TIOCSWINSZ, size)
            os.execve(command[0], command, settings)  # noqa: S606  no shell is wanted
        self._is_over = False

    def read(self, seconds: float) -> bytes:
        """Give what it writes next, within so many seconds; nothing where it writes nothing."""
        if self._is_over or not select.select([self._window], [], [], seconds)[0]:
            return b""
        try:
            drawn = os.read(self._window, 1 << 16)
        except OSError:  # it has ended
            drawn = b""
        self._is_over = not drawn
        return drawn

    def until(self, *words: str) -> float:
        """Wait for all these words to be drawn, or for anything; give the moment.

        Raises:
            TimeoutError: they never came.
        """
        drawn, sought = b"", [each.encode() for each in words]
        while not drawn or not all(each in drawn for each in sought):
            fresh = self.read(PATIENCE)
            if not fresh:
                raise TimeoutError(f"waited for {words!r}, and saw {drawn[-2000:]!r}")
            drawn += fresh
        return time.perf_counter()

    def rest(self, quiet: float = 0.1) -> None:
        """Wait until it writes nothing for a while."""
        while self.read(quiet):
            pass

    def pass_by(self, seconds: float) -> None:
        """Let it write for so long."""
        ends = time.perf_counter() + seconds
        while (left := ends - time.perf_counter()) > 0:
            self.read(left)

    def press(self, keys: str) -> float:
        """Press keys; give the moment before."""
        moment = time.perf_counter()
        os.write(self._window, keys.encode())
        return moment

    def until_left(self) -> float:
        """Wait for its end; give the moment of it."""
        while not self._is_over:
            self.read(PATIENCE)
        self._end()
        return time.perf_counter()

    def kill(self) -> None:
        """End it as a power cut would, if it has not ended."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self._end()
        os.close(self._window)

    def _end(self) -> None:
        os.waitpid(self.pid, 0)
        self.pid = 0


@contextmanager
def opened(
    command: Sequence[str],
    home: Path,
    columns: int = 80,
    rows: int = 24,
    root: Path = ROOT,
) -> Iterator[Opened]:
    """Open a program, and end it afterwards, whatever became of it."""
    program = Opened(command, home, columns, rows, root)
    try:
        yield program
    finally:
        program.kill()
