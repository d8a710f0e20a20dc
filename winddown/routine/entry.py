"""How a plan stands in a calendar: when it may, and what it is called there."""

from __future__ import annotations

from datetime import date

from winddown.routine.evening import Evening, Plan
from winddown.routine.plans import is_open
from winddown.routine.text import visible

NAME = "winddown"
"""What an entry is called where nothing else is left of its title; it tells nothing."""

PLAN = "{plan}"
"""Stands in a title for the plan's own words."""


def can_be_entered(evening: Evening, today: date) -> bool:
    """Tell whether an evening holds a plan to put into a calendar: open, and its day not past.

    After a night that was not okay, none is offered.
    """
    plan = evening.outreach
    is_ahead = plan is not None and is_open(plan, today) and plan.on >= today
    return is_ahead and evening.tonight != "not-okay"


def called(plan: Plan, title: str) -> str:
    """Give what a plan is called in a calendar.

    A calendar's text may break lines but hold no control characters; those are
    shown as symbols.

    Args:
        plan: only its words are looked at, and only where the title names them.
        title: as the config has it, with `{plan}` for the plan's own words.
    """
    whole = title.replace(PLAN, plan.text).replace("\r\n", "\n").strip()
    return "\n".join(visible(line) for line in whole.split("\n")) or NAME
