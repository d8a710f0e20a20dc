"""From a key to its paint, on every screen of the evening, beside a bare Textual app."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from tests.bench import homes
from tests.bench.bare import OTHER, WORDS
from tests.bench.figure import Figure
from tests.bench.looking_back import NEWEST, REVIEW
from tests.bench.opened import BARE, LAST_WORD, WINDDOWN, Opened, opened
from tests.bench.table import shown
from tests.terminal.evening import TONIGHT, prepared

ROUNDS, KEYS = 15, 8
"""Rounds in turns, and keys pressed one after another in each."""
MOST_WITHIN, MOST_CHANGE, MOST_SLOWEST = 2.0, 3.0, 30.0
"""How many times the bare app a key may take, and a change of screen; the slowest, in ms."""
QUIET, SETTLED = 0.03, 0.6
"""Seconds without a byte after which a key, or a new screen, has wholly had its answer."""
MOVING = 0.15
"""Seconds for which what moves is let go on before a key."""
DOWN, UP, LEFT, RIGHT, BACK = "\x1b[B", "\x1b[A", "\x1b[D", "\x1b[C", "\x7f"

Step = tuple[str, str]
"""A key, and the words that are drawn after it; empty for anything."""


class Place(NamedTuple):
    """A screen, and what is pressed there."""

    name: str
    keys: tuple[Step, ...]
    """Pressed in turns; each of them changes something to be seen."""
    way: tuple[Step, ...] = ()
    """What leads there from the place before."""
    undo: tuple[Step, ...] = ()
    """What has to follow each of the keys, where something moves until one is pressed."""


UP_AND_DOWN = ((DOWN, ""), (UP, ""))
WITHIN = (
    Place("arriving", UP_AND_DOWN, ((DOWN, ""),)),
    Place("a scale", ((RIGHT, ""), (LEFT, "")), (("\t", ""), (RIGHT, ""))),
    Place("any news", UP_AND_DOWN, (("\r", "Any news?"), (DOWN, ""))),
    Place(
        "breathing, beside the light as it moves",
        ((" ", "go on"),),
        (("\r", "breathe"), ("\r", "breathe in")),
        undo=((" ", "pause"),),
    ),
    Place("comforts", UP_AND_DOWN, (("s", "Something kind"),)),
    Place("notice", UP_AND_DOWN, (("\r", "What filled"), (DOWN, ""))),
    Place("reach", ((" ", ""), (" ", "")), (("\r", "One small"),)),
    Place("close", (("m", ""), ("m", "")), (("\r", "That was"),)),
    Place("the settings", UP_AND_DOWN, ((",", "Comforts"),)),
    Place("help", UP_AND_DOWN, ((BACK, "That was"), ("?", "Someone to turn to"))),
)
CHANGES = Place(
    "another screen",
    (
        ("\r", "Any news?"),
        (BACK, "How is tonight?"),
        (",", "Yours to shape"),
        (BACK, "How is tonight?"),
        ("?", "Someone to turn to"),
        (BACK, "How is tonight?"),
        ("r", "over time"),
        (BACK, "How is tonight?"),
    ),
)
COUNT, CHANGE = Place("bare", (("j", ""),)), Place("bare", ((" ", OTHER), (" ", WORDS)))


def pressed(program: Opened, place: Place, step: Step) -> float:
    """Press a key; give the milliseconds until its words are drawn, or the first of anything."""
    if place.undo:
        program.pass_by(MOVING)
    key, words = step
    began = program.press(key)
    seen = program.until(words)
    for key, words in place.undo:
        program.press(key)
        program.until(words)
    if not place.undo:
        program.rest(QUIET)
    return 1000 * (seen - began)


def beside(ours: Opened, place: Place, bare: Opened, floor: Place) -> tuple[list[float], ...]:
    """Press in both in turns; give the milliseconds of each."""
    times: tuple[list[float], ...] = ([], [])
    both = [(ours, place, cycle(place.keys)), (bare, floor, cycle(floor.keys))]
    for number in range(ROUNDS + 1):
        for taken, (program, at, keys) in zip(times, both, strict=True):
            fresh = [pressed(program, at, step) for step in islice(keys, KEYS)]
            if number:  # the first warms up
                taken += fresh
    return times


def figure(what: str, ours: list[float], bare: list[float], most: float) -> Figure:
    """Give what was measured as a row: the medians, and the slowest of a hundred."""
    (took, slowest), (floor, slowest_bare) = (
        (median(times), quantiles(times, n=100)[98]) for times in (ours, bare)
    )
    return Figure(
        what,
        f"{took:.1f} ms, p99\N{NO-BREAK SPACE}{slowest:.1f}",
        f"{floor:.1f} ms, p99\N{NO-BREAK SPACE}{slowest_bare:.1f}, a bare Textual app",
        f"{took / floor:.2f}",
        f"at most {most:g}, p99 under {MOST_SLOWEST:g} ms",
        took / floor <= most and slowest < MOST_SLOWEST,
    )


def measure(folder: Path) -> Iterator[Figure]:
    """Press on every screen, go from one to another, and press while ten years come in."""
    tonight = (*WINDDOWN, "--date", TONIGHT.isoformat())
    with ExitStack() as both:
        bare = both.enter_context(opened(BARE, folder))
        ours = both.enter_context(opened(tonight, prepared(folder / "evening")))
        for program, words in ((bare, WORDS), (ours, LAST_WORD)):
            program.until(words)
            program.rest(SETTLED)
        changes = beside(ours, CHANGES, bare, CHANGE)
        for place in WITHIN:
            for key, words in place.way:
                ours.press(key)
                ours.until(words)
                ours.pass_by(SETTLED)
            what = f"From a key to its paint: {place.name}."
            yield figure(what, *beside(ours, place, bare, COUNT), MOST_WITHIN)
        yield figure("From a key to another screen.", *changes, MOST_CHANGE)
        yield _while_reading(folder, bare)


def _while_reading(folder: Path, bare: Opened) -> Figure:
    """Press in looking back from its first picture on, as older evenings are still being read."""
    times: tuple[list[float], list[float]] = ([], [])
    list_of_evenings = Place("looking back", ((DOWN, ""),))
    for _ in range(ROUNDS):
        with opened(REVIEW, homes.filled(folder)) as ours:
            ours.until(NEWEST, LAST_WORD)
            for _ in range(KEYS):
                times[0].append(pressed(ours, list_of_evenings, (DOWN, "")))
                times[1].append(pressed(bare, COUNT, ("j", "")))
    what = "From a key to its paint: looking back, while ten years are read."
    return figure(what, *times, MOST_WITHIN)


if __name__ == "__main__":
    sys.exit(shown([measure]))
