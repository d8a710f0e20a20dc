"""The inside of a window: the whole program, told what is done to it, and saying how it is."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.screen import Screen

from tests.reliability.machine.standing import Act, Held, Standing
from tests.ui.night import NAMES, Clock
from winddown.app import WinddownApp
from winddown.data.records import tables_of
from winddown.errors import OpenElsewhere
from winddown.screens.breathing import Breathing
from winddown.screens.look_back import LookBack
from winddown.screens.step import StepScreen
from winddown.widgets.line import Line

STALLED = 15.0
"""Seconds after which a program that has not come to rest hangs."""
STEPS_OF_A_SAVE = ("open", "fchmod", "fsync", "replace", "rename", "link", "unlink", "mkdir")


@dataclass
class Inside:
    """One run of the program, with a hand on its keys."""

    app: WinddownApp
    pilot: Pilot[None]
    clock: Clock
    passed: list[Held] = field(default_factory=list)
    """What was held after each act of the hand."""

    async def obey(self, name: str, *arguments: Any) -> Standing:
        """Have one thing happen, and tell how it stands after it."""
        self.passed = []
        done = await getattr(self, "_" + name)(*arguments)
        await self.rest()
        return self.standing(done is not False)

    # What can happen

    async def _hand(self, acts: Sequence[Act]) -> bool:
        for kind, what in acts:
            if not await getattr(self, "_" + kind)(what):
                return False
            await self._answered()
            self.passed.append(self._held())
        return True

    async def _press(self, key: str) -> bool:
        named = NAMES.get(key, key)
        character = " " if key == "space" else key if len(key) == 1 else None
        driver = self.app._driver
        if driver is not None:
            driver.process_message(Key(named, character))
        return True

    async def _type(self, text: str) -> bool:
        for character in text:
            await self._press(character)
        return True

    async def _paste(self, text: str) -> bool:
        self.app.post_message(Paste(text))
        return True

    async def _focus(self, css: str) -> bool:
        for widget in self.app.screen.query(css):
            if widget.focusable and widget.display and widget.visible:
                self.app.screen.set_focus(widget, scroll_visible=False)
                return True
        return False

    async def _go(self, step: str) -> bool:
        if step not in self.app.path:
            return False
        self.app.go_to(step)
        return True

    async def _look(self, _back: str) -> bool:
        self.app.action_look_back()
        for _ in range(500):  # it waits for what is written first, and then reads
            screen = self.app.screen
            if (isinstance(screen, LookBack) and screen.is_read) or self.app._covered:
                break
            await asyncio.sleep(0.002)
        return True

    async def _wait(self, seconds: str) -> bool:
        self.clock.seconds += float(seconds)
        return True

    async def _second(self) -> None:
        """Pass a second: what is written is kept, and what is kept is on disk."""
        for screen in self.app.screen_stack:
            if isinstance(screen, StepScreen) and screen._quiet is not None:
                screen._keep()
                await self.rest()
        if not self.is_gone:
            await self.app.flush()

    async def _wall(self, now: datetime) -> None:
        self.clock.wall += now - self.clock.now()

    async def _disk(self, room: int) -> None:
        """Leave so many bytes for a file; none at all is full, -1 is as much as there is."""
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most if room < 0 else room, most))

    async def _doom(self, calls: int) -> None:
        """Be killed at one of the next calls by which a file is written."""
        left = [calls]

        def dies(call: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
            if threading.current_thread() is not threading.main_thread():
                left[0] -= 1
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        for name in STEPS_OF_A_SAVE:
            setattr(os, name, partial(dies, getattr(os, name)))

    # How it stands

    @property
    def is_gone(self) -> bool:
        """True once the program was left."""
        return self.app._exit or not self.app.is_running

    async def rest(self) -> None:
        """Wait until all that was pressed is answered, and a screen stands."""
        calm, ends = 0, asyncio.get_running_loop().time() + STALLED
        while calm < 2 and not self.is_gone:
            await self.pilot._wait_for_screen()
            calm = calm + 1 if self._is_calm else 0
            if not calm:
                await asyncio.sleep(0.002)
                if asyncio.get_running_loop().time() > ends:
                    raise TimeoutError(f"at {self.app.screen!r} for {STALLED} seconds")

    async def _answered(self) -> None:
        """Wait until all that was pressed is answered, as far as the laps after it tell."""
        for turn in range(100):
            await asyncio.sleep(0)
            if self.is_gone or (turn > 1 and self._is_calm):
                return
        await self.rest()

    @property
    def _is_calm(self) -> bool:
        screen = self.app.screen
        stands = type(screen) is not Screen and screen.is_mounted
        if isinstance(screen, StepScreen):
            stands = stands and screen.has_begun
        return stands and not self.app._pressed and not self.app._laps_to_go

    def standing(self, done: bool = True) -> Standing:
        """Tell how it stands."""
        app, screen = self.app, None if self.is_gone else self.app.screen
        looks = screen if isinstance(screen, LookBack) else None
        return Standing(
            at=getattr(screen, "STEP", type(screen).__name__) if screen else "gone",
            done=done,
            held=self._held(),
            passed=tuple(self.passed),
            tonight=app._evening.evening,
            now=self.clock.now(),
            keeps=app._opening.standing == "kept",
            stage=screen._sitting.stage if isinstance(screen, Breathing) else "",
            waits=isinstance(app.unkept, OpenElsewhere),
            is_private=app.is_private,
            on_line=screen is not None and isinstance(screen.focused, Line),
            looked_at=looks.here.evening if looks and looks.here else None,
            trouble="".join(traceback.format_exception(app._exception)) if app._exception else "",
        )

    def _held(self) -> Held:
        app = self.app
        held = {app._evening.evening: app._evening}
        if app._earlier is not None:
            held.setdefault(app._earlier.evening, app._earlier)
        for screen in app.screen_stack:
            if isinstance(screen, StepScreen):
                held[screen.evening.evening] = screen.evening
            elif isinstance(screen, LookBack):
                held = {each.evening: each for each in screen.shelf.evenings} | held
        return {day: tables_of(evening) for day, evening in held.items()}
