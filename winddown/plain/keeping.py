"""An evening in lines as it is kept: each answer, and what of it changes a list or the config."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from winddown.errors import WinddownError
from winddown.opening import Opening
from winddown.plain.around import explained
from winddown.plain.country import ask_country
from winddown.plain.kept import Kept
from winddown.plain.support import tell_short
from winddown.plain.talk import Talk
from winddown.routine.evening import Evening
from winddown.routine.fold import is_begun
from winddown.routine.settings import ListName
from winddown.routine.support import countries


class KeptEvening:
    """Takes what is answered, and keeps it before the next question."""

    def __init__(self, opening: Opening, talk: Talk) -> None:
        """Get ready to ask by `talk`."""
        self._talk = talk
        talk.explains, talk.asks_country = self._explained, self._ask_country
        self._earlier: Evening | None = None
        self._has_asked = False
        """True once it asked about the open plan: it can be gone back to from then on."""
        self._here = ""
        """The step that is asked."""
        self._take(opening)

    def _take(self, opening: Opening) -> None:
        """Go on with an evening as it was opened."""
        self._opening, self._occasion = opening, opening.occasion
        self._say = self._occasion.words("plain")
        opening.writing.begin()
        self._evening = opening.evening
        self.kept = Kept(opening.writing, self._tell)
        if opening.kept:
            self.kept.knows(opening.evening)

    # What is answered

    def _accept(self, evening: Evening) -> None:
        """Take an evening as it now stands, under its own date, and keep it."""
        if evening.evening != self._evening.evening:
            if evening != self._earlier and self._opening.errand == "evening":
                # It was answered tonight, so tonight has begun and is gone on with from here.
                self.kept.keep(self._evening)
            self._earlier = evening
            self.kept.keep(evening)
            return
        self._evening = evening
        begun = self._opening.kept if self._opening.errand == "breathe" else is_begun(evening)
        if begun or self.kept.has_file(evening.evening):
            self.kept.keep(evening)

    def _take_up_plan(self) -> None:
        self._earlier = self._occasion.open_plan
        if self._earlier is not None:
            self.kept.knows(self._earlier)

    def _keep_in_list(self, name: ListName, fields: Mapping[str, object]) -> bool:
        settings = self._opening.writing.settings()
        if not self._configure(partial(settings.add, name, fields)):
            return False
        self._opening.writing.reread()
        return True

    def _leave_out(self, name: str, suggest: bool) -> None:
        self._occasion.leave_out(name, suggest=suggest)
        self._configure(partial(self._opening.writing.leave_out, name, suggest))

    def _dismiss(self, rule: str) -> None:
        self._occasion.dismiss(rule)
        if self._configure(partial(self._opening.writing.dismiss, rule)):
            self._talk.go_on(self._occasion.words("look_back").get("said-dismissed", ""))

    def _in_calendar(self, evening: Evening) -> str:
        try:
            return self._opening.writing.in_calendar(evening)
        except WinddownError as problem:
            self._tell(problem)
            return ""

    def _configure(self, change: Callable[[], Any]) -> bool:
        return self._opening.writing.shape(change, self._tell)

    def _tell(self, problem: WinddownError) -> None:
        self._talk.say(str(problem))

    # What is asked anywhere

    def _explained(self) -> Iterator[str]:
        return explained(self._here, self._occasion, self._say)

    def _country_told(self) -> str:
        support = self._occasion.support
        name = dict(countries(support)).get(support.country.upper(), "")
        if not name:
            return self._say["no_country"]
        return self._say.say(
            "country_guess" if support.country_is_guess else "country", country=name
        )

    def _ask_country(self) -> None:
        """Ask whose help lines are to be shown, and keep it."""
        code = ask_country(self._talk, self._say, countries(self._occasion.support))
        if code:
            self._occasion.choose_country(code)
            self._configure(partial(self._opening.writing.keep_country, code))
            self._talk.go_on(self._country_told())
            tell_short(self._talk, self._occasion)
