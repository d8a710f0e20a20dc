"""The words of a plan: the act with its name filled in, the day, and the whole sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from winddown.routine.evening import Plan
from winddown.routine.lists import Act

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def say(act: Act, who: str) -> str:
    """Fill a name into an act; whatever the name looks like, it is only a name."""
    return act.say.replace("{who}", who)


def says(act: Act, plan: Plan) -> bool:
    """Tell whether a plan's words are still this act's, whoever stands in them."""
    if plan.who or not act.needs_someone:
        return say(act, plan.who) == plan.text
    before, _, after = act.say.partition("{who}")
    return plan.text.startswith(before) and plan.text.endswith(after)


def day_word(on: date, today: date) -> str:
    """Name a day as it is said on `today`, within the sentence: "tomorrow", "on Friday"."""
    away = (on - today).days
    if away in _NEAR:
        return _NEAR[away]
    weekday = _DAYS[on.weekday()]
    if 0 < away <= 7:
        return f"on {weekday}" if away < 7 else f"on {weekday} next week"
    named = f"on {on.day} {_MONTHS[on.month - 1]}"
    return named if on.year == today.year else f"{named} {on.year}"


def named_day(text: str, days: Iterable[date], today: date) -> date | None:
    """Find the first of `days` that is meant by "tomorrow", "friday" or "sat"; None for none."""
    told = text.casefold().strip(" .,!").removeprefix("on ")
    for day in days if len(told) > 1 else ():
        # Tomorrow has two names, and either may be written.
        names = (day_word(day, today).removeprefix("on "), _DAYS[day.weekday()])
        if any(name.casefold().startswith(told) for name in names):
            return day
    return None


def sentence(cue: str, day: str, say: str) -> str:
    """Put a plan into one sentence, as in "When I get home tomorrow, I will text Sam".

    Args:
        cue: when it happens, as a clause; without one, the day stands first.
        day: as `day_word` gives it.
        say: the act, with its name filled in.
    """
    words = ended(say)
    if not cue:
        return f"{day[:1].upper()}{day[1:]} I will {words}"
    pause = "," if stumbles(cue, day) else ""
    return f"When {cue}{pause} {day}, I will {words}"


def stumbles(cue: str, day: str) -> bool:
    """Tell whether a comma helps: "the kettle on on Friday" has one "on" too many."""
    return cue.endswith(" on") and day.startswith("on ")


def ended(words: str) -> str:
    """End words with a full stop, unless they bring an ending of their own."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
