"""Which plan is open, which is asked about tonight, and what an answer makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from winddown.routine.evening import Degree, Evening, Followup, Outcome, Plan

KEPT_AT_MOST = 2
"""A plan kept this often rests: it may be too big, or not the right thing."""

WAITS_DAYS = 7
"""How many days past its day a plan still waits for an answer."""

REACHES_BACK_DAYS = 22
"""How old an evening with an open plan can be, in days.

Its day is at most 7 ahead, its answer at most 7 after that; kept then, it moves to
the day after and waits 7 more. Without being kept it is at most a fortnight old.
"""

LATELY_DAYS = 14
"""Evenings without a plan count for this long."""

SORE = 3
"""Felt at most this, or at least this far below the guess: comfort comes first."""

_FELT: frozenset[Outcome] = frozenset({"did-it", "changed-shape", "they-reached-me"})
_DAY = timedelta(days=1)


def is_open(plan: Plan, today: date) -> bool:
    """Tell whether a plan still stands: not closed, kept less than twice, at most a week past.

    A day that is still ahead is never too far, so a clock set back closes nothing.
    """
    return not _is_settled(plan.followup) and (today - plan.on).days <= WAITS_DAYS


def is_asked(plan: Plan, today: date) -> bool:
    """Tell whether a plan is open and its day has come."""
    return is_open(plan, today) and plan.on <= today


def rests(plan: Plan, today: date) -> bool:
    """Tell whether a plan is left in peace: never asked about again, kept to look back on."""
    return not is_open(plan, today)


def was_open(plan: Plan, evening: date) -> bool:
    """Tell whether a plan, as it stands now, was still open once an earlier evening was over."""
    if plan.followup is not None and _is_settled(plan.followup):
        return evening < plan.followup.answered
    return is_open(plan, evening)


def _is_settled(followup: Followup | None) -> bool:
    """Tell whether the answers so far, whatever the day, leave nothing to ask."""
    if followup is None:
        return False
    return followup.outcome != "carry-on" or followup.carried >= KEPT_AT_MOST


def open_plan(past: Iterable[Evening], today: date) -> Evening | None:
    """Find the evening whose plan is open.

    Args:
        past: evenings, newest first; read only as far back as a plan can be open.
        today: the date of tonight's evening.
    """
    for evening in past:
        if (today - evening.evening).days > REACHES_BACK_DAYS:
            return None
        if evening.outreach is not None and is_open(evening.outreach, today):
            return evening
    return None


def asked_plan(past: Iterable[Evening], today: date) -> Evening | None:
    """Find the evening whose plan is open and asked about tonight; `past` as for `open_plan`."""
    found = open_plan(past, today)
    if found is None or found.outreach is None or not is_asked(found.outreach, today):
        return None
    return found


def plan_at_hand(past: Iterable[Evening], today: date) -> Evening | None:
    """Find the newest evening whose plan is open, or was until it was answered about today.

    Args:
        past: evenings, newest first; read only as far as the one that is found.
        today: the date of tonight's evening, or of the day before it.
    """
    for evening in past:
        if (today - evening.evening).days > REACHES_BACK_DAYS:
            return None
        plan = evening.outreach
        if plan is not None and (is_open(plan, today) or is_answered_on(plan, today)):
            return evening
    return None


def is_answered_on(plan: Plan, today: date) -> bool:
    """Tell whether a plan was answered about on this very day, or on its evening."""
    return plan.followup is not None and plan.followup.answered == today


def before_answer(plan: Plan, on_evening: date) -> Plan:
    """Give the plan as it stood before an answer of this evening, so that it can be asked again.

    Keeping it wrote over its day, so that one becomes the evening's own at the latest.
    """
    followup = plan.followup
    if followup is None or not is_answered_on(plan, on_evening):
        return plan
    was_on = min(plan.on, on_evening) if followup.outcome == "carry-on" else plan.on
    carried = followup.carried - (followup.outcome == "carry-on")
    kept = Followup(outcome="carry-on", answered=was_on - _DAY, carried=carried)
    return replace(plan, on=was_on, followup=kept if carried > 0 else None)


def wants_feeling(outcome: Outcome) -> bool:
    """Tell whether there is something to ask about how it felt."""
    return outcome in _FELT


def is_sore(expected: Degree | None, felt: Degree) -> bool:
    """Tell whether it felt so bad, or so much worse than guessed, that comfort comes first."""
    return felt <= SORE or (expected is not None and expected - felt >= SORE)


def answered(
    plan: Plan,
    outcome: Outcome,
    on_evening: date,
    felt: Degree | None = None,
    note: str = "",
) -> Plan:
    """Give the plan with an answer.

    Keeping it moves its day to the one after `on_evening`; every other answer
    leaves the day alone and closes it. To change one's mind, answer the plan as
    it stood before: an answer on top of tonight's own would keep it twice.

    Args:
        plan: as it stood before this evening's answer.
        outcome: one of the six answers.
        on_evening: the date of the evening on which it is answered.
        felt: how it felt; kept only where `wants_feeling` says so.
        note: anything to remember about it.
    """
    kept = outcome == "carry-on"
    before = plan.followup.carried if plan.followup is not None else 0
    followup = Followup(
        outcome=outcome,
        answered=on_evening,
        carried=before + kept,
        felt=felt if wants_feeling(outcome) else None,
        note=note,
    )
    return replace(plan, on=on_evening + _DAY if kept else plan.on, followup=followup)


def folded(past: Iterable[Evening], today: date) -> bool:
    """Tell whether the step opens as one line: two evenings running took no plan.

    Only whole evenings of the last fortnight that went the full way count, and
    only those on which no earlier plan was still open.

    Args:
        past: earlier evenings, newest first.
        today: the date of the evening.
    """
    evenings = list(past)
    lately = (each for each in evenings if (today - each.evening).days <= LATELY_DAYS)
    last = list(islice((each for each in lately if _could_plan(each, evenings)), 2))
    return len(last) == 2 and all(evening.outreach is None for evening in last)


def _could_plan(evening: Evening, among: Iterable[Evening]) -> bool:
    """Tell whether an evening went by the suggestion with nothing else still open."""
    if evening.ended is None or evening.route not in (None, "full"):
        return False
    return not any(
        other.evening < evening.evening
        and other.outreach is not None
        and was_open(other.outreach, evening.evening)
        for other in among
    )
