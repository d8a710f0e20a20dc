"""One screen after another, each shown until it has its answer."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from functools import partial
from typing import TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.screen import Screen

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
        self._tidy_at_rest(screen, tidying.REST)
        return cast(Answer, await answer)

    def _tidy_at_rest(self, screen: Screen[Answer], seconds: float) -> None:
        """Tidy up once this screen is only read; where something moves, the next one does."""
        if not getattr(screen, "MOVES", False):
            self.set_timer(seconds, partial(self._tidy, screen))

    def _tidy(self, screen: Screen[Answer]) -> None:
        if self.screen_stack and screen is self.screen:
            left = tidying.REST - self.seconds_at_rest
            if left > 0:
                self._tidy_at_rest(screen, left)
            else:
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
