"""What the machine knows of a person's evenings: what they gave, and where it must be found."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from datetime import date, datetime
from pathlib import Path as FilePath

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from tests.reliability.machine.atoms import Atoms, Path, atoms, changes
from tests.reliability.machine.disk import Disk, answers_in
from tests.reliability.machine.owed import Owed
from tests.reliability.machine.standing import Act, Held, Standing
from tests.reliability.machine.window import Window
from tests.ui.followups import made
from tests.ui.hands import earlier
from tests.ui.night import Clock
from winddown.data import evenings

FIELDS = {
    "arrive": ("tonight", "settled"),
    "followup": ("outreach",),
    "breathing": ("breathing", "settled"),
    "comforts": ("comforts",),
    "reflection": ("reflections", "in_touch"),
    "outreach": ("outreach",),
    "closing": ("note", "keep_out"),
    "LookBack": ("note", "keep_out"),
}
"""The answers that can be given on a screen."""
REMEMBERED = 6
"""So many older versions of a file are at hand for a program that syncs."""

counts: Counter[str] = Counter()
"""What was done so far, over all runs of the machine in this process."""
failures: list[str] = []
"""The story of each run that failed, the shortest last."""


class Life(RuleBasedStateMachine):
    """One home, its windows, and the answers that are owed; subclasses say what can happen."""

    def __init__(self) -> None:
        """Begin on a Friday evening."""
        super().__init__()
        self.home = FilePath(tempfile.mkdtemp(prefix="winddown-evenings-"))
        self.disk = Disk(self.home)
        self.now: datetime = Clock.wall
        self.owed: dict[date, Owed] = {}
        self.windows: list[Window] = []
        """Those that are open; the keys go to the first."""
        self.pending: set[tuple[Window, date, Path]] = set()
        """What was answered within the last second: it may be gone if the program is killed."""
        self.rewound: dict[tuple[Window, date], Atoms] = {}
        """What a program that syncs took out of a file while a window held it."""
        self.broken: dict[date, str | None] = {}
        """What stood in a file before it was broken."""
        self.lines_written = 0
        self.versions: dict[date, list[str]] = {}
        self.answered: set[date] = set()
        self.story: list[str] = []

    @initialize(past=st.sampled_from(["nothing", "an evening", "a plan"]))
    def begin(self, past: str) -> None:
        """Have lived before, or not."""
        self.say(f"before tonight there was {past}")
        if past != "nothing":
            before = made() if past == "a plan" else earlier(1, note="thunder")
            evenings.save(self.disk.where, None, before)
            self.of(before.evening).reread(self.disk.atoms(before.evening))

    # Windows

    def opened(self) -> Window:
        """Give the window in front; where there is none, open one."""
        return self.windows[0] if self.windows else self.open()

    def open(self) -> Window:
        """Open a window, before all others."""
        if not self.windows:
            self._reread()
        window = Window(self.home, self.now)
        counts["starts"] += 1
        self.say(f"started, at {window.standing.at}")
        self.windows.insert(0, window)
        if len(self.windows) > 1 and window.standing.keeps:
            for owed in self.owed.values():
                owed.share()
        self.heard(window, window.standing)
        if window.standing.keeps and not self.is_contended:
            for day, held in window.held.items():
                if held != self.disk.atoms(day):
                    self.fail(f"{day} opened as {held}, and on disk is {self.disk.atoms(day)}")
        return window

    @property
    def is_contended(self) -> bool:
        """True while something may be otherwise on disk than a window knows."""
        return bool(len(self.windows) > 1 or self.broken or self.pending)

    def _reread(self) -> None:
        for day, owed in self.owed.items():
            owed.reread(answers_in(self._whole(day)))

    def _whole(self, day: date) -> str:
        """Give an evening's file as it stands, or stood before it was broken."""
        return (self.broken[day] or "") if day in self.broken else self.disk.text(day)

    def do(self, *acts: Act) -> Standing:
        """Have the window in front be answered."""
        window = self.opened()
        return self.heard(window, window.do(*acts))

    def heard(self, window: Window, standing: Standing) -> Standing:
        """Take note of what a window says it holds now."""
        self.now = standing.now
        if window.was_at == "Standing":
            window.held = {}  # what it read there was nobody's answer
        for held in (*standing.passed, standing.held):
            self._follow(window, standing, held)
        window.was_at = standing.at
        if standing.at == "gone":
            self.ended(window)
        return standing

    def _follow(self, window: Window, standing: Standing, tables: Held) -> None:
        before = window.held
        window.held = {day: atoms(table) for day, table in tables.items()}
        for day, held in window.held.items():
            for path, (old, new) in changes(before.get(day, held), held).items():
                self.answered.add(day)
                taken = self.rewound.get((window, day), {})
                if old is not None and taken.get(path) == old:
                    del taken[path]
                if standing.keeps or (day != standing.tonight and not standing.is_private):
                    self.of(day).answered(path, old, new)
                    self.pending.add((window, day, path))

    def ended(self, window: Window, unheard: Standing | None = None) -> None:
        """Find that nothing is lost with a window that has left, or was killed.

        Args:
            window: the one that is no longer there.
            unheard: how it stood, where it was killed while something was being answered.
        """
        self.windows.remove(window)
        if window.standing.at == "gone":  # it was left, and keeps all it can before that
            self.pending -= {each for each in self.pending if self._is_kept(each, window)}
        self.check(unheard)
        late = {each for each in self.pending if each[0] is window}
        self.pending -= late
        for day, owed in self.owed.items():
            paths = {path for _, each, path in late if each == day}
            if unheard is not None:
                paths |= {path for path, _ in owed.anywhere if path[0] in FIELDS[unheard.at]}
            places = [answers_in(each) for each in (self._whole(day), *self.disk.copies(day))]
            for path in paths:
                owed.forgive(path, places)
        if not any(each.standing.keeps for each in self.windows):
            self._reread()

    # What is owed

    def of(self, day: date) -> Owed:
        """Give what is owed of an evening."""
        if day not in self.owed:
            self.owed[day] = Owed()
            if day not in self.broken:  # a kill may have left there what was never heard of
                self.owed[day].reread(self.disk.atoms(day))
            if len(self.windows) > 1:
                self.owed[day].share()
        return self.owed[day]

    def settle(self) -> None:
        """Let more than a second pass, and find everything that was answered until now."""
        for window in list(self.windows):
            self.heard(window, window.tell("second"))
            kept = {each for each in self.pending if self._is_kept(each, window)}
            self.pending -= kept
            for day in {day for _, day, _ in kept}:
                # It has written again, and can have seen what another took away.
                self.of(day).anywhere |= set(self.rewound.pop((window, day), {}).items())
        self.check()

    def _is_kept(self, each: tuple[Window, date, Path], window: Window) -> bool:
        """Tell whether an answer is this window's and nothing is in its way to the disk."""
        return each[0] is window and not window.is_held_up and each[1] not in self.broken

    def check(self, unheard: Standing | None = None) -> None:
        """Find everything that was given, but for what was given within the last second."""
        for day, owed in self.owed.items():
            if day in self.broken:
                continue
            text, copies = self.disk.text(day), self.disk.copies(day)
            file, others = answers_in(text), [answers_in(each) for each in copies]
            free = [path for _, each, path in self.pending if each == day]
            if unheard is not None:
                paths = [*file, *owed.stands, *(path for path, _ in owed.anywhere)]
                free += [path for path in paths if path[0] in FIELDS[unheard.at]]
            lost = owed.missing(file, others, free) + owed.missing_lines(text, copies)
            if lost:
                self.fail(f"{day}: {'; '.join(lost)}")
            versions = self.versions.setdefault(day, [])
            if text and text not in versions:
                self.versions[day] = [*versions, text][-REMEMBERED:]

    @invariant()
    def no_file_is_torn(self) -> None:
        """Find every file whole, and what is another's untouched."""
        torn = list(self.disk.torn())
        if torn:
            counts["torn"] += 1
            self.fail(f"torn: {torn}")

    # Telling

    def say(self, what: str) -> None:
        """Tell what happens, for whoever reads how it failed."""
        self.story.append(what)
        note(what)

    def fail(self, what: str) -> None:
        """Tell what is wrong, with all that led there."""
        failures.append("\n  ".join(["", *self.story, f"=> {what}"]))
        if len(failures) == 1:
            print(
                f"lost: {failures[0]}", file=sys.stderr, flush=True
            )  # making it shorter takes a while
        raise AssertionError(what)

    def teardown(self) -> None:
        """Leave nothing behind."""
        for window in self.windows:
            window.kill()
        counts["evenings"] += len(self.answered)
        shutil.rmtree(self.home)
