"""`winddown check --restore`: what it puts back, and that it replaces nothing unasked."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pexpect
import pytest

from tests.unit.checking import COPY, evening, said, with_copy
from tests.unit.data.broken_evenings import WHOLE
from tests.unit.data.homes import DAY, put
from tests.unit.data.sittings import copies, everything
from winddown.cli import main
from winddown.commands import restore
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


def test_the_only_broken_evening_with_a_copy_comes_back_unnamed(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(home, "broken")
    evening(home, DAY - timedelta(days=1))
    copy = with_copy(home)
    code, lines, _ = said(capsys, "--restore")
    assert code == 0
    assert path.read_text() == COPY
    aside = home.backups / "2026-11-22-other-version-1.toml"
    assert lines == [
        f"The evening of 2026-11-22 is back as {copy} has it.",
        f"What stood there is kept whole as {aside}.",
    ]
    assert aside.read_text() == "broken"
    assert said(capsys)[0] == 0


def test_of_several_it_says_how_each_comes_back_and_changes_nothing(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    put(home, "broken")
    with_copy(home)
    with_copy(home, DAY - timedelta(days=1))
    before = everything(home)
    assert said(capsys, "--restore") == (
        1,
        [
            "The evening of 2026-11-22: `winddown check --restore 2026-11-22` puts its copy back.",
            "The evening of 2026-11-21: `winddown check --restore 2026-11-21` puts its copy back.",
        ],
        [],
    )
    assert everything(home) == before
    assert said(capsys, "--restore", "2026-11-21")[0] == 0
    assert home.evening(DAY - timedelta(days=1)).is_file()
    assert home.evening(DAY).read_text() == "broken"


def test_where_nothing_needs_it_the_copies_are_named(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "--restore")[:2] == (
        0, ["No evening that is broken or missing has a copy here; `winddown check` names them."]
    )  # fmt: skip
    evening(home)
    with_copy(home)
    code, lines, _ = said(capsys, "--restore")
    assert code == 0
    assert lines[1] == "There are copies of 2026-11-22."


def test_an_evening_that_is_fine_is_not_replaced_without_being_asked_for(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    path = evening(home)
    with_copy(home)
    before = everything(home)
    code, lines, (problem,) = said(capsys, "--restore", "2026-11-22")
    assert (code, lines) == (1, [])
    assert "is fine as it stands, so nothing was changed; --yes puts the copy" in problem
    assert everything(home) == before
    assert said(capsys, "--restore", "2026-11-22", "--yes")[0] == 0
    assert path.read_text() == COPY
    assert copies(home)["2026-11-22-other-version-1.toml"].decode() == WHOLE


@pytest.mark.parametrize(("answer", "code"), [("", 0), ("no", 0), ("yes", 0), ("\x03", 130)])
def test_on_a_terminal_it_asks_and_enter_alone_leaves_it(
    home: Locations, answer: str, code: int
) -> None:
    path = evening(home)
    with_copy(home)
    child = pexpect.spawn(
        sys.executable, ["-m", "winddown", "check", "--restore", "2026-11-22"], encoding="utf-8",
        env=os.environ | {"WINDDOWN_HOME": str(home.data.parent)}, timeout=30, echo=False,
    )  # fmt: skip
    child.expect("Type yes, or enter to leave it: ")
    child.send(answer if answer == "\x03" else f"{answer}\n")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    assert path.read_text() == (COPY if answer == "yes" else WHOLE)
    assert ("Nothing was changed." in child.before) == (answer in ("", "no"))


def test_one_that_stands_as_its_copy_has_it_is_left(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    evening(home)
    with_copy(home, text=WHOLE)
    before = everything(home)
    assert said(capsys, "--restore", "2026-11-22") == (
        0,
        ["The evening of 2026-11-22 stands as its copy has it; nothing was changed."],
        [],
    )
    assert everything(home) == before


def test_what_has_no_copy_is_said(home: Locations, capsys: pytest.CaptureFixture[str]) -> None:
    put(home, "broken")
    code, _, problems = said(capsys, "--restore", "2026-11-22")
    assert code == 1
    assert problems == ["winddown: There is no copy of the evening of 2026-11-22 to put back."]
    code, _, problems = said(capsys, "--restore", "config")
    assert problems == ["winddown: There is no copy of your config to put back."]
    assert not home.state.exists()


def test_the_config_comes_back_by_its_name(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    home.config.mkdir(parents=True)
    home.config_file.write_text("broken")
    home.backups.mkdir(parents=True)
    (home.backups / "config.toml").write_text("remember = false\n")
    code, lines, _ = said(capsys, "--restore", "config")
    assert (code, lines[0][:19]) == (0, "Your config is back")
    assert home.config_file.read_text() == "remember = false\n"


def test_yesterday_is_the_evening_before_tonights(
    home: Locations, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restore, "day_meant", lambda *_: DAY)
    with_copy(home)
    assert said(capsys, "--restore", "yesterday")[0] == 0
    assert home.evening(DAY).is_file()


@pytest.mark.parametrize("words", [("--restore", "tonight"), ("--restore", "2026-13-01")])
def test_what_is_no_day_is_said_and_the_code_tells_usage(
    home: Locations, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", *words])
    assert ended.value.code == 2
    assert "give a date like 2026-11-21, or yesterday, or config" in capsys.readouterr().err


def test_an_evening_that_is_open_in_a_window_is_not_replaced(home: Locations) -> None:
    put(home, "broken")
    with_copy(home)
    code = (
        "import sys, os, datetime\n"
        "from winddown.data.holding import Hold\n"
        "from winddown.data.locations import locations\n"
        "hold = Hold(locations(os.environ), datetime.date(2026, 11, 22))\n"
        "assert hold.take()\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    environ = os.environ | {"PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environ,
    ) as window:  # fmt: skip
        assert window.stdout is not None
        assert window.stdout.readline() == "held\n"
        assert main(["check", "--restore"]) == 1
        assert main(["forget", "2026-11-22", "--yes"]) == 1
        assert main(["forget", "--all", "--yes"]) == 1
        assert home.evening(DAY).read_text() == "broken"
        window.communicate("")
    assert main(["check", "--restore"]) == 0
