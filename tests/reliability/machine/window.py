"""A window as seen from outside: the program in a process of its own, which can be killed."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from mmap import mmap
from multiprocessing import Pipe
from pathlib import Path
from typing import Any

from tests.reliability.machine.atoms import Atoms
from tests.reliability.machine.inside import STALLED
from tests.reliability.machine.living import BEAT, live
from tests.reliability.machine.standing import Act, Standing


class Crashed(AssertionError):
    """The program ended by itself, or did not answer."""


class Window:
    """One run of the program."""

    def __init__(self, home: Path, now: datetime) -> None:
        """Open over a home on disk, at a moment of the wall clock."""
        self._beats = mmap(-1, 8)
        self._pipe, inner = Pipe()
        self.pid = os.fork()
        if not self.pid:
            self._pipe.close()
            live(inner, self._beats, home, now)
        inner.close()
        self.is_open = True
        self.is_full = False
        """True while there is no room for it on the disk."""
        self.was_at = ""
        """Where it stood when it last said what it holds."""
        self.held: dict[date, Atoms] = {}
        """The answers it holds, as it last said."""
        self.standing = self._answer()

    @property
    def is_held_up(self) -> bool:
        """True while it cannot write, and has said so."""
        return self.is_full or self.standing.waits

    def do(self, *acts: Act) -> Standing:
        """Have a hand do something."""
        return self.tell("hand", acts)

    def tell(self, name: str, *arguments: Any) -> Standing:
        """Have something happen, and hear how it stands after it."""
        self._send(name, *arguments)
        self.standing = self._answer()
        return self.standing

    def doom(self, calls: int, acts: Sequence[Act]) -> None:
        """Kill it at one of the calls by which it writes, or a second later."""
        self._send("doom", calls)
        if self._hear():  # else it was just trying again what a full disk had refused
            self._send("hand", tuple(acts))
            if self._hear():
                self._send("second")
                self._hear()
        self.kill()

    def kill(self, acts: Sequence[Act] = (), after: float = 0.0) -> None:
        """Kill it at once, or so many seconds after the last key."""
        if acts:
            self._send("hand", tuple(acts))
            time.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self._end()

    def live_on(self, seconds: float) -> None:
        """Let it do what it does for so long, however little of the machine it is given."""
        until = self._beaten + round(seconds / BEAT)
        while self._beaten < until:
            time.sleep(BEAT)

    @property
    def _beaten(self) -> int:
        return int.from_bytes(self._beats[:8], "little")

    def _send(self, name: str, *arguments: Any) -> None:
        with suppress(OSError):  # it may have left a moment ago, and says so instead
            self._pipe.send((name, *arguments))

    def _hear(self) -> Standing | None:
        """Give what it says; None where it ended without a word."""
        if not self._pipe.poll(2 * STALLED):
            self.kill()
            raise Crashed("the program did not answer")
        try:
            standing: Standing = self._pipe.recv()
        except (EOFError, OSError):
            return None
        return standing

    def _answer(self) -> Standing:
        standing = self._hear()
        if standing is None:
            self._end()
            raise Crashed("the program ended without a word")
        if standing.at == "gone":
            self._end()
        if standing.trouble:
            raise Crashed(standing.trouble)
        return standing

    def _end(self) -> None:
        if self.is_open:
            self.is_open = False
            os.waitpid(self.pid, 0)
            self._pipe.close()
