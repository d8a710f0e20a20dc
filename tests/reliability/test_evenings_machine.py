"""Nothing that was answered is lost, whatever happens: some evenings of the machine."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.reliability.machine.meddling import Evenings

TestEvenings = Evenings.TestCase
TestEvenings.settings = settings(
    max_examples=4,
    stateful_step_count=25,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
