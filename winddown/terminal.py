"""The terminal: read and written so that nothing it sends, and not even its end, does harm."""

from __future__ import annotations

import os
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from threading import main_thread
from typing import TYPE_CHECKING

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.keys import Keys
from textual.message import Message

from winddown.window import Window

if TYPE_CHECKING:
    from winddown.process import Process

PIECE = 4096
"""Bytes read at a time."""


class Parser(XTermParser):
    """Textual's parser, for which a sequence that no terminal sends means nothing, and no end."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        try:
            return list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):  # a number that is none, or no letter's
            return [events.Key(Keys.Ignore, sequence)]

    def parse_mouse_code(self, code: str) -> Message | None:
        """Give the event of the mouse; none where the window is said to have no cells."""
        try:
            return super().parse_mouse_code(code)
        except ZeroDivisionError:
            return None


class Terminal(LinuxDriver):
    """Textual's driver for Linux and macOS, which it stands in for in five things.

    Bytes that are no UTF-8 are replaced one by one, where LinuxDriver ends. A
    window that was closed is told to the app, where LinuxDriver reads nothing
    again and again, and waits for good to write. So is being asked to stop
    (SIGTSTP) and having gone on (SIGCONT): the app keeps everything first. What
    was given back once is not given back again, which would stop a program in
    the background. Of two sizes the window gets at once, the last one counts.
    Headless, the app has another driver and nothing of this.
    """

    class Closed(Message):
        """Sent when the window was closed."""

    class Stopping(Message):
        """Sent when a signal asks the program to stop, until another has it go on."""

        def __init__(self, halt: Callable[[], None]) -> None:
            """Give what stops it, once everything is kept."""
            super().__init__()
            self.halt = halt

    class Continued(Message):
        """Sent when the program was stopped without being asked, and has gone on."""

    def __init__(
        self,
        app: Process,
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Get ready; the arguments are those of every driver."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._process = app
        self._has_screen = False
        """True between taking the terminal and giving it back."""
        if sys.__stderr__ is not None:
            # Of a file it has all that is used.
            self._file = Window(sys.__stderr__)  # type: ignore[assignment]
        self._is_to_stop = False
        """True from being asked to stop to being asked to go on, which may come first."""
        signal.signal(signal.SIGTSTP, lambda *_: self._ask_to_stop())
        signal.signal(signal.SIGCONT, lambda *_: self._go_on())

    def _ask_to_stop(self) -> None:
        self._is_to_stop = True
        self.send_message(self.Stopping(self._halt))

    def _halt(self) -> None:
        if self._is_to_stop:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        self._is_to_stop = False
        # What stopped in good order is gone on with by whoever stopped it.
        if self._has_screen:
            self.send_message(self.Continued())

    def start_application_mode(self) -> None:
        """Take the terminal; in the background, only once the shell gives it.

        Raises:
            SystemExit: a signal asked to end meanwhile.
        """
        while self._is_in_background():
            if self._process.called_away:
                raise SystemExit(128 + self._process.called_away)
            os.kill(os.getpid(), signal.SIGSTOP)
        before = self._get_terminal_size()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._has_screen = True
        # LinuxDriver measures within the signal: of two that come at once, the one that was
        # first can be told last, and what is drawn would no longer fit.
        signal.signal(signal.SIGWINCH, lambda *_: self._process.soon(self._tell_size))
        if self._get_terminal_size() != before:
            self._tell_size()

    def _tell_size(self) -> None:
        """Tell the app how large the window is now, unless the terminal tells it by itself."""
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self.send_message(events.Resize(size, size))

    def _is_in_background(self) -> bool:
        try:
            return os.tcgetpgrp(self.fileno) != os.getpgrp()
        except OSError:  # it is no terminal that a shell shares out
            return False

    def disable_input(self) -> None:
        """Read no more."""
        if self._has_screen:
            super().disable_input()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if self._has_screen:
            # The mouse in pixels and its shape are what LinuxDriver leaves as they are.
            self.write("\x1b[?1016l\x1b]22;default\x07")
            super().stop_application_mode()
            self._has_screen = False

    def run_input_thread(self) -> None:
        """Read keys until it is time to stop, or the app is told what went wrong."""
        try:
            self._read_keys()
        except Exception as error:  # else LinuxDriver would show all of it
            self._process.soon(self._process.crash, error)

    def _read_keys(self) -> None:
        parser = Parser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as ready:
            ready.register(self.fileno, selectors.EVENT_READ)
            # A crash may have left nobody to say that it is time.
            while not self.exit_event.is_set() and main_thread().is_alive():
                if ready.select(0.1):
                    read = self._read()
                    if not read:
                        self.send_message(self.Closed())
                        return
                    if text := decode(read):  # half a letter waits for its other half
                        for message in parser.feed(text):
                            self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        """Give what was typed; nothing where there is nobody left to type."""
        try:
            return os.read(self.fileno, PIECE)
        except OSError:
            return b""
