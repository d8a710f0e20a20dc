"""Text that would act, wherever it comes from, is shown as text; some of each kind tried here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.reliability.controls import controls
from tests.reliability.hostile import HARMLESS, looked_back, pasted, shown, step
from tests.reliability.hostile_commands import Came, surrounded, told
from tests.reliability.hostile_home import hostile_home
from tests.reliability.hostile_strings import hostile
from winddown.routine.text import visible

KINDS = {each.kind: each.text for each in hostile() if each.is_short and each.text.strip()}
SOME = (*KINDS.values(), "[/b]", "[@click=app.quit]x", "a\x1b]52;c;aGVsbG8=\x07b", "{0.__class__}")
"""The last of each kind, and those that programs like this one have stumbled over."""


def commands(home: Path, texts: Sequence[str]) -> Came:
    hostile_home(home, texts)
    return told(home, texts[-6:])


WAYS: dict[str, Callable[[Path, Sequence[str]], Came]] = {
    "screens": partial(shown, keys=(*step(3), *step(5), *step(6))),
    "commands": commands,
    "looking back": looked_back,
    "pasting": pasted,
    "surroundings": lambda home, texts: surrounded(home, ["rain", " ".join(texts)[:60]]),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_that_a_text_holds_acts_on_the_terminal(tmp_path: Path, way: str) -> None:
    usual = WAYS[way](tmp_path / "usual", HARMLESS)
    came = WAYS[way](tmp_path / "home", SOME)
    assert usual.faults == came.faults == ()
    assert controls(came.sent) - controls(usual.sent) == set()


def test_what_would_act_can_be_read_as_symbols(tmp_path: Path) -> None:
    drawn = looked_back(tmp_path, SOME).sent.decode()
    short = [visible(text) for text in SOME if len(visible(text)) < 20]
    assert len(short) > 10
    assert [text for text in short if text not in drawn] == []
