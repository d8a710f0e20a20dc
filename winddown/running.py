"""Runs the app to its end: left, ended by a signal, or crashed, and the terminal as it was."""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import Any

from winddown.guard import tell
from winddown.process import Process
from winddown.signals import ignore, leave_at_once, on_ending, wake
from winddown.window import Lent

LONGEST = 2.0
"""Seconds that an end may take in good order, many times what it does take."""


def run(app: Process) -> int:
    """Run the app and give its exit code."""
    terminal = Lent(sys.stdin.fileno())
    try:
        with asyncio.Runner() as runner:
            loop = runner.get_loop()
            _listen(app, loop)
            app.hurry = _last_resort(app, terminal)
            app.run(loop=loop)
    except Exception as error:  # whatever it is, one sentence says so
        app.fault = app.fault or error
    finally:
        on_ending(ignore)
        signal.setitimer(signal.ITIMER_REAL, 0)
        terminal.give_back()
    if app.fault is None:
        return app.return_code or 0
    tell(app.fault, write=not app.is_private, kept=_kept(app))
    return 1


def _kept(app: Process) -> bool:
    """Keep what is not kept yet, if there still is anything; tell whether that could be done."""
    try:
        app.finish()
    except Exception:  # the sentence says that it could not
        return False
    return True


def _listen(app: Process, loop: asyncio.AbstractEventLoop) -> None:
    """Have the app take what comes from outside its loop: signals, and errors nobody took."""
    context = copy_context()  # a signal comes in the middle of anything, and takes nothing of it on

    def soon(act: Callable[..., object], *arguments: object) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(partial(act, *arguments), context=context)

    def fell(_: object, fallen: dict[str, Any]) -> None:
        if isinstance(error := fallen.get("exception"), Exception):
            app.crash(error)

    def fell_aside(fallen: threading.ExceptHookArgs) -> None:
        if isinstance(fallen.exc_value, Exception):
            soon(app.crash, fallen.exc_value)

    app.soon = soon
    loop.set_exception_handler(fell)
    threading.excepthook = fell_aside
    on_ending(app.call_away)


def _last_resort(app: Process, terminal: Lent) -> Callable[[], None]:
    """Give what ends the program although its loop is stuck, as where a terminal stands still."""

    def leave(*_: object) -> None:
        leave_at_once(1 if app.fault else 128 + app.called_away)

    def at_last(*_: object) -> None:
        wake(leave, LONGEST)  # whatever it is that holds everything up may hold this up too
        with suppress(Exception):
            app.gather()
        kept = _kept(app)
        terminal.give_back()
        if app.fault:
            tell(app.fault, write=not app.is_private, kept=kept)
        leave()

    return lambda: wake(at_last, LONGEST)
