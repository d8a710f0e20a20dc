"""`winddown review --plain`: everything in lines, for a screen reader, a pipe or a script."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

from tests.unit.reviews import LONG_AGO, OLD, home_of, old, review
from tests.unit.routine.evenings import DAY, plan
from winddown.data.locations import locations
from winddown.routine.evening import Evening, Followup, evening_of


def test_everything_is_told_with_a_line_for_each_evening_the_latest_first(tmp_path: Path) -> None:
    evenings = [
        old(2, note="Rain on the window.\nAnd after it, nothing."),
        old(1, tonight="tired", in_touch=("Sam",)),
        old(0, keep_out=True, note="Not this one."),
    ]
    said = review(home_of(tmp_path, evenings), "--plain")
    assert said.stdout.splitlines() == [
        "Looking back",
        "",
        "Over time",
        "",
        "It is too early to say anything about the weeks.",
        "",
        "Evenings, the latest first",
        "One of them whole: winddown review 2019-11-24 --plain",
        "",
        "Sun 24 Nov 2019: Rain on the window.",
        "Sat 23 Nov 2019: It was a tired evening.",
    ]
    assert (said.returncode, said.stderr) == (0, "")


def test_in_a_pipe_an_evening_is_one_line_however_long_it_is(tmp_path: Path) -> None:
    said = review(home_of(tmp_path, [old(note="word " * 90)]), "--plain")
    assert said.stdout.splitlines()[-1] == f"Fri 22 Nov 2019: {('word ' * 90).strip()}"


def test_with_no_evening_there_is_nothing_to_look_back_on_and_nothing_wrong(
    tmp_path: Path,
) -> None:
    said = review(tmp_path, "--plain")
    assert "nothing to look back on yet" in said.stdout
    assert (said.returncode, said.stderr) == (0, "")
    assert [*tmp_path.iterdir()] == []


def test_a_file_that_is_not_understood_is_named_and_the_others_are_told(tmp_path: Path) -> None:
    home_of(tmp_path, [old(1, note="Whole."), OLD])
    broken = locations({"WINDDOWN_HOME": str(tmp_path)}).evening(LONG_AGO)
    broken.write_text('note = "my secret\n')
    for words in (("--plain",), ("--md",), ("--month", "2019-11", "--plain")):
        said = review(tmp_path, *words)
        assert "Whole." in said.stdout
        assert said.stderr.startswith(f"winddown: {broken} line 1")
        assert "secret" not in said.stdout + said.stderr
        assert said.returncode == 1
    said = review(tmp_path, "2019-11-22", "--plain")
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.count("\n") == 1


def test_nothing_that_was_written_acts_on_the_terminal(tmp_path: Path) -> None:
    hostile = "\x1b[2J\x07\u202e\r\n\x9b31m"
    told = replace(OLD, note=hostile, in_touch=(hostile,))
    home_of(tmp_path, [told])
    for words in (("--plain",), ("2019-11-22", "--plain"), ("--md",)):
        out = review(tmp_path, *words).stdout
        assert "␛[2J␇<RLO>" in out.replace("\\", "")
        assert not set("\x1b\x07\u202e\r\x9b") & set(out)


def test_looking_back_in_lines_loads_no_screens_and_nothing_that_writes(tmp_path: Path) -> None:
    code = (
        "import sys, json; from winddown.cli import main; main(['review', '--plain']);"
        " print(json.dumps([*sys.modules]))"
    )
    said = review(home_of(tmp_path, [OLD]), code=code)
    loaded = {name.split(".")[0] for name in json.loads(said.stdout.splitlines()[-1])}
    assert not loaded & {"textual", "rich", "tomlkit", "icalendar"}
    assert {each.name for each in tmp_path.iterdir()} == {"data"}


def test_what_may_be_noticed_stands_first_and_not_once_it_was_sent_away(tmp_path: Path) -> None:
    tonight = evening_of(datetime.now().astimezone(), time(5))  # the hour may be past midnight
    felt = Followup(outcome="did-it", answered=tonight, felt=8)
    began = datetime.now(UTC).replace(microsecond=0)
    evenings = [
        Evening(
            evening=(day := tonight - ago * DAY),
            started=began - ago * DAY,
            outreach=plan(day, expected=4, followup=felt) if ago < 6 else None,
        )
        for ago in range(2, 14)
    ]
    home_of(tmp_path, evenings)
    sentence = "The last three times it felt better than you had guessed."
    assert review(tmp_path, "--plain").stdout.splitlines()[:3] == ["Looking back", "", sentence]
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text(
        '[looking_back]\ndismissed = ["lighter-than-guessed"]\n'
    )
    assert sentence not in review(tmp_path, "--plain").stdout
