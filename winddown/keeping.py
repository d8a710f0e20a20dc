"""What is answered, kept: tonight's evening and the earlier one whose plan is asked about."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual import on, work

from winddown.asking import Asking
from winddown.data.keeper import Keeper
from winddown.errors import WinddownError
from winddown.opening import Opening
from winddown.palette import Palette
from winddown.routine.evening import Evening
from winddown.routine.fold import is_begun
from winddown.screens.step import StepScreen

if TYPE_CHECKING:  # each step is loaded when it is shown
    from winddown.screens.closing import Closing
    from winddown.screens.standing import Standing


class Keeping(Asking):
    """The app as far as it keeps what is answered, up to the moment it is left."""

    def __init__(self, opening: Opening, palette: Palette) -> None:
        """Get ready to open, wearing `palette`."""
        super().__init__(opening, palette)
        self._earlier: Evening | None = None
        self._asking: Standing | None = None
        """What asks whether to leave without something, while that is asked."""
        self.aside: list[str] = []
        """Where that lies which was left without, for the eye."""
        self._take(opening)

    def _take(self, opening: Opening) -> None:
        """Go on with an evening as it was opened."""
        self._opening.writing.let_go()
        self._opening = opening
        opening.writing.begin()
        self._evening = opening.evening
        self._keeper = Keeper(opening.writing.save, self.tell, self._say_relief)
        if opening.kept:
            self._keeper.knows(opening.evening)

    @on(StepScreen.Answered)
    def _keep_answer(self, event: StepScreen.Answered) -> None:
        # A step that has been dismissed has already given back something newer.
        if event.step in self.screen_stack:
            self._accept(event.evening)

    def on_closing_calendar_wanted(self, event: Closing.CalendarWanted) -> None:
        """Write the plan as a calendar file, and have the step say where that stands."""
        try:
            file = self._opening.writing.in_calendar(event.evening)
        except WinddownError as problem:
            self.tell(problem)
            return
        if event.step in self.screen_stack:  # else it was gone on from meanwhile
            event.step.show_calendar(file)

    def _accept(self, evening: Evening) -> None:
        """Take an evening as it now stands, under its own date, and have it kept."""
        if evening.evening != self._evening.evening:
            if self._earlier is None or evening.evening != self._earlier.evening:
                return  # it was taken away while looking back
            if evening != self._earlier and self._opening.errand == "evening":
                # It was answered tonight, so tonight has begun and is gone on with from here.
                self._keeper.keep(self._evening)
            self._earlier = evening
            self._keeper.keep(evening)
            return
        self._evening = evening
        begun = is_begun(evening)
        if self._opening.errand == "breathe":
            begun = self._opening.kept
        if begun or self._keeper.has_file(evening.evening):
            self._keeper.keep(evening)

    def follow_the_past(self, day: date, evening: Evening | None) -> None:
        """Have what is known of an earlier evening be what stands on disk."""
        self._keeper.forgets(day)
        if day == self._evening.evening:
            blank = type(self._evening)(evening=day, started=self._occasion.now())
            self._evening = evening or blank
        if evening is not None:
            self._keeper.knows(evening)
        self._take_up_plan()
        for screen in self.screen_stack:
            if isinstance(screen, StepScreen) and screen.evening.evening == day and evening:
                screen.evening = replace(evening, outreach=screen.evening.outreach)

    def _take_up_plan(self) -> None:
        """Have at hand the earlier evening whose plan is open."""
        self._earlier = self._occasion.open_plan
        if self._earlier is not None:
            self._keeper.knows(self._earlier)

    def gather(self) -> None:
        """Take in what is half written, and the round of breathing in hand."""
        self.settle()
        if isinstance(self._shown, StepScreen):
            self._accept(self._shown.settle())

    async def action_leave(self, code: int = 0) -> None:
        """Leave the program with everything kept, to be resumed next time.

        Where something could not be written, the person is asked first; a signal waits
        for nobody.
        """
        self.gather()
        from winddown.data.lock import hasten  # by now something is written, or was before

        hasten()
        await self.flush()
        if self._keeper.problem is not None and self.called_away:
            await asyncio.to_thread(self._keep_aside)  # there is nobody to ask
        if self._keeper.problem is None or self.called_away:
            self._leave(code)
        elif not self._is_leaving:
            self._is_leaving = True
            self._ask_unkept(code)
        elif self._asking is not None and self._asking is self.screen:
            self._asking.dismiss("leave")  # asked for twice, it is meant

    def _keep_aside(self) -> None:
        """Keep what its own file could not take among the copies."""
        for evening in self._keeper.unkept:
            with suppress(WinddownError):
                aside = self._opening.writing.keep_aside(evening)
                self.aside += [aside] if aside not in self.aside else []

    @work
    async def _ask_unkept(self, code: int) -> None:
        """Show what is not on disk, until it is or is left behind."""
        from winddown.screens.standing import unkept

        before = self._shown
        while self._keeper.problem is not None:
            problem = str(self._keeper.problem)
            self.clear_notifications()  # the page says it, and nothing is to lie over it
            self._asking = unkept(self._keeper.unkept, self._occasion, problem)
            match await self._ask(self._asking):
                case "on":
                    await self.flush()
                case "back":
                    self._go_back_to(before)
                    self._is_leaving = False
                    return
                case "leave":
                    await asyncio.to_thread(self._keep_aside)
                    code = 1
                    break
        self._leave(code)

    async def secure(self) -> None:
        """Have everything kept, and what its own file cannot take put aside."""
        await super().secure()
        if self._keeper.problem is not None:
            await asyncio.to_thread(self._keep_aside)

    def _leave(self, code: int) -> None:
        self._opening.writing.let_go()
        self.exit(return_code=code)

    async def on_unmount(self) -> None:
        """Let another window have the evening, whichever way this one was closed."""
        if self.fault is None:
            self._opening.writing.let_go()

    @property
    def unkept(self) -> WinddownError | None:
        """What was in the way of keeping everything, where something is left unkept."""
        return self._keeper.problem

    def _say_relief(self) -> None:
        if self._asking in self.screen_stack and self._asking is not None:
            self._asking.dismiss("on")  # there is nothing left to ask about
            return
        self.clear_notifications()  # what was in the way is so no longer
        self.notify(self._occasion.words("standing")["relief"], markup=False)

    async def flush(self) -> None:
        """Wait until everything answered is on disk."""
        await self._keeper.flush()

    @property
    def is_private(self) -> bool:
        """True while nothing is to be left behind."""
        return self._opening.occasion.is_private or self._opening.standing == "demo"

    def finish(self) -> None:
        """Write what is not on disk yet, at once and without the loop."""
        self._keeper.finish()
