"""`winddown forget`: asks, deletes what it said and nothing else, and says what it cannot reach."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pexpect
import pytest

from tests.unit.data.broken_evenings import KEPT_LINE, WHOLE
from tests.unit.data.homes import DAY, put
from tests.unit.data.sittings import everything
from winddown.cli import main
from winddown.commands.named_day import day_meant
from winddown.data.locations import Locations, locations
from winddown.routine.wrapping import cells

OTHER = DAY - timedelta(days=1)


@pytest.fixture(autouse=True)
def _same_umask() -> Iterator[None]:
    """Give the umask back that the program sets for itself."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Locations:
    monkeypatch.setenv("WINDDOWN_HOME", str(tmp_path / "home"))
    home = locations(os.environ)
    for day in (DAY, OTHER):
        put(home, WHOLE.replace("2026-11-22", str(day)), day)
        for folder, name in ((home.backups, f"{day}.toml"), (home.calendar, f"{day}.ics")):
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(KEPT_LINE)
    return home


def asked(home: Locations, *words: str, answer: str) -> tuple[int | None, str]:
    """Run it on a terminal, answer the question, and give its code and all it said."""
    child = pexpect.spawn(
        sys.executable, ["-m", "winddown", "forget", *words], encoding="utf-8",
        env=os.environ | {"WINDDOWN_HOME": str(home.data.parent)}, timeout=30, echo=False,
        dimensions=(40, 200),
    )  # fmt: skip
    child.expect("enter to keep everything: ")
    said = child.before
    child.send(answer)
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, said + child.before


@pytest.mark.parametrize("answer", ["\n", "no\n", "y\n", "\x04", "forget it\n"])
def test_anything_but_the_word_keeps_everything(home: Locations, answer: str) -> None:
    before = everything(home)
    code, said = asked(home, "2026-11-22", answer=answer)
    assert code == 0
    assert "3 files of 2026-11-22 would be deleted for good" in said
    assert str(home.evening(DAY)) in said
    assert "Nothing was deleted." in said
    assert everything(home) == before


@pytest.mark.parametrize("answer", ["forget\n", "yes\n", " Forget \n"])
def test_the_word_deletes_exactly_what_was_said(home: Locations, answer: str) -> None:
    code, said = asked(home, "2026-11-22", answer=answer)
    assert code == 0
    assert "3 files are gone." in said
    assert "other computers that a sync program has copied to" in said
    left = [path for path in everything(home) if path.is_file() and path != home.lock]
    assert sorted(path.name for path in left) == [
        "2026-11-21.ics", "2026-11-21.toml", "2026-11-21.toml"
    ]  # fmt: skip


def test_ctrl_c_at_the_question_keeps_everything(home: Locations) -> None:
    before = everything(home)
    code, said = asked(home, "--all", answer="\x03")
    assert code == 130
    assert "Traceback" not in said
    assert everything(home) == before


def test_without_a_terminal_it_only_says_what_would_go(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(home)
    for words in (["2026-11-22"], ["--all"], ["--all", "--config"]):
        assert main(["forget", *words]) == 1
        said = capsys.readouterr()
        assert said.err == (
            "winddown: There is no terminal to ask on, so nothing was deleted; "
            "--yes goes without asking.\n"
        )
        assert f"{3 if '2026' in words[0] else 6} files of " in said.out
    assert everything(home) == before


def test_all_says_that_the_config_stays_and_how_it_would_go(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    home.config.mkdir()
    home.config_file.write_text("remember = false\n")
    assert main(["forget", "--all", "--yes"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("6 files are gone.\n")
    assert "stay; `winddown forget --all --config` deletes them," in said
    assert [path for path in everything(home) if path.is_file()] == [home.config_file]
    assert main(["forget", "--all", "--config", "--yes"]) == 0
    assert "stay" not in capsys.readouterr().out
    assert [path for path in everything(home) if path.is_file()] == []


def test_nothing_kept_is_said_and_nothing_made(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(home)
    assert main(["forget", "2020-01-01"]) == 0
    assert capsys.readouterr().out == "Nothing is kept of 2020-01-01.\n"
    assert everything(home) == before


def test_strangers_are_named_and_left(home: Locations, capsys: pytest.CaptureFixture[str]) -> None:
    stranger = home.evenings / "2026" / "2026-11-22 tax.pdf"
    stranger.touch()
    for number in range(30):
        (home.backups / f"mine {number:02}").touch()
    assert main(["forget", "2026-11-22", "--yes"]) == 0
    said = capsys.readouterr().out
    assert f"These were not made by winddown, and are left where they are:\n  {stranger}\n" in said
    assert "mine" not in said
    assert main(["forget", "--all", "--yes"]) == 0
    said = capsys.readouterr().out
    assert "mine 19" in said or "mine 18" in said
    assert "  and 11 more\n" in said
    assert stranger.exists()


def test_what_still_stands_is_named_and_the_code_says_so(
    home: Locations, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "elsewhere.toml"
    home.evening(DAY).rename(target)
    home.evening(DAY).symlink_to(target)
    assert main(["forget", "2026-11-22", "--yes"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("3 files are gone.\n")
    assert said.err.count("\n") == 1
    assert f"led to {target}, which lies elsewhere and still stands" in said.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may do everything")
@pytest.mark.parametrize("closed", ["evenings", "evenings/2026", "backups", "calendar"])
def test_a_folder_that_may_not_be_looked_into_is_never_taken_for_empty(
    home: Locations, capsys: pytest.CaptureFixture[str], closed: str
) -> None:
    folder = home.data / closed
    folder.chmod(0)
    try:
        assert main(["forget", "2026-11-22", "--yes"]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith(f"winddown: {folder} may not be looked into, so nothing was")
    finally:
        folder.chmod(0o700)
    assert home.evening(DAY).exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may do everything")
def test_a_folder_that_may_not_be_written_to_keeps_its_files_and_they_are_named(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    home.evening(DAY).parent.chmod(0o500)
    try:
        assert main(["forget", "2026-11-22", "--yes"]) == 1
    finally:
        home.evening(DAY).parent.chmod(0o700)
    said = capsys.readouterr()
    assert said.out.startswith("2 files are gone.\n")
    assert said.err == f"winddown: {home.evening(DAY)} could not be deleted: permission denied.\n"
    assert home.evening(DAY).exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [([], 2), (["--all", "2026-11-22"], 2), (["tonight"], 2), (["--config", "2026-11-22"], 1)],
)
def test_what_makes_no_sense_deletes_nothing(
    home: Locations, capsys: pytest.CaptureFixture[str], words: list[str], code: int
) -> None:
    before = everything(home)
    try:
        ended: int | str | None = main(["forget", *words, "--yes"])
    except SystemExit as stopped:
        ended = stopped.code
    assert ended == code
    assert everything(home) == before


def test_lines_of_prose_fit_a_terminal(home: Locations, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forget", "--all", "--yes"]) == 0
    for line in capsys.readouterr().out.splitlines():
        assert cells(line) <= 72


@pytest.mark.parametrize(("hour", "day"), [(21, 21), (3, 20), (6, 21)])
def test_yesterday_is_the_evening_before_tonights(home: Locations, hour: int, day: int) -> None:
    now = datetime(2026, 11, 22, hour)  # noqa: DTZ001  the clock on the wall
    assert day_meant(home, "yesterday", now).day == day
    assert day_meant(home, DAY, now) == DAY
