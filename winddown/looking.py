"""Looking back from wherever the person is, and going on from there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.app import SystemCommand
from textual.screen import Screen

from winddown.screens.step import StepScreen
from winddown.shaping import Shaping

if TYPE_CHECKING:  # loaded when someone looks back
    from winddown.routine.evening import Evening
    from winddown.screens.look_back import LookBack


class Looking(Shaping):
    """The app as far as it looks back; subclasses say how the evening follows a change."""

    _last_look: LookBack | None = None
    """The screen that looks back, once there has been one."""
    _has_looked_again = False
    """True once an evening was changed on it."""

    def settle(self) -> None:
        """Write also the line of an evening that is half written."""
        super().settle()
        looked = self._last_look
        if looked is not None and looked in self.screen_stack and looked.is_mounted:
            looked.settle()

    def follow_the_past(self, day: date, evening: Evening | None) -> None:
        """Take note that an earlier evening stands otherwise on disk, or is gone."""

    def look_back(self, at: date | None = None, under_way: date | None = None) -> LookBack:
        """Make the screen, open on a day; the evening `under_way` is only read."""
        from winddown.screens.look_back import LookBack

        self._last_look = LookBack(self._opening.writing.archive(), self._occasion, at, under_way)
        return self._last_look

    def action_look_back(self) -> None:
        """Look back; the screen beneath stays as it is."""
        if not self._covered and self._last_look not in self.screen_stack:
            self._look_back()

    @work
    async def _look_back(self) -> None:
        await self.flush()
        self._has_looked_again = False
        screen = self.look_back(under_way=self._occasion.today)
        self.open(screen, partial(self._leave_look_back, self.path))

    def on_look_back_changed(self, event: LookBack.Changed) -> None:
        """Have tonight know of it."""
        self._has_looked_again = True
        self._occasion.look_again()
        self.follow_the_past(event.day, event.evening)

    def _leave_look_back(self, before: tuple[str, ...], to: str | None) -> None:
        if to == "leave":
            self.run_worker(self.run_action("app.leave(0)"))
        elif to:
            self.call_after_refresh(self.go_to, to)
        elif self._has_looked_again:
            self.call_after_refresh(self.open_anew, before)

    def go_to(self, step: str) -> None:
        """Go on at a step of tonight, where there is one to go to."""
        shown = self.screen
        if isinstance(shown, StepScreen) and not shown.frame.alone:
            shown.turn("go", step)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer looking back besides what stands around every screen."""
        yield from super().get_system_commands(screen)
        yield SystemCommand(self._occasion.words("frame")["look_back"], "", self.action_look_back)
