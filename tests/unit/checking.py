"""What the tests of `winddown check` share: evenings, copies, and what it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.unit.data.broken_evenings import WHOLE
from tests.unit.data.homes import DAY, put
from winddown.cli import main
from winddown.data.locations import Locations

COPY = WHOLE + "# the copy\n"


def evening(home: Locations, day: date = DAY) -> Path:
    """Put an evening that is fine."""
    return put(home, WHOLE.replace("2026-11-22", str(day)), day)


def with_copy(home: Locations, day: date = DAY, text: str = COPY) -> Path:
    """Put the copy of an evening among the others."""
    home.backups.mkdir(parents=True, exist_ok=True)
    copy = home.backups / f"{day}.toml"
    copy.write_text(text.replace("2026-11-22", str(day)))
    return copy


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], list[str]]:
    """Run it, and give its code and the lines it said in both ways."""
    code = main(["check", *words])
    told = capsys.readouterr()
    return code, told.out.splitlines(), told.err.splitlines()
