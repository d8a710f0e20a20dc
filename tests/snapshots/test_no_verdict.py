"""No picture holds a verdict: no streak, score, percentage or grade is on any screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PICTURES = sorted((Path(__file__).parent / "pictures").glob("*.txt"))
VERDICT = re.compile(
    r"%|\b(streak|score|percent|grade|badge|level|record|best|worst)", re.IGNORECASE
)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.stem)
def test_a_screen_passes_no_verdict(picture: Path) -> None:
    assert VERDICT.findall(picture.read_text(encoding="utf-8")) == []
