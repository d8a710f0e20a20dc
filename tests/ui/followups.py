"""An earlier evening that ended with a plan, and what a follow-up leaves in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.ui.hands import earlier
from tests.ui.night import FRIDAY, Night
from tests.unit.routine.evenings import DAY, plan
from winddown.routine.evening import Evening

AGO = 2
"""How many days before tonight the plan was made."""
MADE = FRIDAY - AGO * DAY
"""The evening on which the plan was made."""
ANSWERS = ("did-it", "no-reply", "changed-shape", "they-reached-me", "carry-on", "let-go")


def made(on: date = FRIDAY - DAY, **details: Any) -> Evening:
    """Give an earlier evening that ended with a plan."""
    return earlier(AGO, tonight="steady", outreach=plan(on, who="Sam", **details))


def choosing(answer: str) -> list[str]:
    """The keys that choose an answer on a fresh list."""
    return ["down"] * (ANSWERS.index(answer) + 1)


async def asked(evening: Night) -> None:
    """Arrive, saying light or the answer after the one that stands, and be asked."""
    await evening.at("arrive")
    await evening.press("down", "enter")
    await evening.at("followup")


async def plan_kept(evening: Night) -> dict[str, Any]:
    """Read the plan from the evening on which it was made."""
    kept: dict[str, Any] = (await evening.kept(MADE))["outreach"]
    return kept


def followed_up(answer: str, carried: int = 0, **more: Any) -> dict[str, Any]:
    """Give the answer as the file holds it tonight."""
    count = {"carried": carried} if carried else {}
    return {"outcome": answer, "answered": FRIDAY} | count | more
