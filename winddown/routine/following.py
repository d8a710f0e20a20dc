"""Answering by day what became of a plan, and what is said to it: the follow-up in one line."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from winddown.routine.evening import Degree, Followup, Outcome, Plan
from winddown.routine.plans import (
    answered,
    before_answer,
    is_answered_on,
    is_open,
    is_sore,
    wants_feeling,
)
from winddown.routine.prose import plan_line
from winddown.routine.words import Words


class Answer(NamedTuple):
    """What is told about a plan."""

    outcome: Outcome
    felt: Degree | None = None
    note: str = ""

    @property
    def has_lost_feeling(self) -> bool:
        """True where a feeling was told that this outcome has no place for."""
        return self.felt is not None and not wants_feeling(self.outcome)


def followed_up(plan: Plan, answer: Answer, today: date) -> Plan:
    """Give a plan with an answer of today, which takes the place of one given earlier today.

    What was told then and is not told otherwise now stays. A plan that is kept
    although its day is still ahead stays as it is.
    """
    before = before_answer(plan, today)
    if answer.outcome == "carry-on" and before.on > today:
        return before
    felt, note = answer.felt, answer.note
    if plan.followup is not None and is_answered_on(plan, today):
        felt = plan.followup.felt if felt is None else felt
        note = note or plan.followup.note
    return answered(before, answer.outcome, today, felt, note)


def reply_to(asked: Plan, given: Followup, say: Words) -> str:
    """Give what is said to an answer of tonight, in the words of following up.

    Args:
        asked: the plan as it stood before.
        given: the answer.
        say: the words of the step.
    """
    guess = asked.expected
    if given.felt is not None:
        if is_sore(guess, given.felt):
            return say["went_badly"]
        if guess is not None:
            return say.say("compare", expected=guess, actual=given.felt)
    if given.outcome == "carry-on" and given.carried > 1:
        return say["carried_twice"]
    return say["reply-" + given.outcome]


def followed_up_told(plan: Plan, today: date, say: Words, of_plan: Words) -> str:
    """Tell what stands now that a plan was answered about, in one line.

    Args:
        plan: with today's answer.
        today: the day of the answer.
        say: the words of what is said by day.
        of_plan: the words of the plan.
    """
    line, followup = plan_line(plan, today, of_plan), plan.followup
    if followup is None or not is_answered_on(plan, today):
        return say.say("still_ahead", plan=line)
    if is_open(plan, today):
        return say.say("kept", plan=line)
    return " ".join([line, *_besides(followup, plan.expected, say)])


def _besides(followup: Followup, guess: Degree | None, say: Words) -> list[str]:
    """Give what is said besides: how it felt, beside the guess, or why it rests."""
    if followup.outcome == "carry-on":
        return [say["carried_twice"]]
    felt = followup.felt
    if felt is None:
        return []
    said = say.say("felt", actual=felt)
    if guess is not None:
        said = say.say("compare", expected=guess, actual=felt)
    return [said, say["sore"]] if is_sore(guess, felt) else [said]
