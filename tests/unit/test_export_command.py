"""`winddown export`: what it writes, and where; half a file it never leaves."""

from __future__ import annotations

import io
import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from tests import years
from tests.unit.data.homes import DAY, put
from winddown.cli import main
from winddown.data.locations import Locations, locations
from winddown.routine.evening import evening_of

KEPT_LINE = "Rain on the window"
FORMATS = ("json", "csv", "md")


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


# What is written


@pytest.mark.parametrize("format_", FORMATS)
def test_since_and_until_are_both_among_what_is_written(
    home: Locations, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    three(home)
    assert main(["export", format_, "--since", "2026-11-21", "--until", "2026-11-21"]) == 0
    said = capsys.readouterr()
    assert re.findall(rf"{KEPT_LINE} – (\S{{10}})", said.out.replace("\\", "")) == ["2026-11-21"]
    assert said.err == ""


@pytest.mark.parametrize("format_", FORMATS)
def test_the_oldest_evening_comes_first(
    home: Locations, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    three(home)
    assert main(["export", format_]) == 0
    days = re.findall(rf"{KEPT_LINE} – (\S{{10}})", capsys.readouterr().out)
    assert days == ["2026-11-20", "2026-11-21", "2026-11-22"]


def test_an_evening_kept_out_is_in_json_and_csv_and_not_in_the_book(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    evening(home, DAY, "keep_out = true\n")
    told = {}
    for format_ in FORMATS:
        assert main(["export", format_]) == 0
        told[format_] = KEPT_LINE in capsys.readouterr().out
    assert told == {"json": True, "csv": True, "md": False}


def test_what_lies_folded_is_in_the_book_unless_it_is_left_out(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    evening(home, DAY, '[[reflections]]\ntext = "Scrolling"\nfrom_what = "ringing my sister"\n')
    assert main(["export", "md"]) == 0
    assert "ringing my sister" in capsys.readouterr().out
    assert main(["export", "md", "--without-text"]) == 0
    said = capsys.readouterr().out
    assert "ringing my sister" not in said
    assert KEPT_LINE in said


@pytest.mark.parametrize(
    ("format_", "told"),
    [
        ("json", '{\n  "winddown": 1,\n  "evenings": []\n}\n'),
        ("csv", "evening,started,"),
        ("md", "#"),
    ],
)
def test_without_any_evening_nothing_is_wrong_and_nothing_is_made(
    home: Locations, capsys: pytest.CaptureFixture[str], format_: str, told: str
) -> None:
    assert main(["export", format_]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(told)
    assert said.err == ""
    assert not home.data.exists()
    assert not home.state.exists()


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_that_cannot_be_read_is_named_without_its_words_and_the_rest_is_written(
    home: Locations, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    evening(home, DAY)
    evening(home, DAY - timedelta(days=1), f'tonight = "{KEPT_LINE}"\n')
    assert main(["export", format_]) == 1
    said = capsys.readouterr()
    assert f"{KEPT_LINE} – {DAY}" in said.out
    assert f"{KEPT_LINE} – 2026-11-21" not in said.out
    assert said.err.startswith(f"winddown: {home.evening(date(2026, 11, 21))} line 4: ")
    assert said.err.count("\n") == 1
    assert KEPT_LINE not in said.err


@pytest.mark.parametrize("format_", FORMATS)
def test_an_earlier_file_that_may_hold_more_is_never_replaced_by_less(
    home: Locations, tmp_path: Path, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    three(home)
    file = tmp_path / "mine"
    assert main(["export", format_, "-o", str(file)]) == 0
    before = file.read_bytes()
    put(home, f'note = "{KEPT_LINE}', DAY - timedelta(days=1))
    assert main(["export", format_, "-o", str(file)]) == 1
    assert (file.read_bytes(), sorted(tmp_path.glob("*"))) == (before, [tmp_path / "home", file])
    said = capsys.readouterr().err
    assert "2026-11-21.toml line 1" in said
    assert "mine could not be written: the file there may hold what cannot be read now" in said
    assert main(["export", format_, "-o", f"{file}-new"]) == 1
    assert KEPT_LINE in Path(f"{file}-new").read_text("utf-8")


def test_a_file_of_tonight_that_cannot_be_read_is_named_once(
    home: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    tonight = evening_of(datetime.now(), time(5))  # noqa: DTZ005, the clock on the wall is meant
    put(home, "not toml", tonight)
    assert main(["export", "md"]) == 1
    assert capsys.readouterr().err.count(f"{tonight}.toml") == 1


@pytest.mark.parametrize("format_", [*FORMATS, "ics"])
def test_since_after_until_is_said_in_a_sentence(
    home: Locations, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    assert main(["export", format_, "--since", "2026-11-22", "--until", "2026-11-21"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "winddown: No evening is since 2026-11-22 and until 2026-11-21.\n"


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_words_that_would_stand_in_it_all_the_same_are_not_said_to_be_left_out(
    home: Locations, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    three(home)
    assert main(["export", format_, "--without-text"]) == 1
    assert capsys.readouterr().out == ""


# Where it is written


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_is_for_its_owner_only_whatever_stood_there(
    home: Locations, tmp_path: Path, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    three(home)
    path = tmp_path / "out"
    path.write_text("before")
    path.chmod(0o644)
    assert main(["export", format_, "-o", str(path)]) == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert KEPT_LINE in path.read_text("utf-8")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home", "out"]
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def test_a_dash_is_standard_output(home: Locations, capsys: pytest.CaptureFixture[str]) -> None:
    three(home)
    assert main(["export", "csv", "-o", "-"]) == 0
    assert capsys.readouterr().out.startswith("evening,")
    assert not Path("-").exists()


def test_a_link_keeps_leading_where_it_led(home: Locations, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "out")
    assert main(["export", "json", "-o", str(tmp_path / "link")]) == 0
    assert (tmp_path / "link").is_symlink()
    assert json.loads((tmp_path / "out").read_text()) == {"winddown": 1, "evenings": []}


@pytest.mark.parametrize("way", ["evening", "copy", "config", "link", "roundabout"])
def test_nothing_that_is_kept_is_ever_written_out_over(
    home: Locations, tmp_path: Path, capsys: pytest.CaptureFixture[str], way: str
) -> None:
    three(home)
    for path in (home.config_file, home.backups / "2026-11-22.toml"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("note = 1\n", encoding="utf-8")
    own = next(home.evenings.glob("*/*.toml"))
    target = {
        "evening": own,
        "copy": home.backups / "2026-11-22.toml",
        "config": home.config_file,
        "link": tmp_path / "link",
        "roundabout": home.config / ".." / "data" / own.relative_to(home.data),
    }[way]
    (tmp_path / "link").symlink_to(own)
    before = target.read_bytes()
    for kind in ("md", "json", "csv"):
        assert main(["export", kind, "-o", str(target)]) == 1
        assert "is where winddown keeps your own" in capsys.readouterr().err
    assert target.read_bytes() == before


def test_what_is_no_regular_file_is_written_into_and_stays_what_it_is(
    home: Locations, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["/bin/cat", pipe], stdout=subprocess.PIPE) as reader:
        assert main(["export", "json", "-o", str(pipe)]) == 0
        assert reader.stdout is not None
        assert json.loads(reader.stdout.read()) == {"winddown": 1, "evenings": []}
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("where", ["nowhere/out", "", ".", "file/out", "round"])
def test_a_place_that_cannot_be_written_to_is_said_in_a_sentence(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], where: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    (tmp_path / "round").symlink_to("round")
    assert main(["export", "json", "-o", where]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert re.fullmatch(r"winddown: \S+ could not be written: [^\n]+\.\n", said.err)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "round"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_is_broken_off_leaves_what_stood_there_and_nothing_half(
    home: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    three(home)
    path = tmp_path / "out"
    path.write_text("before")

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, refused)
    assert main(["export", "json", "-o", str(path)]) == 1
    monkeypatch.undo()
    assert path.read_text() == "before"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home", "out"]


@pytest.mark.parametrize("format_", FORMATS)
def test_it_is_utf_8_where_the_locale_knows_no_letters_but_ascii(
    home: Locations, format_: str
) -> None:
    three(home)
    for environ in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "utf-16"}):
        told = program(home, "export", format_, **environ)
        assert (told.returncode, told.stderr) == (0, b"")
        assert f"{KEPT_LINE} – {DAY}" in told.stdout.decode()


def test_what_it_writes_can_be_caught_as_text(home: Locations) -> None:
    with redirect_stdout(io.StringIO()) as said:
        assert main(["export", "json"]) == 0
    assert json.loads(said.getvalue()) == {"winddown": 1, "evenings": []}


@pytest.mark.parametrize("format_", FORMATS)
def test_whoever_stops_reading_early_hears_nothing_more(home: Locations, format_: str) -> None:
    years.write(home, years.evenings(300, DAY))
    command = f"{sys.executable} -m winddown export {format_} | head -c 10"
    told = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        env=os.environ | {"WINDDOWN_HOME": str(home.data.parent)},
        check=True,
    )
    assert (len(told.stdout), told.stderr) == (10, b"")


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_of_the_screens_and_of_writing_evenings_is_loaded_to_write_them_out(
    home: Locations, format_: str
) -> None:
    three(home)
    code = (
        f"import sys; from winddown.cli import main; main(['export', '{format_}']);"
        "sys.exit(len({'textual', 'tomlkit', 'icalendar'} & sys.modules.keys()))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (told.returncode, told.stderr) == (0, b"")
