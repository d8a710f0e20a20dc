"""The steps of an evening in lines: the way from one to the next, or one of them alone."""

from __future__ import annotations

from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.plain.closing import Wanted
from winddown.plain.keeping import KeptEvening
from winddown.plain.prompt import Turned
from winddown.plain.support import InLines
from winddown.routine.fold import Way, step_after
from winddown.routine.paths import walk
from winddown.steps import STEPS


class Walking(KeptEvening):
    """Asks the steps one after another, and goes on with the evening each of them gives."""

    @property
    def _path(self) -> tuple[str, ...]:
        return walk(self._evening, self._opening.steps, asked=self._occasion.asked is not None)

    def _walk(self) -> None:
        here = self._evening.step if self._evening.step in self._path else "arrive"
        if here not in ("arrive", "closing"):
            self._talk.say(self._say["resumed"])
        while here:
            self._accept(replace(self._evening, step=here))
            way, to = self._ask(here)
            if here == "arrive" and self._occasion.asked is not None and not self._has_asked:
                # It may have been answered by day, since this window opened.
                self._occasion.look_again()
                self._take_up_plan()
            if way == "leave":
                raise Turned(way)
            if way == "back" and here == self._path[0]:
                self._talk.go_on(self._say["first_step"])
            here = step_after(here, self._path, way, to)
            if not here:
                self._accept(replace(self._evening, ended=self._occasion.now(), step=""))

    def _ask(
        self, step_id: str, *, alone: bool = False, at_once: bool = False
    ) -> tuple[Way | None, str]:
        """Ask a step; give the way it was left, and where to, where it was not simply answered."""
        self._here, evening = step_id, self._evening
        if step_id == "followup" and self._earlier is not None:
            evening, self._has_asked = self._earlier, True
        try:
            self._accept(
                STEPS[step_id].asked()(evening, self._asker(step_id, alone=alone, at_once=at_once))
            )
        except Wanted:
            return "go", "outreach"
        except Turned as turned:
            if turned.at_end:
                raise
            return turned.way, ""
        return None, ""

    def _asker(self, step_id: str, *, alone: bool, at_once: bool) -> Asker:
        return Asker(
            talk=self._talk,
            occasion=self._occasion,
            words=InLines(self._occasion).words(step_id),
            answer=self._accept,
            keep_in_list=self._keep_in_list,
            leave_out=self._leave_out,
            dismiss=self._dismiss,
            in_calendar=self._in_calendar,
            earlier=self._earlier,
            is_heavy=self._evening.tonight == "heavy",
            alone=alone,
            at_once=at_once,
            has_outreach="outreach" in self._path,
        )

    def _alone(self, step_id: str) -> None:
        way, _ = self._ask(step_id, alone=True)
        if way in ("leave", "enough"):
            raise Turned("leave")

    def _reach(self) -> None:
        """Ask only about reaching out; an evening that has not begun stays at its beginning."""
        self._take_up_plan()
        if self._evening.ended is None and not self._evening.step:
            self._evening = replace(self._evening, step="arrive")
        self._alone("outreach")
