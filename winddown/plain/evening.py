"""The evening in lines: the fold of its steps, from the first line to good night."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from winddown.commands.saying import WIDTH
from winddown.commands.telling import Teller
from winddown.errors import WinddownError
from winddown.opening import Opening
from winddown.plain.around import explained, say_good_night, say_hard_night
from winddown.plain.asker import Asker
from winddown.plain.closing import Wanted, told
from winddown.plain.country import ask_country
from winddown.plain.kept import Kept
from winddown.plain.support import tell
from winddown.plain.talk import Talk, Turned
from winddown.refused import plainly
from winddown.routine.evening import Evening
from winddown.routine.fold import Way, is_begun, step_after
from winddown.routine.page_lines import page_lines
from winddown.routine.paths import walk
from winddown.routine.settings import ListName
from winddown.routine.support import countries
from winddown.routine.support_told import support_told
from winddown.routine.words import Words
from winddown.steps import STEPS

AT_A_LOSS = ("elsewhere", "unwritable", "left-aside")
"""How tonight stands where a person has to say what is to be done."""


class PlainEvening:
    """Asks the steps one after another, and keeps each answer before the next question."""

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

    def run(self) -> int:
        """Ask what there is to ask, and give the exit code."""
        try:
            match self._opening.errand:
                case "breathe":
                    self._ask("breathing", alone=True, at_once=True)
                case "reach" if self._stands():
                    self._reach()
                case "evening" if self._stands():
                    self._tonight()
        except Turned as turned:
            # The input has ended, or it is left: what was answered is kept.
            self._say_left(turned)
        except BrokenPipeError:
            return 0  # nobody reads along any more
        except OSError as problem:
            raise WinddownError(f"The terminal cannot be used: {plainly(problem)}.") from None
        finally:
            self.kept.leave()
        return 0 if self._opening.standing in ("kept", "demo", "private") else 1

    def _say_left(self, turned: Turned) -> None:
        """Say to whoever left that it is kept; where the input has ended, nobody listens."""
        if turned.at_end:
            return
        self._secure()
        if self.kept.has_file(self._evening.evening):
            self._talk.go_on(self._lid or self._say["left"])

    def _secure(self) -> None:
        """Have everything kept before it ends; what is not is shown, and tried again."""
        self.kept.finish()
        while self.kept.problem is not None and self._talk.is_live:
            for evening in self.kept.unkept:
                page, say = self._teller.page(evening), self._teller.say
                self._talk.say(*page_lines(page, WIDTH, say, opened=True))
            try:
                self._talk.ask(str(self.kept.problem), self._say["ask-again"])
            except Turned:
                return
            self.kept.finish()

    @property
    def _teller(self) -> Teller:
        """Tells evenings as they are told by every command."""
        return Teller(self._occasion)

    # Before the first step

    def _stands(self) -> bool:
        """Say how tonight stands where it is not kept as usual; False to leave it for now."""
        say = self._occasion.words("standing")
        key = "elsewhere"
        if self._opening.standing in AT_A_LOSS and not self._talk.is_live:
            key = "elsewhere" if self._opening.standing == "elsewhere" else "unwritable"
            self._talk.say(say[key + "_title"] + ".", *filter(None, [self._opening.hindrance]))
            return False  # what a pipe says next is meant for another question
        while self._opening.standing == "elsewhere":
            self._talk.ask(say["elsewhere_title"] + ".", self._say[key])
            self._occasion.look_again()
            self._opening.writing.let_go()
            self._take(self._opening.again())
            key = "still_elsewhere"
        if self._opening.standing in ("unwritable", "left-aside"):
            self._talk.say(
                say["unwritable_title"] + ".", self._opening.hindrance, say["unwritable"]
            )
            if not self._talk.agree(self._say["ask-unkept"]):
                return False
            self._opening.writing.let_go()
            self._take(self._opening.privately()._replace(standing="left-aside"))
        return True

    def _tonight(self) -> None:
        if self._opening.first:
            first = self._occasion.words("first")
            self._talk.go_on(first["title"], *self._about(first), self._country_told())
        if self._opening.standing == "private":
            self._talk.say(self._occasion.words("standing")["private_page"])
        self._talk.say(self._say["how"])
        if self._opening.day is not None:
            day = self._teller.day(self._evening.evening)
            self._talk.say(self._say.say("which_evening", day=day))
        self._take_up_plan()
        if self._evening.ended is None:
            self._walk()
        else:
            self._card()

    def _about(self, first: Words) -> Iterator[str]:
        lines = self._say.under("first-").get("lines", first.each("lines"))
        for at, line in enumerate(lines):
            if at != 1 or not self._occasion.is_private:
                yield line

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
            tell(self._talk, support_told(self._occasion, short=True))

    # The steps

    @property
    def _path(self) -> tuple[str, ...]:
        return walk(self._evening, self._opening.steps, asked=self._occasion.asked is not None)

    def _walk(self) -> None:
        here = self._evening.step if self._evening.step in self._path else "arrive"
        if here not in ("arrive", "closing"):
            self._talk.say(self._say["resumed"])
        while here:
            self._accept(replace(self._evening, step=here))
            way, to = self._ask(here)
            if here == "arrive" and self._occasion.asked is not None and not self._has_asked:
                # It may have been answered by day, since this window opened.
                self._occasion.look_again()
                self._take_up_plan()
            if way == "leave":
                raise Turned(way)
            if way == "back" and here == self._path[0]:
                self._talk.go_on(self._say["first_step"])
            here = step_after(here, self._path, way, to)
            if not here:
                self._accept(replace(self._evening, ended=self._occasion.now(), step=""))
        if self._evening.ended is not None:
            self._secure()
            say_good_night(self._evening, self._occasion, self._talk, self._lid)

    def _ask(
        self, step_id: str, *, alone: bool = False, at_once: bool = False
    ) -> tuple[Way | None, str]:
        """Ask a step; give the way it was left, and where to, where it was not simply answered."""
        self._here, evening = step_id, self._evening
        if step_id == "followup" and self._earlier is not None:
            evening, self._has_asked = self._earlier, True
        try:
            self._accept(
                STEPS[step_id].asked()(evening, self._asker(step_id, alone=alone, at_once=at_once))
            )
        except Wanted:
            return "go", "outreach"
        except Turned as turned:
            if turned.at_end:
                raise
            return turned.way, ""
        return None, ""

    def _asker(self, step_id: str, *, alone: bool, at_once: bool) -> Asker:
        return Asker(
            talk=self._talk,
            occasion=self._occasion,
            words=self._words(step_id),
            answer=self._accept,
            keep_in_list=self._keep_in_list,
            leave_out=self._leave_out,
            dismiss=self._dismiss,
            in_calendar=self._in_calendar,
            earlier=self._earlier,
            is_heavy=self._evening.tonight == "heavy",
            alone=alone,
            at_once=at_once,
            has_outreach="outreach" in self._path,
        )

    def _words(self, step_id: str) -> Words:
        """Give the words of a step, without a key in them that only a screen has."""
        return self._occasion.words(step_id).changed(self._say.under(f"{step_id}-"))

    def _alone(self, step_id: str) -> None:
        way, _ = self._ask(step_id, alone=True)
        if way in ("leave", "enough"):
            raise Turned("leave")

    def _reach(self) -> None:
        """Ask only about reaching out; an evening that has not begun stays at its beginning."""
        self._take_up_plan()
        if self._evening.ended is None and not self._evening.step:
            self._evening = replace(self._evening, step="arrive")
        self._alone("outreach")

    def _card(self) -> None:
        """Read an evening back that has ended, and ask what is to be done again."""
        card = self._occasion.words("card")
        ways = [(each, self._say["card-" + each]) for each in ("breathing", "outreach", "again")]
        while True:
            if self._evening.tonight == "not-okay":
                say_hard_night(self._occasion, self._talk)
                offered = [each for each in ways if each[0] != "outreach"]
            else:
                note = [self._evening.note] if self._evening.note else []
                lines = told(self._evening, self._occasion).split("\n")
                self._talk.say(card["title"] + ".", *lines, *note, self._occasion.closing)
                offered = ways
            picked = self._talk.pick(self._say["card"], offered).value
            if not picked:
                return
            if picked == "again":
                self._accept(replace(self._evening, ended=None, step="closing"))
                self._walk()
                return
            self._alone(picked)

    # Keeping

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

    # What is said around

    def _explained(self) -> Iterator[str]:
        return explained(self._here, self._occasion, self._say)

    @property
    def _lid(self) -> str:
        """What is said under good night: that all is kept, or in how far it is not."""
        say = self._occasion.words("standing")
        if self.kept.problem is not None:
            return self._say["unkept_end"]
        if self._opening.standing == "kept":
            return ""
        if self._opening.standing == "demo":
            return say["demo_end"]
        return say["private_end_before" if self._opening.kept else "private_end"]
