"""Every system call of everything that is written: each fails in turn, and each is a last one."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.reliability.faulty import calls_within, failing_within, killed_within
from tests.reliability.figure import Figure
from tests.reliability.programs import Outcome, outcome, well_or_not
from tests.reliability.saves import (
    ACTS,
    Act,
    Reference,
    complete,
    differing,
    files_in,
    home_in,
    is_unfinished,
)
from tests.reliability.tracing import Call, calls_of, traced, why_not

ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT", "EINTR")

PROMISE = "Whatever call of a save fails or is its last, the old file is whole or the new one is."


class Tally:
    """What was tried, and what came of it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.calls = self.kills = self.failures = 0
        self.torn: list[str] = []
        self.left: list[str] = []
        self.other: list[str] = []
        """Tracebacks, locks that stay held, later writes that do not succeed."""

    @property
    def kept(self) -> bool:
        """True while nothing went wrong."""
        return not (self.torn or self.left or self.other)


class Homes:
    """One act's home as it is before the act, copied anew for each case."""

    def __init__(self, folder: Path, act: Act) -> None:
        """Prepare the home once, and do the act once as it goes when nothing fails."""
        self._folder, self._numbers, self.act = folder, count(), act
        (folder / "usual").mkdir(parents=True)
        act.prepare(home_in(folder / "usual"))
        with self.another() as home:
            before = files_in(home_in(home))
            act.do(home_in(home))
            self.known = Reference(before, files_in(home_in(home)))

    @contextmanager
    def another(self) -> Iterator[Path]:
        """Give a home on which nothing was tried yet."""
        home = self._folder / f"{next(self._numbers)}" / "home"
        shutil.copytree(self._folder / "usual", home)
        yield home
        shutil.rmtree(home.parent)


class Way(NamedTuple):
    """A way to have calls fail: from outside, by strace, or within the program."""

    calls_of: Callable[[Callable[[], object]], list[Call]]
    failing: Callable[[Callable[[], object], Call, str], Outcome]
    killed: Callable[[Callable[[], object], Call], Outcome]
    then: Callable[[Callable[[], object]], Outcome]
    """Writes the next time: in a new program, or on in this one."""


def _failing(work: Callable[[], object], call: Call, error: str) -> Outcome:
    became, trace = traced(work, f"trace={call.name}", call.fails(error))
    assert "(INJECTED)" in trace, f"{call} was never made"
    return became


def _killed(work: Callable[[], object], call: Call) -> Outcome:
    return traced(work, f"trace={call.name}", call.kills)[0]


BY_STRACE = Way(calls_of, _failing, _killed, outcome)
WITHIN = Way(calls_within, failing_within, killed_within, well_or_not)


def try_act(folder: Path, name: str, act: Act, way: Way, tally: Tally, every: int = 1) -> None:
    """Try each call of an act, or only every so-many-th of the cases."""
    homes = Homes(folder, act)
    # Nothing of the path has a place in what is counted, whichever home it is.
    with homes.another() as home:
        calls = way.calls_of(partial(act.do, home_in(home)))
    tally.calls += len(calls)
    cases = [(call, error) for call in calls for error in (*ERRORS, "KILL")]
    # Never the same error each time.
    for call, error in cases[:: every + (every % (len(ERRORS) + 1) == 0)]:
        where = f"{name}, {call.name} {call.number}, {error}"
        with homes.another() as home:
            _try(homes, home, call, error, way, tally, where)


def _try(
    homes: Homes, home: Path, call: Call, error: str, way: Way, tally: Tally, where: str
) -> None:
    do = partial(homes.act.do, home_in(home))
    if error == "KILL":
        tally.kills += 1
        became = way.killed(do, call)
        if became.code != -signal.SIGKILL:
            tally.other.append(f"{where}: it was not killed, and ended with {became.code}")
    else:
        tally.failures += 1
        became = way.failing(do, call, error)
        if not became.is_plain:
            tally.other.append(f"{where}: ended with {became.code}: {became.said!r}")
    now, known = files_in(home_in(home)), homes.known
    tally.torn += [f"{where}: {fault}" for fault in known.faults(now)]
    if error != "KILL":
        tally.left += [f"{where}: {each} is left" for each in now if is_unfinished(each)]
    if became.code == 0 and differing(now, known.after):
        tally.other.append(f"{where}: it said nothing, and is not done")
    then = way.then(partial(_said, partial(complete, home_in(home), homes.act, known)))
    if then.code:
        tally.other.append(f"{where}: {then.said}")


class Wrong(Exception):
    """What was found wrong by a program of its own."""


def _said(look: Callable[[], list[str]]) -> None:
    if wrong := look():
        raise Wrong("; ".join(wrong))


def tallied(way: Way, every: int = 1) -> Tally:
    """Try everything that is written."""
    tally = Tally()
    with folder_in_memory() as folder:
        for number, (name, act) in enumerate(ACTS.items()):
            try_act(folder / str(number), name, act, way, tally, every)
    return tally


@contextmanager
def folder_in_memory() -> Iterator[Path]:
    """Give a folder on a disk in memory where there is one, since a case waits for the disk."""
    fast = Path("/dev/shm")  # noqa: S108  it has a folder of its own within
    with tempfile.TemporaryDirectory(dir=fast if os.access(fast, os.W_OK) else None) as folder:
        yield Path(folder)


def measure(scale: float = 1.0) -> Figure:
    """Try every call with every error and a kill; with a smaller scale, that part of the cases."""
    hindrance = why_not()
    way = WITHIN if hindrance else BY_STRACE
    tally = tallied(way, every=max(1, round(1 / scale)))
    tried = (
        f"{tally.calls} system calls of {len(ACTS)} kinds of writing: "
        f"{tally.kills} kills, {tally.failures} failing calls"
    )
    if hindrance:
        tried += f" (within the program alone, since {hindrance})"
    result = f"{len(tally.torn)} torn, {len(tally.left)} left behind, {len(tally.other)} else wrong"
    for wrong in (*tally.torn, *tally.left, *tally.other):
        print(wrong, file=sys.stderr)
    return Figure(PROMISE, tried, result, tally.kept)
