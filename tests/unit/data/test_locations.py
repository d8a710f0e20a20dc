"""Where things lie, and that looking for them leaves no trace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from winddown.data.evenings import any_kept, load, load_all, newest
from winddown.data.locations import locations


def test_a_named_home_holds_everything(tmp_path: Path) -> None:
    found = locations({"WINDDOWN_HOME": str(tmp_path)})
    assert found.config_file == tmp_path / "config" / "config.toml"
    assert found.themes == tmp_path / "config" / "themes"
    assert found.backups == tmp_path / "data" / "backups"
    assert found.lock.parent == tmp_path / "state"
    evening = found.evening(date(2026, 11, 22))
    assert evening == tmp_path / "data" / "evenings" / "2026" / "2026-11-22.toml"


def test_a_home_may_be_named_from_where_one_stands_or_from_ones_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    assert locations({"WINDDOWN_HOME": "here"}).data == tmp_path / "here" / "data"
    assert locations({"WINDDOWN_HOME": "~/here"}).data == tmp_path / "me" / "here" / "data"


@pytest.mark.parametrize("environ", [{}, {"WINDDOWN_HOME": ""}])
def test_without_a_home_everything_lies_where_programs_keep_such_things(
    environ: dict[str, str],
) -> None:
    found = locations(environ)
    assert all("winddown" in str(folder) for folder in (found.config, found.data, found.state))
    assert all(folder.is_absolute() for folder in (found.config, found.data, found.state))


def test_looking_creates_nothing(tmp_path: Path) -> None:
    found = locations({"WINDDOWN_HOME": str(tmp_path / "home")})
    day = date(2026, 11, 22)
    assert load(found, day) is None
    assert [*newest(found, day)] == []
    assert load_all(found) == ([], [])
    assert not any_kept(found)
    assert list(tmp_path.iterdir()) == []
