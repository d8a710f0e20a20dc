"""Earlier evenings to open the app after."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from winddown.routine.evening import Evening

ZONE = timezone(timedelta(hours=1))


def ended(on: date, **answers: Any) -> Evening:
    """Give an evening that went all the way, with these answers and no others."""
    begun = datetime.combine(on, time(21, 34), ZONE)
    answers.setdefault("route", "full")
    return Evening(evening=on, started=begun, ended=begun + timedelta(minutes=10), **answers)
