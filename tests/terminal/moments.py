"""Moments of an evening at which something may come from outside, and what is answered by then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.terminal.evening import holds, kept, opened, prepared
from tests.terminal.program import Program

NOTE = "Snow on the roof."  # other words than those that stand there before


class Moment(NamedTuple):
    """Something under way when the signal comes."""

    come_to: Callable[[Program], None]
    """What is pressed until then, the last of it just now."""
    keeps: dict[str, Any]
    """What the evening's file holds afterwards."""


def arrived(program: Program) -> None:
    """Answer the first question."""
    program.wait_for("How is tonight?")
    program.rest()
    program.press("down", "down")
    program.wait_for("◉  steady")


def _passed(program: Program, *titles: str) -> None:
    arrived(program)
    for title in titles:
        program.rest()
        program.press("s" if title != "Any news" else "enter")
        program.wait_for(title)
    program.rest()


def _writing_a_note(program: Program) -> None:
    _passed(
        program, "Any news", "Settle in", "Something kind", "What filled", "One small", "That was"
    )
    program.press("tab")
    program.wait_for("enter done")
    program.child.send(NOTE)
    program.wait_for(NOTE)


def _in_mid_breath(program: Program) -> None:
    _passed(program, "Any news", "Settle in")
    program.press("enter")
    program.wait_for("breathe in")
    program.wait_for("breathe out")
    program.wait_for("breathe in")


def _with(words: str, *keys: str) -> Callable[[Program], None]:
    def come_to(program: Program) -> None:
        arrived(program)
        program.press(*keys)
        program.wait_for(words)

    return come_to


def _behind_the_curtain(program: Program) -> None:
    arrived(program)
    program.press("ctrl+l")
    program.settle(program.text, patience=1.0)


STEADY = {"tonight": "steady"}
MOMENTS = {
    "arrive": Moment(arrived, STEADY),
    "typing a note": Moment(_writing_a_note, {**STEADY, "note": NOTE}),
    "mid-breath": Moment(
        _in_mid_breath, {**STEADY, "breathing": [{"kind": "pattern", "id": "gentle", "cycles": 1}]}
    ),
    "help": Moment(_with("Someone to turn to", "F1"), STEADY),
    "palette": Moment(_with("Where to", "ctrl+p"), STEADY),
    "curtain": Moment(_behind_the_curtain, STEADY),
    "settings": Moment(_with("Comforts", ","), STEADY),
    "look back": Moment(_with("over time", "r"), STEADY),
}


def come_to(moment: Moment, home: Path, **environ: str) -> Program:
    """Open tonight and come to a moment of it."""
    program = opened(prepared(home))
    moment.come_to(program)
    return program


def has_kept(moment: Moment, home: Path) -> bool:
    """Tell whether everything answered by then stands in its file; of a round, all but its time."""
    table = kept(home)
    for each in table.get("breathing", []):
        each.pop("seconds")
    return holds(table, moment.keeps)
