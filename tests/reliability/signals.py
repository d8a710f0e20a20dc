"""How often an end or a stop from outside costs an answer, an exit code or the terminal."""

from __future__ import annotations

import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.reliability.figure import Figure
from tests.terminal.evening import opened, prepared
from tests.terminal.moments import MOMENTS, Moment, has_kept
from tests.terminal.program import PATIENCE, Program

AT = ("arrive", "typing a note", "mid-breath", "help")
TIMES = 3
"""How often each is tried at each moment."""
PROMISED = 1.0
"""Seconds until the program has ended."""


class Came(NamedTuple):
    """What came of one signal."""

    kept: bool
    right_code: bool
    restored: bool
    seconds: float


def _ended_by(number: int) -> Callable[[Program], int]:
    def end(program: Program) -> int:
        program.signal(number)
        return program.wait_until_left() - number

    return end


def _without_window(program: Program) -> int:
    return program.close_window() - signal.SIGHUP


def _stopped_and_gone_on_with(program: Program) -> int:
    """Stop it, have it go on, and then end it, so that there is an exit code."""
    program.signal(signal.SIGTSTP)
    program.wait_until_stopped()
    restored = not program.modes_on
    program.signal(signal.SIGCONT)
    until = time.monotonic() + PATIENCE
    while not program.modes_on and time.monotonic() < until:
        program.read(0.01)
    code = _ended_by(signal.SIGTERM)(program)
    return code if restored else 0


ENDS: dict[str, Callable[[Program], int]] = {
    "TERM": _ended_by(signal.SIGTERM),
    "HUP": _ended_by(signal.SIGHUP),
    "INT": _ended_by(signal.SIGINT),
    "closed window": _without_window,
    "TSTP and CONT": _stopped_and_gone_on_with,
}
"""What comes from outside; each gives the exit code without the signal's number, 128 that is."""


def _came_of(end: Callable[[Program], int], moment: Moment) -> Came:
    with tempfile.TemporaryDirectory() as folder:
        home = prepared(Path(folder) / "home")
        with opened(home) as program:
            before = program.attributes
            moment.come_to(program)
            began = time.perf_counter()
            code = end(program)
            seconds = time.perf_counter() - began
            restored = program.child.ptyproc.closed or (
                program.attributes == before and not program.modes_on
            )
        return Came(has_kept(moment, home), code == 128, restored, seconds)


def measure(scale: float = 1.0) -> Figure:
    """Try every signal at several moments of an evening."""
    times = max(1, round(TIMES * scale))
    ways = [(end, MOMENTS[name]) for end in ENDS.values() for name in AT] * times
    came = [_came_of(end, moment) for end, moment in ways]
    lost = sum(not each.kept for each in came)
    wrong = sum(not each.right_code for each in came)
    left = sum(not each.restored for each in came)
    slowest = max(each.seconds for each in came)
    return Figure(
        "Ended or stopped from outside, every answer is kept and the terminal is as it was.",
        f"{', '.join(ENDS)} at {len(AT)} moments, {len(came)} times",
        f"{lost} answers lost, {wrong} wrong exit codes, {left} terminals left as they were not, "
        f"{slowest * 1000:.0f} ms at the most",
        not (lost or wrong or left) and slowest < PROMISED,
    )
