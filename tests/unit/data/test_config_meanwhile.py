"""A config that an editor writes while it is looked through is told by what is still known."""

from __future__ import annotations

from pathlib import Path

import pytest

from winddown.data import config_check
from winddown.data.locations import locations
from winddown.steps import between
from winddown.toml_reading import TomlFile, read_toml


@pytest.mark.parametrize("now", [None, "", "theme = 'dusk'\n"])
def test_a_config_that_an_editor_writes_meanwhile_is_told_without_a_line_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: str | None
) -> None:
    home = locations({"WINDDOWN_HOME": str(tmp_path)})
    home.config.mkdir()
    home.config_file.write_text("# mine\n\n\ntheme = ")

    def and_then_changed(path: Path, *, limit: int) -> TomlFile:
        try:
            return read_toml(path, limit=limit)
        finally:
            if now is None:
                path.unlink()
            else:
                path.write_text(now)

    monkeypatch.setattr(config_check, "read_toml", and_then_changed)
    (found,) = config_check.check(home, between(), ())
    assert (found.problem.line, found.shown) == (4, "")
