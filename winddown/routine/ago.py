"""How long ago a day was, as it is said."""

from __future__ import annotations

from datetime import date

from winddown.routine.words import Words

DAYS_ARE_SAID, WEEKS_ARE_SAID, MONTHS_ARE_SAID = 14, 63, 731
"""Days below which an exact number of days, weeks or months still says something."""


def ago(day: date, today: date, say: Words) -> str:
    """Say how long ago a day was: "today", "yesterday", "5 days ago", "3 months ago".

    Args:
        day: today or before; what is still ahead counts as today.
        today: the date of tonight's evening.
        say: the words of looking back.
    """
    days = max(0, (today - day).days)
    if days <= 1:
        return say["ago-yesterday" if days else "ago-today"]
    if days < DAYS_ARE_SAID:
        return say.say("ago-days", number=days)
    if days < WEEKS_ARE_SAID:
        return say.say("ago-weeks", number=days // 7)
    if days < MONTHS_ARE_SAID:
        return say.say("ago-months", number=days * 12 // 365)
    return say.say("ago-years", number=days * 4 // 1461)
