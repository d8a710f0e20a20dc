"""The fold: a step is shown, what it gives back is kept, and the next one follows from it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial

from textual import on

from winddown.keeping import Keeping
from winddown.routine.evening import Evening
from winddown.routine.fold import step_after
from winddown.routine.paths import walk
from winddown.screens.frame import Frame, Turn
from winddown.screens.step import LETTING_GO, StepScreen
from winddown.steps import STEPS


class Folding(Keeping):
    """The app as far as it shows steps; subclasses say in which order."""

    _has_asked = False
    """True once it asked about the open plan: it can be gone back to from then on."""

    async def _show(self, step_id: str, *, alone: bool = False) -> Evening | Turn:
        """Show a step, in its place on the way or alone."""
        evening = self._evening
        if step_id == "followup" and self._earlier is not None:
            evening, self._has_asked = self._earlier, True
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
        """What stands in the frame: which evening it is, if not tonight's; what becomes of it."""
        opening, say = self._opening, self._occasion.words("standing")
        is_named = opening.errand == "evening" and opening.day is not None
        day = self._evening.evening.isoformat() if is_named else ""
        standing = say.get(opening.standing, "") if opening.standing != "kept" else ""
        return " ".join(filter(None, (day, standing)))

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
        if here == "arrive" and self._occasion.asked is not None and not self._has_asked:
            # It may have been answered by day, since this window opened.
            self._occasion.look_again()
            self._take_up_plan()
        way, to = (answer.way, answer.to) if isinstance(answer, Turn) else (None, "")
        there = step_after(here, self.path, way, to)
        if not there and way != "leave":
            self._accept(replace(self._evening, ended=self._occasion.now(), step=""))
        return there

    @property
    def takes_keys(self) -> bool:
        """False while a step that can be seen has not set its keys to the first answer."""
        return not isinstance(self.screen, StepScreen) or self.screen.has_begun

    @on(StepScreen.Begun)
    async def _take_what_was_pressed(self) -> None:
        await self.go_on()
        shown, path = self._shown, self.path
        if isinstance(shown, StepScreen) and shown.STEP in path[:-1]:
            next_step = path[path.index(shown.STEP) + 1]
            self.run_worker(partial(self._bring_in, next_step), thread=True)

    def _bring_in(self, step_id: str) -> None:
        """Load a step beside the keys, while the one before it is read."""
        with suppress(Exception):  # what is wrong with it is told once it is to be shown
            STEPS[step_id].screen_class(StepScreen)
            self._occasion.words(step_id)

    @on(StepScreen.LettingGo)
    def _say_how_to_let_go(self, event: StepScreen.LettingGo) -> None:
        if event.step is self.screen:
            self.say_here(self._occasion.words("frame")["skip_again"], LETTING_GO)

    def open_anew(self, before: tuple[str, ...]) -> None:
        """Show the step on the screen as the config has it now, or the nearest one before it."""
        shown = self._shown
        if isinstance(shown, StepScreen) and not shown.frame.alone:
            here = before.index(shown.STEP) if shown.STEP in before else 0
            stand = [step for step in before[: here + 1] if step in self.path]
            shown.turn("go", stand[-1])
