"""`winddown followup`: the answer of the follow-up step, given by day and kept where it belongs."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from tests.unit.by_day import (
    DAY,
    MORNING,
    at,
    broken,
    home_of,
    nights_since,
    planned,
    this_day,
    winddown,
)
from tests.unit.data.homes import contents
from tests.unit.routine.evenings import plan
from winddown.commands.followup import answer_kept
from winddown.commands.today import hint, told
from winddown.data import evenings
from winddown.data.config import defaults
from winddown.data.locations import Locations
from winddown.data.occasion import OccasionFromFiles
from winddown.errors import NotWritten
from winddown.routine.evening import Evening, Followup, Outcome, Plan
from winddown.routine.following import Answer, followed_up
from winddown.routine.plans import answered

TODAY = MORNING.date()
YESTERDAY = TODAY - DAY


def answer(where: Locations, outcome: Outcome, days: int = 0, **details: Any) -> str:
    """Answer, that morning or so many days later, and give what is said to it."""
    line, problems = answer_kept(where, Answer(outcome, **details), at(9, days))
    assert problems == ()
    return line


def kept(where: Locations, day: date = YESTERDAY) -> dict[str, Any]:
    """Read a plan from the file of its evening."""
    found: dict[str, Any] = tomllib.loads(where.evening(day).read_text())["outreach"]
    return found


def tonight(where: Locations, days: int = 0) -> OccasionFromFiles:
    """Open the evening of that day, or of one so many days later."""
    now = at(21, days)
    return OccasionFromFiles(
        where, defaults(()), today=now.date(), now=lambda: now, clock=lambda: 0.0, motion="still"
    )


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_an_answer_is_what_the_step_would_have_kept(tmp_path: Path, outcome: Outcome) -> None:
    """In the plan's own evening, and in no other."""
    where = home_of(tmp_path)
    before = planned(where, expected=4)
    answer(where, outcome, felt=8, note="We laughed.")
    assert before.outreach is not None
    wanted = answered(before.outreach, outcome, TODAY, 8, "We laughed.")
    (file,) = contents(where)
    assert file.endswith(f"{YESTERDAY}.toml")
    loaded = evenings.load(where, YESTERDAY)
    assert loaded is not None
    assert loaded.outreach == wanted


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_the_next_evening_asks_about_nothing_that_was_answered_by_day(
    tmp_path: Path, outcome: Outcome
) -> None:
    """Once is enough; what was kept for tomorrow is asked about tomorrow."""
    where = home_of(tmp_path)
    planned(where)
    answer(where, outcome)
    assert tonight(where).asked is None
    assert (tonight(where, days=1).asked is not None) == (outcome == "carry-on")
    is_open = outcome == "carry-on"
    assert bool(told(where, MORNING)[0]) == is_open
    assert hint(where, MORNING) == []


@pytest.mark.parametrize(
    ("step", "is_asked"), [("arrive", False), ("followup", True), ("comforts", True)]
)
def test_an_answer_given_tonight_can_still_be_gone_back_to(
    tmp_path: Path, step: str, is_asked: bool
) -> None:
    """Where the evening went past arriving the step may have been the one that asked."""
    where = home_of(tmp_path)
    planned(where)
    answer(where, "did-it")
    evenings.save(where, None, Evening(evening=TODAY, started=at(21), step=step))
    assert (tonight(where).asked is not None) == is_asked


def test_a_second_answer_on_the_same_day_takes_the_place_of_the_first(tmp_path: Path) -> None:
    """And keeping it twice on one day keeps it once."""
    where = home_of(tmp_path)
    planned(where)
    for outcome in ("carry-on", "carry-on", "did-it", "carry-on"):
        answer(where, outcome)  # type: ignore[arg-type]
    followup = {"outcome": "carry-on", "answered": TODAY, "carried": 1}
    assert kept(where)["followup"] == followup
    assert kept(where)["on"] == TODAY + DAY


def test_what_was_told_earlier_today_stays_unless_it_is_told_otherwise(tmp_path: Path) -> None:
    """A note a minute later leaves the feeling as it was."""
    where = home_of(tmp_path)
    planned(where)
    answer(where, "did-it", felt=8)
    answer(where, "changed-shape", note="Tea instead.")
    whole = {"outcome": "changed-shape", "answered": TODAY, "felt": 8, "note": "Tea instead."}
    assert kept(where)["followup"] == whole
    answer(where, "changed-shape", felt=0)
    assert kept(where)["followup"] == whole | {"felt": 0}


def test_nothing_of_another_days_answer_goes_into_todays(tmp_path: Path) -> None:
    """Why it was kept then is not how it went now."""
    where = home_of(tmp_path)
    planned(where)
    answer(where, "carry-on", note="Too tired.")
    answer(where, "did-it", days=1)
    assert kept(where)["followup"] == {
        "outcome": "did-it",
        "answered": TODAY + DAY,
        "carried": 1,
    }


def test_a_plan_whose_day_is_ahead_can_be_answered_and_keeping_it_changes_nothing(
    tmp_path: Path,
) -> None:
    """It may have happened already; it is not moved nearer by being kept."""
    where = home_of(tmp_path)
    planned(where, on=TODAY + 4 * DAY)
    before = contents(where)
    said = answer(where, "carry-on")
    assert said == (
        "Its day is still to come, so it stays as it is. On Thursday I will text Sam one line."
    )
    assert contents(where) == before
    answer(where, "did-it")
    assert kept(where)["followup"]["outcome"] == "did-it"
    assert answer(where, "carry-on") == said
    assert "followup" not in kept(where)
    assert tonight(where).asked is None


def test_tonights_own_plan_can_be_answered_before_the_night_is_over(tmp_path: Path) -> None:
    """Whoever rang at once need not wait for tomorrow."""
    where = home_of(tmp_path)
    planned(where, followup=Followup(outcome="did-it", answered=TODAY))
    planned(where, 0)
    answer_kept(where, Answer("did-it"), at(23))
    assert kept(where, TODAY)["followup"]["outcome"] == "did-it"


# What is said


@pytest.mark.parametrize(
    ("outcome", "details", "line"),
    [
        ("did-it", {"felt": 8}, "“text Sam one line”: you did it. You guessed 4; it felt 8."),
        ("did-it", {}, "“text Sam one line”: you did it."),
        (
            "they-reached-me",
            {"felt": 1},
            "“text Sam one line”: they reached you first. You guessed 4; it felt 1. "
            "That sounds sore. Comfort first; the rest can wait.",
        ),
        ("let-go", {}, "“text Sam one line”: let go."),
        ("carry-on", {}, "Kept. Tomorrow I will text Sam one line."),
    ],
)
def test_one_kind_line_says_what_stands_now(
    tmp_path: Path, outcome: Outcome, details: dict[str, Any], line: str
) -> None:
    """With the guess beside how it was, where both are there."""
    where = home_of(tmp_path)
    planned(where, expected=4)
    assert answer(where, outcome, **details) == line


def test_without_a_guess_only_the_feeling_is_told(tmp_path: Path) -> None:
    """Nothing is put beside it."""
    where = home_of(tmp_path)
    planned(where)
    assert answer(where, "did-it", felt=8) == "“text Sam one line”: you did it. It felt 8."


def test_kept_twice_it_is_said_to_rest(tmp_path: Path) -> None:
    """And why that may be."""
    where = home_of(tmp_path)
    planned(where)
    answer(where, "carry-on")
    assert answer(where, "carry-on", days=1) == (
        "“text Sam one line”: resting now. Kept twice, it may be too big, or not quite right."
    )


def test_whatever_was_written_does_nothing_to_the_terminal(tmp_path: Path) -> None:
    """Nor does it break the line."""
    where = home_of(tmp_path)
    planned(where, text="text\nSam\x1b[2J")
    assert answer(where, "did-it").isprintable()


# Through the program


def test_the_program_keeps_an_answer_and_says_a_line(tmp_path: Path) -> None:
    """On the very day, with exit code 0; a feeling without a place is said not to be kept."""
    where = home_of(tmp_path)
    today = this_day()
    planned(where, nights_since(today) + 1, on=today)
    said = winddown(tmp_path, "followup", "no-reply", "--felt", "3", "--note", "Rang twice.")
    assert said.returncode == 0
    assert said.stdout == "“text Sam one line”: you tried, and that was the whole plan.\n"
    assert said.stderr.count("\n") == 1
    assert "was not kept with this" in said.stderr
    followup = kept(where, today - DAY)["followup"]
    assert "felt" not in followup
    assert followup["note"] == "Rang twice."
    again = winddown(tmp_path, "followup", "did-it", "--felt", "8")
    assert (again.returncode, again.stderr) == (0, "")


def test_where_nothing_is_open_that_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    """In one sentence, with exit code 1."""
    said = winddown(tmp_path / "home", "followup", "did-it")
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr == "winddown: Nothing is open just now, and nothing needs to be.\n"
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("felt", ["11", "-1", "good"])
def test_a_feeling_that_is_no_number_to_ten_is_refused(tmp_path: Path, felt: str) -> None:
    """Before anything is written."""
    said = winddown(tmp_path, "followup", "did-it", "--felt", felt)
    assert said.returncode == 2
    assert [*tmp_path.iterdir()] == []


def test_an_evening_that_cannot_be_read_is_named_and_stays_as_it_is(tmp_path: Path) -> None:
    """The plan may stand in it, so that is why nothing is open."""
    path = broken(home_of(tmp_path), nights_since(this_day()) + 1)
    before = path.read_bytes()
    said = winddown(tmp_path, "followup", "did-it")
    assert said.returncode == 1
    assert f"{path} line 2" in said.stderr
    assert "secret" not in said.stderr
    assert "Not all of your evenings can be read just now, so nothing was answered." in said.stderr
    assert "Nothing is open" not in said.stderr
    assert path.read_bytes() == before


def test_an_answer_that_cannot_be_written_is_not_said_to_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence about the disk comes in its place."""
    where = home_of(tmp_path)
    planned(where)

    def refuse(*_: object) -> None:
        raise NotWritten(tmp_path, "the disk is full")

    monkeypatch.setattr(evenings, "save", refuse)
    with pytest.raises(NotWritten):
        answer(where, "did-it")


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_only_the_answers_with_a_feeling_have_a_place_for_one(outcome: Outcome) -> None:
    """The same three as in the step."""
    has_place = outcome in ("did-it", "changed-shape", "they-reached-me")
    assert Answer(outcome, 5).has_lost_feeling != has_place
    assert not Answer(outcome).has_lost_feeling
    before: Plan = plan(TODAY)
    after = followed_up(before, Answer(outcome, 5), TODAY).followup
    assert after is not None
    assert (after.felt == 5) == has_place


def test_a_note_can_come_through_a_pipe_as_one_line(tmp_path: Path) -> None:
    where = home_of(tmp_path)
    today = this_day()
    planned(where, nights_since(today) + 1, on=today)
    said = winddown(tmp_path, "followup", "did-it", "--note", "-", piped="Rang.\nTwice.\n")
    assert (said.returncode, said.stderr) == (0, "")
    assert kept(where, today - DAY)["followup"]["note"] == "Rang. Twice."


def test_a_piped_note_too_long_for_a_line_changes_nothing(tmp_path: Path) -> None:
    where = home_of(tmp_path)
    today = this_day()
    planned(where, nights_since(today) + 1, on=today)
    before = contents(where)
    said = winddown(tmp_path, "followup", "did-it", "--note", "-", piped="é" * 20_001)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr == "winddown: A note holds 20,000 characters, and this one has more.\n"
    assert contents(where) == before
