"""What a person does with the keys: answering, going on and back, leaving, looking back."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.reliability.machine.atoms import changes
from tests.reliability.machine.hands import deeds
from tests.reliability.machine.life import FIELDS, Life, counts
from tests.reliability.machine.standing import Act, Standing

STEPS = st.sampled_from(tuple(FIELDS)[:-1])
WHICH = st.integers(0, 12)
NUMBERS = st.integers(0, 10)
WORDS = st.sampled_from(
    ("rain", "Ana's soup", 'a "word"', "back\\slash", "# rest", "é, ü and 🌙", "'''", "[x]")
) | st.text("abc xyz=[]#\"'\\{}.é🌙", min_size=1, max_size=8).map(str.strip).filter(bool)
SECOND = 1.05
"""Seconds after the last key at which an answer counts as given more than a second ago."""


class Keys(Life):
    """The rules of one person at the keys of the window in front."""

    @rule(step=STEPS, which=WHICH, number=NUMBERS, text=WORDS, soon=st.booleans())
    def answer(self, step: str, which: int, number: int, text: str, soon: bool) -> None:
        """Answer one thing, in a step of the evening, and perhaps wait until that is kept."""
        if self.opened().standing.at in FIELDS and self.opened().standing.at != step:
            self.go_to(step)
        standing = self.opened().standing
        possible = deeds(standing, number, text)
        if not possible:
            self.go("enter")
            return
        deed = possible[which % len(possible)]
        self.say(f"at {standing.at}: {deed.name} ({number}, {text!r}){', at once' * soon}")
        after = self.do(*deed.acts)
        if after.done:
            counts["answers"] += 1
            if not deed.meant(after.held):
                self.fail(f"the program does not hold that {deed.name}, but {after.held}")
        if not soon:
            self.settle()

    @rule(step=STEPS, which=WHICH, number=NUMBERS, text=WORDS, soon=st.booleans())
    def answer_again(self, step: str, which: int, number: int, text: str, soon: bool) -> None:
        """Answer, since that is what is done most."""
        self.answer(step, which, number, text, soon)

    @rule(step=STEPS, which=WHICH, number=NUMBERS, text=WORDS, soon=st.booleans())
    def answer_once_more(self, step: str, which: int, number: int, text: str, soon: bool) -> None:
        """Answer, since that is what is done most."""
        self.answer(step, which, number, text, soon)

    @rule(which=WHICH, number=NUMBERS, text=WORDS, soon=st.booleans())
    def answer_here(self, which: int, number: int, text: str, soon: bool) -> None:
        """Answer one thing more on the screen that stands there, whichever it is."""
        self.answer(self.opened().standing.at, which, number, text, soon)

    @rule(step=STEPS)
    def go_to(self, step: str) -> None:
        """Choose a step in the palette."""
        self.say(f"go to {step}")
        self._without_answering(("go", step))

    @rule(way=st.sampled_from(("enter", "escape", "e", "m", "f1", "ctrl+l", "o")))
    def go(self, way: str) -> None:
        """Press a key that is no answer."""
        standing = self.opened().standing
        if len(way) == 1 and (standing.on_line or (standing.at == "LookBack" and way == "o")):
            return
        self.say(f"press {way}")
        self._without_answering(("press", way))

    @rule()
    def skip(self) -> None:
        """Want nothing here tonight, although it was answered."""
        standing = self.opened().standing
        if standing.at in FIELDS and standing.at != "LookBack":
            self.say(f"nothing here tonight, at {standing.at}")
            self.do(("press", "s"), ("press", "s"))

    @rule()
    def a_second_passes(self) -> None:
        """Do nothing for more than a second."""
        self.settle()

    @rule(key=st.sampled_from(("q", "ctrl+q", "ctrl+c")))
    def leave(self, key: str) -> None:
        """Leave the window in front."""
        if self.windows and not self.windows[0].is_held_up:
            self.say(f"leave with {key}")
            self.do(("press", key))
            counts["left"] += 1

    # Looking back

    @rule()
    def look_back(self) -> None:
        """Look back on earlier evenings."""
        self.settle()
        self.say("look back")
        self._without_answering(("look", "back"))

    @rule(undo=st.booleans())
    def take_away(self, undo: bool) -> None:
        """Take the evening away that is looked at, and perhaps have it back."""
        standing = self.opened().standing
        day = standing.looked_at
        if day is None or day == standing.tonight or day in self.broken or standing.on_line:
            return
        if len(self.windows) > 1:
            return
        self.settle()
        before, text = self.of(day), self.disk.text(day)
        del self.owed[day]
        self.say(f"{day} is taken away{', and put back' * undo}")
        self.do(("press", "x"))
        if self.disk.text(day) or text not in self.disk.copies(day):
            self.fail(f"{day} should be gone, with a copy")
        if undo:
            self.do(("press", "u"))
            self.owed[day] = before
            self.check()

    # Being killed

    @rule()
    def killed(self) -> None:
        """Be killed with nothing under way but what was answered just now."""
        if self.windows:
            self.say("killed")
            self._killed(lambda window: window.kill())

    @rule(which=WHICH, number=NUMBERS, text=WORDS, after=st.integers(0, 30))
    def killed_while_answering(self, which: int, number: int, text: str, after: int) -> None:
        """Be killed so many milliseconds after the first of some keys."""
        standing = self.opened().standing
        if possible := deeds(standing, number, text):
            deed = possible[which % len(possible)]
            self.say(f"killed {after} ms into: {deed.name}, at {standing.at}")
            self._killed(lambda window: window.kill(deed.acts, after / 1000), standing)

    @rule(which=WHICH, number=NUMBERS, text=WORDS, calls=st.integers(1, 16))
    def killed_while_saving(self, which: int, number: int, text: str, calls: int) -> None:
        """Be killed at one of the calls of a save."""
        standing = self.opened().standing
        if possible := deeds(standing, number, text):
            deed = possible[which % len(possible)]
            self.say(f"killed at call {calls} of saving: {deed.name}, at {standing.at}")
            self._killed(lambda window: window.doom(calls, deed.acts), standing)

    @rule(step=STEPS, which=WHICH, number=NUMBERS, text=WORDS, lucky=st.integers(0, 3))
    def killed_a_second_after(
        self, step: str, which: int, number: int, text: str, lucky: int
    ) -> None:
        """Be killed a whole second after the last key, with nothing done to help the saving."""
        self.answer(step, which, number, text, soon=True)
        if len(self.windows) == 1 and not lucky and not self.broken and not self.windows[0].is_full:
            self.say("killed a second later")
            self.windows[0].live_on(SECOND)
            counts["kills after a whole second"] += 1
            self.pending = {each for each in self.pending if each[0] is not self.windows[0]}
            self._killed(lambda window: window.kill())

    def _killed(self, kill: object, unheard: Standing | None = None) -> None:
        counts["kills"] += 1
        window = self.windows[0]
        assert callable(kill)
        kill(window)
        self.ended(window, unheard)

    def _without_answering(self, *acts: Act) -> None:
        """Do what takes no answer back."""
        window = self.opened()
        before = window.held if window.was_at != "Standing" else {}
        if window.standing.at == "outreach" and window.standing.on_line:
            before = {}  # a blank that is begun counts now, and takes the place of what was offered
        self.do(*acts)
        for day, held in window.held.items():
            gone = [
                path
                for path, (_, new) in changes(before.get(day, held), held).items()
                if new is None
            ]
            if gone:
                self.fail(f"{gone} went without being taken back")
