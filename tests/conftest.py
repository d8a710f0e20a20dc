"""What holds for every test: the clock of a busy machine never decides."""

from __future__ import annotations

import os
import signal
from math import inf

import pytest
from hypothesis import HealthCheck, settings

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs the tests in the background has them ignore it, and the program with them.
    signal.signal(signal.SIGINT, signal.default_int_handler)
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # and this where they go on without a terminal

settings.register_profile(
    "winddown",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=int(os.environ.get("WINDDOWN_EXAMPLES", "100")),
)
settings.load_profile("winddown")


@pytest.fixture(autouse=True)
def nobody_is_leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each test begin as a program does: one that has been left is in a hurry to the end."""
    monkeypatch.setattr("winddown.data.lock._leaving", inf)
