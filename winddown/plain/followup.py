"""Following up, in lines: what became of the plan whose day has come."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from winddown.plain.asker import Asker
from winddown.plain.prompt import CLEAR
from winddown.routine.evening import Degree, Evening, Outcome
from winddown.routine.following import reply_to
from winddown.routine.plans import answered, is_answered_on, wants_feeling
from winddown.routine.sentences import told


def ask(evening: Evening, asker: Asker) -> Evening:
    """Ask once, kindly, with six equal answers; the evening is the plan's own."""
    talk, say, today = asker.talk, asker.words, asker.occasion.today
    asked = (asker.occasion.asked or evening).outreach
    plan = evening.outreach
    if asked is None or plan is None:
        raise AssertionError("only an evening with a plan is followed up")
    given = plan.followup if is_answered_on(plan, today) else None
    if asker.is_heavy and given is None and talk.ask(say["folded"], knows={"more"}).word != "more":
        return evening

    wants_note = bool(given and given.note)
    answers = [(value, say[value]) for value in get_args(Outcome)]
    question = told(say["ask"], say=asked.text)
    while True:
        picked = talk.pick(question, answers, given.outcome if given else None, {"more"})
        if picked.word != "more":
            break
        wants_note = True
        talk.go_on(say["note_comes"])
    if picked.word == CLEAR:
        evening = replace(evening, outreach=asked)
        asker.answer(evening)
        return evening
    outcome: Outcome | None = next((o for o in get_args(Outcome) if o == picked.value), None)
    outcome = outcome or (given.outcome if given else None)
    if outcome is None:
        return evening

    def keep(felt: Degree | None, note: str) -> Evening:
        kept = replace(evening, outreach=answered(asked, outcome, today, felt=felt, note=note))
        asker.answer(kept)
        return kept

    def reply(evening: Evening) -> str:
        followup = evening.outreach.followup if evening.outreach else None
        return reply_to(asked, followup, say) if followup else ""

    felt = given.felt if given and wants_feeling(outcome) else None
    note = given.note if given else ""
    evening = keep(felt, note)
    talk.say(reply(evening))
    while wants_feeling(outcome):
        placed = talk.place(say["felt"], say["felt_low"], say["felt_high"], felt, {"more"})
        if placed.word == "more":
            wants_note = True
            talk.go_on(say["note_comes"])
            continue
        if placed.degree is not None or placed.word == CLEAR:
            felt = placed.degree
            evening = keep(felt, note)
            if felt is not None:
                talk.say(reply(evening))
        break
    if wants_note:
        said = talk.write(say["note"], note)
        if said.text or said.word == CLEAR:
            evening = keep(felt, said.text)
    return evening
