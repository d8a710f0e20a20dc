"""Takes keys and clicks one after another, so that a quick hand loses no answer."""

from __future__ import annotations

import asyncio
from collections import deque
from functools import partial
from time import monotonic
from typing import ClassVar, TypeGuard

from textual import events, on
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from winddown.process import Process

LONGEST = 0.5
"""Seconds to wait for an answer that may never come, since its widget was taken away."""

LULL = 0.02
"""Seconds in which a key's answer is drawn, before anything else is done for the next key."""

_PRESSES = (events.Key, events.Paste, events.MouseDown, events.MouseUp)


class InOrder(Process):
    """An app in which a key is wholly answered before the next one is taken.

    A key goes to the focus, and from there up to the app, which acts on it; the
    answer goes up once more from its widget. Whatever is pressed meanwhile would
    still find the old focus, and a priority key would overtake both. So after
    each key two messages make the same way, one for each; the next key follows
    them. They set out after a lull, or at once where the next key is there.
    Letters written into a line need no such care among themselves.
    """

    ANYWHERE: ClassVar[frozenset[str]] = frozenset()
    """Keys that mean the same on every screen, and so are taken also on a new one."""

    class Lap(Message):
        """Makes the way that a key makes, after it."""

        def __init__(self, number: int) -> None:
            """Count this way as lap `number`, from 1."""
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        """Begin with nothing pressed."""
        super().__init__()
        self._pressed: deque[tuple[events.Event, Screen[object]]] = deque()
        """What waits for its turn, with the screen it was pressed on."""
        self._pressed_at = 0.0
        """When something was pressed last, on a clock that only rises."""
        self._lap = 0
        """The number of the last lap begun."""
        self._laps_to_go = 0
        self._runner: Widget | None = None
        """Where the last lap began; when it is taken away, the lap never ends."""
        self._lull: asyncio.TimerHandle | None = None
        """What begins the first lap after a key; None once it has begun."""
        self._guarded = 0
        """The last lap that a timer ends, lest it never does."""

    async def on_event(self, event: events.Event) -> None:
        """Take a key, a click or a paste in its turn, and all else at once."""
        if not isinstance(event, _PRESSES) or event.is_forwarded:
            await super().on_event(event)
            return
        if not self._screen_stack:
            return  # the program is being left, and nothing is there to be answered any more
        if not self.screen.is_mounted and not self._is_anywhere(event):
            return  # whoever pressed this cannot have seen the screen it would count on
        self._pressed.append((event, self.screen))
        self._pressed_at = monotonic()
        if not self._laps_to_go:
            await self.go_on()
        elif self._lull is not None:
            await self._end_lull()
        elif self._runner is None or not self._runner.is_attached:
            await self._arrive(self._lap, gone=True)
        else:
            self._guard()

    @property
    def takes_keys(self) -> bool:
        """False while the screen is still being set up; call `go_on` once it stands."""
        return True

    @property
    def seconds_at_rest(self) -> float:
        """How long nothing has been pressed."""
        return monotonic() - self._pressed_at

    @property
    def is_behind(self) -> bool:
        """True while something that was pressed has not had its answer."""
        return bool(self._pressed or self._laps_to_go)

    async def go_on(self) -> None:
        """Take what was pressed, up to what has to wait for an answer to the rest.

        What was pressed on a screen that has gone meant that screen, not the one
        that stands there now, and is passed over.
        """
        while self._pressed and self.takes_keys and not self._laps_to_go:
            event, screen = self._pressed.popleft()
            if screen is self.screen or self._is_anywhere(event):
                await super().on_event(self._with_letters_after(event))
                self._laps_to_go, self._runner = 2, self.focused or self.screen
                loop = asyncio.get_running_loop()
                self._lull = loop.call_later(LULL, self.call_next, self._end_lull)
                if self._pressed:
                    await self._end_lull()

    def _with_letters_after(self, event: events.Event) -> events.Event:
        """Put letters that wait together into one piece, since a line is read anew for each."""
        letters = [event.character or ""] if self._is_letter(event) else []
        while letters and self._pressed and self._is_letter(follows := self._pressed[0][0]):
            letters.append(follows.character or "")
            self._pressed.popleft()
        return events.Paste("".join(letters)) if len(letters) > 1 else event

    def _is_letter(self, event: events.Event) -> TypeGuard[events.Key]:
        is_printable = isinstance(event, events.Key) and event.is_printable
        return is_printable and isinstance(self.focused, Input)

    def _is_anywhere(self, event: events.Event) -> bool:
        return isinstance(event, events.Key) and event.key in self.ANYWHERE

    async def _end_lull(self) -> None:
        """Begin the first lap where the key went, unless that has gone by now."""
        if self._lull is not None and self._runner is not None:
            self._lull.cancel()
            self._lull = None
            self._begin_lap(self._runner)
            if not self._runner.is_attached:
                await self._arrive(self._lap, gone=True)

    def _begin_lap(self, runner: Widget) -> None:
        self._lap += 1
        self._runner = runner
        runner.post_message(self.Lap(self._lap))
        if self._pressed:
            self._guard()

    def _guard(self) -> None:
        """End the lap in any case, so that nothing waits for good."""
        if self._guarded != self._lap:
            self._guarded = self._lap
            self.set_timer(LONGEST, partial(self._arrive, self._lap, gone=True))

    @on(Lap)
    async def _lap_arrives(self, event: Lap) -> None:
        await self._arrive(event.number)

    async def _arrive(self, lap: int, *, gone: bool = False) -> None:
        """Go on after the lap that is waited for; after one that is gone, without its answer."""
        if lap != self._lap or not self._laps_to_go or not self.screen_stack:
            return  # an older one, or the last key has left the program
        self._laps_to_go = 0 if gone else self._laps_to_go - 1
        if self._laps_to_go:
            self._begin_lap(self.focused or self.screen)
        else:
            await self.go_on()
