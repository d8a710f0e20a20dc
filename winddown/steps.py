"""The steps of an evening, by name: a step is imported only when it is shown.

To add a step: an answer dataclass and a field in `routine/evening.py`, a screen,
its twin in lines of text, and a line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from winddown.screens.step import StepScreen


class Step(NamedTuple):
    """One step: what it is called and where its screen is found."""

    id: str
    """Its name in the file, in config and on the trail."""
    field: str
    """The field of an evening that it answers; empty where it answers several."""
    screen: str
    """Its screen, as `module:Class`."""

    def screen_class(self) -> type[StepScreen]:
        """Import the step's screen."""
        module, _, name = self.screen.partition(":")
        found: type[StepScreen] = getattr(import_module(module), name)
        return found


STEPS: dict[str, Step] = {
    step.id: step
    for step in (
        Step("arrive", "tonight", "winddown.screens.arrive:Arrive"),
        Step("support", "", "winddown.screens.support:SupportStep"),
        Step("followup", "outreach", "winddown.screens.followup:FollowUp"),
        Step("breathing", "breathing", "winddown.screens.breathing:Breathing"),
        Step("comforts", "comforts", "winddown.screens.comforts:Comforts"),
        Step("reflection", "reflections", "winddown.screens.reflection:Reflect"),
        Step("outreach", "outreach", "winddown.screens.outreach:Outreach"),
        Step("closing", "note", "winddown.screens.closing:Closing"),
    )
}
