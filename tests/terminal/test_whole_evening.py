"""A whole evening in a real terminal: the same answers by any hand, whatever comes between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.enter_alone import MOST, enter_alone
from tests.terminal.evening import (
    MADE,
    STAGES,
    TONIGHT,
    Stage,
    kept,
    opened,
    prepared,
    wait_until_kept,
    whole,
)
from tests.terminal.hands import Hands, Keyboard, Mouse
from tests.terminal.program import WINDDOWN

Between = Callable[[Hands, Stage], None]
PASSING = {"arrive": ("enter",), "followup": ("down", "enter")}
"""Keys that go on from a step with as little said as can be."""
WINDOWS = ((60, 20), (40, 12), (120, 40), (80, 24))


def walk(hands: Hands, between: Between = lambda hands, stage: None) -> None:
    """Answer every step, to good night and out; `between` happens once a step is answered."""
    for stage in STAGES:
        hands.program.wait_for(stage.title)
        hands.program.rest()
        stage.answer(hands)
        hands.program.wait_for(*stage.shows)
        between(hands, stage)
        hands.on()
    hands.program.wait_for("You can close the lid now.")
    hands.program.rest()
    hands.on()
    assert hands.program.wait_until_left() == 0


def answers(home: Path) -> dict[str, Any]:
    """Tonight as it is kept, without its two times; they only have to be there."""
    evening = kept(home)
    assert evening.pop("started") <= evening.pop("ended")
    return evening


def follow_up(home: Path) -> dict[str, Any]:
    """What became of the earlier plan, as it is kept."""
    followed: dict[str, Any] = kept(home, MADE)["outreach"]["followup"]
    return followed


FOLLOWED_UP = {"outcome": "did-it", "answered": TONIGHT, "felt": 8}


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids="{0[0]}x{0[1]}".format)
def test_enter_alone_ends_an_evening_in_twelve_presses_and_answers_nothing(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    columns, rows = size
    assert enter_alone(tmp_path, *WINDDOWN, columns=columns, rows=rows) <= MOST
    (only,) = tmp_path.glob("data/evenings/*/*.toml")
    assert {line.split(" = ")[0] for line in only.read_text().splitlines() if "=" in line} == {
        "schema",
        "evening",
        "started",
        "ended",
    }


@pytest.mark.parametrize("hand", [Keyboard, Mouse])
def test_every_answer_is_kept_as_it_was_given_by_either_hand(
    tmp_path: Path, hand: type[Keyboard] | type[Mouse]
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        walk(hand(program))
    assert answers(home) == whole()
    assert follow_up(home) == FOLLOWED_UP


def test_a_change_of_size_in_the_middle_of_any_step_keeps_its_answers(tmp_path: Path) -> None:
    home = prepared(tmp_path / "home")

    def resize(hands: Hands, stage: Stage) -> None:
        for size in WINDOWS:
            before = hands.program.text
            hands.program.resize(*size)
            hands.program.settle(before)
        hands.program.wait_for(*stage.shows)

    with opened(home) as program:
        walk(Keyboard(program), resize)
    assert answers(home) == whole()
    assert follow_up(home) == FOLLOWED_UP


@pytest.mark.parametrize("stage", STAGES, ids=[stage.step for stage in STAGES])
def test_killed_at_any_step_it_opens_there_again_with_the_answer(
    tmp_path: Path, stage: Stage
) -> None:
    home = prepared(tmp_path / "home")
    with opened(home) as program:
        hands = Keyboard(program)
        for earlier in STAGES[: STAGES.index(stage)]:
            program.wait_for(earlier.title)
            program.rest()
            program.press(*PASSING.get(earlier.step, ("s",)))
        program.wait_for(stage.title)
        program.rest()
        stage.answer(hands)
        wait_until_kept(program, home, stage)
        program.kill()
    before = kept(home)
    assert before["step"] == stage.step
    with opened(home) as program:
        program.wait_for(stage.title)
        program.rest()
        stage.come_back(Keyboard(program))
        program.wait_for(*stage.shows)
        program.press("ctrl+q")
        assert program.wait_until_left() == 0
    assert kept(home) == before
