"""Signals that ask the program to end, and what follows from one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

ENDING = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)

CLEANING = 0.8
"""Seconds that cleaning away may take, many times what it does take."""


on_leaving_at_once: list[Callable[[], object]] = []
"""What is still to be done where the program leaves at once, with nothing else cleared away."""


def leave_at_once(code: int) -> NoReturn:
    """Leave with an exit code from wherever the program is."""
    for act in on_leaving_at_once:
        with suppress(Exception):
            act()
    os._exit(code)


def on_ending(act: Callable[[int], object]) -> None:
    """Have `act` follow from now on where a signal asks to end; it is given the signal's number.

    One that was to be ignored from the start, as `nohup` has it, stays ignored.
    """

    def came(number: int, _: FrameType | None) -> None:
        act(number)

    for each in ENDING:
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, came)


@contextmanager
def while_ending_means(act: Callable[[int], object]) -> Iterator[None]:
    """Have `act` follow for a while only."""
    before = {each: signal.getsignal(each) for each in ENDING}
    on_ending(act)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def end(number: int) -> NoReturn:
    """End from wherever the program is; what is half written is cleaned away on the way out.

    Raises:
        SystemExit: with the code by which a shell knows an end by this signal.
    """
    on_ending(ignore)
    code = 128 + number
    wake(lambda *_: leave_at_once(code), CLEANING)  # it may have come where everything is caught
    raise SystemExit(code)


def ignore(number: int) -> None:
    """Take no note: the program is at its end already."""


def wake(act: Callable[..., object], seconds: float) -> None:
    """Have `act` follow after so many seconds, whatever is under way then; one such call stands."""
    signal.signal(signal.SIGALRM, act)
    signal.setitimer(signal.ITIMER_REAL, seconds)
