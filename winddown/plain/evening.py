"""The evening in lines: what is said before its first step and after its last, and its card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from winddown.commands.saying import WIDTH
from winddown.commands.telling import Teller
from winddown.errors import WinddownError
from winddown.plain.around import say_good_night, say_hard_night
from winddown.plain.prompt import Turned
from winddown.plain.steps import Walking
from winddown.refused import plainly
from winddown.routine.evening_told import evening_told
from winddown.routine.page_lines import page_lines
from winddown.routine.words import Words

AT_A_LOSS = ("elsewhere", "unwritable", "left-aside")
"""How tonight stands where a person has to say what is to be done."""


class PlainEvening(Walking):
    """Opens an evening as it stands, asks it, and says what became of it."""

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
            self._go_through()
        else:
            self._card()

    def _about(self, first: Words) -> Iterator[str]:
        lines = self._say.under("first-").get("lines", first.each("lines"))
        for at, line in enumerate(lines):
            if at != 1 or not self._occasion.is_private:
                yield line

    # After the last step

    def _go_through(self) -> None:
        """Ask the steps, and say good night after the last of them."""
        self._walk()
        self._secure()
        say_good_night(self._evening, self._occasion, self._talk, self._lid)

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
                lines = evening_told(self._evening, self._occasion).split("\n")
                self._talk.say(card["title"] + ".", *lines, *note, self._occasion.closing)
                offered = ways
            picked = self._talk.pick(self._say["card"], offered).value
            if not picked:
                return
            if picked == "again":
                self._accept(replace(self._evening, ended=None, step="closing"))
                self._go_through()
                return
            self._alone(picked)

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
