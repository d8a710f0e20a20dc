"""`winddown today`: the open plan in one line, a hint on its day, and silence otherwise."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from tests.unit.by_day import (
    DAY,
    HINT,
    MORNING,
    at,
    broken,
    home_of,
    nights_since,
    planned,
    this_day,
    winddown,
)
from winddown.commands import today
from winddown.commands.today import hint, told
from winddown.data import evening_file, evenings
from winddown.routine import plans
from winddown.routine.evening import Evening, Followup


def test_the_morning_after_the_plan_is_told_in_one_line(tmp_path: Path) -> None:
    """As the sentence stood, with its day by name and its time."""
    where = home_of(tmp_path)
    planned(where, cue="I get home", at=time(18, 30))
    line = "When I get home today at 18:30, I will text Sam one line."
    assert told(where, MORNING) == ([line], ())
    assert told(where, at(2, days=1)) == ([line], ())
    assert told(where, at(23, days=-1))[0] == [line.replace("today", "tomorrow")]


def test_past_its_day_the_plan_is_still_told_until_it_rests(tmp_path: Path) -> None:
    """A week long, and then never again."""
    where = home_of(tmp_path)
    planned(where)
    for days in range(1, 8):
        assert told(where, at(9, days=days))[0] == ["Still open: text Sam one line."]
    assert told(where, at(9, days=8)) == ([], ())


@pytest.mark.parametrize("outcome", ["did-it", "let-go"])
def test_where_nothing_is_open_it_is_silent(tmp_path: Path, outcome: str) -> None:
    """No evening, none with a plan, or one that was told about already."""
    where = home_of(tmp_path)
    assert told(where, MORNING) == ([], ())
    answered = Followup(outcome=outcome, answered=MORNING.date())  # type: ignore[arg-type]
    planned(where, followup=answered)
    assert told(where, MORNING) == ([], ())
    assert hint(where, MORNING) == []


def test_tonights_own_plan_is_told_before_an_older_one_that_was_answered(tmp_path: Path) -> None:
    """Late at night, tomorrow's plan is the one at hand."""
    where = home_of(tmp_path)
    planned(where, followup=Followup(outcome="did-it", answered=MORNING.date()))
    planned(where, 0, text="ring Ana")
    assert told(where, at(23))[0] == ["Tomorrow I will ring Ana."]


def test_an_evening_that_is_still_ahead_is_passed_over(tmp_path: Path) -> None:
    """A clock that was set back tells nothing from the future."""
    where = home_of(tmp_path)
    planned(where)
    planned(where, 3, text="ring Ana", on=(MORNING - DAY).date())
    assert told(where, at(9, days=-2))[0] == ["Tomorrow I will ring Ana."]


def test_whatever_was_written_is_one_line_that_does_nothing(tmp_path: Path) -> None:
    """Neither a line break nor an escape sequence reaches the terminal."""
    where = home_of(tmp_path)
    planned(where, text="text\nSam\x1b[2J")
    ((line,), _) = told(where, MORNING)
    assert line.isprintable()


def test_a_day_ends_when_the_config_says(tmp_path: Path) -> None:
    """At two in the night it is the day before, unless days end at midnight."""
    where = home_of(tmp_path)
    planned(where)
    assert told(where, at(2))[0] == ["Tomorrow I will text Sam one line."]
    assert hint(where, at(2)) == []
    where.config.mkdir(parents=True)
    where.config_file.write_text("day_ends = 00:00:00\n")
    assert told(where, at(2))[0] == ["Today I will text Sam one line."]
    assert hint(where, at(2)) == HINT


def test_the_hint_stands_on_the_plans_day_alone_and_names_nothing(tmp_path: Path) -> None:
    """From the end of the night before to the end of its own night."""
    where = home_of(tmp_path)
    planned(where)
    seen = {
        moment: hint(where, moment)
        for moment in (at(h, d) for d in (-1, 0, 1, 2) for h in range(24))
    }
    assert {moment for moment, said in seen.items() if said} == {
        *(at(h) for h in range(5, 24)),
        *(at(h, 1) for h in range(5)),
    }
    assert [*filter(None, seen.values())] == [HINT] * 24


@pytest.mark.parametrize("ahead", range(1, 8))
def test_the_hint_finds_a_plan_however_far_ahead_it_was_made(tmp_path: Path, ahead: int) -> None:
    """A plan's day is a week ahead at most, and it can be kept a week after that, and another."""
    where = home_of(tmp_path)
    planned(where, ahead, on=MORNING.date())
    assert hint(where, MORNING) == HINT


def test_the_hint_finds_the_oldest_plan_that_can_be_open(tmp_path: Path) -> None:
    """One that was kept for today."""
    where = home_of(tmp_path)
    kept = Followup(outcome="carry-on", answered=(MORNING - DAY).date(), carried=1)
    planned(where, plans.REACHES_BACK_DAYS, on=MORNING.date(), followup=kept)
    assert hint(where, MORNING) == HINT
    assert told(where, MORNING)[0]


def test_a_broken_evening_is_named_and_the_hint_says_nothing_of_it(tmp_path: Path) -> None:
    """A prompt is no place for it; and what was written in it is shown in neither."""
    where = home_of(tmp_path)
    planned(where, 2, on=MORNING.date())
    path = broken(where, 1)
    lines, (problem,) = told(where, MORNING)
    assert lines == ["Today I will text Sam one line."]
    assert f"{path} line 2" in str(problem)
    assert "secret" not in str(problem)
    assert hint(where, MORNING) == HINT


@pytest.mark.parametrize("hinting", [(), ("--hint",)])
def test_a_home_that_cannot_be_read_is_no_mistake(tmp_path: Path, hinting: tuple[str, ...]) -> None:
    """Nor one that is not there, or is a file; nothing is made either."""
    (tmp_path / "file").write_text("")
    for home in (tmp_path / "none", tmp_path / "file"):
        said = winddown(home, "today", *hinting)
        assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_pipe_in_place_of_an_evening_keeps_no_prompt_waiting(tmp_path: Path) -> None:
    """It is never opened."""
    where = home_of(tmp_path)
    evening = planned(where).evening
    where.evening(evening).unlink()
    os.mkfifo(where.evening(evening))
    assert hint(where, MORNING) == []
    assert told(where, MORNING)[0] == []


def test_the_program_tells_and_hints_at_a_plan_for_this_very_day(tmp_path: Path) -> None:
    """On standard output, with exit code 0."""
    where = home_of(tmp_path)
    planned(where, nights_since(this_day()) + 1, on=this_day())
    for arguments, line in (((), "Today I will text Sam one line."), (("--hint",), HINT[0])):
        said = winddown(tmp_path, "today", *arguments)
        assert (said.returncode, said.stdout, said.stderr) == (0, f"{line}\n", "")


# As fast with ten years of evenings as with one


def test_the_hint_reads_no_file_but_the_newest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many evenings there are."""
    where = home_of(tmp_path)
    began = MORNING - timedelta(days=40)
    for ago in range(40):
        day = began + timedelta(days=ago)
        evenings.save(where, None, Evening(evening=day.date(), started=day))
    read: set[str] = set()
    names = today._names
    monkeypatch.setattr(
        today, "_names", lambda path, days: read.add(path.stem) or names(path, days)
    )
    assert hint(where, MORNING) == []
    oldest = MORNING - (plans.REACHES_BACK_DAYS + 1) * DAY  # for the night's hours before the day
    assert min(read) == oldest.date().isoformat()
    assert len(read) == plans.REACHES_BACK_DAYS + 1


def test_the_line_reads_no_evening_but_those_that_can_hold_an_open_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are, and no further than the plan that is found."""
    where = home_of(tmp_path)
    for ago in range(1, 60):
        day = MORNING - ago * DAY
        evenings.save(where, None, Evening(evening=day.date(), started=day))
    read: list[date] = []
    load = evenings.load
    monkeypatch.setattr(evenings, "load", lambda home, day: read.append(day) or load(home, day))
    assert told(where, MORNING) == ([], ())
    assert len(read) == plans.REACHES_BACK_DAYS
    read.clear()
    planned(where, 0)
    assert told(where, MORNING)[0]
    assert read == [MORNING.date()]


def test_the_hint_looks_back_as_far_as_a_plan_can_be_open_and_reads_as_much() -> None:
    """What it knows by itself is what the others know."""
    assert today.REACHES_BACK_DAYS == plans.REACHES_BACK_DAYS
    assert today.LIMIT == evening_file.LIMIT


def test_a_prompt_on_a_day_without_a_plan_loads_next_to_nothing(tmp_path: Path) -> None:
    """No screens, nothing that reads or writes TOML, no records."""
    planned(home_of(tmp_path))
    code = (
        "import sys; before = {*sys.modules}; from winddown.cli import main;"
        "main(['today', '--hint']); print(*sorted({*sys.modules} - before))"
    )
    environ = {"WINDDOWN_HOME": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env=environ | {"PYTHONPATH": str(Path(today.__file__).parents[2])},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(ran.stdout.split())
    assert "winddown.commands.today" in loaded
    slow = {"textual", "rich", "tomlkit", "tomllib", "dataclasses", "inspect"}
    assert not {name.split(".")[0] for name in loaded} & slow
