"""A whole evening and its page, to be looked at, printed and written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.unit.routine.evenings import DAY, TODAY, evening, plan
from winddown.data import content
from winddown.routine.evening import (
    ChosenComfort,
    Evening,
    Followup,
    Reflection,
    Round,
    Settled,
)
from winddown.routine.pages import Page, page_of

SAY, CLOSING, PLAN = (content.words(name) for name in ("look_back", "closing", "plan"))
NAMES = {"long-out": "Long out-breath"}
BREATHED = Round(kind="pattern", id="long-out", seconds=300, cycles=30)
BLANKET = ChosenComfort(id="blanket", text="Pull a favourite blanket close")
SCROLL = Reflection(id="scroll", text="Scrolling social media")
LATER = TODAY + 30 * DAY
"""A month after the evening."""

FULL = evening(
    tonight="tired",
    breathing=(BREATHED,),
    comforts=(BLANKET,),
    settled=Settled(before=4, after=6),
    reflections=(replace(SCROLL, reading="away", cost="a-little", from_what="my sister"),),
    in_touch=("Sam", "the neighbour"),
    note="Rain on the window.",
    outreach=plan(
        cue="I have put the kettle on",
        who="Sam",
        expected=4,
        channel="a postcard",
        words="Saw this and thought of you.",
        followup=Followup(outcome="did-it", answered=TODAY + DAY, felt=8, note="We laughed."),
    ),
)


def page(told: Evening, today: date = LATER) -> Page:
    """Tell an evening a month later."""
    return page_of(told, today, SAY, CLOSING, PLAN, NAMES)
