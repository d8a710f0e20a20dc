"""Lines of text as they come in, from a keyboard or a pipe, waited for as long as is wanted."""

from __future__ import annotations

import os
import select
from codecs import getincrementaldecoder
from collections import deque
from time import monotonic, sleep

from winddown.routine.text import LONGEST_LINE

_AT_A_TIME = 65_536
_SAME_BREATH = 0.03
"""Seconds between two lines of one paste at the most, and less than any hand takes."""
_MOST = 2 * LONGEST_LINE
"""Characters of a line that are held; more than its reader will keep of it."""


class Lines:
    """Reads a file descriptor line by line; what was typed ahead is there for the next question."""

    def __init__(self, source: int, encoding: str = "utf-8") -> None:
        """Read from `source`; bytes that are no text in `encoding` become U+FFFD."""
        self._source = source
        self._decoder = getincrementaldecoder(encoding)("replace")
        self._ready: deque[str] = deque()
        self._begun = ""
        """A line of which the end has not come yet."""
        self._is_over = False

    def next(self, within: float | None = None) -> str | None:
        """Give the next line, without its end.

        Args:
            within: seconds to wait for it; None for as long as it takes.

        Returns:
            None where none came in that time.

        Raises:
            EOFError: there are no more.
        """
        until = None if within is None else monotonic() + within
        while not self._ready:
            if self._is_over:
                raise EOFError
            left = None if until is None else max(0.0, until - monotonic())
            if not select.select([self._source], [], [], left)[0]:
                return None
            self._take(os.read(self._source, _AT_A_TIME))
        return self._ready.popleft()

    def at_once(self) -> list[str]:
        """Give the lines that have come already, or come in the same breath."""
        while not self._is_over and select.select([self._source], [], [], _SAME_BREATH)[0]:
            self._take(os.read(self._source, _AT_A_TIME))
        came = list(self._ready)
        self._ready.clear()
        return came

    def rest(self, seconds: float) -> None:
        """Let time pass; what is typed meanwhile waits."""
        sleep(seconds)

    def put_back(self, line: str) -> None:
        """Have a line be the next one again."""
        self._ready.appendleft(line)

    def _take(self, read: bytes) -> None:
        self._is_over = not read
        self._begun += self._decoder.decode(read, final=self._is_over)
        *whole, self._begun = self._begun.replace("\r\n", "\n").split("\n")
        self._begun = self._begun[:_MOST]
        if self._is_over and self._begun:
            whole, self._begun = [*whole, self._begun], ""
        self._ready.extend(whole)
