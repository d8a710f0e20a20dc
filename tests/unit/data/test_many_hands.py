"""However many write one evening by turns, whatever any of them said stands somewhere."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.reliability.machine import others
from tests.reliability.machine.atoms import Atoms, atoms, changes
from tests.reliability.machine.disk import Disk, answers_in
from tests.reliability.machine.owed import Owed
from tests.unit.data.homes import BEGUN, DAY
from winddown.data.evenings import load, save
from winddown.data.records import tables_of
from winddown.routine.evening import ChosenComfort, Evening, Plan, Reflection, Settled

PROGRAMS = st.integers(0, 2)
TEXTS = st.sampled_from(("rain", "snow", "wind"))
COMFORTS = st.sampled_from(
    (ChosenComfort(text="tea"), ChosenComfort(text="bath"), ChosenComfort(id="cat", text="A cat"))
)
READINGS = st.sampled_from((None, "rest", "away"))
REFLECTIONS = st.builds(
    Reflection,
    id=st.just("scroll"),
    text=st.just("Scrolling"),
    reading=READINGS,
    from_what=TEXTS | st.just(""),
)
PLANS = st.builds(Plan, who=TEXTS, text=TEXTS, on=st.just(DAY), cue=TEXTS | st.just(""))
ANSWERS: dict[str, st.SearchStrategy[object]] = {
    "tonight": st.sampled_from((None, "light", "heavy")),
    "note": TEXTS | st.just(""),
    "in_touch": st.sampled_from(((), ("Sam",), ("Sam", "Ana"))),
    "settled": st.builds(Settled, before=st.none() | st.just(3), after=st.none() | st.just(7)),
    "comforts": st.lists(COMFORTS, unique=True, max_size=3).map(tuple),
    "reflections": st.lists(REFLECTIONS, max_size=1).map(tuple),
    "outreach": st.none() | PLANS,
}


def _answer(name: str) -> st.SearchStrategy[Mapping[str, object]]:
    return ANSWERS[name].map(lambda value: {name: value})


class Program:
    """A program that has an evening open, as it last read or wrote it."""

    def __init__(self, disk: Disk) -> None:
        self.evening = load(disk.where, DAY) or BEGUN
        self.known = load(disk.where, DAY)
        self.taken: Atoms = {}
        """What it said and another took away, which it can see with its next save."""

    @property
    def holds(self) -> Atoms:
        return atoms(tables_of(self.evening))


class ManyHands(RuleBasedStateMachine):
    """Three programs, an editor and one that syncs, all in one file."""

    def __init__(self) -> None:
        super().__init__()
        self.disk = Disk(Path(tempfile.mkdtemp(prefix="winddown-hands-")))
        self.owed = Owed()
        self.owed.share()
        self.programs = [Program(self.disk) for _ in range(3)]
        self.versions: list[str] = []

    @rule(which=PROGRAMS, answers=st.sampled_from(sorted(ANSWERS)).flatmap(_answer))
    def said(self, which: int, answers: Mapping[str, object]) -> None:
        program = self.programs[which]
        before = program.holds
        evening: Evening = replace(program.evening, **answers)  # type: ignore[arg-type]
        if evening == program.evening:
            return
        save(self.disk.where, program.known, evening)
        program.known = program.evening = evening
        for path, (old, new) in changes(before, program.holds).items():
            self.owed.answered(path, old, new)
            if program.taken.get(path) == old:
                program.taken.pop(path, None)
        self.owed.anywhere |= set(program.taken.items())
        program.taken = {}
        self.versions.append(self.disk.text(DAY))

    @rule(which=PROGRAMS)
    def opened_anew(self, which: int) -> None:
        self.programs[which] = Program(self.disk)

    @rule(edit=st.sampled_from(others.ANSWERS), number=st.integers(0, 3), words=TEXTS)
    def changed_by_hand(self, edit: others.Edit, number: int, words: str) -> None:
        if before := self.disk.text(DAY):
            self._put(before, edit(before, number, words))

    @rule(which=st.integers(0, 5))
    def set_back(self, which: int) -> None:
        if self.versions:
            before = self.disk.text(DAY)
            after = self.versions[-1 - which % len(self.versions)]
            gone = changes(answers_in(before), answers_in(after))
            for program in self.programs:
                holds = program.holds
                program.taken |= {
                    path: old
                    for path, (old, _) in gone.items()
                    if old is not None and holds.get(path) == old
                }
            self._put(before, after)

    def _put(self, before: str, after: str) -> None:
        self.disk.put(self.disk.where.evening(DAY), after)
        self.owed.changed_by_another(answers_in(before), answers_in(after))

    @invariant()
    def everything_stands_somewhere(self) -> None:
        text = self.disk.text(DAY)
        copies = [atoms(tomllib.loads(copy)) for copy in self.disk.copies(DAY)]
        assert self.owed.missing(answers_in(text), copies) == []
        assert list(self.disk.torn()) == []

    def teardown(self) -> None:
        shutil.rmtree(self.disk.home)


TestManyHands = ManyHands.TestCase
TestManyHands.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
