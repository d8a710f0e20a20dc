"""The sentence on offer: until it is taken only words, and from then on the plan itself."""

from __future__ import annotations

from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.routine.drafting import as_listed, filled, in_own_words, is_own, planned, sized
from winddown.routine.evening import Evening, Plan, Size
from winddown.routine.keeping import LIST_OF
from winddown.routine.outreach import Shown, Suggestion, another, asks_how_sure, smaller
from winddown.routine.prose import intended


class Draft:
    """What is suggested, changed as is wished; once it is taken, each change is kept."""

    def __init__(self, evening: Evening, suggestion: Suggestion, asker: Asker) -> None:
        """Offer `suggestion`; where the evening holds a plan already, it is one for that."""
        self.evening, self.suggestion, self._asker = evening, suggestion, asker
        self._shown = Shown()
        self._given = evening.outreach
        """The plan as it stood last, whose details stay where it is given back and taken again."""

    @property
    def is_taken(self) -> bool:
        """True once the sentence is the plan."""
        return self.evening.outreach is not None

    @property
    def plan(self) -> Plan:
        """The plan as it would stand, with the details that were given already."""
        plan = planned(self.suggestion, someone=self._asker.words["someone"])
        given = self._given
        if given is None:
            return plan
        return replace(
            plan,
            at=given.at,
            sure=given.sure if asks_how_sure(plan.size) else None,
            expected=given.expected,
            words=given.words,
            followup=given.followup,
        )

    def told(self) -> str:
        """Give the sentence."""
        occasion = self._asker.occasion
        return intended(self.plan, occasion.today, occasion.words("plan"))

    # What is done with it

    def take(self) -> None:
        """Make it the plan, or keep the plan as it now is."""
        self.keep(self.plan)

    def keep(self, plan: Plan | None) -> None:
        """Keep a plan; None gives it back."""
        self._given = plan or self._given
        if plan != self.evening.outreach:
            self.evening = replace(self.evening, outreach=plan)
            self._asker.answer(self.evening)

    def make_smaller(self) -> None:
        """Put an easier act into the sentence, or say that there is none."""
        otherwise = "own_smaller" if is_own(self.suggestion.act) else "smallest"
        self.put(smaller(self.suggestion, self._asker.occasion.acts), otherwise)

    def put_another(self) -> None:
        """Put the next act of the same size into the sentence."""
        acts, people = self._asker.occasion.acts, self._asker.occasion.people
        before, other = self.suggestion, another(self.suggestion, acts, people)
        self.put(other, "no_other")
        if other not in (None, before) and self._shown.comes_round(before, self.suggestion):
            self._asker.talk.go_on(self._asker.words["came_round"])

    def resize(self, size: Size | None) -> None:
        """Put an act of another size into the sentence; own words only have it from now on."""
        self.put(sized(self.suggestion, size, self._asker.occasion), "no_other")

    def put(self, other: Suggestion | None, otherwise: str) -> None:
        """Put other words into the sentence; where there are none, say what `otherwise` names."""
        if other in (None, self.suggestion):
            self._asker.talk.go_on(self._asker.words[otherwise])
        self.suggestion = other or self.suggestion
        if self.is_taken:
            self.take()

    def write(self, blank: str, text: str) -> None:
        """Put the person's own words into a blank, which takes the sentence with them."""
        occasion = self._asker.occasion
        other = filled(self.suggestion, blank, text, occasion)
        if other is None:
            self._asker.talk.go_on(self._asker.words["day_unread"])
            return
        self.suggestion = as_listed(other, occasion.acts)
        is_new = not self.is_taken
        self.take()
        if is_new:
            self._asker.talk.go_on(self.told(), self._asker.words["taken"])
        if name := LIST_OF.get(blank):
            size = self.suggestion.chosen if blank == "act" else None
            besides = {"size": size} if name == "acts" else {}
            if self._asker.ask_to_keep(name, text, self.evening, **besides):
                self.suggestion = as_listed(self.suggestion, occasion.acts)
                self.take()


def begun(text: str, evening: Evening, asker: Asker) -> Draft:
    """Begin with the person's own act, where nothing can be suggested."""
    draft = Draft(evening, in_own_words(text, asker.occasion), asker)
    draft.write("act", text)
    return draft
