"""The app as one process among others: ended, stopped and gone on with from outside, or crashed."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from textual.app import App, SuspendNotSupported
from textual.css.query import NoMatches
from textual.worker import WorkerFailed

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver

    from winddown.terminal import Terminal

MOMENT, LONGEST = 0.02, 0.5
"""Seconds after which to look again whether a key has had its answer, and to look at the most."""


class Process(App[None]):
    """An app that keeps everything before it ends or stops; subclasses say what that is."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        super().__init__()
        self.fault: BaseException | None = None
        """What broke the app; None while nothing did."""
        self.called_away = 0
        """The number of the signal that has it end; 0 for none. Nothing is to be asked then."""
        self._is_leaving = False
        self.hurry: Callable[[], object] = lambda: None
        """Called when it is to end in any case, also if its loop turns no more."""
        self.soon: Callable[..., object] = self.call_later
        """Calls a function with its arguments in the loop, from a signal or another thread."""

    @property
    def is_private(self) -> bool:
        """True while nothing is to be left behind."""
        return False

    @property
    def is_behind(self) -> bool:
        """True while something that was pressed has not had its answer."""
        return False

    def gather(self) -> None:
        """Take in what is half written."""

    async def flush(self) -> None:
        """Wait until everything answered is on disk."""

    def finish(self) -> None:
        """Write what is not on disk yet, at once and without the loop."""

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave at once; Textual closes whatever is open."""
        self._is_leaving = True
        super().exit(result, return_code, message)

    async def secure(self) -> None:
        """Have everything kept, as far as it can be."""
        self.gather()
        await self.flush()

    async def action_leave(self, code: int = 0) -> None:
        """Leave with everything kept."""
        await self.secure()
        self.exit(return_code=code)

    def get_driver_class(self) -> type[Driver]:
        """Have our own terminal where Textual would have LinuxDriver."""
        from textual.drivers.linux_driver import LinuxDriver

        from winddown.terminal import Terminal

        usual = super().get_driver_class()
        return Terminal if usual is LinuxDriver else usual

    # Ended

    def call_away(self, number: int) -> None:
        """Leave, since signal `number` asks for it; twice is as good as once."""
        if not self.called_away:
            self.called_away = number
            self.hurry()
            self.soon(
                self.call_later, self.run_worker, partial(self._leave_after_keys, 128 + number)
            )

    async def _leave_after_keys(self, code: int) -> None:
        await self._take_keys()
        await self.action_leave(code)

    async def _take_keys(self) -> None:
        """Let what was pressed before the signal come in, and have its answer."""
        waits = ceil(LONGEST / MOMENT)
        await asyncio.sleep(MOMENT)
        while self.is_behind and (waits := waits - 1):
            await asyncio.sleep(MOMENT)

    def on_terminal_closed(self) -> None:
        """Leave as if the closed window had sent its signal, which may have been held off."""
        self.call_away(signal.SIGHUP)

    # Stopped

    async def action_stop(self) -> None:
        """Stop, with everything kept, and give the shell its terminal until it has us go on."""

        def stop() -> None:
            usual = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(0, signal.SIGTSTP)  # to whatever started us for the shell, as well
            signal.signal(signal.SIGTSTP, usual)

        await self._stop(stop)

    def on_terminal_stopping(self, event: Terminal.Stopping) -> None:
        """Stop as the signal asks, which was for us alone."""
        self.run_worker(self._stop_after_keys(event.halt))

    async def _stop_after_keys(self, stop: Callable[[], object]) -> None:
        await self._take_keys()
        await self._stop(stop)

    async def _stop(self, stop: Callable[[], object]) -> None:
        await self.secure()
        if not self.called_away:
            # Without a terminal, as in a test, there is nothing to give back.
            with suppress(SuspendNotSupported), self.suspend():
                stop()

    def on_terminal_continued(self) -> None:
        """Take the terminal anew, since others have used it meanwhile."""
        if not self.called_away:
            with self.suspend():
                pass

    # Crashed

    def crash(self, error: Exception) -> None:
        """End because of an error that reached nobody else."""
        self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """Note what went wrong first; Textual calls this for whatever nobody catches."""
        within = error.error if isinstance(error, WorkerFailed) else error
        if self._is_leaving and isinstance(within, NoMatches):
            return  # a screen that was left before it had opened has no parts to find
        if self.fault is None:
            self.fault = within
            self.hurry()
            with suppress(Exception):  # what is to be asked may be the very thing that broke
                self.gather()
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End, and show nothing: Textual would ring the bell, and print local variables."""
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """End, and show nothing here either."""
        self.fault = self.fault or RuntimeError()
        self._close_messages_no_wait()

    async def on_unmount(self) -> None:
        """Wait for what a crash left half kept, before the loop stops turning."""
        if self.fault is None:
            return
        try:
            await self.flush()
        except Exception as error:  # whatever it is, the terminal is still to be given back
            self.crash(error)
