"""Evenings, plans and lists to test with; whatever a test is not about is left out."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from winddown.routine.evening import Evening, Followup, Outcome, Plan
from winddown.routine.lists import Act, Person

TODAY = date(2026, 11, 22)
"""A Sunday."""

DAY = timedelta(days=1)


def evening(on: date = TODAY, **answers: Any) -> Evening:
    """Give an evening with these answers and no others."""
    return Evening(evening=on, started=datetime.combine(on, time(21, 34)), **answers)


def whole(on: date, **answers: Any) -> Evening:
    """Give an evening that went all the way and ended."""
    ended = datetime.combine(on, time(21, 44))
    return evening(on, **{"route": "full", "ended": ended} | answers)


def plan(on: date = TODAY + DAY, **details: Any) -> Plan:
    """Give a plan for a day."""
    details.setdefault("text", "text Sam that I am thinking of them")
    return Plan(on=on, **details)


def outcome(answer: Outcome, on: date = TODAY, carried: int = 0) -> Followup:
    """Tell what became of a plan."""
    return Followup(outcome=answer, answered=on, carried=carried)


def people(*names: str) -> tuple[Person, ...]:
    """People who may all be suggested."""
    return tuple(Person(name=name) for name in names)


def act(act_id: str, say: str, size: str, channel: str, smaller: str = "") -> Act:
    """Give an act as a content file would give it."""
    return Act(
        id=act_id,
        text=say,
        say=say,
        size=size,  # type: ignore[arg-type]  # the tests write sizes as the files do
        channel=channel,
        smaller=smaller,
    )


ACTS = (
    act("find-number", "find {who}'s number, nothing more", "tiny", "none"),
    act("draft", "write {who} a message and leave it unsent", "tiny", "none", "find-number"),
    act("nod", "look up and smile at one person", "tiny", "face"),
    act("send-heart", "send {who} one heart, photo or song", "tiny", "text", "draft"),
    act("neighbour", "chat briefly with a neighbour", "small", "face", "nod"),
    act("thinking-of-you", "text {who} that I am thinking of them", "small", "text", "send-heart"),
    act("rough-line", "text {who} one line: a hard week", "small", "text", "draft"),
    act("ten-minutes", "ring {who} for ten minutes", "medium", "voice", "thinking-of-you"),
    act("hard-week", "tell {who} that the week has been hard", "big", "voice", "rough-line"),
)
CUES = ("I have put the kettle on", "I get home", "I finish lunch")
