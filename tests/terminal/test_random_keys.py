"""Whatever is pressed, clicked or pasted goes well: a few seconds of what is tried in full."""

from __future__ import annotations

from pathlib import Path

from tests.reliability.pressed_evening import PressedEvening
from tests.reliability.random_keys import STALL


def test_whatever_is_pressed_it_goes_on_at_once_and_keeps_every_answer(tmp_path: Path) -> None:
    evening = PressedEvening(tmp_path / "home", seed=5, log=lambda line: None)
    came = evening.press_for(6, kill_after=4)
    assert came.faults == ()
    assert came.presses > 20
    assert came.answers >= 1
    assert came.longest < 3 * STALL  # in full it is one; what runs tests has much else to do
