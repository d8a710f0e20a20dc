"""The fold: a step is shown, what it gives back is kept, and the next one follows from it."""

from __future__ import annotations

import asyncio
import gc
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

from textual import on, work
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from winddown.data.keeper import Keeper
from winddown.errors import WinddownError
from winddown.looking import Looking
from winddown.opening import Opening
from winddown.palette import Palette
from winddown.routine.evening import Evening
from winddown.routine.paths import walk
from winddown.screens.frame import Frame, Turn
from winddown.screens.step import StepScreen
from winddown.steps import STEPS

if TYPE_CHECKING:  # each step is loaded when it is shown
    from winddown.screens.closing import Closing
    from winddown.screens.standing import Standing

Answer = TypeVar("Answer")


class Folding(Looking):
    """The app as far as it shows steps and keeps their answers; subclasses say in which order."""

    def __init__(self, opening: Opening, palette: Palette) -> None:
        """Get ready to open, wearing `palette`."""
        super().__init__(opening, palette)
        self._earlier: Evening | None = None
        self._shown: object = None
        self._between = ExitStack()
        self._is_leaving = False
        self._asking: Standing | None = None
        """What asks whether to leave without something, while that is asked."""
        self._take(opening)

    def _take(self, opening: Opening) -> None:
        """Go on with an evening as it was opened."""
        self._opening = opening
        self._evening = opening.evening
        self._keeper = Keeper(opening.writing.save, self.tell, self._say_relief)
        if opening.kept:
            self._keeper.knows(opening.evening)

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
            await asyncio.to_thread(self._keep_aside)
        if self._keeper.problem is None or self.called_away:
            self._leave(code)
        elif not self._is_leaving:
            self._is_leaving = True
            self._ask_unkept(code)

    def _keep_aside(self) -> None:
        """Keep what its own file could not take among the copies, since nobody can be asked."""
        for evening in self._keeper.unkept:
            with suppress(WinddownError):
                self._opening.writing.keep_aside(evening)

    @work
    async def _ask_unkept(self, code: int) -> None:
        """Show what is not on disk, until it is or is left behind."""
        from winddown.screens.standing import unkept

        while self._keeper.problem is not None:
            problem = str(self._keeper.problem)
            self.clear_notifications()  # the page says it, and nothing is to lie over it
            self._asking = unkept(self._keeper.unkept, self._occasion, problem)
            if not await self._ask(self._asking):
                code = 1
                break
            await self.flush()
        self._leave(code)

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
            self._asking.dismiss(True)  # there is nothing left to ask about
            return
        self.notify(self._occasion.words("standing")["relief"], markup=False)

    async def flush(self) -> None:
        """Wait until everything answered is on disk."""
        await self._keeper.flush()

    @property
    def is_private(self) -> bool:
        """True while nothing may be written."""
        return self._opening.occasion.is_private

    def finish(self) -> None:
        """Write what is not on disk yet, at once and without the loop."""
        self._keeper.finish()

    async def _ask(self, screen: Screen[Answer]) -> Answer:
        """Show a screen and wait for its answer; the picture before it stays until it stands."""
        answer: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
        self._shown = screen
        curtain = type(self.screen) if getattr(self.screen, "HIDES", False) else None
        if curtain is not None:
            self.pop_screen()
        mounted = self.push_screen(self.fit(screen), answer.set_result)
        if curtain is not None:
            # It was drawn between two screens, and is to hide the one that comes, too.
            self.push_screen(curtain())
        # From here on only the new screen can be drawn, and not before it stands.
        self._between.close()
        await mounted
        if not gc.isenabled():
            # What was loaded to open stays: later searches leave it out.
            gc.freeze()
            gc.enable()
        return cast(Answer, await answer)

    def pop_screen(self) -> AwaitComplete:
        """Take the screen on top away, without a blank picture between two steps."""
        if self.screen is self._shown:
            self._between.enter_context(self.batch_update())
        return super().pop_screen()

    async def _show(self, step_id: str, *, alone: bool = False) -> Evening | Turn:
        """Show a step, in its place on the way or alone."""
        evening = self._evening
        if step_id == "followup" and self._earlier is not None:
            evening = self._earlier
        frame = Frame(alone=True, notice=self._notice) if alone else self._frame(step_id)
        step = STEPS[step_id].screen_class(StepScreen)
        return await self._ask(step(evening, self._occasion, frame, self._earlier))

    def _frame(self, step_id: str) -> Frame:
        path, names = self.path, self._occasion.words("frame")
        if step_id not in path:
            return Frame(alone=True, notice=self._notice)
        here = path.index(step_id)
        self.dim(0.0 if self._evening.tonight == "not-okay" else here / (len(path) - 1))
        return Frame(
            trail=tuple(names.get(each, each) for each in path),
            here=here,
            heavy=self._evening.tonight == "heavy",
            notice=self._notice,
        )

    @property
    def _notice(self) -> str:
        """What stands in the frame about tonight; empty on an evening that is kept."""
        say = self._occasion.words("standing")
        return say.get(self._opening.standing, "") if self._opening.standing != "kept" else ""

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of the steps tonight goes through."""
        return walk(self._evening, self._opening.steps, asked=self._occasion.asked is not None)

    def _after(self, here: str, answer: Evening | Turn) -> str:
        """Accept a step's answer and name the step to show next; empty to stop."""
        if isinstance(answer, Turn):
            self._accept(answer.evening)
        else:
            self._accept(answer)
        path = self.path
        at = path.index(here) if here in path else 0
        match answer:
            case Turn(way="go", to=step_id):
                return step_id
            case Turn(way="back"):
                return path[max(0, at - 1)]
            case Turn(way="leave"):
                return ""
            case Evening() if at + 1 < len(path):
                return path[at + 1]
        self._accept(replace(self._evening, ended=self._occasion.now(), step=""))
        return ""

    @property
    def takes_keys(self) -> bool:
        """False while a step that can be seen has not set its keys to the first answer."""
        return not isinstance(self.screen, StepScreen) or self.screen.has_begun

    @on(StepScreen.Begun)
    async def _take_what_was_pressed(self) -> None:
        await self.go_on()

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
        begun = evening.is_answered or evening.step == "closing" or evening.ended is not None
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

    def open_anew(self, before: tuple[str, ...]) -> None:
        """Show the step on the screen as the config has it now, or the nearest one before it."""
        shown = self._shown
        if isinstance(shown, StepScreen) and not shown.frame.alone:
            here = before.index(shown.STEP) if shown.STEP in before else 0
            stand = [step for step in before[: here + 1] if step in self.path]
            shown.turn("go", stand[-1])
