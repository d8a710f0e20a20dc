"""What belongs to a plan besides its sentence, in lines; all of it may be left empty."""

from __future__ import annotations

from dataclasses import replace

from winddown.plain.asker import Asker
from winddown.plain.blanks import ask_size
from winddown.plain.draft import Draft
from winddown.plain.prompt import CLEAR
from winddown.plain.talk import Placed
from winddown.routine.clock import time_of
from winddown.routine.evening import Degree, Evening
from winddown.routine.outreach import asks_how_sure, offers_smaller


def ask_details(draft: Draft, asker: Asker, *, is_whole: bool) -> Evening:
    """Ask how it may feel and, where the act is not small, how sure; `more` asks for the rest."""
    rating = _Rating(draft, asker, is_whole=is_whole)
    if draft.evening.tonight != "not-okay":
        rating.expected()
        rating.sure()
    if rating.is_whole:
        if ask_size(draft, asker):
            asker.talk.say(draft.told())
        _time(draft, asker)
        _first_words(draft, asker)
    return draft.evening


class _Rating:
    """Asks for numbers about a plan, which may be made smaller at each."""

    def __init__(self, draft: Draft, asker: Asker, *, is_whole: bool) -> None:
        self._draft, self._asker = draft, asker
        self.is_whole = is_whole
        """True once more was asked for."""

    def expected(self) -> None:
        """Ask how it may feel."""
        draft = self._draft
        while (placed := self._placed("expect", draft.plan.expected)).word == "smaller":
            _shrink(draft, self._asker)
        if placed.degree is not None or placed.word == CLEAR:
            draft.keep(replace(draft.plan, expected=placed.degree))

    def sure(self) -> None:
        """Ask how sure, for as long as the act is one that asks it."""
        draft, talk, say = self._draft, self._asker.talk, self._asker.words
        while asks_how_sure(draft.plan.size):
            placed = self._placed("sure", draft.plan.sure)
            if placed.word != "smaller":
                if placed.degree is not None or placed.word == CLEAR:
                    draft.keep(replace(draft.plan, sure=placed.degree))
                if not offers_smaller(placed.degree):
                    return
                if talk.ask(say["shrink"], knows={"smaller"}).word != "smaller":
                    return
            _shrink(draft, self._asker)

    def _placed(self, key: str, standing: Degree | None) -> Placed:
        """Ask for one number, and once more where `more` was said."""
        talk, say = self._asker.talk, self._asker.words
        while True:
            knows = {"smaller"} if self.is_whole else {"smaller", "more"}
            placed = talk.place(say[key], say[f"{key}_low"], say[f"{key}_high"], standing, knows)
            if placed.word != "more":
                return placed
            self.is_whole = True
            talk.go_on(say["more_comes"])


def _shrink(draft: Draft, asker: Asker) -> None:
    draft.make_smaller()
    asker.talk.say(draft.told())


def _time(draft: Draft, asker: Asker) -> None:
    talk, say = asker.talk, asker.words
    while True:
        at = draft.plan.at
        said = talk.write(say["at"], f"{at:%H:%M}" if at else "")
        if not said.text and said.word != CLEAR:
            return
        if said.word == CLEAR or time_of(said.text) is not None:
            draft.keep(replace(draft.plan, at=time_of(said.text)))
            return
        talk.go_on(say["at_unread"])


def _first_words(draft: Draft, asker: Asker) -> None:
    talk, say = asker.talk, asker.words
    starter = next(iter(draft.suggestion.act.starters), "")
    if starter and not draft.plan.words:
        talk.say(say.say("starter", words=starter))
    said = talk.write(say["words"], draft.plan.words)
    if said.text or said.word == CLEAR:
        draft.keep(replace(draft.plan, words=said.text))
