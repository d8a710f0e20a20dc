"""What holds for every test: the clock of a busy machine never decides."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "winddown",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=int(os.environ.get("WINDDOWN_EXAMPLES", "100")),
)
settings.load_profile("winddown")
