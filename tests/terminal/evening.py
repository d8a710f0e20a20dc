"""A whole evening, stage by stage: what is answered, what is seen then, and what is kept."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from tests.terminal.hands import Hands
from tests.terminal.program import PATIENCE, Program
from winddown.data import evenings
from winddown.data.locations import locations
from winddown.routine.evening import Evening, Plan

TONIGHT = date(2025, 11, 21)
MADE = TONIGHT - timedelta(days=2)
"""The evening of the plan that is asked about tonight."""
CONFIG = """
[shipped]
comforts = false
habits = false
acts = false
cues = false
[[comforts]]
id = "blanket"
text = "Pull the green blanket close"
[[comforts]]
id = "tea"
text = "A cup of something warm"
[[habits]]
id = "games"
text = "Playing games"
[[habits]]
id = "scroll"
text = "Scrolling"
[[people]]
name = "Sam"
[[acts]]
id = "heart"
text = "Send one heart"
say = "send {who} a heart"
size = "tiny"
channel = "text"
[outreach]
cues = ["I get home"]
"""


def prepared(home: Path) -> Path:
    """Give a home with lists of its own and a plan whose day has come."""
    where = locations({"WINDDOWN_HOME": str(home)})
    where.config.mkdir(parents=True)
    where.config_file.write_text(CONFIG, encoding="utf-8")
    began = datetime(MADE.year, MADE.month, MADE.day, 21, 30, tzinfo=timezone(timedelta(hours=1)))
    plan = Plan(who="Sam", text="text Sam one line", on=TONIGHT - timedelta(days=1), expected=5)
    ended = began + timedelta(minutes=9)
    evenings.save(where, None, Evening(evening=MADE, started=began, ended=ended, outreach=plan))
    return home


def opened(home: Path, columns: int = 80, rows: int = 24) -> Program:
    """Open tonight."""
    return Program(home, "--date", TONIGHT.isoformat(), columns=columns, rows=rows)


def kept(home: Path, day: date = TONIGHT) -> dict[str, Any]:
    """Read an evening from its file; empty when there is none."""
    path = locations({"WINDDOWN_HOME": str(home)}).evening(day)
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def wait_until_kept(program: Program, home: Path, stage: Stage) -> None:
    """Wait until a stage's answers stand in their file."""
    wait_until_kept_as(program, home, stage.keeps, stage.day)


def wait_until_kept_as(
    program: Program, home: Path, answers: dict[str, Any], day: date = TONIGHT
) -> None:
    """Wait until these answers stand in an evening's file."""
    for _ in range(int(PATIENCE / 0.05)):
        if holds(kept(home, day), answers):
            return
        program.read(0.05)
    raise AssertionError(f"{answers} never came to be in {kept(home, day)}")


def holds(table: dict[str, Any], answers: dict[str, Any]) -> bool:
    """Tell whether all these answers stand in a table, at any depth."""
    return all(
        holds(table.get(name, {}), value) if isinstance(value, dict) else table.get(name) == value
        for name, value in answers.items()
    )


@dataclass(frozen=True)
class Stage:
    """One step of the evening, answered."""

    step: str
    title: str
    """By these words the step is known when it opens."""
    answer: Callable[[Hands], None]
    keeps: dict[str, Any]
    shows: tuple[str, ...]
    """What is seen once it is answered."""
    come_back: Callable[[Hands], None] = field(default=lambda hands: None)
    """What brings the answers to the screen, when the step has been opened again."""
    day: date = TONIGHT


def _arrive(hands: Hands) -> None:
    hands.choose("steady")
    hands.rate(4, tabs=1)


def _follow_up(hands: Hands) -> None:
    hands.choose("I did it")
    hands.rate(8, tabs=1)


def _breathe(hands: Hands) -> None:
    hands.on()
    hands.program.wait_for("breathe in")
    hands.on()
    hands.program.wait_for("Ending")
    hands.program.wait_for("How settled now")
    hands.rate(6)


def _skip_breathing(hands: Hands) -> None:
    hands.on()
    hands.program.wait_for("breathe in")
    hands.on()
    hands.program.wait_for("Ending")
    hands.on()


def _reflect(hands: Hands) -> None:
    hands.choose("Scrolling")
    hands.program.wait_for("Which was it")
    hands.choose("A bit of both", tabs=1)


def _reach(hands: Hands) -> None:
    hands.take()
    hands.program.wait_for("✓ When I get home tomorrow, I will send Sam a heart.")
    hands.rate(7, tabs=1)


STAGES = (
    Stage(
        "arrive",
        "How is tonight?",
        _arrive,
        {"tonight": "steady", "settled": {"before": 4}},
        ("◉  steady", "●"),
    ),
    Stage(
        "followup",
        "Still open: text Sam one line",
        _follow_up,
        {"outreach": {"followup": {"outcome": "did-it", "felt": 8}}},
        ("◉  I did it", "You guessed 5. It was 8."),
        day=MADE,
    ),
    Stage(
        "breathing",
        "Settle in",
        _breathe,
        {
            "breathing": [{"kind": "pattern", "id": "gentle", "seconds": 7, "cycles": 1}],
            "settled": {"after": 6},
        },
        ("How settled now", "●"),
        _skip_breathing,
    ),
    Stage(
        "comforts",
        "Something kind",
        lambda hands: hands.tick("A cup of something warm"),
        {"comforts": [{"id": "tea", "text": "A cup of something warm"}]},
        ("✓  A cup of something warm",),
    ),
    Stage(
        "reflection",
        "What filled the evening?",
        _reflect,
        {"reflections": [{"id": "scroll", "text": "Scrolling", "reading": "both"}]},
        ("◉  Scrolling", "◉  A bit of both"),
    ),
    Stage(
        "outreach",
        "One small thing",
        _reach,
        {
            "outreach": {
                "who": "Sam",
                "act": "heart",
                "text": "send Sam a heart",
                "size": "tiny",
                "channel": "text",
                "on": TONIGHT + timedelta(days=1),
                "cue": "I get home",
                "expected": 7,
            }
        },
        ("✓ When", "●"),
    ),
    Stage(
        "closing",
        "That was tonight",
        lambda hands: hands.write("such as", "Rain."),
        {"note": "Rain."},
        ("Rain.",),
    ),
)


def whole() -> dict[str, Any]:
    """All that a file of this evening holds, besides when it began and ended."""
    answers: dict[str, Any] = {"schema": 1, "evening": TONIGHT, "route": "full"}
    for stage in STAGES:
        if stage.day == TONIGHT:
            for name, value in stage.keeps.items():
                answers[name] = answers.get(name, {}) | value if isinstance(value, dict) else value
    return answers
