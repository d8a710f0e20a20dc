"""Runs the real program in a pseudo-terminal and reads its screen as a person would."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import pexpect
import pyte

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "space": " ",
    "esc": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "ctrl+c": "\x03",
    "ctrl+l": "\x0c",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "ctrl+z": "\x1a",
    "F1": "\x1bOP",
    "F9": "\x1b[20~",
}
WINDDOWN = (sys.executable, "-m", "winddown")
PATIENCE = 20.0
"""Seconds to wait for words on the screen: long, since a machine may be busy."""


class Program:
    """One run of the program, with keys in and a screen out."""

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
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        settings = {
            **os.environ,
            "WINDDOWN_HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "en_GB.UTF-8",
            **environ,
        }
        program, *rest = command
        self.child = pexpect.spawn(
            program, [*rest, *arguments], env=settings, dimensions=(rows, columns), timeout=PATIENCE
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
        self.child.close()

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the program draws for a while."""
        try:
            drawn = self.child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return
        self.raw += drawn
        self._stream.feed(drawn)

    def wait_for(self, *words: str, patience: float = PATIENCE) -> None:
        """Wait until all of these words can be read on the screen."""
        until = time.monotonic() + patience
        while not all(word in self.text for word in words):
            try:
                self.read()
            except pexpect.EOF:
                raise AssertionError(f"ended while waiting for {words}:\n{self.text}") from None
            if time.monotonic() > until:
                raise AssertionError(f"waited for {words}, and saw:\n{self.text}")

    def wait_for_drawn(self, words: str) -> None:
        """Wait until these words were drawn; pyte's screen loses what follows a joiner."""
        until = time.monotonic() + PATIENCE
        while words.encode() not in self.raw:
            self.read()
            if time.monotonic() > until:
                raise AssertionError(f"never drew {words}:\n{self.text}")

    def settle(self, before: str, patience: float = 5.0) -> bool:
        """Wait until the screen is another than `before` and nothing is drawn any more.

        Returns:
            False once the program has ended.
        """
        until = time.monotonic() + patience
        while time.monotonic() < until:
            drawn = len(self.raw)
            try:
                self.read(0.25)
            except pexpect.EOF:
                return False
            if len(self.raw) == drawn and self.text != before:
                return True
        return True

    def rest(self) -> None:
        """Let a screen that has just been drawn take its keys, which is some milliseconds later."""
        for _ in range(8):
            drawn = len(self.raw)
            self.read(0.06)
            if len(self.raw) == drawn:
                return

    def press(self, *keys: str) -> None:
        """Press keys, by name or as typed."""
        for key in keys:
            self.child.send(KEYS.get(key, key))
            self.read(0.03)

    def click(self, x: int, y: int) -> None:
        """Click on a cell, counted from the upper left corner of the window."""
        self.child.send(f"\x1b[<0;{x + 1};{y + 1}M\x1b[<0;{x + 1};{y + 1}m")
        self.read(0.03)

    def paste(self, text: str) -> None:
        """Paste, as a terminal does that brackets what it pastes."""
        self.child.send(f"\x1b[200~{text}\x1b[201~")
        self.read(0.03)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self.child.setwinsize(rows, columns)
        self.screen.resize(rows, columns)

    @property
    def modes_on(self) -> set[int]:
        """The modes of the terminal that were switched on, and not off again."""
        last = dict(re.findall(rb"\x1b\[\?([0-9]+)([hl])", self.raw))
        # Line wrap and the cursor are on where nobody meddles with them.
        return {int(mode) for mode, on in last.items() if (on == b"h") != (mode in (b"7", b"25"))}

    @property
    def attributes(self) -> list[Any]:
        """How the terminal is set: raw or not, echo, and so on."""
        return termios.tcgetattr(self.child.child_fd)

    def signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.child.pid, number)

    def wait_until_stopped(self) -> None:
        """Wait until it stands still, as a stopped job does, and take in what it drew by then."""
        until, whether = time.monotonic() + PATIENCE, os.WSTOPPED | os.WNOHANG | os.WNOWAIT
        while not os.waitid(os.P_PID, self.child.pid, whether):
            self.read(0.01)
            assert time.monotonic() < until, "still not stopped"
        self.rest()

    def close_window(self) -> int:
        """Close its window, wait for its end, and give its exit code."""
        self.child.ptyproc.fileobj.close()
        self.child.ptyproc.closed = True
        until = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < until, "still running without a window"
            time.sleep(0.01)
        return self._code

    def kill(self) -> None:
        """End it as a power cut would."""
        self.child.kill(signal.SIGKILL)
        self.child.wait()

    def wait_until_left(self) -> int:
        """Wait for the program's end and give its exit code."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.read()
            except pexpect.EOF:
                break
            if time.monotonic() > until:
                raise AssertionError(f"still running:\n{self.text}")
        self.child.wait()
        return self._code

    @property
    def _code(self) -> int:
        code: int | None = self.child.exitstatus
        return code if code is not None else 128 + int(self.child.signalstatus or 0)
