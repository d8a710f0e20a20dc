"""`winddown check`: what it names, and that it changes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.unit.checking import evening, said
from tests.unit.data.broken_evenings import BROKEN, KEPT_LINE
from tests.unit.data.homes import DAY
from tests.unit.data.sittings import everything
from winddown.data.locations import Locations, locations


@pytest.fixture(autouse=True)
def _same_umask() -> Iterator[None]:
    """Give the umask back that the program sets for itself."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Locations:
    monkeypatch.setenv("WINDDOWN_HOME", str(tmp_path / "home"))
    return locations(os.environ)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (0, "All is well. No evening is kept yet."),
        (1, "All is well: the one evening you have kept can be read, and so can your settings."),
        (3, "All is well: all 3 evenings you have kept can be read, and so can your settings."),
    ],
)
def test_when_all_is_well_it_says_so_in_a_sentence(
    home: Locations, capsys: pytest.CaptureFixture[str], number: int, sentence: str
) -> None:
    for back in range(number):
        evening(home, DAY - timedelta(days=back))
    assert said(capsys) == (0, [sentence], [])


def test_everything_that_is_broken_is_a_line_and_nothing_changes(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, broken in enumerate(BROKEN.values()):
        path = home.evening(DAY - timedelta(days=number))
        path.parent.mkdir(parents=True, exist_ok=True)
        broken.make(path)
    evening(home, date(2025, 1, 1))
    for name, text in {
        "config.toml": "minuts = 3\n",
        "themes/mine.toml": 'name = "mine\n',
        "content/closing.toml": "[words]\ntitel = 'x'\n",
    }.items():
        path = home.config / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    before = everything(home)
    code, lines, problems = said(capsys)
    assert (code, problems) == (1, [])
    assert len(lines) == len(BROKEN) + 3
    for begin in ("config.toml line 1: ", "content/closing.toml line 2: "):
        assert any(line.startswith(begin) for line in lines)
    assert any("themes/mine.toml line 1: " in line for line in lines)
    assert KEPT_LINE not in "".join(lines)
    assert everything(home) == before


def test_a_name_that_could_act_on_the_terminal_is_shown_and_does_nothing(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    evening(home)
    home.evening(DAY).with_name("2026-11-22\x1b[31m\n.toml").touch()
    code, (line,), _ = said(capsys)
    assert code == 1
    assert "2026-11-22␛[31m␊.toml: this is another version" in line


def test_yes_alone_is_no_way_to_change_anything(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "--yes")[::2] == (
        1, ["winddown: --yes goes with --restore; nothing was changed."]
    )  # fmt: skip
