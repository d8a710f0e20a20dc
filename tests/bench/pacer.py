"""The breathing light: processor time and bytes a second, beside a loop that only writes.

The loop writes what winddown wrote, in the same moments, and computes nothing: the least
that these frames can cost. What is asked of the light are figures of its own, since over a
slow line and on an old machine those decide.
"""

from __future__ import annotations

import statistics
import sys
import time
from base64 import b64encode
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.bench.bare import WORDS
from tests.bench.figure import Figure, ratio
from tests.bench.opened import BARE, LAST_WORD, WINDDOWN, Opened, opened
from tests.bench.process import worked
from tests.bench.table import shown
from winddown.data.content import patterns
from winddown.routine.breathing import STARTER, moment_at
from winddown.widgets.pacer import TICK

SIZES = ((80, 24), (120, 40), (200, 60))
SECONDS, ROUNDS = 8.0, 9
"""How long one window is watched, and how often."""
STARTS = 0.5
"""Seconds into the first breath: until then the whole screen is drawn."""
TOGETHER = 0.005
"""Seconds within which pieces belong to one frame."""
MOST = {"full": (4.0, 40.0), "gentle": (2.0, 20.0)}
"""Percent of a core and kilobytes a second that breathing may take at 120x40."""
QUICK = 0.16
"""Share of a full breath in a second from which on every frame shows a change."""
MOST_GAP, MOST_IDLE = 1.15, 1.5
REPLAY = (sys.executable, "-m", "tests.bench.replay")


class Watched(NamedTuple):
    """What a program did while it was watched."""

    percent: float
    """Of one core."""
    kb: float
    """Kilobytes (1,000 bytes) written in a second."""
    frames: tuple[tuple[float, bytes], ...]
    """Each frame, with the seconds since the beginning."""


def watched(program: Opened, seconds: float = SECONDS) -> Watched:
    """Watch a program for so long."""
    began, spent = time.perf_counter(), worked(program.pid)
    frames: list[tuple[float, bytes]] = []
    last = -1.0
    while (left := began + seconds - time.perf_counter()) > 0:
        if drawn := program.read(left):
            moment = time.perf_counter() - began
            if moment - last < TOGETHER:
                begun, before = frames.pop()
                frames.append((begun, before + drawn))
            else:
                frames.append((moment, drawn))
            last = moment
    took = time.perf_counter() - began
    return Watched(
        100 * (worked(program.pid) - spent) / took,
        sum(len(drawn) for _, drawn in frames) / took / 1000,
        tuple(frames),
    )


def breathing(folder: Path, columns: int, rows: int, motion: str) -> Watched:
    """Watch a first evening's breath, which is the shortest and so the quickest."""
    home = folder / f"breathing-{motion}"
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "config.toml").write_text(f'motion = "{motion}"\n', encoding="utf-8")
    with opened((*WINDDOWN, "breathe"), home, columns, rows) as program:
        program.until("breathe in")
        watched(program, STARTS)
        return watched(program)


def replayed(folder: Path, before: Watched, columns: int, rows: int) -> Watched:
    """Watch a loop that writes the same."""
    file = folder / "frames"
    lines = (f"{moment} {b64encode(drawn).decode('ascii')}\n" for moment, drawn in before.frames)
    file.write_text("".join(lines), encoding="ascii")
    with opened((*REPLAY, str(file)), folder, columns, rows) as program:
        program.until("ready")
        return watched(program)


def gaps(frames: Sequence[tuple[float, bytes]], tick: float) -> list[float]:
    """Give the gaps between frames, as shares of `tick`, as long as every frame shows a change.

    Where the breath turns, the edge of the light moves by less than any cell can show.
    """
    breath = next(pattern for pattern in patterns() if pattern.id == STARTER)
    found = []
    for (earlier, _), (later, _) in pairwise(frames):
        before, after = (moment_at(breath, STARTS + each) for each in (earlier, later))
        if before.phase == after.phase and abs(after.fill - before.fill) >= QUICK * tick:
            found.append((later - earlier) / tick)
    return found


def idle(command: Sequence[str], folder: Path) -> Watched:
    """Watch a program at which nobody presses anything."""
    home = folder / "idle"
    home.mkdir(exist_ok=True)
    with opened(command, home, 120, 40) as program:
        program.until(LAST_WORD if command == WINDDOWN else WORDS)
        program.rest(1.0)
        return watched(program)


def _figure(what: str, ours: float, floor: float, most: float | None, unit: str) -> Figure:
    goal = "no goal" if most is None else f"at most {most:g} {unit}"
    kept = most is None or ours <= most
    return Figure(
        what,
        f"{ours:.2f} {unit}",
        f"{floor:.2f} {unit}, a loop that writes the same",
        f"{ours:.2f} {unit}",
        goal,
        kept,
    )


def measure(folder: Path) -> Iterator[Figure]:
    """Measure the light that breathes, and the screens on which nothing moves."""
    uneven: dict[str, list[float]] = {motion: [] for motion in MOST}
    for columns, rows in SIZES:
        for motion, most in MOST.items():
            rounds = [breathing(folder, columns, rows, motion) for _ in range(ROUNDS)]
            floor = replayed(folder, rounds[-1], columns, rows)
            percent, kb = most if (columns, rows) == (120, 40) else (None, None)
            at = f"Breathing at {columns}x{rows}, motion {motion}"
            ours = statistics.median(each.percent for each in rounds)
            yield _figure(f"{at}: processor time.", ours, floor.percent, percent, "% of a core")
            ours = statistics.median(each.kb for each in rounds)
            yield _figure(f"{at}: bytes sent.", ours, floor.kb, kb, "kB/s")
            if rows > SIZES[0][1]:  # in a small window many a frame has nothing to show
                uneven[motion] += [
                    gap for each in rounds for gap in gaps(each.frames, TICK[motion])
                ]
    for motion, found in uneven.items():
        late = sorted(found)[int(len(found) * 0.99)]
        yield ratio(
            f"From one frame to the next while it moves, p99: motion {motion}.",
            late * TICK[motion] * 1000,
            TICK[motion] * 1000,
            "as it is meant to be",
            MOST_GAP,
        )
    yield from _idle(folder)


def _idle(folder: Path) -> Iterator[Figure]:
    """Measure a screen on which nothing moves."""
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(idle(WINDDOWN, folder))
        bare.append(idle(BARE, folder))
    yield ratio(
        "A screen on which nothing moves: processor time.",
        statistics.median(each.percent for each in ours),
        statistics.median(each.percent for each in bare),
        "a Textual app with one line",
        MOST_IDLE,
        "% of a core",
    )
    sent = sum(len(drawn) for each in ours for _, drawn in each.frames)
    yield Figure(
        "A screen on which nothing moves: bytes sent.",
        f"{sent} bytes",
        "0 bytes, nothing to show",
        f"{sent} bytes",
        "0 bytes",
        sent == 0,
    )


if __name__ == "__main__":
    sys.exit(shown([measure]))
