"""A window that only reads along: fast enough for 300 columns, and for a megabyte of paste."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tests.reliability.grid import Grid
from tests.terminal.program import WINDDOWN

KEPT = 1 << 20
"""Bytes of the newest output that are kept to be looked at."""


class Window:
    """One run of the program in a pseudo-terminal, whose rows are known as plain text."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        command: Sequence[str] = WINDDOWN,
        **environ: str,
    ) -> None:
        """Start it, with everything it keeps under `home`."""
        self.columns, self.rows = columns, rows
        self.grid = Grid(columns, rows)
        self.raw = bytearray()
        """All it sent, or the newest of it."""
        self.code: int | None = None
        """Its exit code, once it has ended."""
        settings = {
            **os.environ,
            "WINDDOWN_HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "en_GB.UTF-8",
            **environ,
        }
        program = [*command, *arguments]
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            try:
                _set_size(0, columns, rows)
                os.execvpe(program[0], program, settings)  # noqa: S606  the program itself
            finally:
                os._exit(127)
        os.set_blocking(self._terminal, False)

    def __enter__(self) -> Window:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.code is None:
            self.kill()
        os.close(self._terminal)

    @property
    def lines(self) -> list[str]:
        """The rows as they stand."""
        return self.grid.lines

    @property
    def text(self) -> str:
        """The rows as they stand, each without the air after it."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def is_blank(self) -> bool:
        """True while there is nothing to be seen at all."""
        return not any(line.strip() for line in self.lines)

    def read(self, seconds: float) -> bool:
        """Take in what is drawn for a while; False once the program has ended."""
        until = time.monotonic() + seconds
        while self.code is None:
            left = until - time.monotonic()
            ready, _, _ = select.select([self._terminal], [], [], max(0.0, left))
            if ready:
                self._take_in()
            if left <= 0 or (ready and seconds == 0):
                return self.code is None
        return False

    def settle(self, quiet: float = 0.08, most: float = 1.0) -> None:
        """Read along until nothing is drawn for a while, or it goes on being drawn."""
        until = time.monotonic() + most
        while self.code is None and time.monotonic() < until:
            ready, _, _ = select.select([self._terminal], [], [], quiet)
            if not ready:
                return
            self._take_in()

    def send(self, keys: bytes, patience: float = 30.0) -> float:
        """Type, reading along, since whoever writes a megabyte blind may wait for good.

        Returns:
            Seconds until the program had taken all of it out of the terminal.
        """
        began = time.monotonic()
        while keys and self.code is None:
            ready, free, _ = select.select([self._terminal], [self._terminal], [], 0.5)
            if ready:
                self._take_in()
            if free and self.code is None:
                try:
                    keys = keys[os.write(self._terminal, keys[:4096]) :]
                except BlockingIOError:
                    pass
                except OSError:
                    self._end()
            if time.monotonic() - began > patience:
                raise AssertionError("what was typed is not taken")
        return time.monotonic() - began

    def wait_until(self, holds: Callable[[], bool], patience: float = 20.0) -> bool:
        """Wait until something holds; False when the program has ended, or it never did."""
        until = time.monotonic() + patience
        while not holds():
            if not self.read(0.0 if self._is_ready() else 0.01) or time.monotonic() > until:
                return holds()
        return True

    def wait_until_open(self) -> bool:
        """Wait until the screens stand, after whatever was said before on the same terminal."""
        opened = self.wait_until(lambda: b"\x1b[?1049h" in self.raw)
        self.grid = Grid(self.columns, self.rows)
        return opened and self.wait_until(lambda: not self.is_blank)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window; until the program has drawn it anew, it is all dots."""
        if (columns, rows) != (self.columns, self.rows):
            self.columns, self.rows = columns, rows
            self.grid = Grid(columns, rows, "·" * columns)
        _set_size(self._terminal, columns, rows)

    def kill(self) -> None:
        """End it as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)
        self._end()

    def wait_until_left(self, patience: float = 20.0) -> int:
        """Wait for its end, and give its exit code."""
        if not self.wait_until(lambda: self.code is not None, patience):
            raise AssertionError(f"still running:\n{self.text}")
        assert self.code is not None
        return self.code

    def waits_for_a_core(self) -> dict[str, float]:
        """Give for each thread the seconds in which it was ready, but the machine had no core."""
        waits = {}
        for task in Path(f"/proc/{self.pid}/task").glob("*"):
            with suppress(OSError, IndexError):  # it has ended, or the system keeps no such count
                waits[task.name] = int((task / "schedstat").read_text().split()[1]) / 1e9
        return waits

    def _is_ready(self) -> bool:
        return bool(select.select([self._terminal], [], [], 0)[0])

    def _take_in(self) -> None:
        try:
            drawn = os.read(self._terminal, 1 << 16)
        except BlockingIOError:
            return
        except OSError:
            drawn = b""
        if not drawn:
            self._end()
            return
        self.raw += drawn
        if len(self.raw) > 2 * KEPT:
            del self.raw[:-KEPT]
        self.grid.draw(drawn.decode("utf-8", "replace"))

    def _end(self) -> None:
        if self.code is None:
            _, status = os.waitpid(self.pid, 0)
            code = os.waitstatus_to_exitcode(status)
            self.code = code if code >= 0 else 128 - code


def _set_size(terminal: int, columns: int, rows: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
