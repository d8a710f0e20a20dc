"""However many evenings there are, the first save of a sitting reads no more than it copies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests import years
from tests.unit.data.homes import BEGUN, DAY
from tests.unit.data.sittings import copies, new_sitting
from winddown.data import backups
from winddown.data.evenings import save
from winddown.data.locations import locations


def test_ten_years_of_evenings_make_the_first_save_wait_for_no_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_sitting()
    home = locations({"WINDDOWN_HOME": str(tmp_path)})
    kept = years.evenings(3650, DAY)
    years.write(home, kept)
    read = 0
    usual = backups.read_evening

    def counted(path: Path) -> object:
        nonlocal read
        read += 1
        return usual(path)

    monkeypatch.setattr(backups, "read_evening", counted)
    save(home, None, replace(BEGUN, note="rain"))
    assert read <= 14
    assert len(copies(home)) == 14
