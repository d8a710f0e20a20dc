"""What happens around the program: the clock, the disk, another window, and night after night."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.reliability.machine.editing import Editing
from tests.reliability.machine.keys import NUMBERS, STEPS, WORDS
from tests.reliability.machine.life import counts
from winddown.data.config import Config
from winddown.routine.evening import evening_of

JUMPS = {
    "an hour back": timedelta(hours=-1),
    "past the end of the day": timedelta(hours=9),
    "a suspended laptop": timedelta(hours=3),
    "a year back": timedelta(days=-365),
    "a minute": timedelta(minutes=1),
}
BACK_AT = timedelta(hours=21, minutes=30)


class Evenings(Editing):
    """Everything that can happen to a person's evenings."""

    @rule(room=st.sampled_from((0, 100, 300)))
    def disk_full(self, room: int) -> None:
        """Have no room for a file."""
        window = self.opened()
        self.settle()
        if self.windows and not window.is_full:
            self.say(f"the disk has {room} bytes left")
            counts["full disks"] += 1
            window.is_full = True
            window.tell("disk", room)

    @rule()
    def disk_free(self) -> None:
        """Have room again, in every window."""
        for window in self.windows:
            if window.is_full:
                self.say("the disk has room again")
                window.is_full = False
                window.tell("disk", -1)

    @rule(jump=st.sampled_from(tuple(JUMPS)))
    def clock_jumps(self, jump: str) -> None:
        """Have another time on the wall."""
        self.say(f"the clock: {jump}")
        counts["clock jumps"] += 1
        self.now += JUMPS[jump]
        for window in self.windows:
            window.tell("wall", self.now)

    @rule()
    def the_other_window(self) -> None:
        """Turn to the other window; open it if there is none."""
        if len(self.windows) == 1 and not self.windows[0].is_full:
            self.settle()
            self.say("a second window")
            counts["second windows"] += 1
            self.open()
        elif len(self.windows) > 1:
            self.say("the other window")
            self.windows.reverse()

    @rule(step=STEPS, number=NUMBERS, text=WORDS, soon=st.booleans())
    def next_evening(self, step: str, number: int, text: str, soon: bool) -> None:
        """Close everything, and begin on another evening with an answer."""
        self.mended()
        self.disk_free()
        self.settle()
        while self.windows:
            self.leave("ctrl+q")
        tomorrow = evening_of(self.now, Config().day_ends) + timedelta(days=1)
        midnight = self.now.replace(hour=0, minute=0, second=0)
        self.now = midnight + (tomorrow - midnight.date()) + BACK_AT
        self.say(f"it is the evening of {tomorrow}")
        self.answer(step, number, number, text, soon)

    @rule(step=STEPS, number=NUMBERS, text=WORDS, soon=st.booleans())
    def another_evening(self, step: str, number: int, text: str, soon: bool) -> None:
        """Go on to the next one, since there are to be many."""
        self.next_evening(step, number, text, soon)

    @rule(step=STEPS, number=NUMBERS, text=WORDS, soon=st.booleans())
    def yet_another_evening(self, step: str, number: int, text: str, soon: bool) -> None:
        """Go on to the next one, since there are to be many."""
        self.next_evening(step, number, text, soon)

    @rule(step=STEPS, number=NUMBERS, text=WORDS, soon=st.booleans())
    def one_evening_more(self, step: str, number: int, text: str, soon: bool) -> None:
        """Go on to the next one, since there are to be many."""
        self.next_evening(step, number, text, soon)
