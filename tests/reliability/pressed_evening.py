"""An evening at which someone presses by chance; what must hold all the same is looked at."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.reliability.kept_past import KeptPast
from tests.reliability.presses import Press, presses
from tests.reliability.window import Window
from tests.terminal.evening import TONIGHT, kept, prepared
from tests.years import believable_year, write
from winddown.data.locations import locations

CALM = 1.0
"""Seconds after which an answer is on disk, whatever happens then."""
PATIENCE = 30.0
CURTAIN = b"\x0c"
LEFT = (0, 130)
"""Exit codes of a program that was left by a key."""
QUIET_SIZE = (80, 24)
"""The size of the window where the screen has to be read."""

Log = Callable[[str], None]


class Came(NamedTuple):
    """What came of one seed."""

    presses: int
    longest: float
    """The longest wait for a key's effect, in seconds that the program had a core for."""
    longest_seen: float
    """The same by the clock on the wall, on however busy a machine."""
    answers: int
    """How many times an answer was looked for after a kill."""
    faults: tuple[str, ...]
    """Crashes and lost answers, a sentence each."""


class PressedEvening:
    """One home, one evening, and a hand that presses by chance."""

    def __init__(self, home: Path, seed: int, log: Log) -> None:
        """Open the evening; everything pressed goes to `log`."""
        self._home, self._log = prepared(home), log
        where = locations({"WINDDOWN_HOME": str(self._home)})
        write(where, believable_year(TONIGHT))
        self._past = KeptPast(where, TONIGHT)
        self._random = Random(seed)  # noqa: S311  the same each time is what is wanted
        self._presses = presses(Random(seed))  # noqa: S311
        self._pressed = self._answers = 0
        self._longest = self._longest_seen = 0.0
        self._faults: list[str] = []
        self._window = self._opened()

    def press_for(self, seconds: float, kill_after: int = 12) -> Came:
        """Press in bursts; measure the wait after each; after so many, kill and look."""
        until, bursts = time.monotonic() + seconds, 0
        while time.monotonic() < until and not self._faults:
            bursts += 1
            self._burst()
            self._draw_curtain()
            self._faults += self._past.faults()
            if bursts % kill_after == 0:
                self._kill_after_an_answer()
        for _ in range(6):
            if not self._faults and not self._answers:
                self._kill_after_an_answer()
        with self._window:
            pass
        return Came(
            self._pressed, self._longest, self._longest_seen, self._answers, tuple(self._faults)
        )

    def _opened(self) -> Window:
        window = Window(self._home, "--date", TONIGHT.isoformat())
        if not window.wait_until(lambda: "esc" in window.text or "enter" in window.text):
            self._faults.append(f"did not open: {window.code}\n{window.text}")
        window.read(0.2)
        return window

    def _burst(self) -> None:
        for _ in range(self._random.randint(1, 30)):
            press = next(self._presses)
            self._do(press)
            if self._window.code is not None:
                self._open_again()
                return
            self._window.read(max(press.rest, self._random.choice((0.0, 0.0, 0.0, 0.02, 0.1))))

    def _do(self, press: Press) -> None:
        self._pressed += 1
        shown = press.keys[:60] + (b"..." if len(press.keys) > 60 else b"")
        self._log(f"{press.what} {press.size or shown!r}")
        if press.size:
            self._window.resize(*press.size)
        self._window.send(press.keys)

    def _open_again(self) -> None:
        """Look how it ended, and open the evening again, which goes on where it stood."""
        code, drawn = self._window.code, bytes(self._window.raw[-20_000:])
        self._log(f"left with {code}")
        if code not in LEFT or b"Traceback" in drawn or b"Error" in drawn:
            self._faults.append(f"ended with {code}: {drawn[-6000:].decode(errors='replace')}")
        with self._window:
            pass
        self._window = self._opened()

    # The wait

    def _draw_curtain(self) -> None:
        """Draw the curtain and open it again: each key's effect is seen, on whatever screen."""
        window, began, waits = self._window, time.monotonic(), self._window.waits_for_a_core()
        if window.columns < QUIET_SIZE[0] or window.rows < QUIET_SIZE[1]:
            window.resize(*QUIET_SIZE)
        for is_drawn in (True, False):
            window.send(CURTAIN)
            seen = window.wait_until(lambda drawn=is_drawn: window.is_blank is drawn, PATIENCE)
            if window.code is not None:
                self._open_again()
                return
            if not seen:
                self._faults.append(f"the curtain never moved:\n{window.text}")
                return
            self._took(time.monotonic() - began, waits)
            began, waits = time.monotonic(), window.waits_for_a_core()

    def _took(self, wait: float, before: dict[str, float]) -> None:
        """Take note of a wait, and of how much of it the machine had no core for."""
        after = self._window.waits_for_a_core()
        own = wait - max([after[each] - before.get(each, 0.0) for each in after], default=0.0)
        self._log(f"curtain after {wait:.3f}, of which {own:.3f} its own")
        self._longest = max(self._longest, own)
        self._longest_seen = max(self._longest_seen, wait)

    # Known answers

    def _kill_after_an_answer(self) -> None:
        """Answer on arrive, wait as long as it takes to be kept, and pull the plug."""
        if not self._come_to_arrive():
            return
        window, number = self._window, self._random.randint(0, 9)
        row = next(y for y, line in enumerate(window.lines) if "How is tonight?" in line)
        x = window.lines[row].index("How") + 4
        y = row + 2 + self._random.randint(0, 3)
        for key in (f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m", "\t", "\x1b[3~", str(number)):
            window.send(key.encode())
            window.read(0.05)
        # It is given once it can be seen: what was pressed on a screen that went is passed over.
        if not window.wait_until(lambda: self._answered()[1] == number, 10.0):
            self._log(f"no answer was seen:\n{window.text}")
            return
        window.read(CALM)
        given = self._answered()
        window.kill()
        there = kept(self._home)
        self._answers += 1
        self._log(f"answered {given}, and killed it")
        stands = (there.get("tonight", ""), there.get("settled", {}).get("before"))
        if stands != given:
            self._faults.append(f"{given} was answered, {stands} is kept:\n{window.text}")
        with window:
            pass
        self._window = self._opened()
        if kept(self._home) != there:
            self._faults.append("opening it again changed tonight's file")

    def _answered(self) -> tuple[str, int | None]:
        """Read from the screen how tonight is, and how settled; empty or None for no answer."""
        lines = self._window.lines
        chosen = next((line for line in lines if "◉  " in line), "")
        tonight = chosen.rpartition("◉  ")[2].split("  ")[0].strip().replace(" ", "-")
        scale = next((y for y, line in enumerate(lines) if "not at all" in line), len(lines) - 2)
        number = lines[scale + 1].strip()
        return tonight, int(number) if number.isdecimal() else None

    def _come_to_arrive(self) -> bool:
        """Go back from wherever it is; False where the way is not found, which is no fault."""
        window = self._window
        window.resize(*QUIET_SIZE)
        for _ in range(40):
            window.read(0.25)
            if window.code is not None:
                self._open_again()
                return False
            if "How is tonight?" in window.text and "e enough" in window.text:
                return True
            window.send(b"o" if "Tonight is done" in window.text else b"\x1b")
        self._log(f"never came to arrive:\n{window.text}")
        return False
