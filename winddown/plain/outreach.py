"""Reaching out, in lines: one sentence, already suggested, taken with one number or left alone."""

from __future__ import annotations

from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.plain.blanks import change_a_part
from winddown.plain.draft import Draft, begun
from winddown.plain.plan_details import ask_details
from winddown.plain.prompt import CLEAR
from winddown.routine.drafting import STILL, still, suggested
from winddown.routine.evening import Evening
from winddown.routine.outreach import folded, suggestion_of
from winddown.routine.plans import is_open
from winddown.routine.prose import plan_line
from winddown.routine.sentences import told

CHANGES = ("another", "smaller", "change")
"""What may be done with the sentence, taken or not."""


def ask(evening: Evening, asker: Asker) -> Evening:
    """Offer one small act, or ask about the earlier plan that is open; none is as good."""
    talk, say, occasion = asker.talk, asker.words, asker.occasion
    talk.say(say["title"])
    if not _has_room(asker):
        return evening
    is_unasked = evening.outreach is None and not asker.alone
    if not is_unasked or not folded(occasion.past, occasion.today):
        talk.go_on(say["intro"])
    elif talk.ask(say["folded"], knows={"more"}).word != "more":
        return evening
    plan = evening.outreach
    suggestion = suggestion_of(plan, occasion.acts) if plan else suggested(evening, occasion)
    if suggestion is not None:
        return _offer(Draft(evening, suggestion, asker), asker)
    own = talk.write(say["own_first"]).text
    return _offer(begun(own, evening, asker), asker) if own else evening


def _has_room(asker: Asker) -> bool:
    """Ask about an earlier plan that is open; tell whether there is room for another one."""
    talk, say, occasion, earlier = asker.talk, asker.words, asker.occasion, asker.earlier
    standing = earlier.outreach if earlier else None
    if earlier is None or standing is None or not is_open(standing, occasion.today):
        return True
    options = [(each, say["still-" + each]) for each in STILL]
    while True:
        line = plan_line(standing, occasion.today, occasion.words("plan"))
        picked = talk.pick(told(say["still_planned"], plan=line), options, knows={"smaller"})
        plan = still(standing, picked.value or picked.word, occasion, someone=say["someone"])
        if "smaller" not in picked or plan != standing:
            break
        talk.go_on(say["smallest" if standing.act else "no_smaller"])
    if plan != standing:
        asker.answer(replace(earlier, outreach=plan))
    if "smaller" in picked:
        line = plan_line(plan, occasion.today, occasion.words("plan"))
        talk.say(told(say["still_planned"], plan=line))
    return not is_open(plan, occasion.today)


def _offer(draft: Draft, asker: Asker) -> Evening:
    """Say the sentence until it is taken or left, with whatever is changed about it."""
    talk, say = asker.talk, asker.words
    while True:
        # What goes on stands at the same place, so that no number turns into its opposite.
        first, last = ("keep", ("leave_it",)) if draft.is_taken else ("take", ())
        options = [(way, say["way-" + way]) for way in (first, *CHANGES, *last)]
        knows = {"smaller", "more", CLEAR} if draft.is_taken else {"smaller"}
        picked = talk.pick(draft.told(), options, knows=knows)
        match picked.word or picked.value:
            case "take":
                draft.take()
                talk.go_on(say["taken"])
                return ask_details(draft, asker, is_whole=False)
            case "leave_it" | "clear" as word:
                draft.keep(None)
                if word == "leave_it":
                    talk.go_on(say["left"])
            case "another":
                draft.put_another()
            case "smaller":
                draft.make_smaller()
            case "change":
                change_a_part(draft, asker)
            case word:
                if not draft.is_taken:
                    return draft.evening
                return ask_details(draft, asker, is_whole=word == "more")
