"""Opening: what tonight begins with is read from the person's files, and nothing is written."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.data.homes import new_home
from winddown.data import evenings
from winddown.data.locations import Locations, locations
from winddown.errors import WinddownError
from winddown.opening import Opening, open_evening
from winddown.routine.evening import Evening, evening_of

HOUR = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 22, 21, 34, 10, tzinfo=HOUR)
DAY = timedelta(days=1)


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return locations({"WINDDOWN_HOME": str(tmp_path)})


def opened(home: Locations, environ: dict[str, str] | None = None, **asked: Any) -> Opening:
    """Open tonight in a home."""
    given = {"WINDDOWN_HOME": str(home.data.parent), **(environ or {})}
    return open_evening(given, **({"now": lambda: NOW} | asked))


def configure(home: Locations, text: str) -> None:
    home.config.mkdir(parents=True, exist_ok=True)
    home.config_file.write_text(text)


def keep(home: Locations, day: date, **answers: Any) -> Evening:
    evening = Evening(evening=day, started=datetime.combine(day, time(21), HOUR), **answers)
    evenings.save(home, None, evening)
    return evening


def test_opening_on_a_bare_machine_writes_nothing(home: Locations) -> None:
    opening = opened(home)
    assert (opening.first, opening.kept, opening.standing) == (True, False, "kept")
    assert opening.evening == Evening(evening=NOW.date(), started=NOW)
    assert opening.notices == ()
    assert [*home.data.parent.iterdir()] == []


def test_tonight_is_opened_as_it_was_left(home: Locations) -> None:
    kept = keep(home, NOW.date(), step="comforts", tonight="tired", note="rain")
    opening = opened(home)
    assert (opening.kept, opening.first) == (True, False)
    assert opening.evening == kept


def test_the_first_page_is_for_a_disk_without_evenings(home: Locations) -> None:
    keep(home, NOW.date() - 400 * DAY)
    assert not opened(home).first


@pytest.mark.parametrize(
    ("hour", "minute", "ends", "evening"),
    [
        (0, 40, "", date(2026, 11, 21)),
        (4, 59, "", date(2026, 11, 21)),
        (5, 0, "", date(2026, 11, 22)),
        (3, 0, "day_ends = 02:30:00\n", date(2026, 11, 22)),
        (0, 10, "day_ends = 00:00:00\n", date(2026, 11, 22)),
    ],
)
def test_the_night_counts_for_the_evening_before_until_the_day_ends(
    home: Locations, hour: int, minute: int, ends: str, evening: date
) -> None:
    configure(home, ends)
    now = NOW.replace(hour=hour, minute=minute)
    assert opened(home, now=lambda: now).evening.evening == evening


def test_another_day_can_be_named(home: Locations) -> None:
    assert opened(home, day="yesterday").evening.evening == NOW.date() - DAY
    assert opened(home, day=date(2026, 1, 2)).evening.evening == date(2026, 1, 2)


def test_a_day_that_is_still_ahead_is_refused_in_a_sentence(home: Locations) -> None:
    with pytest.raises(WinddownError, match="2026-11-23 is still ahead"):
        opened(home, day=NOW.date() + DAY)


def test_a_pattern_that_does_not_exist_is_refused_with_those_that_do(home: Locations) -> None:
    with pytest.raises(WinddownError, match=r"no pattern 'humming'.*long-out"):
        opened(home, pattern="humming")


def test_a_mistake_in_the_config_is_told_and_the_rest_counts(home: Locations) -> None:
    configure(home, "theme = 'paper'\nminuts = 3\nsteps = ['comforts']\n")
    opening = opened(home)
    assert (opening.theme, opening.steps) == ("paper", ("comforts",))
    (notice,) = opening.notices
    assert notice.startswith("config.toml line 2: I don't know 'minuts'.")


def test_an_evening_that_is_not_understood_is_told_and_never_written_over(home: Locations) -> None:
    path = home.evening(NOW.date())
    path.parent.mkdir(parents=True)
    path.write_text("evening = 'soon'\n")
    opening = opened(home)
    assert (opening.standing, opening.kept, opening.first) == ("left-aside", False, False)
    assert str(path) in opening.hindrance
    opening.writing.save(None, opening.evening)
    assert path.read_text() == "evening = 'soon'\n"


@pytest.mark.parametrize(
    ("config", "animations", "motion"),
    [
        ("", "", "full"),
        ("motion = 'gentle'\n", "", "gentle"),
        ("", "none", "still"),
        ("", "basic", "gentle"),
        ("motion = 'still'\n", "basic", "still"),
        ("motion = 'still'\n", "full", "still"),
        ("", "whatever", "full"),
    ],
)
def test_the_environment_calms_the_motion_and_never_livens_it(
    home: Locations, config: str, animations: str, motion: str
) -> None:
    configure(home, config)
    assert opened(home, {"TEXTUAL_ANIMATIONS": animations}).occasion.motion == motion


def test_a_country_that_was_chosen_is_written_to_the_config(home: Locations) -> None:
    opened(home).writing.keep_country("IE")
    assert home.config_file.read_text() == '[support]\ncountry = "IE"\n'
    support = opened(home, {"LANG": "en_GB.UTF-8"}).occasion.support
    assert (support.country, support.country_is_guess) == ("IE", False)


@given(st.datetimes(timezones=st.sampled_from([HOUR, UTC])).filter(lambda at: at.year > 1))
def test_an_evening_begins_on_its_own_date_at_any_moment(moment: datetime) -> None:
    now = moment.replace(microsecond=0)
    with new_home() as home:
        evening = opened(home, now=lambda: now).evening
    assert evening == Evening(evening=evening_of(now, time(5)), started=now)
