"""Weeks of evenings that add up to each thing that can be said of them."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.hands import earlier
from tests.ui.night import FRIDAY
from tests.unit.routine.evenings import DAY, outcome, plan
from winddown.routine.evening import ChosenComfort, Evening, Reflection, Settled

_NAMES = ("Sam", "Ana", "Jo", "Mum", "Kit", "Lou", "Max", "Pat", "Ray")
_KEPT = replace(plan(expected=3), followup=replace(outcome("did-it"), felt=6))


def _evenings(*weeks: str) -> tuple[Evening, ...]:
    """Four evenings a week, the first one naming someone where the week does."""
    return tuple(
        earlier(
            7 * week + day,
            tonight="steady",
            in_touch=(name,) if name and day == 1 else (),
            reflections=(Reflection(text="-", reading="both"),),
        )
        for week, name in enumerate(weeks)
        for day in (1, 2, 3, 4)
    )


FULL_WEEKS = (
    *_evenings(*_NAMES, *_NAMES[:3]),
    *(
        earlier(days, comforts=(ChosenComfort(id="tea", text="Tea"),), settled=Settled(before=5))
        for days in (5, 6, 90, 91, 92)
    ),
    earlier(93, comforts=(ChosenComfort(id="bath", text="A bath"),)),
    earlier(94, comforts=(ChosenComfort(id="bath", text="A bath"),)),
    earlier(95, outreach=_KEPT),
)
"""Someone in each week, more people than are named, a comfort forgotten, a guess that was kept."""

TWO_WEEKS = _evenings("Sam", "")
"""One week with someone in it, and a quieter one."""

FOUR_WEEKS = _evenings("Sam", "Ana", "", "")
"""Two of each."""

LIGHTER = (
    *_evenings("Sam", "Ana"),
    *(
        earlier(
            days,
            outreach=plan(
                FRIDAY - (days - 1) * DAY,
                expected=3,
                followup=replace(outcome("did-it", FRIDAY - (days - 1) * DAY), felt=6),
            ),
        )
        for days in (15, 17, 19)
    ),
)
"""Three plans that felt better than they had been guessed to."""
