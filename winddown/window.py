"""The window of a terminal: written to as long as it is there, and given back as it was."""

from __future__ import annotations

import os
import termios
from contextlib import suppress
from time import monotonic, sleep
from typing import IO

PATIENCE = 0.5
"""Seconds to try and write to a terminal that stands still."""

_EVERYTHING_OFF = "".join(
    ["\x1b\\", "\x1b[<u", *(f"\x1b[?{mode}l" for mode in
     (2004, 2048, 1016, 1006, 1015, 1003, 1000, 1004, 1049)), "\x1b[?7h", "\x1b[?25h"]
)  # fmt: skip
"""An end to whatever is half written, and to every mode that is switched on for the screens."""


class Window:
    """The file of a terminal to write to; once its window is closed, that goes nowhere."""

    is_gone = False
    """True where there is nothing left to write to; there is but one."""

    def __init__(self, file: IO[str]) -> None:
        """Write to `file`."""
        self._file = file

    def write(self, text: str) -> None:
        """Write, where there is anything left to write to."""
        if not self.is_gone:
            try:
                self._file.write(text)
            except OSError:
                self._let_go()

    def flush(self) -> None:
        """Have what was written shown."""
        if not self.is_gone:
            try:
                self._file.flush()
            except OSError:
                self._let_go()

    def fileno(self) -> int:
        """Give the number of the file."""
        return self._file.fileno()

    def _let_go(self) -> None:
        Window.is_gone = True
        # What is still to be written goes nowhere, where Python cannot stumble over it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._file.fileno())


class Lent:
    """A terminal as it was when the program took it, to be given back whatever happens."""

    def __init__(self, fileno: int) -> None:
        """Note how it is set."""
        self._fileno = fileno
        self._before = termios.tcgetattr(fileno)

    def give_back(self) -> None:
        """Set it as it was, and switch every mode off, unless that has been done in good order."""
        with suppress(OSError, termios.error):  # its window may have been closed
            if termios.tcgetattr(self._fileno) != self._before:
                termios.tcsetattr(self._fileno, termios.TCSANOW, self._before)
                self._switch_off()

    def _switch_off(self) -> None:
        """Switch every mode off; what still waits to be shown is let go where it is in the way."""
        Window.is_gone = True
        unhurried = os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY
        rest, way = _EVERYTHING_OFF.encode(), os.open(os.ttyname(self._fileno), unhurried)
        until = monotonic() + PATIENCE
        while rest and monotonic() < until:
            try:
                rest = rest[os.write(way, rest) :]
            except BlockingIOError:
                termios.tcflush(self._fileno, termios.TCOFLUSH)
                # Whoever is held up in the middle of writing learns of it by this alone.
                termios.tcflow(self._fileno, termios.TCOOFF)
                termios.tcflow(self._fileno, termios.TCOON)
                sleep(PATIENCE / 50)
