"""The steps of an evening, by name: a step is imported only when it is shown.

To add a step: an answer dataclass and a field in `routine/evening.py`, a screen,
its twin in lines of text, and a line here.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from winddown.routine.evening import Evening

Screen = TypeVar("Screen")


class Step(NamedTuple):
    """One step: what it is called and where its screen is found."""

    id: str
    """Its name in the file, in config and on the trail."""
    field: str
    """The field of an evening that it answers; empty where it answers several."""
    screen: str
    """Its screen, as `module:Class`."""
    ask: str
    """Its twin in lines of text, as `module:function`."""
    stands: bool = False
    """True for one that no config leaves out or moves: whether it comes depends on the evening."""

    def screen_class(self, kind: type[Screen]) -> type[Screen]:
        """Import the step's screen, which is a `kind`."""
        module, _, name = self.screen.partition(":")
        found = getattr(import_module(module), name)
        if not (isinstance(found, type) and issubclass(found, kind)):
            raise TypeError(f"{self.screen} is no {kind.__name__}")
        return found

    def asked(self) -> Callable[..., Evening]:
        """Import what asks the step in lines: it takes an evening and an asker."""
        module, _, name = self.ask.partition(":")
        found: Callable[..., Evening] = getattr(import_module(module), name)
        return found


STEPS: dict[str, Step] = {
    step.id: step
    for step in (
        Step(
            "arrive",
            "tonight",
            "winddown.screens.arrive:Arrive",
            "winddown.plain.arrive:ask",
            stands=True,
        ),
        Step(
            "support",
            "",
            "winddown.screens.support:SupportStep",
            "winddown.plain.support:ask",
            stands=True,
        ),
        Step(
            "followup",
            "outreach",
            "winddown.screens.followup:FollowUp",
            "winddown.plain.followup:ask",
            stands=True,
        ),
        Step(
            "breathing",
            "breathing",
            "winddown.screens.breathing:Breathing",
            "winddown.plain.breathing:ask",
        ),
        Step(
            "comforts",
            "comforts",
            "winddown.screens.comforts:Comforts",
            "winddown.plain.comforts:ask",
        ),
        Step(
            "reflection",
            "reflections",
            "winddown.screens.reflection:Reflect",
            "winddown.plain.reflection:ask",
        ),
        Step(
            "outreach",
            "outreach",
            "winddown.screens.outreach:Outreach",
            "winddown.plain.outreach:ask",
        ),
        Step(
            "closing",
            "note",
            "winddown.screens.closing:Closing",
            "winddown.plain.closing:ask",
            stands=True,
        ),
    )
}


def between() -> tuple[str, ...]:
    """Give the ids of the steps between arriving and closing, which the config may choose from."""
    return tuple(step.id for step in STEPS.values() if not step.stands)
