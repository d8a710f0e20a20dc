"""One screen after another, each shown until it has its answer."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import TypeVar, cast

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.timer import Timer

from winddown import tidying
from winddown.looking import Looking
from winddown.opening import Opening
from winddown.palette import Palette

Answer = TypeVar("Answer")


class Asking(Looking):
    """The app as far as it asks: subclasses say what is asked, and what comes of it."""

    def __init__(self, opening: Opening, palette: Palette) -> None:
        """Get ready to open, wearing `palette`."""
        super().__init__(opening, palette)
        self._shown: object = None
        """The screen that is asking, or the last one that did."""
        self._tidying: Timer | None = None
        """What tidies up next; None while nothing was pressed since that was done."""
        self._between = ExitStack()
        """Holds the picture while there is no screen to be seen."""

    async def _ask(self, screen: Screen[Answer]) -> Answer:
        """Show a screen and wait for its answer; the picture before it stays until it stands."""
        answer: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
        between = self._shown not in self.screen_stack
        self._shown = screen
        mounted = self.open(screen, answer.set_result, between=between)
        # From here on only the new screen can be drawn, and not before it stands.
        self._between.close()
        await mounted
        tidying.begin()
        return cast(Answer, await answer)

    async def on_event(self, event: events.Event) -> None:
        """Take an event, and tidy up once nothing has been pressed for a while."""
        await super().on_event(event)
        if self._tidying is None and self.seconds_at_rest < tidying.REST:
            self._tidying = self.set_timer(tidying.REST, self._tidy)

    def _tidy(self) -> None:
        self._tidying = None
        left = tidying.REST - self.seconds_at_rest
        if left > 0:
            self._tidying = self.set_timer(left, self._tidy)
        elif self.screen_stack and not getattr(self.screen, "MOVES", False):
            tidying.tidy()

    def _go_back_to(self, screen: object) -> None:
        """Have the screen beneath the one that asked be the one that asks again."""
        self._shown = screen
        self._between.close()

    def pop_screen(self) -> AwaitComplete:
        """Take the screen on top away, without a blank picture between two steps."""
        if self.screen is self._shown:
            self._between.enter_context(self.batch_update())
        return super().pop_screen()
