"""`winddown import`: what it brings in, what it says, and that it writes over nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.unit.data.homes import DAY, contents, put
from winddown.cli import main
from winddown.data.locations import Locations, locations

KEPT_LINE = "Rain on the window"


@pytest.fixture(autouse=True)
def _same_umask() -> Iterator[None]:
    """Give the umask back that the program sets for itself."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Locations:
    monkeypatch.setenv("WINDDOWN_HOME", str(tmp_path / "home"))
    return locations(os.environ)


def evening(home: Locations, day: date, more: str = "") -> None:
    text = f'evening = {day}\nstarted = {day}T21:34:10+01:00\nnote = "{KEPT_LINE} – {day}"\n{more}'
    put(home, text, day)


def three(home: Locations) -> None:
    for back in range(3):
        evening(home, DAY - timedelta(days=back))


def program(home: Locations, *words: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "winddown", *words],
        capture_output=True,
        env=os.environ | {"WINDDOWN_HOME": str(home.data.parent)} | environ,
        check=False,
    )


def exported(home: Locations, path: Path) -> Path:
    assert main(["export", "json", "-o", str(path)]) == 0
    return path


def test_what_was_exported_comes_back_into_an_empty_home(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    three(home)
    first = exported(home, tmp_path / "first.json")
    monkeypatch.setenv("WINDDOWN_HOME", str(tmp_path / "new"))
    assert main(["import", str(first)]) == 0
    assert capsys.readouterr().out == "3 evenings came in.\n"
    assert exported(home, tmp_path / "second.json").read_bytes() == first.read_bytes()
    assert main(["import", str(first)]) == 0
    said = capsys.readouterr()
    assert said.out == "Nothing new came in: 3 evenings stood here already.\n"
    assert said.err == ""


def test_an_evening_that_differs_is_said_by_its_day_and_kept_beside(
    home: Locations, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    three(home)
    file = exported(home, tmp_path / "all.json")
    path = home.evening(DAY)
    path.write_text(path.read_text().replace(KEPT_LINE, "Snow"))
    assert main(["import", str(file)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        "2026-11-22 is another one here, and stays as it is; "
        "the one brought in is kept as 2026-11-22-imported-1.toml.",
        "Nothing new came in: 2 evenings stood here already, and 1 is kept beside yours "
        f"in {home.backups}.",
    ]
    before = contents(home)
    assert main(["import", str(file)]) == 0
    assert contents(home) == before


def test_what_is_not_understood_is_named_by_its_place_and_the_rest_comes_in(
    home: Locations, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    three(home)
    file = exported(home, tmp_path / "all.json")
    told = json.loads(file.read_text())
    told["evenings"][1]["tonight"] = KEPT_LINE
    told["evenings"].insert(0, KEPT_LINE)
    file.write_text(json.dumps(told))
    for path in contents(home):
        Path(path).unlink()
    assert main(["import", str(file)]) == 1
    said = capsys.readouterr()
    assert said.out == "2 evenings came in.\n"
    assert said.err == (
        "winddown: evening 1: should be an object with the answers of one evening.\n"
        "winddown: evening 3: 'tonight' should be one of light, steady, tired, heavy, not-okay.\n"
    )
    assert len(contents(home)) == 2


def test_a_dash_reads_standard_input(home: Locations) -> None:
    three(home)
    text = program(home, "export", "json").stdout
    for path in contents(home):
        Path(path).unlink()
    told = subprocess.run(
        [sys.executable, "-m", "winddown", "import", "-"],
        input=text,
        capture_output=True,
        env=os.environ | {"WINDDOWN_HOME": str(home.data.parent)},
        check=True,
    )
    assert (told.stdout, told.stderr) == (b"3 evenings came in.\n", b"")


@pytest.mark.parametrize("name", ["nowhere.json", ".", "text.json", "nul\0.json"])
def test_what_is_no_export_is_said_in_a_sentence_and_nothing_is_made(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], name: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.json").write_text(f'{{"winddown": 1,\n"evenings": [{KEPT_LINE}]}}')
    assert main(["import", name]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"winddown: [^\n]+\.\n", said.err)
    assert KEPT_LINE not in said.err
    assert "\0" not in said.err
    assert not home.data.exists()


def test_a_disk_that_refuses_is_said_once_with_what_came_in_before(
    home: Locations, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    three(home)
    file = exported(home, tmp_path / "all.json")
    for path in contents(home):
        Path(path).unlink()
    (home.evenings / "2026").rmdir()
    (home.evenings / "2026").touch()
    assert main(["import", str(file)]) == 1
    said = capsys.readouterr()
    assert said.out == "Nothing new came in.\n"
    assert said.err.count("\n") == 1
    assert "could not be written" in said.err
