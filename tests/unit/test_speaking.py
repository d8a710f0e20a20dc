"""What is said in passing lasts for its seconds, whatever the clock on the wall does meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual import notifications
from textual.widgets._toast import Toast

from winddown import speaking
from winddown.speaking import Said


@pytest.mark.parametrize("jump", [-3600.0, 3600.0])
def test_a_clock_that_is_set_changes_nothing(monkeypatch: pytest.MonkeyPatch, jump: float) -> None:
    said = Said("Rain.", timeout=12)
    monkeypatch.setattr(notifications, "time", lambda: said.raised_at + jump)
    assert 11 < said.time_left <= 12
    assert not said.has_expired


def test_what_has_run_out_is_shown_no_longer_and_never_for_less_than_no_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = Said("Rain.", timeout=12)
    later = speaking.monotonic() + 12.3
    monkeypatch.setattr(speaking, "monotonic", lambda: later)
    assert said.has_expired
    # A timer that is to wait for fewer than no seconds turns round and round for ever.
    assert said.time_left == Toast(said)._timeout == Said.LEAST > 0


def test_two_of_the_same_words_are_two() -> None:
    first = Said("Rain.", timeout=12)
    assert replace(first, identity="another").time_left == pytest.approx(first.time_left, abs=1)
