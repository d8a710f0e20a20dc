"""What tonight is chosen from: each file read only when it is asked for, and once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from tests.unit.data.homes import DAY, new_home
from tests.unit.data.nights import NIGHT, NOW, keep, occasion
from winddown.data import content, evenings
from winddown.data.country import guessed_country
from winddown.data.locations import Locations
from winddown.routine.evening import Evening, Plan


@pytest.fixture(name="home")
def _home() -> Iterator[Locations]:
    with new_home() as home:
        yield home


# Reading only what is asked for


def test_asking_how_much_may_move_reads_no_file_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a file was read")

    with new_home() as home:
        tonight = occasion(home, motion="gentle")
        monkeypatch.setattr(content, "_read", refuse)
        monkeypatch.setattr(evenings, "newest", refuse)
        assert tonight.motion == "gentle"
        assert (tonight.today, tonight.minutes, tonight.bell) == (DAY, 5, False)
        assert tonight.now() == NOW
        with pytest.raises(AssertionError, match="a file was read"):
            _ = tonight.comforts


def test_earlier_evenings_are_read_once(home: Locations, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [keep(home, ago, note="Rain.").evening for ago in range(1, 63)]
    tonight = occasion(home)
    reads: list[date] = []
    load_as = evenings.load_as

    def noted(kind: type[Evening], where: Locations, day: date) -> Evening | None:
        reads.append(day)
        return load_as(kind, where, day)

    monkeypatch.setattr(evenings, "load_as", noted)
    _ = tonight.past, tonight.open_plan, tonight.people, tonight.pattern, tonight.hold_known
    assert reads == days[:60]


@pytest.mark.parametrize(
    ("text", "asked"), [('[breathing]\npattern = "even"\n', None), ("", "even")]
)
def test_a_pattern_that_was_named_is_found_without_reading_any_evening(
    home: Locations, monkeypatch: pytest.MonkeyPatch, text: str, asked: str | None
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("an evening was read")

    monkeypatch.setattr(evenings, "newest", refuse)
    assert occasion(home, text, pattern=asked).pattern.id == "even"
    with pytest.raises(AssertionError, match="an evening was read"):
        _ = occasion(home).pattern


# The plan


def test_a_plan_is_asked_about_from_its_day_on(home: Locations) -> None:
    planned = keep(home, 1, outreach=Plan(text="text Sam", on=DAY))
    assert occasion(home).asked == planned
    assert occasion(home).open_plan == planned


def test_a_plan_for_a_later_day_is_open_and_not_asked_about(home: Locations) -> None:
    planned = keep(home, 1, outreach=Plan(text="text Sam", on=DAY + NIGHT))
    tonight = occasion(home)
    assert tonight.open_plan == planned
    assert tonight.asked is None


def test_tonights_own_evening_is_not_part_of_the_past(home: Locations) -> None:
    keep(home, 0, outreach=Plan(text="text Sam", on=DAY))
    tonight = occasion(home)
    assert tuple(tonight.past) == ()
    assert tonight.open_plan is None


def test_an_evening_that_cannot_be_read_leaves_the_others(home: Locations) -> None:
    kept = keep(home, 2, note="Rain.")
    keep(home, 1)
    home.evening(DAY - NIGHT).write_text("schema = [")
    assert tuple(occasion(home).past) == (kept,)


# Support and closing


@pytest.mark.parametrize(
    ("text", "guess", "country", "is_guess"),
    [
        ('[support]\ncountry = "GB"\n', "DE", "GB", False),
        ("", "DE", "DE", True),
        ("", "", "", True),
    ],
)
def test_a_country_is_ones_own_or_said_to_be_a_guess(
    home: Locations, text: str, guess: str, country: str, is_guess: bool
) -> None:
    support = occasion(home, text, country=guess).support
    assert (support.country, support.country_is_guess) == (country, is_guess)
    assert support.lines == content.lines()
    assert date.fromisoformat(support.checked)


def test_ones_own_plan_and_people_are_there_to_turn_to(home: Locations) -> None:
    own = '[support]\nplan = ["Ring Ana."]\nown = [{name = "Surgery", contact = "0123"}]\n'
    support = occasion(home, own).support
    assert support.plan == ("Ring Ana.",)
    assert [(each.name, each.contact) for each in support.own] == [("Surgery", "0123")]


@pytest.mark.parametrize(
    ("environ", "country"),
    [
        ({"LANG": "de_DE.UTF-8"}, "DE"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "pt_BR"}, "BR"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_CH@euro"}, "CH"),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "POSIX"}, ""),
        ({"LANG": "en"}, ""),
        ({"LANG": ""}, ""),
        ({}, ""),
    ],
)
def test_the_country_is_guessed_from_the_locale(environ: dict[str, str], country: str) -> None:
    assert guessed_country(environ) == country


def test_the_closing_phrase_is_ones_own_where_there_is_one(home: Locations) -> None:
    assert occasion(home, 'closing = "Enough."\n').closing == "Enough."
    assert occasion(home).closing == "That is enough for today. Good night."


# A line once kept


def _lines_shown(home: Locations, text: str = "", nights: int = 40) -> list[str]:
    later = [DAY + night * NIGHT for night in range(nights)]
    return [occasion(home, text, today=day).remembered for day in later]


def test_a_line_once_kept_comes_back_about_one_evening_in_four(home: Locations) -> None:
    keep(home, 9, tonight="light", note="Rain on the window.")
    keep(home, 8, tonight="tired", note="Soup.")
    shown = _lines_shown(home)
    assert len([line for line in shown if line]) == 10
    assert set(shown) == {"", "Rain on the window.", "Soup."}
    assert _lines_shown(home) == shown


@pytest.mark.parametrize(
    "answers",
    [
        {"tonight": "heavy"},
        {"tonight": "not-okay"},
        {"tonight": None},
        {"tonight": "light", "keep_out": True},
    ],
)
def test_a_line_of_a_hard_evening_or_one_kept_out_never_comes_back(
    home: Locations, answers: dict[str, Any]
) -> None:
    keep(home, 9, note="Not this.", **answers)
    assert set(_lines_shown(home)) == {""}


def _first_night_with_a_line() -> date:
    with new_home() as home:
        keep(home, 9, tonight="light", note="Soup.")
        return DAY + next(n for n, line in enumerate(_lines_shown(home)) if line) * NIGHT


@pytest.mark.parametrize(("nights_ago", "line"), [(3, ""), (4, "Rain.")])
def test_a_line_rests_for_three_days(home: Locations, nights_ago: int, line: str) -> None:
    shows_one = _first_night_with_a_line()
    day = shows_one - nights_ago * NIGHT
    keep(home, (DAY - day).days, tonight="light", note="Rain.")
    assert occasion(home, today=shows_one).remembered == line


def test_remembering_can_be_turned_off(home: Locations) -> None:
    keep(home, 9, tonight="light", note="Rain.")
    assert set(_lines_shown(home, "remember = false\n")) == {""}
