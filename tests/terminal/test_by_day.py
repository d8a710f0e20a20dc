"""A plan from one evening to the next, in a terminal and by the program's own clock.

The clock is the real one. Only the zone it is read in changes, as for someone who
travels: it is evening there, then the morning after, then the next evening.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.terminal.evening import CONFIG, kept
from tests.terminal.hands import Keyboard
from tests.terminal.program import Program
from winddown.data.locations import locations

HALF_A_DAY = 12.0
"""Hours."""


def zone(hours: float) -> str:
    """Name a zone so many hours ahead of Greenwich, as TZ has it."""
    minutes = round(abs(hours) * 60)
    sign = "+" if hours < 0 else "-"
    return f"<here>{sign}{minutes // 60:02}:{minutes % 60:02}"


@pytest.fixture(name="evening")
def _evening() -> float:
    """Give the zone in which it is now half past nine in the evening, yesterday or today.

    From there it is twelve hours to the morning after and twenty-four to the next
    evening, each of them still a zone that there can be.
    """
    now = datetime.now(UTC)
    return max(-23.9, (21.5 - now.hour - now.minute / 60) % 24 - 24)


@pytest.fixture(name="winddown")
def _winddown(tmp_path: Path) -> Callable[..., Program]:
    """Open the program in a zone, with a home that has lists of its own."""
    where = locations({"WINDDOWN_HOME": str(tmp_path)})
    where.config.mkdir(parents=True)
    where.config_file.write_text(CONFIG, encoding="utf-8")
    return lambda hours, *arguments: Program(tmp_path, *arguments, TZ=zone(hours))


def _plan(program: Program) -> None:
    """Go through a new person's first evening, and take what is suggested."""
    hands = Keyboard(program)
    program.wait_for("enter")
    program.rest()
    hands.on()
    for words, keys in (("How is tonight?", ["down", "enter"]), ("Settle in", ["s"])):
        program.wait_for(words)
        program.rest()
        program.press(*keys)
    program.wait_for("Something kind")
    program.rest()
    hands.on()
    program.wait_for("What filled the evening?")
    program.rest()
    hands.on()
    program.wait_for("One small thing")
    program.rest()
    hands.take()
    program.wait_for("✓ When I get home tomorrow, I will send Sam a heart.")
    hands.rate(4, tabs=1)
    hands.on()
    program.wait_for("That was tonight")
    program.rest()
    hands.on()
    program.wait_for("You can close the lid now.")
    program.rest()
    hands.on()
    assert program.wait_until_left() == 0


def _said(program: Program) -> str:
    """Wait until a command has ended well, and give what it said."""
    with program:
        assert program.wait_until_left() == 0
        return " ".join(program.text.split())


def test_a_plan_is_at_hand_the_next_morning_answered_and_never_asked_about_again(
    tmp_path: Path, winddown: Callable[..., Program], evening: float
) -> None:
    """The whole cycle: made at night, told by day, answered by day, and left in peace."""
    with winddown(evening) as program:
        _plan(program)
    (made,) = tmp_path.glob("data/evenings/*/*.toml")
    day = datetime.fromisoformat(made.stem).date()

    morning = evening + HALF_A_DAY
    told = "When I get home today, I will send Sam a heart."
    assert _said(winddown(evening, "today")) == told.replace("today", "tomorrow")
    assert _said(winddown(evening, "today", "--hint")) == ""
    assert _said(winddown(morning, "today")) == told
    assert _said(winddown(morning, "today", "--hint")) == "One small thing is waiting."

    answered = _said(winddown(morning, "followup", "did-it", "--felt", "8"))
    assert answered == "“send Sam a heart”: you did it. You guessed 4; it felt 8."
    tomorrow = day + timedelta(days=1)
    assert kept(tmp_path, day)["outreach"]["followup"] == {
        "outcome": "did-it",
        "answered": tomorrow,
        "felt": 8,
    }
    assert _said(winddown(morning, "today")) == ""
    assert _said(winddown(morning, "today", "--hint")) == ""

    with winddown(evening + 2 * HALF_A_DAY) as program:
        program.wait_for("How is tonight?")
        program.rest()
        program.press("down", "enter")
        program.wait_for("Settle in")
        assert "Still open" not in program.text
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert kept(tmp_path, tomorrow)["step"] == "breathing"

    with winddown(evening + 2 * HALF_A_DAY, "review", day.isoformat()) as program:
        program.wait_for("evenings")
        program.wait_for("4; it felt like 8.")
        assert "You guessed it would feel like" in " ".join(program.text.split())
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
