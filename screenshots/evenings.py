"""The evenings in the pictures: invented people, an invented week."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from winddown.routine.evening import (
    ChosenComfort,
    Evening,
    Plan,
    Reflection,
    Round,
    Settled,
    Tonight,
)

CONFIG = """\
theme = "{theme}"

[[people]]
name = "Sam"
channels = ["text", "voice"]

[[people]]
name = "Ana"
channels = ["voice"]

[support]
country = "GB"
plan = ["Put the kettle on, sit by the window, ring Ana."]
[[support.own]]
name = "Dr Shah's surgery"
contact = "01632 960 123"
"""


OWN = """
[[comforts]]
id = "clock"
text = "Wind the clock in the hall"

[[comforts]]
id = "blanket"
text = "Pull the green blanket close"
days = ["fri", "sat"]

[[comforts]]
id = "long-bath"
hide = true

[[breathing.patterns]]
id = "slow-six"
name = "Slow six"
phases = [{cue = "in", s = 4.5}, {cue = "out", s = 5.5}]
"""
"""What someone has made their own."""


ELSEWHERE = "The neighbour brought the ladder back, and a jar of plums."
"""The line of an evening as it was written on another computer."""


def _kept(day: date, tonight: Tonight, note: str, plan: Plan | None = None) -> Evening:
    """An evening that has ended, with a round of breathing in it."""
    began = datetime.combine(day, time(21, 34, 10), timezone(timedelta(hours=1)))
    return Evening(
        evening=day,
        started=began,
        ended=began + timedelta(minutes=9),
        route="full",
        tonight=tonight,
        note=note,
        settled=Settled(before=4, after=6),
        breathing=(Round(kind="pattern", id="gentle", seconds=301, cycles=43),),
        comforts=(ChosenComfort(id="blanket", text="Pull a favourite blanket close"),),
        reflections=(Reflection(id="scroll", text="Scrolling social media", reading="both"),),
        outreach=plan,
    )


PAST = (
    _kept(date(2026, 11, 12), "tired", "Soup from the freezer."),
    _kept(date(2026, 11, 15), "light", "Ana laughed so hard she dropped the phone."),
    _kept(
        date(2026, 11, 18),
        "steady",
        "First frost on the allotment.",
        Plan(
            who="Sam",
            act="thinking-of-you",
            text="text Sam that I am thinking of them",
            size="small",
            channel="text",
            on=date(2026, 11, 19),
            cue="I have put the kettle on",
            expected=4,
        ),
    ),
)
"""Enough breathing for the usual pattern, and one plan whose day has come."""
