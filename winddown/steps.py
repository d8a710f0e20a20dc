"""The steps of an evening, by name: a step is imported only when it is shown.

To add a step: an answer dataclass and a field in `routine/evening.py`, a screen,
its twin in lines of text, and a line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple, TypeVar

Screen = TypeVar("Screen")


class Step(NamedTuple):
    """One step: what it is called and where its screen is found."""

    id: str
    """Its name in the file, in config and on the trail."""
    field: str
    """The field of an evening that it answers; empty where it answers several."""
    screen: str
    """Its screen, as `module:Class`."""
    stands: bool = False
    """True for one that no config leaves out or moves: whether it comes depends on the evening."""

    def screen_class(self, kind: type[Screen]) -> type[Screen]:
        """Import the step's screen, which is a `kind`."""
        module, _, name = self.screen.partition(":")
        found = getattr(import_module(module), name)
        if not (isinstance(found, type) and issubclass(found, kind)):
            raise TypeError(f"{self.screen} is no {kind.__name__}")
        return found


STEPS: dict[str, Step] = {
    step.id: step
    for step in (
        Step("arrive", "tonight", "winddown.screens.arrive:Arrive", stands=True),
        Step("support", "", "winddown.screens.support:SupportStep", stands=True),
        Step("followup", "outreach", "winddown.screens.followup:FollowUp", stands=True),
        Step("breathing", "breathing", "winddown.screens.breathing:Breathing"),
        Step("comforts", "comforts", "winddown.screens.comforts:Comforts"),
        Step("reflection", "reflections", "winddown.screens.reflection:Reflect"),
        Step("outreach", "outreach", "winddown.screens.outreach:Outreach"),
        Step("closing", "note", "winddown.screens.closing:Closing", stands=True),
    )
}


def between() -> tuple[str, ...]:
    """Give the ids of the steps between arriving and closing, which the config may choose from."""
    return tuple(step.id for step in STEPS.values() if not step.stands)
